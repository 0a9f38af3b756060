using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating.References.Rules;

/// <summary>ANA001. A form of address alone: <c>ông</c>, <c>bà</c>, <c>cụ</c>, <c>đồng chí</c>, <c>Người</c>.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: PersonReference.md, beside this file.</remarks>
internal sealed class PersonReference(ReferenceWords words) : IReferenceRule
{
    private const string Uncle = "Hồ Chí Minh";

    /// <inheritdoc/>
    public RuleId Id { get; } = new("ANA001");

    /// <inheritdoc/>
    public int Read(Sentence sentence, int at, NamedBefore named, out Topic reference)
    {
        reference = Topic.None;
        Token word = sentence[at];
        if (word.Word == 0 || (at > 0 && words.Plurals.Contains(sentence[at - 1]) && !sentence[at - 1].Capitalised && at > 1))
        {
            return 0;
        }

        int length = word.Word == words.Comrade && sentence[at + 1].Word == words.ComradeEnd ? 2 : 1;
        char sex = length == 2 || word.Word == words.Old ? 'u' : words.Men.Contains(word) ? 'm' : words.Women.Contains(word) ? 'f' : '\0';
        Token next = sentence[at + length];
        bool opens = at == 0 || sentence[at - 1].IsMark;
        if (sex == '\0')
        {
            // “Người”, “Bác” with a capital inside a sentence is said of one man.
            bool raised = (word.Word == words.He || word.Word == words.Uncle) && word.Capitalised && !word.AllUpper && !next.Capitalised && (!opens || words.Verbs.Contains(next));
            reference = raised ? named.Named(Uncle) : Topic.None;
            return reference.Mention >= 0 ? 1 : 0;
        }

        if ((word.Capitalised && !opens) || next.Capitalised || next.IsNumber || words.NotAddress.Contains(next) || (at > 0 && words.BeforeTool.Contains(sentence[at - 1]) && length == 1)
            || (length == 2 && words.TakesOffice(sentence, at + 2)))
        {
            return 0;
        }

        reference = named.Person(sex);
        return reference.Mention >= 0 ? length : 0;
    }
}

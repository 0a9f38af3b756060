using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating.References.Rules;

/// <summary>ANA002. The noun of a body or place alone, for the one of that kind which the paragraph has named: <c>chi bộ</c>, <c>xã</c>.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: ThingReference.md, beside this file.</remarks>
internal sealed class ThingReference(ReferenceWords words) : IReferenceRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("ANA002");

    /// <inheritdoc/>
    public int Read(Sentence sentence, int at, NamedBefore named, out Topic reference)
    {
        reference = Topic.None;
        int length = words.Head(sentence, at, out int head);
        if (length == 0)
        {
            return 0;
        }

        Token before = at > 0 ? sentence[at - 1] : default;
        Token next = sentence[at + length];
        bool alone = next.Kind == TokenKind.None || next.IsMark || (words.Verbs.Contains(next) && !next.Capitalised);
        if (!alone || (before.IsNumber && !words.OfDates.Contains(sentence[at - 2])) || words.Plurals.Contains(before) || (before.IsWord && before.Capitalised && at > 1) || words.Head(sentence, at - 1, out _) > 1)
        {
            return 0;
        }

        reference = named.Thing(head);
        return reference.Mention >= 0 ? length : 0;
    }
}

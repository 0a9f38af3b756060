using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating.Facts.Rules;

/// <summary>FAC005. Of which people somebody is: “dân tộc Tày”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: PeopleOf.md, beside this file.</remarks>
internal sealed class PeopleOf : IFactRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("FAC005");

    /// <inheritdoc/>
    public void Relate(FactScene scene, FactSink sink)
    {
        Sentence sentence = scene.Sentence;
        FactGrammar words = scene.Words;
        for (int i = 0; i < sentence.Count - 2; i++)
        {
            if (sentence[i].Word == words.Human && words.Peoples.Longest(sentence, i + 1, out _) is > 0 and int length)
            {
                AddNamed(scene, sink, i, length);
                continue;
            }

            if (sentence[i].Word != words.People || sentence[i + 1].Word != words.PeopleEnd || !sentence[i + 2].Capitalised || !sentence[i + 2].IsWord)
            {
                continue;
            }

            int end = i + 3;
            while (end < i + 5 && sentence[end] is { IsWord: true, Capitalised: true } && scene.NameAt(end) < 0)
            {
                end++;
            }

            // “đồng bào dân tộc Tày”, “hai dân tộc Tày, Nùng”: not of one person.
            int verb = sentence[i - 1].Word == words.Human || sentence[i - 1].Word == words.Is ? i - 1 : i;
            bool open = verb == 0 || sentence[verb - 1].IsMark || scene.SubjectAt(verb - 1, Finding.MentionKind.Person).Mention >= 0 || sentence[verb - 1].Word == words.Is;
            bool closed = end >= sentence.Count || sentence[end].IsMark || !sentence[end].Capitalised;
            if (open && closed && scene.NameAt(i + 2) < 0)
            {
                TextSpan span = sentence.Span(i + 2, end);
                sink.Add(new Fact(FactProperty.People, scene.PersonBefore(verb), sentence.Span(i, end), span) { Value = scene.WordsAt(i + 2, end), Status = scene.StatusAt(i) });
            }
        }
    }

    // “Người Tày, sinh năm …”, “Hoàng Đình Luận, người Tày, …”
    private static void AddNamed(FactScene scene, FactSink sink, int at, int length)
    {
        Sentence sentence = scene.Sentence;
        int end = at + 1 + length;
        bool open = at == 0 || sentence[at - 1].IsMark || sentence[at - 1].Word == scene.Words.Is;
        if (open && (end >= sentence.Count || sentence[end].IsMark) && sentence[at + 1].Capitalised && scene.NameAt(at + 1) < 0)
        {
            sink.Add(new Fact(FactProperty.People, scene.PersonBefore(at), sentence.Span(at, end), sentence.Span(at + 1, end)) { Value = scene.WordsAt(at + 1, end), Status = scene.StatusAt(at) });
        }
    }
}

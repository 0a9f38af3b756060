using BienNien.Finding;
using BienNien.Finding.DocumentReferences;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating.Facts.Rules;

/// <summary>FAC019. What a paper is about: the words behind “về”, “về việc”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: PaperTopic.md, beside this file.</remarks>
internal sealed class PaperTopic : IFactRule
{
    private const int LongestTopic = 40;

    /// <inheritdoc/>
    public RuleId Id { get; } = new("FAC019");

    /// <inheritdoc/>
    public void Relate(FactScene scene, FactSink sink)
    {
        Sentence sentence = scene.Sentence;
        FactGrammar words = scene.Words;
        for (int n = 0; n < scene.Inside.Count; n++)
        {
            if (scene.MentionOf(n).Value is not DocumentReferenceValue paper)
            {
                continue;
            }

            int i = scene.Inside[n].End;
            i = SkipDateAndIssuer(scene, i);
            if (sentence[i].Word != words.About)
            {
                continue;
            }

            int first = sentence[i + 1].Word == words.AboutEnd ? i + 2 : i + 1;
            int end = first;
            while (end < sentence.Count && end - first < LongestTopic && !EndsTopic(scene, end))
            {
                // A paper that the topic names belongs to it as a whole.
                end = scene.PaperAt(end) is >= 0 and int named ? scene.Inside[named].End : end + 1;
            }

            string key = $"{paper.Type}|{paper.Number ?? paper.Title}";
            if (end - first >= 2 && !sink.IsTold(FactProperty.About, key, scene.WordsAt(first, end)))
            {
                sink.Add(new Fact(FactProperty.About, new FactSubject(scene.Inside[n].Index, FactCertainty.High, default), sentence.Span(i, end), sentence.Span(first, end))
                {
                    Value = scene.WordsAt(first, end),
                });
            }
        }
    }

    private static bool EndsTopic(FactScene scene, int at)
    {
        Token token = scene.Sentence[at];
        return (scene.TimeAt(at) is >= 0 and int time && scene.Inside[time].First == at && scene.DateOf(time).Length == "2012-05-20".Length) || (token.IsMark && !scene.Words.Dashes.Contains(token) && !IsInnerMark(scene, at)) || (scene.Words.EndsTopic.Contains(token) && !token.Capitalised && scene.NameAt(at) < 0);
    }

    // A quotation mark, a slash in “2001/2005”.
    private static bool IsInnerMark(FactScene scene, int at) => scene.Sentence.Surface(at) is "/" or "“" or "”" or "\"" or "&" or "%";

    // “… ngày 20/5/2012 của UBND huyện về việc …”
    private static int SkipDateAndIssuer(FactScene scene, int from)
    {
        int i = from;
        for (int steps = 0; steps < 6; steps++)
        {
            if (scene.TimeAt(i) is >= 0 and int time)
            {
                i = scene.Inside[time].End;
            }
            else if (scene.Sentence[i].Word == scene.Words.Of && scene.KindAt(i + 1) == MentionKind.Organisation)
            {
                i = scene.Inside[scene.NameAt(i + 1)].End;
            }
            else if (scene.Sentence[i].Word == scene.Words.Comma && (scene.TimeAt(i + 1) >= 0 || scene.Sentence[i + 1].Word == scene.Words.About))
            {
                i++;
            }
            else
            {
                break;
            }
        }

        return i;
    }
}

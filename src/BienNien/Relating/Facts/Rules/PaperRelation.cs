using BienNien.Finding.DocumentReferences;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating.Facts.Rules;

/// <summary>FAC020. A paper that carries out, amends or replaces another: “thực hiện Chỉ thị …, UBND ban hành Kế hoạch …”, “Quyết định … sửa đổi Quyết định …”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: PaperRelation.md, beside this file.</remarks>
internal sealed class PaperRelation : IFactRule
{
    private const int MostLinks = 14;
    private const int MostBetween = 40;

    /// <inheritdoc/>
    public RuleId Id { get; } = new("FAC020");

    /// <inheritdoc/>
    public void Relate(FactScene scene, FactSink sink)
    {
        int before = -1;
        for (int n = 0; n < scene.Inside.Count; n++)
        {
            if (scene.MentionOf(n).Value is not DocumentReferenceValue)
            {
                continue;
            }

            if (before >= 0)
            {
                ReadPair(scene, sink, before, n);
            }

            before = n;
        }
    }

    private static void ReadPair(FactScene scene, FactSink sink, int first, int second)
    {
        Sentence sentence = scene.Sentence;
        FactGrammar words = scene.Words;
        (int start, int stop) = (scene.Inside[first].End, scene.Inside[second].First);
        if (stop - start > MostBetween)
        {
            return;
        }

        if (Change(scene, start, stop, out FactProperty property, out int verb, out bool passive))
        {
            (int subject, int other) = passive ? (second, first) : (first, second);
            Add(scene, sink, property, subject, other, verb, stop);
            return;
        }

        int cue = CueBefore(scene, scene.Inside[first].First);
        if (cue >= 0 && stop > start && words.Issues.Contains(sentence[stop - 1]) && !HasSemicolon(scene, start, stop))
        {
            Add(scene, sink, FactProperty.Implements, second, first, cue, scene.Inside[first].First);
            return;
        }

        // “Kế hoạch số 5 thực hiện Nghị quyết số 3”
        int direct = CueBefore(scene, stop);
        if (cue < 0 && direct >= start && direct - start <= MostLinks && OnlyDateAndIssuer(scene, start, direct) && sentence[direct].Word != words.From)
        {
            Add(scene, sink, FactProperty.Implements, first, second, direct, stop);
        }
    }

    private static void Add(FactScene scene, FactSink sink, FactProperty property, int subject, int other, int verb, int verbEnd)
    {
        TextSpan words = scene.Sentence.Span(verb, Math.Max(verb + 1, verbEnd));
        sink.Add(new Fact(property, new FactSubject(scene.Inside[subject].Index, FactCertainty.High, default), words, scene.MentionOf(other).Span)
        {
            Object = scene.Inside[other].Index,
            Status = scene.StatusAt(verb),
        });
    }

    // A verb of change between two papers, with nothing else than what it changes.
    private static bool Change(FactScene scene, int start, int stop, out FactProperty property, out int verb, out bool passive)
    {
        Sentence sentence = scene.Sentence;
        FactGrammar words = scene.Words;
        (property, verb, passive) = (default, -1, false);
        for (int i = start; i < stop; i++)
        {
            int length = words.Changes.Longest(sentence, i, out FactProperty told);
            if (length == 0)
            {
                continue;
            }

            passive = words.Passive.Contains(sentence[i - 1]);
            int end = i + length;
            if (passive && !(end < stop && words.ByPaper.Contains(sentence[end])))
            {
                return false;
            }

            int links = 0;
            for (int j = passive ? end + 1 : end; j < stop; j++)
            {
                if (!words.ChangeLinks.Contains(sentence[j]) && !sentence[j].IsNumber && scene.TimeAt(j) < 0)
                {
                    return false;
                }

                links++;
            }

            (property, verb) = (told, i);
            return links <= MostLinks && (i - start <= 2 || OnlyDateAndIssuer(scene, start, passive ? i - 1 : i));
        }

        return false;
    }

    private static bool OnlyDateAndIssuer(FactScene scene, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (scene.TimeAt(i) < 0 && scene.NameAt(i) < 0 && (!scene.Sentence[i].IsMark || scene.Sentence[i].Word == scene.Words.Semicolon || scene.Sentence[i].Word == scene.Words.Colon) && scene.Sentence[i].Word != scene.Words.Of && scene.BracketAt(i) < 0)
            {
                return false;
            }
        }

        return true;
    }

    private static int CueBefore(FactScene scene, int paper)
    {
        for (int length = 4; length > 0; length--)
        {
            int at = paper - length;
            if (at >= 0 && scene.Words.Implements.Longest(scene.Sentence, at, out _) == length)
            {
                return at;
            }
        }

        return -1;
    }

    private static bool HasSemicolon(FactScene scene, int start, int stop)
    {
        for (int i = start; i < stop; i++)
        {
            if (scene.Sentence[i].Word == scene.Words.Semicolon)
            {
                return true;
            }
        }

        return false;
    }
}

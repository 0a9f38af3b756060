using System.Runtime.InteropServices;
using BienNien.Text;

namespace BienNien.Finding.OrganisationChanges;

/// <summary>Words of a change where they stand.</summary>
/// <param name="Words">What is known of them.</param>
/// <param name="First">The first token of the mention: <c>được</c>, <c>quyết định</c> or the words themselves.</param>
/// <param name="Head">The first token of the words themselves.</param>
/// <param name="End">One past their last token.</param>
/// <param name="Passive">Whether <c>được</c> or <c>bị</c> goes before.</param>
/// <param name="Decided">Whether a verb of deciding goes before, so that the subject is who did it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ChangeCue(ChangeWords Words, int First, int Head, int End, bool Passive, bool Decided);

/// <summary>Reads the words of a change with what goes before them: <c>được thành lập</c>, <c>quyết định thành lập</c>.</summary>
internal static class ChangeReader
{
    private const int UnrealReach = 5;

    /// <summary>Reads the words that begin at a token.</summary>
    public static bool TryRead(ChangeLexicon lexicon, Sentence sentence, int head, out ChangeCue cue)
    {
        cue = default;
        int length = lexicon.Changes.Longest(sentence, head, out ChangeWords? words);
        if (length == 0 || words is null || IsSecondHalf(lexicon, sentence, head, length))
        {
            return false;
        }

        // A name in the middle of a sentence: “thiếu tá Nguyễn Thọ Lập”.
        if (sentence[head].Capitalised && length == 1 && head > 0 && sentence[head - 1] is { IsWord: true, Capitalised: true })
        {
            return false;
        }

        int first = head;
        int deciding = Decides(lexicon, sentence, head);
        first -= deciding;
        bool passive = lexicon.Passive.Contains(sentence[first - 1]);
        first -= passive ? 1 : 0;
        bool decided = deciding > 0 && !passive;
        passive |= lexicon.Passive.Contains(sentence[first - Manner(lexicon, sentence, first) - 1]);

        cue = new ChangeCue(words, first, head, head + length, passive, decided);
        return true;
    }

    /// <summary>Whether it happened at all, as far as the words before tell: no plan, no denial, no feast of it.</summary>
    public static bool IsTold(ChangeLexicon lexicon, Sentence sentence, in ChangeCue cue)
    {
        if (cue.First == cue.Head && ChangeLexicon.EndingAt(lexicon.Feasts, sentence, cue.First) > 0)
        {
            return false;
        }

        for (int i = cue.First; i > 0 && cue.First - i < UnrealReach && !lexicon.ClauseMarks.Contains(sentence[i - 1]); i--)
        {
            if (ChangeLexicon.EndingAt(lexicon.Unreal, sentence, i) > 0)
            {
                return false;
            }
        }

        return true;
    }

    // “được bí mật thành lập”: manner between the passive and the verb.
    private static int Manner(ChangeLexicon lexicon, Sentence sentence, int at) => ChangeLexicon.EndingAt(lexicon.Manner, sentence, at);

    // “quyết định thành lập”; in “ra quyết định thành lập” it is a paper.
    private static int Decides(ChangeLexicon lexicon, Sentence sentence, int at)
    {
        int length = ChangeLexicon.EndingAt(lexicon.Decides, sentence, at);
        return length == 2 && sentence.Has(at - 2, lexicon.Decision.AsSpan())
            && (lexicon.PaperVerbs.Contains(sentence[at - 3]) || sentence[at - 2].Capitalised)
            ? 0
            : length;
    }

    // “độc lập”, “sáp nhập vào”: words that begin with the second half of another.
    private static bool IsSecondHalf(ChangeLexicon lexicon, Sentence sentence, int head, int length) =>
        head > 0 && !sentence[head - 1].Capitalised && (length == 1 ? lexicon.Halves : lexicon.Prefixes).Contains(sentence[head - 1]);
}

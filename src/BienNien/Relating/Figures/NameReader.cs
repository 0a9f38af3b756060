using BienNien.Text;

namespace BienNien.Relating.Figures;

/// <summary>The name of an indicator as it stands in a sentence: tokens <c>[First, End)</c>.</summary>
/// <param name="First">First token.</param>
/// <param name="End">One past the last; not above <paramref name="First"/> when there is no name.</param>
/// <param name="HasHead">Whether a word that opens names of indicators opens it.</param>
internal readonly record struct NameSpan(int First, int End, bool HasHead)
{
    /// <summary>Whether no word names anything.</summary>
    public bool IsEmpty => End <= First;
}

/// <summary>Finds the words before a connector or figure that name what is measured.</summary>
internal static class NameReader
{
    private const int LongestName = 40;
    private const int MemberWords = 3;

    /// <summary>The name that ends before a token.</summary>
    /// <param name="scene">The sentence.</param>
    /// <param name="end">One past the last token that may belong to it.</param>
    public static NameSpan Before(FigureScene scene, int end)
    {
        end = TrimEnd(scene, end, out bool labelled);
        int start = WindowStart(scene, end, labelled);
        int head = HeadFrom(scene, start, end);
        if (head < 0 && !labelled)
        {
            // “Giá trị sản xuất nông, lâm nghiệp đạt”: the comma stands within the name.
            for (int comma = start - 1, tries = 0; tries < 3 && comma > 0 && scene.MarkAt(comma) == ','; tries++)
            {
                int wider = WindowStart(scene, comma, labelled: false);
                head = HeadFrom(scene, wider, comma);
                if (head >= 0)
                {
                    return Trimmed(scene, head, end, hasHead: true);
                }

                if (wider >= comma)
                {
                    break;
                }

                comma = wider - 1;
            }
        }

        if (head < 0)
        {
            return Trimmed(scene, labelled ? start : Listed(scene, start), end, hasHead: false);
        }

        // “Giảm tỷ suất sinh: 0,15‰”: the label names the fall itself.
        bool turn = labelled && head > 0 && scene.RoleAt(head - 1) is FigureRole.Rise or FigureRole.Fall && Trimmed(scene, start, end, hasHead: false).First == scene.PhraseStart(head - 1);
        return Trimmed(scene, turn ? scene.PhraseStart(head - 1) : head, end, hasHead: true);
    }

    // “nông, lâm, ngư nghiệp giảm”, “trong đó công nghiệp, xây dựng tăng”: short members of one name, in no sentence's opening.
    private static int Listed(FigureScene scene, int start)
    {
        int comma = start - 1;
        while (comma > 0 && scene.MarkAt(comma) == ',')
        {
            int first = comma;
            while (first > 0 && scene.RoleAt(first - 1) == FigureRole.None && scene.MarkAt(first - 1) == '\0' && scene.AmountAt(first - 1) < 0 && scene.TimeAt(first - 1) < 0 && scene.PlaceAt(first - 1) < 0)
            {
                first--;
            }

            bool opens = first == 0 && comma - first > 1;
            if (comma - first is 0 or > MemberWords || opens || (first > 0 && scene.MarkAt(first - 1) is not (';' or ':' or ',' or '(') && scene.RoleAt(first - 1) != FigureRole.Part))
            {
                break;
            }

            start = first;
            comma = first - 1;
        }

        return start;
    }

    // Back over fillers, connectors, times and brackets that hold no amount; a colon ends a label.
    private static int TrimEnd(FigureScene scene, int end, out bool labelled)
    {
        labelled = false;
        while (end > 0)
        {
            int last = scene.Before(end);
            if (last < 0)
            {
                return 0;
            }

            end = last + 1;
            if (scene.MarkAt(last) == ':' && !labelled)
            {
                labelled = true;
            }
            else if (scene.RoleAt(last) is FigureRole.Connector or FigureRole.To or FigureRole.Equal or FigureRole.Rise or FigureRole.Fall or FigureRole.Have or FigureRole.Times or FigureRole.Share or FigureRole.Planned or FigureRole.Part)
            {
                if (scene.PhraseEnd(last) != end)
                {
                    return end;
                }
            }
            else if (scene.MarkAt(last) is not ('-' or '–' or '"' or '”'))
            {
                return end;
            }

            end = scene.RoleAt(last) == FigureRole.None ? last : scene.PhraseStart(last);
        }

        return 0;
    }

    // The nearest place to the left over which no name goes.
    private static int WindowStart(FigureScene scene, int end, bool labelled)
    {
        int bracket = 0;
        for (int i = end - 1; i >= Math.Max(0, end - LongestName); i--)
        {
            char mark = scene.MarkAt(i);
            if (mark == ')')
            {
                bracket++;
            }
            else if (mark == '(')
            {
                if (bracket == 0)
                {
                    return i + 1;
                }

                bracket--;
            }

            if (bracket > 0)
            {
                continue;
            }

            if (scene.AmountAt(i) >= 0 || mark is ';' or '.' or '…' || (mark == ':' && !labelled) || (mark == ',' && !labelled)
                || (scene.RoleAt(i) is FigureRole.Boundary or FigureRole.Planned or FigureRole.Part && !labelled))
            {
                return i + 1;
            }

            if (scene.RoleAt(i) is FigureRole.Connector or FigureRole.Share or FigureRole.Equal && !labelled && scene.PhraseEnd(i) == i + 1)
            {
                return i + 1;
            }
        }

        return Math.Max(0, end - LongestName);
    }

    private static int HeadFrom(FigureScene scene, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (scene.RoleAt(i) == FigureRole.Head && scene.PhraseStart(i) == i && scene.PlaceAt(i) < 0 && !IsNumbered(scene, scene.PhraseEnd(i)))
            {
                return i;
            }
        }

        return -1;
    }

    // “số 17, phố Cũ”: a number that is no amount makes a name of the word before it.
    private static bool IsNumbered(FigureScene scene, int at) => scene.Sentence[at].IsNumber && scene.AmountAt(at) < 0 && scene.TimeAt(at) < 0;

    private static NameSpan Trimmed(FigureScene scene, int first, int end, bool hasHead)
    {
        Sentence sentence = scene.Sentence;
        if (first == 0)
        {
            first = AfterListMark(sentence);
        }

        while (first < end && !hasHead)
        {
            if (scene.IsSkipped(first) || scene.RoleAt(first) is FigureRole.Whole or FigureRole.Over or FigureRole.Earlier or FigureRole.To or FigureRole.Connector or FigureRole.Have or FigureRole.Part
                || scene.MarkAt(first) is '-' or '–' or '+' or '*' or '•' or ',' or ':' or ')' or '“' or '"' or '”' or '(')
            {
                first++;
            }
            else
            {
                break;
            }
        }

        // “số ngày công cũng tăng, từ …”: the verb before the comma is no part of the name.
        while (end > first)
        {
            if (scene.IsSkipped(end - 1) || scene.MarkAt(end - 1) is ',' or '-' or '–')
            {
                end--;
            }
            else if (scene.RoleAt(end - 1) is FigureRole.Rise or FigureRole.Fall or FigureRole.Connector or FigureRole.Equal && scene.PhraseStart(end - 1) > first)
            {
                end = scene.PhraseStart(end - 1);
            }
            else
            {
                break;
            }
        }

        if (end > first && scene.RoleAt(first) == FigureRole.Mean && scene.PhraseEnd(first) >= end)
        {
            return default;
        }

        return new NameSpan(first, end, hasHead);
    }

    // “- ”, “+ ”, “a) ”, “1. ”, “1.2. ”
    private static int AfterListMark(Sentence sentence)
    {
        int at = 0;
        if (sentence[0].IsMark && sentence.Surface(0) is "-" or "–" or "+" or "*" or "•")
        {
            at = 1;
        }

        if (sentence[at + 1].IsMark && sentence.Surface(at + 1) is ")" or "." && (sentence[at].IsNumber || sentence[at].Length == 1 || sentence[at].IsRoman))
        {
            at += 2;
            while (sentence[at].IsNumber && sentence.Surface(at + 1) is "." or ")")
            {
                at += 2;
            }
        }

        return at;
    }
}

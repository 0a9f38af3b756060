namespace BienNien.Reconciling.Reuse;

/// <summary>Where the two sides of a passage differ.</summary>
internal static class EditFinder
{
    /// <summary>How far words that were put in are moved for a better place; a repeated word would else be moved along its whole row.</summary>
    private const int FarthestMove = 40;

    /// <summary>The edits between matched runs, and inside them where letters are the same but for their marks.</summary>
    /// <param name="a">The first document.</param>
    /// <param name="b">The second document.</param>
    /// <param name="runs">What matches, in reading order, at least one run.</param>
    public static IEnumerable<ReuseEdit> Find(ReuseProfile a, ReuseProfile b, MatchRun[] runs)
    {
        List<Difference> differences = Differences(a.Words, b.Words, Settle(a.Words, b.Words, runs));
        return Whole(a.Words, b.Words, differences, runs[0], runs[^1])
            .Select(difference => new ReuseEdit(a.SpanOf(difference.StartA, difference.EndA), b.SpanOf(difference.StartB, difference.EndB)));
    }

    // “… X. Year 1. | Year 2 … | Z”: words that only one side has can often be said to begin at several places. A new sentence begins with a sentence.
    private static MatchRun[] Settle(ReadOnlySpan<ReuseWord> a, ReadOnlySpan<ReuseWord> b, MatchRun[] runs)
    {
        MatchRun[] settled = [.. runs];
        for (int i = 1; i < settled.Length; i++)
        {
            ref MatchRun before = ref settled[i - 1];
            ref MatchRun after = ref settled[i];
            int move = after.B == before.EndB ? BestMove(a, before.EndA, after.A, before.Length, after.Length)
                : after.A == before.EndA ? BestMove(b, before.EndB, after.B, before.Length, after.Length)
                : 0;
            before = before with { Length = before.Length + move };
            after = new MatchRun(after.A + move, after.B + move, after.Length - move);
        }

        return settled;
    }

    // How far the words [start, end), which the other side has not, are moved: to the best beginning, the foremost of equals.
    private static int BestMove(ReadOnlySpan<ReuseWord> words, int start, int end, int roomBefore, int roomAfter)
    {
        int back = 0;
        while (back < Math.Min(roomBefore - 1, FarthestMove) && Same(words[start - back - 1], words[end - back - 1]))
        {
            back++;
        }

        int ahead = 0;
        while (ahead < Math.Min(roomAfter - 1, FarthestMove) && Same(words[start + ahead], words[end + ahead]))
        {
            ahead++;
        }

        int best = -back;
        for (int move = 1 - back; move <= ahead; move++)
        {
            best = Beginning(words[start + move]) > Beginning(words[start + best]) ? move : best;
        }

        return best;
    }

    private static int Beginning(ReuseWord word) => word switch
    {
        { OpensSentence: true } => 3,
        { IsAfterMark: true, IsGlued: false } => 2,
        { IsGlued: false } => 1,
        _ => 0,
    };

    private static bool Same(ReuseWord one, ReuseWord other) => one.Folded == other.Folded && one.Exact == other.Exact;

    private static List<Difference> Differences(ReadOnlySpan<ReuseWord> a, ReadOnlySpan<ReuseWord> b, MatchRun[] runs)
    {
        List<Difference> differences = [];
        for (int i = 0; i < runs.Length; i++)
        {
            MatchRun run = runs[i];
            if (i > 0)
            {
                Add(differences, new Difference(runs[i - 1].EndA, run.A, runs[i - 1].EndB, run.B));
            }

            for (int at = 0; at < run.Length; at++)
            {
                if (a[run.A + at].Exact != b[run.B + at].Exact)
                {
                    Add(differences, new Difference(run.A + at, run.A + at + 1, run.B + at, run.B + at + 1));
                }
            }
        }

        return differences;
    }

    private static void Add(List<Difference> differences, Difference next)
    {
        if (differences.Count > 0 && differences[^1].Touches(next))
        {
            differences[^1] = differences[^1].With(next);
        }
        else
        {
            differences.Add(next);
        }
    }

    // A number of which a part differs is different as a whole; what lies beside an edit is matched word by word, so both sides widen alike.
    private static List<Difference> Whole(ReadOnlySpan<ReuseWord> a, ReadOnlySpan<ReuseWord> b, List<Difference> differences, MatchRun first, MatchRun last)
    {
        List<Difference> whole = [];
        for (int i = 0; i < differences.Count; i++)
        {
            Difference one = differences[i];
            while (one.StartA > first.A && one.StartB > first.B && (IsGlued(a, one.StartA) || IsGlued(b, one.StartB))
                && !(whole.Count > 0 && whole[^1].Touches(one)))
            {
                one = one with { StartA = one.StartA - 1, StartB = one.StartB - 1 };
            }

            while (one.EndA < last.EndA && one.EndB < last.EndB && (IsGlued(a, one.EndA) || IsGlued(b, one.EndB))
                && !(i + 1 < differences.Count && one.Touches(differences[i + 1])))
            {
                one = one with { EndA = one.EndA + 1, EndB = one.EndB + 1 };
            }

            Add(whole, one);
        }

        return whole;
    }

    private static bool IsGlued(ReadOnlySpan<ReuseWord> words, int at) => at < words.Length && words[at].IsGlued;

    /// <summary>Words of both sides that differ; between two differences both have as many words.</summary>
    private readonly record struct Difference(int StartA, int EndA, int StartB, int EndB)
    {
        public bool Touches(Difference next) => EndA == next.StartA && EndB == next.StartB;

        public Difference With(Difference next) => this with { EndA = next.EndA, EndB = next.EndB };
    }
}

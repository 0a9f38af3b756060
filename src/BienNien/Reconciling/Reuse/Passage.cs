using BienNien.Text;

namespace BienNien.Reconciling.Reuse;

/// <summary>A passage by word numbers: what matches, in reading order, from its first word to its last.</summary>
internal sealed class Passage
{
    // An unmatched word weighs this much against a matched pair: below 0 is what is less than half matched …
    private static readonly (int Matched, int Unmatched) _half = (2, 1);

    // … or less similar than a passage has to be: 2m / (2m + u) >= 0.6 is 4m >= 3u.
    private static readonly (int Matched, int Unmatched) _similar = (4, 3);

    private Passage(MatchRun[] runs)
    {
        Runs = runs;
        int matched = runs.Sum(static run => run.Length);
        Similarity = 2.0 * matched / (EndA - StartA + EndB - StartB);
    }

    public MatchRun[] Runs { get; }

    public double Similarity { get; }

    public int StartA => Runs[0].A;

    public int EndA => Runs[^1].EndA;

    public int StartB => Runs[0].B;

    public int EndB => Runs[^1].EndB;

    /// <summary>The best passage within a way through both documents, or null when none is long and similar enough.</summary>
    public static Passage? Best(ReuseProfile a, ReuseProfile b, MatchRun[] way) => Within(a, b, way, _half) ?? Within(a, b, way, _similar);

    public TextSpan SpanA(ReuseProfile a) => a.SpanOf(StartA, EndA);

    public TextSpan SpanB(ReuseProfile b) => b.SpanOf(StartB, EndB);

    private static Passage? Within(ReuseProfile a, ReuseProfile b, MatchRun[] way, (int Matched, int Unmatched) weights)
    {
        MatchRun[] runs = Trim(a, b, HighestScore(way, weights));
        if (runs.Length == 0)
        {
            return null;
        }

        Passage passage = new(runs);
        return passage.EndA - passage.StartA >= PassageAligner.LeastWords && passage.EndB - passage.StartB >= PassageAligner.LeastWords
            && passage.Similarity >= PassageAligner.LeastSimilarity
            ? passage
            : null;
    }

    // The stretch of highest score, the longest of equals: no beginning and no end of it scores below 0.
    private static MatchRun[] HighestScore(MatchRun[] way, (int Matched, int Unmatched) weights)
    {
        int best = 0;
        (int First, int End) found = (0, 0);
        int score = 0;
        int first = 0;
        for (int i = 0; i < way.Length; i++)
        {
            score -= i > first ? weights.Unmatched * way[i - 1].GapTo(way[i]) : 0;
            if (score < 0)
            {
                score = 0;
                first = i;
            }

            score += weights.Matched * way[i].Length;
            if (score > best || (score == best && i + 1 - first > found.End - found.First))
            {
                best = score;
                found = (first, i + 1);
            }
        }

        return way[found.First..found.End];
    }

    private static MatchRun[] Trim(ReuseProfile a, ReuseProfile b, MatchRun[] runs)
    {
        // A single common word behind an edit is chance (“của”, “và”), unless the edit only puts words in the place of as many: a figure, a name.
        int first = 0;
        int end = runs.Length;
        while (first + 1 < end && runs[first].Length == 1 && !Replaces(runs[first], runs[first + 1]))
        {
            first++;
        }

        while (end - 1 > first && runs[end - 1].Length == 1 && !Replaces(runs[end - 2], runs[end - 1]))
        {
            end--;
        }

        // Neither begins nor ends inside a number: what differs of it would be cut off.
        for (; first < end; first++)
        {
            MatchRun run = runs[first];
            int within = 0;
            while (within < run.Length && (a.Words[run.A + within].IsGlued || b.Words[run.B + within].IsGlued))
            {
                within++;
            }

            if (within < run.Length)
            {
                runs[first] = new MatchRun(run.A + within, run.B + within, run.Length - within);
                break;
            }
        }

        for (; end > first; end--)
        {
            MatchRun run = runs[end - 1];
            int length = run.Length;
            while (length > 0 && (GoesOn(a, run.A + length) || GoesOn(b, run.B + length)))
            {
                length--;
            }

            if (length > 0)
            {
                runs[end - 1] = run with { Length = length };
                break;
            }
        }

        return runs[first..end];
    }

    private static bool GoesOn(ReuseProfile profile, int word) => word < profile.Count && profile.Words[word].IsGlued;

    private static bool Replaces(MatchRun before, MatchRun after) => after.A - before.EndA == after.B - before.EndB;
}

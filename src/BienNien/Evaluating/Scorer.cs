using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BienNien.Evaluating;

/// <summary>How well the annotations of one kind agree with gold; sums over documents.</summary>
/// <param name="Gold">How many are in gold.</param>
/// <param name="Predicted">How many were found.</param>
/// <param name="Strict">How many have the same start and end.</param>
/// <param name="Relaxed">How many pairs overlap, one to one, the best overlap first.</param>
/// <param name="Compared">For how many of those pairs the value is compared; 0 for kinds without a value.</param>
/// <param name="Agreeing">For how many of those it agrees.</param>
public readonly record struct KindScore(int Gold, int Predicted, int Strict, int Relaxed, int Compared, int Agreeing)
{
    /// <summary>Share of what was found that is right, 0–1; 0 when nothing was found.</summary>
    public double Precision => Predicted == 0 ? 0 : (double)Strict / Predicted;

    /// <summary>Share of gold that was found, 0–1; 0 when gold is empty.</summary>
    public double Recall => Gold == 0 ? 0 : (double)Strict / Gold;

    /// <summary>Harmonic mean of precision and recall; 1 when both sides are empty.</summary>
    public double F1 => F(Strict);

    /// <summary>The same for overlapping pairs.</summary>
    public double RelaxedF1 => F(Relaxed);

    /// <summary>Share of compared pairs that agree, 0–1; null for kinds without a value, and without pairs.</summary>
    public double? ValueAccuracy => Compared == 0 ? null : (double)Agreeing / Compared;

    /// <summary>Both together.</summary>
    public static KindScore operator +(KindScore left, KindScore right) => new(
        left.Gold + right.Gold, left.Predicted + right.Predicted, left.Strict + right.Strict, left.Relaxed + right.Relaxed,
        left.Compared + right.Compared, left.Agreeing + right.Agreeing);

    /// <summary>Both together.</summary>
    public static KindScore Add(KindScore left, KindScore right) => left + right;

    private double F(int hits) => Gold + Predicted == 0 ? 1 : 2.0 * hits / (Gold + Predicted);
}

/// <summary>What went wrong with one annotation.</summary>
public enum MissKind
{
    /// <summary>In gold, and nothing overlaps it.</summary>
    Missed,

    /// <summary>Found, and nothing in gold overlaps it.</summary>
    Spurious,

    /// <summary>The two overlap, and their values differ.</summary>
    Value,

    /// <summary>The two overlap, and their ends differ.</summary>
    Extent,
}

/// <summary>One disagreement, for who wants to repair it.</summary>
/// <param name="What">What went wrong.</param>
/// <param name="Gold">Null for <see cref="MissKind.Spurious"/>.</param>
/// <param name="Predicted">Null for <see cref="MissKind.Missed"/>.</param>
public sealed record Miss(MissKind What, Annotation? Gold, Annotation? Predicted);

/// <summary>The score of one kind in one document.</summary>
/// <param name="Score">The figures.</param>
/// <param name="Misses">Every disagreement, in reading order.</param>
public sealed record KindResult(KindScore Score, ImmutableArray<Miss> Misses);

/// <summary>Compares annotations with gold.</summary>
public static partial class Scorer
{
    /// <summary>The kinds that are scored, in the order in which they are shown.</summary>
    public static ImmutableArray<string> Kinds { get; } =
        ["TIME", "QUANTITY", "PERSON", "PLACE", "ORG", "DOCREF", "AWARD", "ALIAS", "RENAMED", "QUOTE", Annotation.Event, Annotation.Issue];

    /// <summary>Scores one kind in one document. Of several annotations at one span the first counts.</summary>
    public static KindResult Score(string kind, IEnumerable<Annotation> gold, IEnumerable<Annotation> predicted)
    {
        Annotation[] wanted = Of(gold);
        Annotation[] found = Of(predicted);
        if (kind == Annotation.Issue)
        {
            // Of what editors may disagree about neither silence nor a word is wrong.
            Annotation[] unsure = [.. wanted.Where(static row => Get(row.Attributes, "sure").ValueKind == JsonValueKind.False)];
            wanted = [.. wanted.Except(unsure)];
            found = [.. found.Where(row => !unsure.Any(other => other.Span.Overlaps(row.Span)) || wanted.Any(other => other.Span.Overlaps(row.Span)))];
        }

        int strict = wanted.Select(static row => row.Span).Intersect(found.Select(static row => row.Span)).Count();

        bool[] usedWanted = new bool[wanted.Length];
        bool[] usedFound = new bool[found.Length];
        List<Miss> misses = [];
        int relaxed = 0;
        int compared = 0;
        int agreeing = 0;
        foreach ((int i, int j) in Pairs(wanted, found))
        {
            if (usedWanted[i] || usedFound[j])
            {
                continue;
            }

            (usedWanted[i], usedFound[j]) = (true, true);
            relaxed++;
            bool? same = SameValue(kind, wanted[i].Attributes, found[j].Attributes);
            compared += same is null ? 0 : 1;
            agreeing += same is true ? 1 : 0;
            if (same is false)
            {
                misses.Add(new Miss(MissKind.Value, wanted[i], found[j]));
            }

            if (wanted[i].Span != found[j].Span)
            {
                misses.Add(new Miss(MissKind.Extent, wanted[i], found[j]));
            }
        }

        misses.AddRange(wanted.Where((_, i) => !usedWanted[i]).Select(static row => new Miss(MissKind.Missed, row, null)));
        misses.AddRange(found.Where((_, j) => !usedFound[j]).Select(static row => new Miss(MissKind.Spurious, null, row)));
        return new KindResult(
            new KindScore(wanted.Length, found.Length, strict, relaxed, compared, agreeing),
            [.. misses.OrderBy(static miss => (miss.Gold ?? miss.Predicted)!.Span).ThenBy(static miss => miss.What)]);

        Annotation[] Of(IEnumerable<Annotation> rows) => [.. rows.Where(row => row.Kind == kind).DistinctBy(static row => row.Span)];
    }

    // Best overlap first: shared characters over characters covered by either. Ties go to the later rows, as in the reference script.
    private static IEnumerable<(int Gold, int Predicted)> Pairs(Annotation[] wanted, Annotation[] found) =>
        from i in Enumerable.Range(0, wanted.Length)
        from j in Enumerable.Range(0, found.Length)
        let x = wanted[i].Span
        let y = found[j].Span
        where x.Overlaps(y)
        orderby (double)(Math.Min(x.End, y.End) - Math.Max(x.Start, y.Start)) / (Math.Max(x.End, y.End) - Math.Min(x.Start, y.Start)) descending,
            i descending, j descending
        select (i, j);

    private static bool? SameValue(string kind, JsonElement gold, JsonElement predicted) => kind switch
    {
        "TIME" => Norm(gold, "value").Equals(Norm(predicted, "value"), StringComparison.OrdinalIgnoreCase) && Norm(gold, "type") == Norm(predicted, "type"),
        "QUANTITY" => SameNumber(Get(gold, "value"), Get(predicted, "value")),
        "DOCREF" => Norm(gold, "number") == Norm(predicted, "number"),
        "PERSON" => Norm(gold, "id") == Norm(predicted, "id"),
        Annotation.Event => Norm(gold, "date") == Norm(predicted, "date"),
        Annotation.Issue => Norm(gold, "rule") == Norm(predicted, "rule"),
        _ => null,
    };

    private static bool SameNumber(JsonElement gold, JsonElement predicted)
    {
        if (gold.ValueKind != JsonValueKind.Number || predicted.ValueKind != JsonValueKind.Number)
        {
            return gold.ValueKind != JsonValueKind.Number && predicted.ValueKind != JsonValueKind.Number;
        }

        double wanted = gold.GetDouble();
        return Math.Abs(wanted - predicted.GetDouble()) <= 1e-9 * Math.Max(1, Math.Abs(wanted));
    }

    private static JsonElement Get(JsonElement attributes, string name) =>
        attributes.ValueKind == JsonValueKind.Object && attributes.TryGetProperty(name, out JsonElement value) ? value : default;

    private static string Norm(JsonElement attributes, string name) =>
        WhiteSpace().Replace(Get(attributes, name) is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } value ? value.ToString() : "", " ")
            .Trim().ToLowerInvariant();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex WhiteSpace();
}

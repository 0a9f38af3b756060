using System.Collections.Immutable;
using System.Globalization;
using BienNien.Finding.People;
using BienNien.Relating;
using BienNien.Relating.Facts;
using BienNien.Tests.Finding.Marked;
using Shouldly;
using Xunit.Abstractions;

namespace BienNien.Tests.Relating.Facts;

/// <summary>
/// Facts in passages of many kinds, marked before any rule was written. Those in <c>worked</c> have been looked into since; those in <c>unseen</c> only give a score.
/// What is only guessed (<see cref="FactCertainty.Low"/>), planned or denied counts neither way.
/// </summary>
public sealed class MarkedFactTests(EngineFixture fixture, ITestOutputHelper output) : IClassFixture<EngineFixture>
{
    // A little below what was reached; they only rise.
    [Theory]
    [InlineData("worked", 0.985, 0.965, 0.975)]
    [InlineData("unseen", 0.98, 0.97, 0.98)]
    public void Facts_are_read_as_marked(string folder, double precisionFloor, double recallFloor, double valueFloor)
    {
        SortedDictionary<FactProperty, Score> byProperty = [];
        List<string> slips = [];
        foreach (MarkedPassage passage in MarkedPassage.Load($"Facts/{folder}"))
        {
            Compare(passage, byProperty, slips);
        }

        Score total = default;
        foreach ((FactProperty property, Score score) in byProperty)
        {
            output.WriteLine($"{property,-12} {score}");
            total += score;
        }

        output.WriteLine($"{folder}: {total}");
        if (folder == "worked")
        {
            slips.ForEach(output.WriteLine);
        }

        total.Gold.ShouldBeGreaterThan(60);
        total.Precision.ShouldBeGreaterThanOrEqualTo(precisionFloor);
        total.Recall.ShouldBeGreaterThanOrEqualTo(recallFloor);
        total.Values.ShouldBeGreaterThanOrEqualTo(valueFloor);
    }

    private void Compare(MarkedPassage passage, SortedDictionary<FactProperty, Score> scores, List<string> slips)
    {
        DocumentAnalysis analysis = fixture.Engine.Analyze(EngineFixture.Read(passage.Text, "tu-lieu.md"));
        List<FactClaim> told = [.. analysis.Claims.OfType<FactClaim>().Where(static claim => claim.Certainty != FactCertainty.Low && claim.Status == ClaimStatus.Asserted)];
        foreach (Mark mark in passage.Marks)
        {
            string[] says = mark.Says.Split(' ', 2);
            FactProperty property = Enum.Parse<FactProperty>(says[0]);
            ImmutableDictionary<string, string> parts = says[1].Split(';').Select(static part => part.Split('=', 2))
                .ToImmutableDictionary(static part => part[0].Trim(), static part => part[1].Trim(), StringComparer.Ordinal);
            FactClaim? found = told.Find(claim => claim.Property == property && claim.ValueSpan.Start < mark.End && mark.Start < claim.ValueSpan.End && IsOf(analysis, claim, parts["of"]));
            string wrong = found is null ? "" : string.Join(", ", Wrong(analysis, found, parts));
            Add(property, new Score(1, 0, found is null ? 0 : 1, found is null || wrong.Length > 0 ? 0 : 1));
            if (found is null || wrong.Length > 0)
            {
                slips.Add(found is null ? $"{passage.Name}: missed {mark.Says}" : $"{passage.Name}: {mark.Says}, but {wrong}");
            }

            told.Remove(found!);
            if (found is not null)
            {
                Add(property, new Score(0, 1, 0, 0));
            }
        }

        foreach (FactClaim claim in told)
        {
            Add(claim.Property, new Score(0, 1, 0, 0));
            slips.Add($"{passage.Name}: unasked {claim.Rule} {claim.Property} of {Name(analysis, claim.Subject)}: {analysis.Document.Surface(claim.ValueSpan)}");
        }

        void Add(FactProperty property, Score score) => scores[property] = scores.GetValueOrDefault(property) + score;
    }

    private static IEnumerable<string> Wrong(DocumentAnalysis analysis, FactClaim claim, ImmutableDictionary<string, string> parts)
    {
        if (parts.TryGetValue("date", out string? date) && date != claim.Date)
        {
            yield return $"date {claim.Date}";
        }

        if (parts.TryGetValue("value", out string? value) && value != claim.Value)
        {
            yield return $"value {claim.Value}";
        }

        if (parts.TryGetValue("obj", out string? other) && !Name(analysis, claim.Object).Equals(other, StringComparison.OrdinalIgnoreCase))
        {
            yield return $"object {Name(analysis, claim.Object)}";
        }
    }

    private static bool IsOf(DocumentAnalysis analysis, FactClaim claim, string name) =>
        Name(analysis, claim.Subject).Contains(name, StringComparison.OrdinalIgnoreCase)
        || (claim.Subject >= 0 && analysis.Mentions[claim.Subject].Value is PersonValue person && person.Id == name);

    private static string Name(DocumentAnalysis analysis, int mention) => mention < 0 ? "" : analysis.Document.WordsAt(analysis.Mentions[mention].Span);

    private readonly record struct Score(int Gold, int Found, int Matched, int Right)
    {
        public double Precision => Found == 0 ? 1 : (double)Matched / Found;

        public double Recall => Gold == 0 ? 1 : (double)Matched / Gold;

        public double Values => Matched == 0 ? 1 : (double)Right / Matched;

        public static Score operator +(Score a, Score b) => new(a.Gold + b.Gold, a.Found + b.Found, a.Matched + b.Matched, a.Right + b.Right);

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture, $"marked {Gold}, found {Found}, precision {Precision:0.000}, recall {Recall:0.000}, values {Values:0.000}");
    }
}

using System.Collections.Immutable;
using System.Globalization;
using BienNien.Finding.Quantities;
using BienNien.Relating;
using BienNien.Relating.Figures;
using BienNien.Tests.Finding.Marked;
using Shouldly;
using Xunit.Abstractions;

namespace BienNien.Tests.Relating.Figures;

/// <summary>
/// Figures of indicators in reports of many kinds, marked by readers who had not seen the rules. Those in <c>worked</c> have been looked into since; those in
/// <c>unseen</c> only give a score.
/// </summary>
public sealed class MarkedFigureTests(EngineFixture fixture, ITestOutputHelper output) : IClassFixture<EngineFixture>
{
    // A little below what was reached; they only rise.
    [Theory]
    [InlineData("worked", 0.985, 0.975, 0.99)]
    [InlineData("unseen", 0.955, 0.95, 0.96)]
    public void Figures_are_read_as_marked(string folder, double f1Floor, double indicatorFloor, double periodFloor)
    {
        Score total = default;
        foreach (MarkedPassage passage in MarkedPassage.Load($"Figures/{folder}"))
        {
            Score score = Of(passage);
            output.WriteLine($"{passage.Name}: {score}");
            total += score;
        }

        output.WriteLine($"{folder}: {total}");
        total.Gold.ShouldBeGreaterThan(200);
        total.F1.ShouldBeGreaterThanOrEqualTo(f1Floor);
        total.Of(total.Indicators).ShouldBeGreaterThanOrEqualTo(indicatorFloor);
        total.Of(total.Periods).ShouldBeGreaterThanOrEqualTo(periodFloor);
        total.Of(total.Measures).ShouldBeGreaterThanOrEqualTo(0.98);
    }

    private Score Of(MarkedPassage passage)
    {
        DocumentAnalysis analysis = fixture.Engine.Analyze(EngineFixture.Read(passage.Text, "bao-cao.md"));
        List<FigureClaim> told = [.. analysis.Claims.OfType<FigureClaim>()];
        Score score = default(Score) with { Gold = passage.Marks.Length, Found = told.Count };
        foreach (Mark mark in passage.Marks)
        {
            if (told.Find(claim => claim.Span.Start < mark.End && mark.Start < claim.Span.End) is not { } claim)
            {
                continue;
            }

            told.Remove(claim);
            Dictionary<string, string> says = mark.Says.Split(';').Select(static part => part.Split('=', 2)).Where(static part => part.Length == 2)
                .ToDictionary(static part => part[0].Trim(), static part => part[1].Trim(), StringComparer.Ordinal);
            score += default(Score) with
            {
                Matched = 1,
                Indicators = Alike(says["ind"], claim.Indicator.Name) ? 1 : 0,
                Periods = says["period"] == claim.Period.Value ? 1 : 0,
                Measures = says["m"] == claim.Measure.Code() ? 1 : 0,
                Scopes = string.Equals(says["scope"], claim.Scope.Implied ? "" : claim.Scope.Name, StringComparison.OrdinalIgnoreCase) ? 1 : 0,
            };
        }

        return score;
    }

    // Readers differ on how much of a name is the name: three in five of all words must be shared.
    private static bool Alike(string marked, string read)
    {
        ImmutableHashSet<string> left = Words(marked);
        ImmutableHashSet<string> right = Words(read);
        return left.Intersect(right).Count >= 0.6 * left.Union(right).Count;
    }

    private static ImmutableHashSet<string> Words(string name) =>
        [.. name.ToLowerInvariant().Split([' ', ',', '.', ':', ';', '(', ')', '-', '–'], StringSplitOptions.RemoveEmptyEntries)];

    private readonly record struct Score(int Gold, int Found, int Matched, int Indicators, int Periods, int Measures, int Scopes)
    {
        public double F1 => 2.0 * Matched / (Gold + Found);

        public double Of(int right) => (double)right / Matched;

        public static Score operator +(Score a, Score b) => new(
            a.Gold + b.Gold, a.Found + b.Found, a.Matched + b.Matched, a.Indicators + b.Indicators, a.Periods + b.Periods, a.Measures + b.Measures, a.Scopes + b.Scopes);

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"marked {Gold}, found {Found}, F1 {F1:0.000}; indicator {Of(Indicators):0.000}, period {Of(Periods):0.000}, measure {Of(Measures):0.000}, scope {Of(Scopes):0.000}");
    }
}

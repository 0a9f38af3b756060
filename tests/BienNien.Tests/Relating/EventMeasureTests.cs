using System.Collections.Immutable;
using BienNien.Relating;
using BienNien.Rules;
using Shouldly;

namespace BienNien.Tests.Relating;

/// <summary>How well events are told on sentences that were written before the rules. The floors only rise.</summary>
public sealed class EventMeasureTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    [Fact]
    public void Own_sentences_stay_above_the_floor()
    {
        RulePage page = RulePage.Parse("OwnSentences.md", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Relating", "OwnSentences.md")));
        page.Examples.Length.ShouldBeGreaterThanOrEqualTo(60);
        int gold = 0;
        int predicted = 0;
        int matched = 0;
        int types = 0;
        int dates = 0;
        foreach (RuleExample example in page.Examples)
        {
            List<EventClaim> claims = [.. fixture.Engine.Analyze(EngineFixture.Read(example.Text)).Claims.OfType<EventClaim>().Where(claim => claim.Status == ClaimStatus.Asserted)];
            gold += example.Spans.Length;
            predicted += claims.Count;
            for (int i = 0; i < example.Spans.Length; i++)
            {
                (int start, int length) = example.Spans[i];
                ImmutableDictionary<string, string> expected = example.Expected[i];
                EventClaim? match = claims.FirstOrDefault(claim => claim.Span.Start < start + length && start < claim.Span.End);
                if (match is not null)
                {
                    claims.Remove(match);
                    matched++;
                    types += expected["type"] == match.Type.Code() ? 1 : 0;
                    dates += !expected.TryGetValue("date", out string? date) || date == match.Date ? 1 : 0;
                }
            }
        }

        double f1 = 2.0 * matched / (gold + predicted);
        f1.ShouldBeGreaterThanOrEqualTo(0.92, "relaxed F1 of triggers");
        (types / (double)matched).ShouldBeGreaterThanOrEqualTo(0.92, "share of types");
        (dates / (double)matched).ShouldBeGreaterThanOrEqualTo(0.97, "share of dates");
    }
}

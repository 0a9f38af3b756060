using System.Globalization;
using System.Text.Json;
using BienNien.Finding;
using BienNien.Text;
using Shouldly;
using Xunit.Abstractions;

namespace BienNien.Tests.Reading.Repairing;

/// <summary>How many damaged, glued and broken dates are found with their values, on passages that were written before the rules for them.</summary>
/// <remarks>The floors are what is reached; they only rise. Before the rules the two pages had an F1 of 0.39 and 0.32.</remarks>
public sealed class DatePassageTests(EngineFixture fixture, ITestOutputHelper output) : IClassFixture<EngineFixture>
{
    [Theory]
    [InlineData("dates-dev", 0.94, 0.97)]
    [InlineData("dates-kept", 0.85, 0.97)]
    public void Dates_are_found_through_their_damage(string page, double f1, double values)
    {
        (int gold, int found, int right, int valued, int matched) = (0, 0, 0, 0, 0);
        foreach (DatePassage passage in DatePassage.Load(page))
        {
            Mention[] times = [.. fixture.Engine.Finder.Find(passage.Document).Where(static mention => mention.Kind == MentionKind.Time)];
            gold += passage.Times.Count;
            found += times.Length;
            foreach ((TextSpan span, string type, string value) in passage.Times)
            {
                if (times.FirstOrDefault(mention => mention.Span == span) is { } mention)
                {
                    matched++;
                    using JsonDocument attributes = JsonDocument.Parse(MentionJson.Attributes(mention.Value));
                    bool isRight = attributes.RootElement.GetProperty("type").GetString() == type && attributes.RootElement.GetProperty("value").GetString() == value;
                    valued += value == "?" ? 0 : 1;
                    right += value != "?" && isRight ? 1 : 0;
                }
            }
        }

        string figures = string.Create(CultureInfo.InvariantCulture, $"{page}: {gold} marked, {found} found, {matched} matched, {right} of {valued} values right");
        output.WriteLine(figures);
        (2.0 * matched / (gold + found)).ShouldBeGreaterThanOrEqualTo(f1, figures);
        ((double)right / valued).ShouldBeGreaterThanOrEqualTo(values, figures);
    }
}

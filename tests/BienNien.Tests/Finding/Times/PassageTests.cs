using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Rules;
using Shouldly;
using Xunit.Abstractions;

namespace BienNien.Tests.Finding.Times;

/// <summary>Passages with all their TIME mentions: one file that the rules were worked on with, one that only gives a score.</summary>
public sealed class PassageTests(EngineFixture fixture, ITestOutputHelper output) : IClassFixture<EngineFixture>
{
    // Rises with the rules; it never falls.
    private const double HeldOutFloor = 0.95;

    [Fact]
    public void Every_passage_is_read_as_marked()
    {
        var (score, failures) = Score("Passages.md");
        output.WriteLine(score.ToString());
        failures.ShouldBeEmpty(string.Join('\n', failures));
    }

    [Fact]
    public void Passages_kept_apart_score_above_the_floor()
    {
        var (score, _) = Score("HeldOut.md");
        output.WriteLine(score.ToString());
        score.F1.ShouldBeGreaterThanOrEqualTo(HeldOutFloor);
        score.ValueAccuracy.ShouldBeGreaterThanOrEqualTo(HeldOutFloor);
    }

    private (Scored Score, List<string> Failures) Score(string file)
    {
        using var stream = typeof(PassageTests).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var page = RulePage.Parse(file, reader.ReadToEnd());
        List<string> failures = [];
        var (gold, found, matched, valued, right) = (0, 0, 0, 0, 0);
        foreach (var example in page.Examples)
        {
            var document = EngineFixture.Read(example.Text);
            ImmutableArray<Mention> times = [.. fixture.Engine.Finder.Find(document).Where(m => m.Kind == MentionKind.Time)];
            gold += example.Spans.Length;
            found += times.Length;
            var seen = string.Join(' ', times.Select(m => $"{m.Rule}[{document.Surface(m.Span)}]{((TimeValue)m.Value).Value}"));
            for (var i = 0; i < example.Spans.Length; i++)
            {
                var mention = times.FirstOrDefault(m => (m.Span.Start, m.Span.Length) == example.Spans[i]);
                if (mention is null)
                {
                    failures.Add($"{file}:{example.Line}: {example.Text} gave {seen}");
                    continue;
                }

                matched++;
                if (i < example.Expected.Length)
                {
                    valued++;
                    var attributes = Attributes(mention.Value);
                    var wrong = example.Expected[i].Where(pair => !string.Equals(attributes.GetValueOrDefault(pair.Key), pair.Value, StringComparison.Ordinal)).ToArray();
                    right += wrong.Length == 0 ? 1 : 0;
                    failures.AddRange(wrong.Select(pair => $"{file}:{example.Line}: {example.Text}: {pair.Key} of «{document.Surface(mention.Span)}» is {attributes.GetValueOrDefault(pair.Key)}, not {pair.Value}"));
                }
            }

            if (times.Length > example.Spans.Length)
            {
                failures.Add($"{file}:{example.Line}: {example.Text} gave too much: {seen}");
            }
        }

        return (new Scored(gold, found, matched, valued, right), failures);
    }

    private static Dictionary<string, string> Attributes(MentionValue value)
    {
        using var parsed = JsonDocument.Parse(MentionJson.Attributes(value));
        return parsed.RootElement.EnumerateObject().ToDictionary(
            p => p.Name, p => p.Value.ValueKind == JsonValueKind.String ? p.Value.GetString()! : p.Value.GetRawText().ToLowerInvariant(), StringComparer.Ordinal);
    }

    private sealed record Scored(int Gold, int Found, int Matched, int Valued, int Right)
    {
        public double F1 => 2.0 * Matched / (Gold + Found);

        public double ValueAccuracy => (double)Right / Valued;

        public override string ToString() =>
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"gold {Gold} found {Found} strict F1 {F1:0.000} value {ValueAccuracy:0.000}");
    }
}

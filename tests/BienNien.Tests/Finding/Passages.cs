using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using BienNien.Finding;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Tests.Finding;

/// <summary>Sentences marked as on rule pages, scored for one kind as the annotation standard scores documents.</summary>
public sealed record Passages(int Gold, int Predicted, int Strict, int Valued, ImmutableArray<string> Misses)
{
    public double F1 => 2.0 * Strict / (Gold + Predicted);

    public double ValueAccuracy => Strict == 0 ? 0 : (double)Valued / Strict;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"gold {Gold}, predicted {Predicted}, strict F1 {F1:0.000}, value {ValueAccuracy:0.000}\n{string.Join('\n', Misses)}");

    /// <summary>Scores a file that lies beside the calling test.</summary>
    public static Passages Score(Engine engine, MentionKind kind, string file, [CallerFilePath] string caller = "")
    {
        string path = Path.Combine(Path.GetDirectoryName(caller)!, file);
        int gold = 0;
        int predicted = 0;
        int strict = 0;
        int valued = 0;
        ImmutableArray<string>.Builder misses = ImmutableArray.CreateBuilder<string>();
        foreach (RuleExample example in RulePage.Parse(file, File.ReadAllText(path)).Examples)
        {
            Document document = EngineFixture.Read(example.Text);
            ImmutableArray<Mention> found = [.. engine.Finder.Find(document).Where(mention => mention.Kind == kind)];
            gold += example.Spans.Length;
            predicted += found.Length;
            for (int i = 0; i < example.Spans.Length; i++)
            {
                (int Start, int Length) span = example.Spans[i];
                if (found.FirstOrDefault(mention => (mention.Span.Start, mention.Span.Length) == span) is not { } hit)
                {
                    continue;
                }

                strict++;
                valued += example.Expected.Length <= i || HasAll(hit.Value, example.Expected[i]) ? 1 : 0;
            }

            if (!found.Select(mention => (mention.Span.Start, mention.Span.Length)).SequenceEqual(example.Spans))
            {
                misses.Add($"{file}:{example.Line}: «{example.Text}» gave {string.Join(", ", found.Select(mention => $"{mention.Rule}[{document.Surface(mention.Span)}]"))}");
            }
        }

        return new Passages(gold, predicted, strict, valued, misses.ToImmutable());
    }

    private static bool HasAll(MentionValue value, ImmutableDictionary<string, string> expected)
    {
        using JsonDocument parsed = JsonDocument.Parse(MentionJson.Attributes(value));
        return expected.All(pair => parsed.RootElement.TryGetProperty(pair.Key, out JsonElement seen)
            && (seen.ValueKind == JsonValueKind.String ? seen.GetString() : seen.GetRawText()) == pair.Value);
    }
}

using System.Text.Json;
using BienNien.Finding;
using BienNien.Relating;
using Shouldly;

namespace BienNien.Tests.Docs;

/// <summary>What the first screen of the README shows is what the engine gives.</summary>
public sealed class ReadmeTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("README.vi.md")]
    public void The_sentence_of_the_first_screen_has_the_mentions_and_events_shown(string file)
    {
        string[] lines = File.ReadAllLines(Repository.Path(file));
        int begin = Array.FindIndex(lines, static line => line.StartsWith("<!-- example: begin", StringComparison.Ordinal));
        int end = Array.FindIndex(lines, static line => line.StartsWith("<!-- example: end", StringComparison.Ordinal));
        string[] example = lines[begin..end];
        string sentence = example.Single(static line => line.StartsWith("> ", StringComparison.Ordinal))[2..];

        DocumentAnalysis analysis = fixture.Engine.Analyze(EngineFixture.Read(sentence));

        string[] mentions = [.. analysis.Mentions.Select(mention => $"| {mention.Kind.Name()} | {analysis.Document.Surface(mention.Span)} | {Value(mention.Value)} |")];
        string[] events = [.. analysis.Claims.OfType<EventClaim>().Select(told =>
            $"| {told.Type.Code()} | {told.Date} | {analysis.Document.Surface(told.Span)} | {string.Join(", ", told.Who.Where(who => who.Role != "office").Select(who => analysis.Document.Surface(analysis.Mentions[who.Mention].Span)))} |")];
        Rows(example).ShouldBe([.. mentions.Concat(events).Select(static row => row.Replace("|  |", "| |", StringComparison.Ordinal))]);
    }

    // The rows of both tables, without their heads.
    private static string[] Rows(string[] lines) =>
        [.. lines.Where((line, i) => line.StartsWith('|') && !line.StartsWith("| ---", StringComparison.Ordinal) && (i + 1 >= lines.Length || !lines[i + 1].StartsWith("| ---", StringComparison.Ordinal)))];

    private static string Value(MentionValue value)
    {
        using JsonDocument attributes = JsonDocument.Parse(MentionJson.Attributes(value));
        foreach (string name in new[] { "value", "level", "id", "number" })
        {
            if (attributes.RootElement.TryGetProperty(name, out JsonElement shown))
            {
                return shown.ToString();
            }
        }

        return "";
    }
}

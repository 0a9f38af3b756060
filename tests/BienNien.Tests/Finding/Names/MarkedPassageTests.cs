using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using BienNien.Finding;
using BienNien.Tests.Finding.Marked;
using BienNien.Text;
using Shouldly;
using Xunit.Abstractions;

namespace BienNien.Tests.Finding.Names;

/// <summary>
/// People, places, bodies, papers, awards and quotations in documents and short passages of many kinds, marked by readers who had not seen the rules,
/// scored as the annotation standard scores: strict spans, and the main attribute among those whose spans are right.
/// Those in <c>worked</c> have been looked into since; those in <c>unseen</c> only give a score.
/// </summary>
public sealed class MarkedPassageTests(EngineFixture fixture, ITestOutputHelper output) : IClassFixture<EngineFixture>
{
    private static readonly ImmutableArray<MentionKind> _kinds =
    [
        MentionKind.Person, MentionKind.Alias, MentionKind.Place, MentionKind.Renamed, MentionKind.Organisation, MentionKind.OrganisationChange,
        MentionKind.DocumentReference, MentionKind.Award, MentionKind.Quote,
    ];

    // A little below what was reached; they only rise.
    [Theory]
    [InlineData("worked", MentionKind.Person, "id", 0.95, 0.90)]
    [InlineData("worked", MentionKind.Alias, "of", 0.90, 0.87)]
    [InlineData("worked", MentionKind.Place, "level", 0.94, 0.90)]
    [InlineData("worked", MentionKind.Renamed, "type", 0.93, 0.98)]
    [InlineData("worked", MentionKind.Organisation, null, 0.94, 1)]
    [InlineData("worked", MentionKind.OrganisationChange, "type", 0.89, 0.98)]
    [InlineData("worked", MentionKind.DocumentReference, "type", 0.94, 0.98)]
    [InlineData("worked", MentionKind.Award, null, 0.97, 1)]
    [InlineData("worked", MentionKind.Quote, null, 0.90, 1)]
    [InlineData("unseen", MentionKind.Person, "id", 0.91, 0.88)]
    [InlineData("unseen", MentionKind.Alias, "of", 0.78, 0.75)]
    [InlineData("unseen", MentionKind.Place, "level", 0.88, 0.86)]
    [InlineData("unseen", MentionKind.Renamed, "type", 0.85, 0.95)]
    [InlineData("unseen", MentionKind.Organisation, null, 0.85, 1)]
    [InlineData("unseen", MentionKind.OrganisationChange, "type", 0.80, 0.95)]
    [InlineData("unseen", MentionKind.DocumentReference, "type", 0.80, 0.95)]
    [InlineData("unseen", MentionKind.Award, null, 0.80, 1)]
    [InlineData("unseen", MentionKind.Quote, null, 0.80, 1)]
    public void Names_are_found_as_marked(string folder, MentionKind kind, string? attribute, double strictFloor, double attributeFloor)
    {
        (int Marked, int Found, int Strict, int Told, int Right) total = default;
        foreach (var passage in MarkedPassage.Load($"Names/{folder}"))
        {
            var document = EngineFixture.Read(passage.Text);
            var found = fixture.Engine.Finder.Find(document).Where(mention => mention.Kind == kind).ToDictionary(static mention => mention.Span);
            var marks = passage.Marks.Where(mark => KindOf(mark) == kind).ToImmutableArray();
            total.Marked += marks.Length;
            total.Found += found.Count;
            foreach (var mark in marks)
            {
                if (found.TryGetValue(TextSpan.Between(mark.Start, mark.End), out var mention))
                {
                    total.Strict++;
                    if (attribute is not null && Told(mark, attribute) is { } told)
                    {
                        total.Told++;
                        total.Right += string.Equals(told, Attribute(mention, attribute), StringComparison.OrdinalIgnoreCase) ? 1 : 0;
                    }
                }
            }
        }

        var f1 = 2.0 * total.Strict / (total.Marked + total.Found);
        var right = total.Told == 0 ? 1 : (double)total.Right / total.Told;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{folder} {kind}: marked {total.Marked}, found {total.Found}, strict F1 {f1:0.000}, {attribute} {right:0.000}"));
        total.Marked.ShouldBeGreaterThan(10);
        f1.ShouldBeGreaterThanOrEqualTo(strictFloor);
        right.ShouldBeGreaterThanOrEqualTo(attributeFloor);
    }

    [Fact]
    public void There_are_passages_enough_and_every_mark_can_be_read()
    {
        ImmutableArray<MarkedPassage> all = [.. MarkedPassage.Load("Names/worked"), .. MarkedPassage.Load("Names/unseen")];
        all.Length.ShouldBeGreaterThanOrEqualTo(500);
        all.SelectMany(static passage => passage.Marks).ShouldAllBe(static mark => _kinds.Contains(KindOf(mark)));
    }

    private static MentionKind KindOf(Mark mark) =>
        MentionKinds.Parse(mark.Says.Split(' ', 2)[0]) ?? throw new InvalidDataException($"«{mark.Says}» begins with no kind.");

    private static string? Told(Mark mark, string attribute) =>
        mark.Says.Split(' ', 2) is [_, var said]
            ? said.Split(';', StringSplitOptions.TrimEntries).Where(part => part.StartsWith(attribute + "=", StringComparison.Ordinal)).Select(part => part[(attribute.Length + 1)..]).FirstOrDefault()
            : null;

    private static string? Attribute(Mention mention, string attribute)
    {
        using var parsed = JsonDocument.Parse(MentionJson.Attributes(mention.Value));
        return parsed.RootElement.TryGetProperty(attribute, out var seen) ? seen.ToString() : null;
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BienNien.Finding;
using BienNien.Finding.People;
using BienNien.Finding.Places;
using BienNien.Text;
using Shouldly;

namespace BienNien.Tests.Finding;

/// <summary>PERSON, PLACE and ORG on passages of other provinces and centuries than any document the rules were tried on.</summary>
/// <remarks>The floors only rise. Each passage is a document of its own, so nothing is learnt from its neighbours.</remarks>
public sealed class NamePassagesTests(EngineFixture fixture, Xunit.Abstractions.ITestOutputHelper output) : IClassFixture<EngineFixture>
{
    private static readonly ImmutableArray<MentionKind> _kinds = [MentionKind.Person, MentionKind.Place, MentionKind.Organisation];

    [Theory]
    [InlineData("NamePassages.txt", MentionKind.Person, 0.98)]
    [InlineData("NamePassages.txt", MentionKind.Place, 0.98)]
    [InlineData("NamePassages.txt", MentionKind.Organisation, 0.98)]
    [InlineData("NamePassagesLater.txt", MentionKind.Person, 0.98)]
    [InlineData("NamePassagesLater.txt", MentionKind.Place, 0.95)]
    [InlineData("NamePassagesLater.txt", MentionKind.Organisation, 0.98)]
    [InlineData("BodyPassages.txt", MentionKind.Organisation, 0.98)]
    [InlineData("BodyPassagesAside.txt", MentionKind.Organisation, 0.94)]
    public void Names_are_found_with_exact_spans(string file, MentionKind kind, double floor)
    {
        int gold = 0;
        int predicted = 0;
        int hits = 0;
        foreach ((string text, ImmutableArray<Marked> marks) in Read(file))
        {
            Document document = EngineFixture.Read(text);
            HashSet<TextSpan> expected = [.. marks.Where(mark => mark.Kind == kind).Select(mark => mark.Span)];
            HashSet<TextSpan> found = [.. fixture.Engine.Finder.Find(document).Where(mention => mention.Kind == kind).Select(mention => mention.Span)];
            gold += expected.Count;
            predicted += found.Count;
            hits += expected.Intersect(found).Count();
            foreach (TextSpan span in expected.Except(found))
            {
                output.WriteLine($"{kind} missed «{document.Surface(span)}» in: {text}");
            }

            foreach (TextSpan span in found.Except(expected))
            {
                output.WriteLine($"{kind} spurious «{document.Surface(span)}» in: {text}");
            }
        }

        double f1 = 2.0 * hits / (gold + predicted);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}: gold {gold}, predicted {predicted}, hits {hits}, strict F1 {f1:F3}"));
        gold.ShouldBeGreaterThan(10);
        f1.ShouldBeGreaterThanOrEqualTo(floor);
    }

    [Theory]
    [InlineData("NamePassages.txt", 0.95)]
    public void Values_of_found_names_agree(string file, double floor)
    {
        int asked = 0;
        int right = 0;
        foreach ((string text, ImmutableArray<Marked> marks) in Read(file))
        {
            Document document = EngineFixture.Read(text);
            ImmutableArray<Mention> mentions = fixture.Engine.Finder.Find(document);
            foreach (Marked mark in marks.Where(mark => mark.Value is not null))
            {
                if (mentions.FirstOrDefault(mention => mention.Kind == mark.Kind && mention.Span == mark.Span) is { } mention)
                {
                    string value = mention.Value switch { PersonValue person => person.Id, PlaceValue place => place.Level, _ => "" };
                    asked++;
                    right += value == mark.Value ? 1 : 0;
                    if (value != mark.Value)
                    {
                        output.WriteLine($"«{document.Surface(mark.Span)}» is «{value}», not «{mark.Value}», in: {text}");
                    }
                }
            }
        }

        asked.ShouldBeGreaterThan(20);
        ((double)right / asked).ShouldBeGreaterThanOrEqualTo(floor);
    }

    private static IEnumerable<(string Text, ImmutableArray<Marked> Marks)> Read(string file)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Finding", file);
        foreach (string line in File.ReadLines(path, Encoding.UTF8).Where(line => line.Length > 0 && line[0] != '#'))
        {
            yield return Parse(line.Normalize());
        }
    }

    // “[words|PERSON id=…]”: the words stay in the text, the rest is the annotation.
    private static (string Text, ImmutableArray<Marked> Marks) Parse(string line)
    {
        StringBuilder text = new();
        ImmutableArray<Marked>.Builder marks = ImmutableArray.CreateBuilder<Marked>();
        for (int at = 0; at < line.Length;)
        {
            if (line[at] != '[')
            {
                text.Append(line[at++]);
                continue;
            }

            int bar = line.IndexOf('|', at);
            int close = line.IndexOf(']', at);
            string[] said = line[(bar + 1)..close].Split(' ', 2);
            MentionKind kind = MentionKinds.Parse(said[0]) ?? throw new InvalidDataException(line);
            _kinds.ShouldContain(kind);
            marks.Add(new Marked(kind, new TextSpan(text.Length, bar - at - 1), said.Length > 1 ? said[1].Split('=', 2)[1] : null));
            text.Append(line.AsSpan(at + 1, bar - at - 1));
            at = close + 1;
        }

        return (text.ToString(), marks.ToImmutable());
    }

    private sealed record Marked(MentionKind Kind, TextSpan Span, string? Value);
}

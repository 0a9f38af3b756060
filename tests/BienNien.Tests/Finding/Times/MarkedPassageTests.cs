using System.Collections.Immutable;
using System.Globalization;
using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Tests.Finding.Marked;
using BienNien.Time;
using Shouldly;
using Xunit.Abstractions;

namespace BienNien.Tests.Finding.Times;

/// <summary>
/// Times in passages of many kinds, marked before their rules were looked at, scored as the annotation standard scores: strict spans, and
/// type and value among those that overlap. Those in <c>worked</c> have been looked into since; those in <c>unseen</c> only give a score.
/// </summary>
public sealed class MarkedPassageTests(EngineFixture fixture, ITestOutputHelper output) : IClassFixture<EngineFixture>
{
    // A little below what was reached; they only rise.
    [Theory]
    [InlineData("worked", 0.955, 0.96)]
    [InlineData("unseen", 0.96, 0.95)]
    public void Times_are_found_as_marked(string folder, double strictFloor, double valueFloor)
    {
        var total = default(Score);
        foreach (var file in MarkedPassage.Load($"Times/{folder}").GroupBy(static passage => passage.File))
        {
            var score = file.Aggregate(default(Score), (sum, passage) => sum + Of(passage));
            output.WriteLine($"{file.Key}: {score}");
            total += score;
        }

        output.WriteLine($"{folder}: {total}");
        total.Gold.ShouldBeGreaterThan(400);
        total.F1.ShouldBeGreaterThanOrEqualTo(strictFloor);
        total.ValueAccuracy.ShouldBeGreaterThanOrEqualTo(valueFloor);
    }

    [Fact]
    public void There_are_passages_enough_and_some_have_no_time() =>
        MarkedPassage.Load("Times/worked").ShouldSatisfyAllConditions(
            static all => all.Length.ShouldBeGreaterThanOrEqualTo(600),
            static all => all.Count(static passage => passage.Marks.IsEmpty).ShouldBeGreaterThanOrEqualTo(40));

    [Fact]
    public void Every_date_lies_on_the_line_of_time_and_every_anchor_stands_elsewhere_in_the_text()
    {
        foreach (var passage in MarkedPassage.Load("Times/worked").Concat(MarkedPassage.Load("Times/unseen")))
        {
            foreach (var mention in Find(passage))
            {
                var value = (TimeValue)mention.Value;
                var isOnLine = value.Type is TimexType.Date or TimexType.Time && char.IsAsciiDigit(value.Value.TrimStart('-', '/', '.')[0]);
                (value.Days is not null).ShouldBe(isOnLine, $"{passage.Name}: {value}");
                if (value.Days is { } days)
                {
                    days.First.ShouldBeLessThanOrEqualTo(days.Last, $"{passage.Name}: {value}");
                }

                if (mention.Anchor is { } anchor)
                {
                    anchor.Span.Overlaps(mention.Span).ShouldBeFalse($"{passage.Name}: {value}");
                    anchor.Span.End.ShouldBeLessThanOrEqualTo(passage.Text.Length);
                }
            }
        }
    }

    private ImmutableArray<Mention> Find(MarkedPassage passage) =>
        [.. fixture.Engine.Finder.Find(EngineFixture.Read(passage.Text)).Where(static mention => mention.Kind == MentionKind.Time)];

    private Score Of(MarkedPassage passage)
    {
        var found = Find(passage);
        var (strict, compared, right) = (0, 0, 0);
        foreach (var time in passage.Marks)
        {
            strict += found.Any(mention => (mention.Span.Start, mention.Span.End) == (time.Start, time.End)) ? 1 : 0;
            var best = found.Where(mention => mention.Span.Start < time.End && time.Start < mention.Span.End)
                .MaxBy(mention => Math.Min(mention.Span.End, time.End) - Math.Max(mention.Span.Start, time.Start));
            // [[words|TYPE VALUE attributes]]; a question mark where the person could not work it out.
            var says = time.Says.Split(' ');
            if (best?.Value is TimeValue value && says[1] != "?")
            {
                compared++;
                right += value.Type.Code() == says[0] && string.Equals(value.Value, says[1], StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            }
        }

        return new Score(passage.Marks.Length, found.Length, strict, compared, right);
    }

    private readonly record struct Score(int Gold, int Found, int Strict, int Compared, int Right)
    {
        public double F1 => 2.0 * Strict / (Gold + Found);

        public double ValueAccuracy => (double)Right / Compared;

        public static Score operator +(Score a, Score b) => new(a.Gold + b.Gold, a.Found + b.Found, a.Strict + b.Strict, a.Compared + b.Compared, a.Right + b.Right);

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"marked {Gold}, found {Found}, strict F1 {F1:0.000}, value {ValueAccuracy:0.000}");
    }
}

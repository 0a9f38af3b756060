using BienNien.Telling;
using BienNien.Text;
using Shouldly;

namespace BienNien.Tests.Telling;

public sealed class MarkedTextTests
{
    [Fact]
    public void Overlapping_marks_are_cut_where_they_begin_and_end()
    {
        TextSpan[] marks = [TextSpan.Between(2, 6), TextSpan.Between(4, 9)];

        Show(MarkedText.Cut(new TextSpan(0, 10), marks)).ShouldBe(["0-2:", "2-4:0", "4-6:0,1", "6-9:1", "9-10:"]);
    }

    [Fact]
    public void The_longer_mark_is_outside()
    {
        TextSpan[] marks = [TextSpan.Between(0, 3), TextSpan.Between(0, 8)];

        Show(MarkedText.Cut(new TextSpan(0, 8), marks)).ShouldBe(["0-3:1,0", "3-8:1"]);
    }

    [Fact]
    public void Marks_that_reach_over_the_stretch_or_are_empty_do_no_harm()
    {
        TextSpan[] marks = [TextSpan.Between(0, 50), TextSpan.Between(12, 12), TextSpan.Between(90, 95)];

        Show(MarkedText.Cut(TextSpan.Between(10, 20), marks)).ShouldBe(["10-20:0"]);
    }

    [Fact]
    public void The_runs_are_the_stretch_and_each_lies_under_exactly_its_marks()
    {
        Random random = new(7);
        for (int round = 0; round < 200; round++)
        {
            TextSpan stretch = new(random.Next(20), random.Next(1, 60));
            TextSpan[] marks = [.. Enumerable.Range(0, random.Next(12)).Select(_ => new TextSpan(random.Next(80), random.Next(15)))];

            var runs = MarkedText.Cut(stretch, marks);

            runs[0].Span.Start.ShouldBe(stretch.Start);
            runs[^1].Span.End.ShouldBe(stretch.End);
            runs.Zip(runs.Skip(1)).ShouldAllBe(pair => pair.First.Span.End == pair.Second.Span.Start);
            foreach (MarkedRun run in runs)
            {
                run.Marks.Order().ShouldBe(Enumerable.Range(0, marks.Length).Where(i => marks[i].Overlaps(run.Span) && marks[i].Length > 0));
            }
        }
    }

    private static IEnumerable<string> Show(IEnumerable<MarkedRun> runs) =>
        runs.Select(run => $"{run.Span.Start}-{run.Span.End}:{string.Join(',', run.Marks)}");
}

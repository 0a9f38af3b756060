using BienNien.Tests.Properties;
using BienNien.Time;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Shouldly;

namespace BienNien.Tests.Time;

public sealed class DayRangeTests
{
    private static readonly Gen<DayRange> _ranges =
        Gen.Choose(0, 60).SelectMany(_ => Gen.Choose(0, 30), static (from, length) => new DayRange(new LocalDate(1945, 8, 1).PlusDays(from), new LocalDate(1945, 8, 1).PlusDays(from + length)));

    [Fact]
    public void What_two_share_lies_in_both_whichever_is_asked() => Seeded.Check(_ranges.Two(), 500, static pair =>
    {
        var (a, b) = pair;
        var shared = a.Intersect(b);
        var overlap = a.First <= b.Last && b.First <= a.Last;
        return shared == b.Intersect(a) && shared is not null == overlap && (shared is not { } s || (a.Contains(s) && b.Contains(s)));
    });

    [Fact]
    public void Ranges_sort_by_first_day_and_then_by_last() => Seeded.Check(_ranges.Two(), 300, static pair =>
        Math.Sign(pair.Item1.CompareTo(pair.Item2)) == -Math.Sign(pair.Item2.CompareTo(pair.Item1))
        && (pair.Item1 < pair.Item2) == (pair.Item1.First < pair.Item2.First || (pair.Item1.First == pair.Item2.First && pair.Item1.Last < pair.Item2.Last)));

    [Fact]
    public void An_open_end_is_not_bounded() =>
        new DayRange(LocalDate.MinIsoValue, new LocalDate(1945, 9, 2)).IsBounded.ShouldBeFalse();
}

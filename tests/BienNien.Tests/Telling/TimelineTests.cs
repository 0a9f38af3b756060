using BienNien.Telling;
using BienNien.Time;
using NodaTime;
using Shouldly;

namespace BienNien.Tests.Telling;

public sealed class TimelineTests
{
    [Theory]
    [InlineData("1927-03-05", "1927-03-05", "1927-03-05", TimeGrain.Day)]
    [InlineData("1927-02", "1927-02-01", "1927-02-28", TimeGrain.Month)]
    [InlineData("1927", "1927-01-01", "1927-12-31", TimeGrain.Year)]
    [InlineData("192X", "1920-01-01", "1929-12-31", TimeGrain.Decade)]
    [InlineData("19XX", "1900-01-01", "1999-12-31", TimeGrain.Century)]
    [InlineData("1921/1924-05", "1921-01-01", "1924-05-31", TimeGrain.Interval)]
    [InlineData("1924/1921", "1921-01-01", "1924-12-31", TimeGrain.Interval)]
    [InlineData("1988/..", "1988-01-01", "1988-12-31", TimeGrain.Year)]
    [InlineData("[1760-12,1667,1670..1672]", "1667-01-01", "1760-12-31", TimeGrain.Interval)]
    [InlineData("{1760-01,1760-12..}", "1760-01-01", "1760-12-31", TimeGrain.Interval)]
    [InlineData("1950S2", "1900-01-01", "1999-12-31", TimeGrain.Year)]
    public void A_date_is_drawn_as_wide_as_what_it_can_mean(string edtf, string first, string last, TimeGrain grain)
    {
        TimelineSpan span = TimelineSpan.Of(edtf).ShouldNotBeNull();
        span.First.ToString("uuuu-MM-dd", null).ShouldBe(first);
        span.Last.ToString("uuuu-MM-dd", null).ShouldBe(last);
        span.Grain.ShouldBe(grain);
    }

    [Fact]
    public void Doubt_and_open_ends_are_kept_for_the_drawing()
    {
        TimelineSpan.Of("1802~")!.Value.IsDoubtful.ShouldBeTrue();
        TimelineSpan.Of("1802")!.Value.IsDoubtful.ShouldBeFalse();
        TimelineSpan.Of("1988/..")!.Value.OpenEnd.ShouldBeTrue();
        TimelineSpan.Of("../1988")!.Value.OpenStart.ShouldBeTrue();
        TimelineSpan.Of("1802", TimexMod.Approx)!.Value.IsDoubtful.ShouldBeTrue();
        TimelineSpan.Of("1802", TimexMod.Before)!.Value.OpenStart.ShouldBeTrue();
        TimelineSpan.Of("1802", TimexMod.After)!.Value.OpenEnd.ShouldBeTrue();
    }

    [Theory]
    [InlineData("XXXX-10-14")]
    [InlineData("[1945,XXXX-10-14]")]
    [InlineData("Y170000002")]
    [InlineData("PRESENT_REF")]
    [InlineData("")]
    public void What_names_no_year_has_no_place_on_the_line(string edtf) => TimelineSpan.Of(edtf).ShouldBeNull();

    [Fact]
    public void With_room_every_entry_that_touches_the_window_is_drawn_by_itself()
    {
        TimelineEntry[] entries = [Entry(1, "1905"), Entry(2, "19XX"), Entry(3, "1931-05-02"), Entry(4, "1899")];

        TimelineView view = TimelineView.Of(entries, new LocalDate(1900, 1, 1), new LocalDate(1910, 12, 31), room: 10);

        view.Entries.Select(entry => entry.Id).ShouldBe([2, 1]);
        view.Clusters.ShouldBeEmpty();
        view.Total.ShouldBe(2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    public void Without_room_every_entry_is_counted_once(int room)
    {
        Random random = new(20);
        TimelineEntry[] entries = [.. Enumerable.Range(0, 5000).Select(i => Entry(i, $"{random.Next(1400, 2000):0000}"))];

        TimelineView view = TimelineView.Of(entries, new LocalDate(1400, 1, 1), new LocalDate(2000, 12, 31), room);

        view.Total.ShouldBe(5000);
        (view.Entries.Length + view.Clusters.Sum(cluster => cluster.Count)).ShouldBe(5000);
        view.Clusters.Length.ShouldBeLessThanOrEqualTo(61);
        view.Clusters.ShouldAllBe(cluster => cluster.First <= cluster.Last && cluster.Count > 1);
        view.Clusters.Zip(view.Clusters.Skip(1)).ShouldAllBe(pair => pair.First.Last < pair.Second.First);
    }

    [Fact]
    public void Nearer_the_clusters_come_apart()
    {
        TimelineEntry[] entries = [.. Enumerable.Range(0, 600).Select(i => Entry(i, $"{1800 + (i % 200):0000}-05"))];

        TimelineView.Of(entries, new LocalDate(1800, 1, 1), new LocalDate(1999, 12, 31), 100).Clusters.ShouldNotBeEmpty();
        TimelineView.Of(entries, new LocalDate(1850, 1, 1), new LocalDate(1860, 12, 31), 100).Clusters.ShouldBeEmpty();
    }

    [Fact]
    public void A_few_old_events_do_not_widen_the_stretch_to_open_on()
    {
        TimelineEntry[] entries = [Entry(1, "1499"), Entry(2, "02XX"), .. Enumerable.Range(0, 60).Select(i => Entry(10 + i, $"{1925 + (i % 30)}"))];

        TimelineView.Dense(entries).ShouldBe((new LocalDate(1925, 1, 1), new LocalDate(1953, 12, 31)));
        TimelineView.Dense([Entry(1, "1930-04")]).ShouldBe((new LocalDate(1930, 1, 1), new LocalDate(1930, 12, 31)));
    }

    [Fact]
    public void Decades_without_entries_are_there_too() =>
        DecadeCount.Of([Entry(1, "1931"), Entry(2, "1939-02"), Entry(3, "1958"), Entry(4, "-0003")])
            .Where(decade => decade.Count > 0 || decade.FirstYear is 1940 or 1950)
            .ShouldBe([new(-10, 1), new(1930, 2), new(1940, 0), new(1950, 1)]);

    private static TimelineEntry Entry(long id, string edtf) => new(id, TimelineSpan.Of(edtf)!.Value);
}

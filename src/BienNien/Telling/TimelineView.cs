using System.Collections.Immutable;
using NodaTime;

namespace BienNien.Telling;

/// <summary>Something that has a place on the line of time.</summary>
/// <param name="Id">The caller's name for it.</param>
/// <param name="Span">When.</param>
public readonly record struct TimelineEntry(long Id, TimelineSpan Span);

/// <summary>Many entries of one stretch of time, drawn as one mark.</summary>
/// <param name="First">The first day of the stretch.</param>
/// <param name="Last">Its last day.</param>
/// <param name="Count">How many entries begin in it; at least 2.</param>
public readonly record struct TimelineCluster(LocalDate First, LocalDate Last, int Count);

/// <summary>What is drawn of a window of time.</summary>
/// <param name="Entries">Entries to draw one by one, by first day, then id.</param>
/// <param name="Clusters">The others, by first day; no entry is in two of them.</param>
/// <param name="Total">How many entries touch the window, drawn either way.</param>
public sealed record TimelineView(ImmutableArray<TimelineEntry> Entries, ImmutableArray<TimelineCluster> Clusters, int Total)
{
    // Widths of the stretches that are tried for clusters, in months.
    private static readonly int[] _steps = [1, 3, 12, 60, 120, 300, 1200, 12000];

    /// <summary>What to draw of the days from <paramref name="from"/> to <paramref name="to"/>.</summary>
    /// <param name="entries">All entries; their order does not matter.</param>
    /// <param name="from">The first day shown.</param>
    /// <param name="to">The last day shown.</param>
    /// <param name="room">How many marks can be drawn. Below it every entry is drawn by itself.</param>
    /// <remarks>
    /// Above it, time is cut into stretches (months, quarters, years … as the window is wide), and a crowded stretch becomes one mark;
    /// lone entries, and those wider than a stretch, stay themselves as long as there is room.
    /// </remarks>
    public static TimelineView Of(IEnumerable<TimelineEntry> entries, LocalDate from, LocalDate to, int room)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentOutOfRangeException.ThrowIfLessThan(room, 1);
        ImmutableArray<TimelineEntry> inside =
        [
            .. entries.Where(entry => entry.Span.Touches(from, to)).OrderBy(entry => entry.Span.First).ThenBy(entry => entry.Id),
        ];
        if (inside.Length <= room)
        {
            return new TimelineView(inside, [], inside.Length);
        }

        int months = Math.Max(1, ((to.Year - from.Year) * 12) + to.Month - from.Month + 1);
        // At most some forty stretches across the window, so that the marks stand apart.
        int step = _steps.FirstOrDefault(width => months / width <= 40, _steps[^1]);
        // Shares of the room: half for stretches, half for entries of their own.
        int alone = Math.Max(1, room / 80);
        List<TimelineEntry> drawn = [];
        ImmutableArray<TimelineCluster>.Builder clusters = ImmutableArray.CreateBuilder<TimelineCluster>();
        foreach (IGrouping<int, TimelineEntry> stretch in inside.GroupBy(entry => Floor(MonthNumber(entry.Span.First), step)))
        {
            List<TimelineEntry> members = [.. stretch];
            if (members.Count <= alone)
            {
                drawn.AddRange(members);
                continue;
            }

            clusters.Add(new TimelineCluster(FirstOfMonth(stretch.Key * step), FirstOfMonth((stretch.Key + 1) * step).PlusDays(-1), members.Count));
        }

        return new TimelineView([.. drawn], clusters.ToImmutable(), inside.Length);
    }

    /// <summary>Where most entries lie: the stretch in which nine of ten begin, in whole years.</summary>
    /// <param name="entries">At least one.</param>
    /// <remarks>A few events centuries apart would else push all others into one mark.</remarks>
    public static (LocalDate First, LocalDate Last) Dense(IEnumerable<TimelineEntry> entries)
    {
        int[] years = [.. entries.Select(static entry => entry.Span.First.Year).Order()];
        int outside = years.Length / 20;
        return (new LocalDate(years[outside], 1, 1), new LocalDate(years[^(outside + 1)], 12, 31));
    }

    private static int MonthNumber(LocalDate day) => (day.Year * 12) + day.Month - 1;

    private static LocalDate FirstOfMonth(int number)
    {
        int year = Floor(number, 12);
        return year < -9998 ? LocalDate.MinIsoValue : year > 9999 ? LocalDate.MaxIsoValue : new LocalDate(year, number - (year * 12) + 1, 1);
    }

    private static int Floor(int value, int by) => (int)Math.Floor((double)value / by);
}

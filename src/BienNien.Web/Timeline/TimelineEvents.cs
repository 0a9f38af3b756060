using System.Collections.Immutable;
using System.Text.Json.Serialization;
using BienNien.Keeping;
using BienNien.Telling;
using BienNien.Web.Shared;
using NodaTime;

namespace BienNien.Web.Timeline;

/// <summary>What the drawing is sent for one window of time. Days are counted from 1970-01-01, in UTC.</summary>
/// <param name="Items">Events drawn by themselves.</param>
/// <param name="Clusters">Crowded stretches.</param>
/// <param name="Total">How many events touch the window.</param>
/// <param name="First">The first day of all events that the filters let through, whatever the window; null without any.</param>
/// <param name="Last">Their last day.</param>
/// <param name="Dense">First day and end of the stretch to open on, when all events are too many for one picture; else null.</param>
public sealed record TimelineData(
    ImmutableArray<TimelineItem> Items, ImmutableArray<TimelineStretch> Clusters, int Total, int? First, int? Last, ImmutableArray<int>? Dense);

/// <summary>One event to draw.</summary>
/// <param name="Id">As in addresses.</param>
/// <param name="Start">First day.</param>
/// <param name="End">The day after the last.</param>
/// <param name="Text">The words that say it.</param>
/// <param name="Date">The date in words.</param>
/// <param name="Type">The kind of event.</param>
/// <param name="TypeName">Its name in the reader's language.</param>
/// <param name="Grain">How finely the date is known.</param>
/// <param name="Doubtful">Whether the source calls it approximate or uncertain.</param>
/// <param name="OpenStart">No known beginning.</param>
/// <param name="OpenEnd">No known end.</param>
/// <param name="Sentence">The sentence it was read from, shortened.</param>
/// <param name="Source">The document's title.</param>
/// <param name="Href">Where the sentence opens.</param>
public sealed record TimelineItem(
    string Id, int Start, int End, string Text, string Date, string Type, string TypeName, string Grain,
    bool Doubtful, bool OpenStart, bool OpenEnd, string Sentence, string Source, string Href);

/// <summary>A crowded stretch.</summary>
/// <param name="Start">First day.</param>
/// <param name="End">The day after the last.</param>
/// <param name="Count">How many events begin in it.</param>
/// <param name="Label">The count in words.</param>
public sealed record TimelineStretch(int Start, int End, int Count, string Label);

[JsonSerializable(typeof(TimelineData))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class TimelineJson : JsonSerializerContext;

/// <summary>From the library's events to what is drawn.</summary>
internal static class TimelineEvents
{
    private static readonly LocalDate _epoch = new(1970, 1, 1);

    /// <summary>Events that have a place on the line of time.</summary>
    public static IEnumerable<(EventTime Event, TimelineEntry Entry)> Entries(IEnumerable<EventTime> events)
    {
        // Many events share a date; each is read once.
        Dictionary<(string, BienNien.Time.TimexMod), TimelineSpan?> spans = [];
        foreach (EventTime row in events)
        {
            if (!spans.TryGetValue((row.Date, row.Mod), out TimelineSpan? span))
            {
                spans.Add((row.Date, row.Mod), span = TimelineSpan.Of(row.Date, row.Mod));
            }

            if (span is { } known)
            {
                yield return (row, new TimelineEntry(row.Claim, known));
            }
        }
    }

    public static TimelineData Read(Library library, TimelineFilter filter, int? startDay, int? endDay, int room, Texts texts)
    {
        List<TimelineEntry> entries = [.. Entries(library.EventTimes(filter.ToEvents())).Select(static pair => pair.Entry)];
        if (entries.Count == 0)
        {
            return new TimelineData([], [], 0, null, null, null);
        }

        LocalDate first = entries.Min(static entry => entry.Span.First);
        LocalDate last = entries.Max(static entry => entry.Span.Last);
        // The reader asked for these years; what reaches out of them does not widen the picture.
        first = filter.From is int from && first.Year < from ? new LocalDate(from, 1, 1) : first;
        last = filter.To is int to && last.Year > to ? new LocalDate(to, 12, 31) : last;
        TimelineView view = TimelineView.Of(entries, Day(startDay) ?? first, Day(endDay) ?? last, room);
        Dictionary<long, TimelineSpan> spans = view.Entries.ToDictionary(static entry => entry.Id, static entry => entry.Span);
        return new TimelineData(
            [.. library.Events(spans.Keys).Select(pair => Item(pair.Event, spans[pair.Claim], texts))],
            [.. view.Clusters.Select(cluster => new TimelineStretch(Number(cluster.First), Number(cluster.Last) + 1, cluster.Count, texts.ClusterLabel(cluster.Count)))],
            view.Total,
            Number(first),
            Number(last) + 1,
            view.Clusters.IsEmpty || startDay is not null || filter.From is not null || filter.To is not null ? null : Stretch(TimelineView.Dense(entries)));

        static ImmutableArray<int> Stretch((LocalDate First, LocalDate Last) dense) => [Number(dense.First), Number(dense.Last) + 1];
    }

    /// <summary>Days from 1970-01-01.</summary>
    public static int Number(LocalDate day) => Period.DaysBetween(_epoch, day);

    private static TimelineItem Item(EventRow row, TimelineSpan span, Texts texts) => new(
        Links.EventId(row),
        Number(span.First),
        Number(span.Last) + 1,
        Excerpt.Label(row),
        texts.Date(row),
        TimelineFilter.Code(row.Type),
        texts.EventTypeName(row.Type),
        span.Grain.ToString().ToLowerInvariant(),
        span.IsDoubtful,
        span.OpenStart,
        span.OpenEnd,
        Excerpt.OneLine(row.SentenceText, 240),
        row.DocumentTitle,
        Links.Sentence(row));

    private static LocalDate? Day(int? number) =>
        number is int days ? _epoch.PlusDays(Math.Clamp(days, Number(LocalDate.MinIsoValue), Number(LocalDate.MaxIsoValue))) : null;
}

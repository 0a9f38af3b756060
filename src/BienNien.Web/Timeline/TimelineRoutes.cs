using System.Collections.Immutable;
using BienNien.Keeping;
using BienNien.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BienNien.Web.Timeline;

/// <summary>The timeline page.</summary>
/// <param name="Filter">What was asked for.</param>
/// <param name="Page">The events of this page of the list.</param>
/// <param name="Documents">For the choice of a document, by title.</param>
/// <param name="Selected">An event that the reader came from, or null.</param>
public sealed record TimelineModel(TimelineFilter Filter, EventPage Page, ImmutableArray<DocumentRow> Documents, EventRow? Selected);

internal static class TimelineRoutes
{
    // More marks than this cannot be told apart on a screen.
    private const int Room = 160;

    private const int MostChoices = 200;

    public static void MapTimeline(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/timeline", Show);
        routes.MapGet("/timeline/data", Data);
    }

    private static RazorComponentResult<TimelinePage> Show(HttpRequest request, LibrarySource source)
    {
        Library library = source.Open();
        TimelineFilter filter = TimelineFilter.Of(request.Query);
        EventPage page = library.Events(filter.ToEvents());
        if (page.Events.IsEmpty && page.Total > 0)
        {
            // Fewer pages than there were: the last one, rather than nothing.
            filter = filter with { Page = ((page.Total - 1) / TimelineFilter.PageSize) + 1 };
            page = library.Events(filter.ToEvents());
        }

        EventRow? selected = Links.TryEventId(request.Query["event"], out long document, out int ordinal) ? library.Event(document, ordinal) : null;
        ImmutableArray<DocumentRow> documents = [.. library.Documents().OrderBy(static row => row.Title, StringComparer.Ordinal)];
        if (documents.Length > MostChoices)
        {
            // Nobody chooses from a list of thousands: the way to one document's events is from that document.
            documents = [.. documents.Where(row => row.Id == filter.Document)];
        }

        return Shared.Page.Show<TimelinePage, TimelineModel>(new TimelineModel(filter, page, documents, selected));
    }

    private static JsonHttpResult<TimelineData> Data(HttpRequest request, LibrarySource source, Visit visit, int? start, int? end) =>
        TypedResults.Json(
            TimelineEvents.Read(source.Open(), TimelineFilter.Of(request.Query), start, end, Room, visit.Texts),
            TimelineJson.Default.TimelineData);
}

using System.Collections.Immutable;
using BienNien.Keeping;
using BienNien.Telling;
using BienNien.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BienNien.Web.Home;

/// <summary>What the library holds, at a glance.</summary>
/// <param name="Summary">The counts.</param>
/// <param name="Decades">Dated, asserted events.</param>
/// <param name="Documents">Some of the documents: those with the most events.</param>
/// <param name="LibraryPath">For the command that fills an empty library.</param>
public sealed record HomeModel(
    LibrarySummary Summary, ImmutableArray<DecadeCount> Decades, ImmutableArray<DocumentRow> Documents, string LibraryPath);

internal static class HomeRoutes
{
    private const int DocumentsShown = 8;

    public static void MapHome(this IEndpointRouteBuilder routes) => routes.MapGet("/", Show);

    private static RazorComponentResult<HomePage> Show(LibrarySource source)
    {
        Library library = source.Open();
        ImmutableArray<DecadeCount> decades = DecadeCount.Of(
            Timeline.TimelineEvents.Entries(library.EventTimes(new EventFilter())).Select(static pair => pair.Entry));
        ImmutableArray<DocumentRow> documents =
            [.. library.Documents().OrderByDescending(static document => document.Events).ThenBy(static document => document.Path, StringComparer.Ordinal).Take(DocumentsShown)];
        return Page.Show<HomePage, HomeModel>(new HomeModel(library.Summary(), decades, documents, source.Path));
    }
}

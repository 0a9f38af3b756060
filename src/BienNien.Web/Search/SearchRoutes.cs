using System.Globalization;
using BienNien.Keeping;
using BienNien.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BienNien.Web.Search;

/// <summary>A search and what it found.</summary>
/// <param name="Query">As typed; empty before the first search.</param>
/// <param name="Found">The hits of this page.</param>
/// <param name="Number">Which page, from 1.</param>
public sealed record SearchModel(string Query, SearchPage Found, int Number)
{
    public const int PageSize = 20;

    public int PageCount => Math.Max(1, ((Found.Total - 1) / PageSize) + 1);

    public string Address(int page) =>
        "/search" + QueryString.Create("q", Query).ToUriComponent() + (page > 1 ? "&page=" + page.ToString(CultureInfo.InvariantCulture) : "");
}

internal static class SearchRoutes
{
    private const int LongestQuery = 500;

    public static void MapSearch(this IEndpointRouteBuilder routes) => routes.MapGet("/search", Show);

    private static RazorComponentResult<SearchPageView> Show(string? q, string? page, LibrarySource source)
    {
        string query = (q ?? "").Trim();
        query = query.Length > LongestQuery ? query[..LongestQuery] : query;
        int number = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out int typed) ? Math.Clamp(typed, 1, 100_000) : 1;
        Library library = source.Open();
        SearchPage found = query.Length == 0
            ? new SearchPage([], 0)
            : library.Search(query, (number - 1) * SearchModel.PageSize, SearchModel.PageSize);
        return Page.Show<SearchPageView, SearchModel>(new SearchModel(query, found, number));
    }
}

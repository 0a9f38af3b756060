using System.Collections.Immutable;
using System.Globalization;
using BienNien.Keeping;
using BienNien.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BienNien.Web.Documents;

/// <summary>The list of documents.</summary>
/// <param name="Documents">Those of this page, by title.</param>
/// <param name="Number">Which page, from 1.</param>
/// <param name="PageCount">How many pages there are, at least 1.</param>
public sealed record DocumentsModel(ImmutableArray<DocumentRow> Documents, int Number, int PageCount);

internal static class DocumentRoutes
{
    private const int PageSize = 200;

    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/documents", List);
        routes.MapGet("/documents/{id:long}", Read);
    }

    private static RazorComponentResult<DocumentsPage> List(string? page, LibrarySource source)
    {
        StringComparer byAlphabet = StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true);
        ImmutableArray<DocumentRow> all =
            [.. source.Open().Documents().OrderBy(static row => row.Title, byAlphabet).ThenBy(static row => row.Path, StringComparer.Ordinal)];
        int pages = Math.Max(1, (all.Length + PageSize - 1) / PageSize);
        int number = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out int typed) ? Math.Clamp(typed, 1, pages) : 1;
        return Page.Show<DocumentsPage, DocumentsModel>(new DocumentsModel([.. all.Skip((number - 1) * PageSize).Take(PageSize)], number, pages));
    }

    private static Results<RazorComponentResult<ReaderPage>, NotFound> Read(long id, string? at, LibrarySource source, Visit visit) =>
        source.Open().Document(id) is { } content
            ? Page.Show<ReaderPage, ReaderModel>(ReaderModel.Of(
                content, int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out int offset) ? offset : 0, visit.Texts))
            : TypedResults.NotFound();
}

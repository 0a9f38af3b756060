using System.Collections.Immutable;
using System.Globalization;
using BienNien.Keeping;
using BienNien.Reading.Papers;
using BienNien.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BienNien.Web.Documents;

/// <summary>The list of documents.</summary>
/// <param name="Documents">Those of this page, by title.</param>
/// <param name="Number">Which page, from 1.</param>
/// <param name="PageCount">How many pages there are, at least 1.</param>
/// <param name="Kind">Only documents of this kind; null for all.</param>
/// <param name="Kinds">Every kind that occurs, with how many documents are of it.</param>
public sealed record DocumentsModel(
    ImmutableArray<DocumentRow> Documents, int Number, int PageCount, PaperKind? Kind, ImmutableArray<(PaperKind Kind, int Count)> Kinds);

internal static class DocumentRoutes
{
    private const int PageSize = 200;

    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/documents", List);
        routes.MapGet("/documents/{id:long}", Read);
        routes.MapGet("/documents/{id:long}/pages/{page:int}", ShowPage);
        routes.MapGet("/documents/{id:long}/pages/{page:int}.png", Picture);
    }

    private static RazorComponentResult<DocumentsPage> List(string? page, string? kind, LibrarySource source)
    {
        StringComparer byAlphabet = StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true);
        ImmutableArray<DocumentRow> documents = source.Open().Documents();
        PaperKind? only = Enum.TryParse(kind, out PaperKind asked) && Enum.IsDefined(asked) ? asked : null;
        ImmutableArray<DocumentRow> all =
            [.. documents.Where(row => only is null || KindOf(row) == only).OrderBy(static row => row.Title, byAlphabet).ThenBy(static row => row.Path, StringComparer.Ordinal)];
        int pages = Math.Max(1, (all.Length + PageSize - 1) / PageSize);
        int number = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out int typed) ? Math.Clamp(typed, 1, pages) : 1;
        return Page.Show<DocumentsPage, DocumentsModel>(new DocumentsModel([.. all.Skip((number - 1) * PageSize).Take(PageSize)], number, pages, only,
            [.. documents.GroupBy(KindOf).OrderBy(static group => group.Key).Select(static group => (group.Key, group.Count()))]));
    }

    private static PaperKind KindOf(DocumentRow row) => row.Paper?.Kind ?? PaperKind.Unknown;

    private static Results<RazorComponentResult<ReaderPage>, NotFound> Read(long id, string? at, LibrarySource source, Visit visit) =>
        source.Open().Document(id) is { } content
            ? Page.Show<ReaderPage, ReaderModel>(ReaderModel.Of(
                content, int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out int offset) ? offset : 0, visit.Texts))
            : TypedResults.NotFound();

    private static Results<RazorComponentResult<PagePage>, NotFound> ShowPage(long id, int page, string? at, LibrarySource source, PageImages images)
    {
        Library library = source.Open();
        return library.Document(id) is { Layout: { } layout } content && page >= 1 && page <= layout.Pages.Length
            ? Page.Show<PagePage, PageModel>(new PageModel(content, page, PageModel.Stretch(at, content.Text.Length), images.Show(library, content, page).Problem))
            : TypedResults.NotFound();
    }

    private static Results<FileContentHttpResult, NotFound> Picture(long id, int page, LibrarySource source, PageImages images)
    {
        Library library = source.Open();
        return library.Document(id) is { Layout: { } layout } content && page >= 1 && page <= layout.Pages.Length
            && images.Show(library, content, page) is { Problem: null } picture
                ? TypedResults.Bytes(picture.Bytes, picture.MediaType)
                : TypedResults.NotFound();
    }
}

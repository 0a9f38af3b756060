using System.Collections.Immutable;
using System.Globalization;
using BienNien.Keeping;
using BienNien.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BienNien.Web.Documents;

/// <summary>The list of documents.</summary>
/// <param name="Documents">By title.</param>
public sealed record DocumentsModel(ImmutableArray<DocumentRow> Documents);

internal static class DocumentRoutes
{
    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/documents", List);
        routes.MapGet("/documents/{id:long}", Read);
    }

    private static RazorComponentResult<DocumentsPage> List(LibrarySource source)
    {
        StringComparer byAlphabet = StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true);
        return Page.Show<DocumentsPage, DocumentsModel>(new DocumentsModel(
            [.. source.Open().Documents().OrderBy(static row => row.Title, byAlphabet).ThenBy(static row => row.Path, StringComparer.Ordinal)]));
    }

    private static Results<RazorComponentResult<ReaderPage>, NotFound> Read(long id, string? at, LibrarySource source, Visit visit) =>
        source.Open().Document(id) is { } content
            ? Page.Show<ReaderPage, ReaderModel>(ReaderModel.Of(
                content, int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out int offset) ? offset : 0, visit.Texts))
            : TypedResults.NotFound();
}

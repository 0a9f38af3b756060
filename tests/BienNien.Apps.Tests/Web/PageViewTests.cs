using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using BienNien.Apps.Tests.Converting;
using BienNien.Keeping;
using BienNien.Keeping.Building;
using BienNien.Keeping.Files;
using BienNien.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Shouldly;

namespace BienNien.Apps.Tests.Web;

/// <summary>A page as it was printed, with what is mentioned outlined.</summary>
public sealed class PageViewTests : IDisposable
{
    private static readonly Engine _engine = Engine.Create();
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [NeedsFact("pdftotext", "pdftoppm")]
    public async Task A_mention_of_a_PDF_is_outlined_on_the_picture_of_its_page()
    {
        using Library library = await Build();
        DocumentContent content = library.Document(library.Documents().ShouldHaveSingleItem().Id)!;
        MentionRow mention = content.Mentions.First(static mention => mention.Surface.Contains("15/8/1913", StringComparison.Ordinal));
        await using WebApplication app = await WebFixture.StartAsync(library.Path);
        using HttpClient client = app.GetTestClient();

        IDocument reader = await Get(client, $"/documents/{content.Row.Id}");
        reader.QuerySelectorAll(".place a").Select(static link => link.GetAttribute("href")).ShouldContain(href => href!.StartsWith($"/documents/{content.Row.Id}/pages/13?at=", StringComparison.Ordinal));
        IDocument page = await Get(client, $"/documents/{content.Row.Id}/pages/13?at={mention.Span.Start}-{mention.Span.End}");

        page.QuerySelector("svg[viewBox] rect").ShouldNotBeNull();
        page.QuerySelector(".printed-picture svg")!.GetAttribute("viewBox").ShouldBe("0 0 300 100");
        IElement box = page.QuerySelectorAll(".printed-picture rect").ShouldHaveSingleItem();
        PageRectangle expected = content.Layout!.RectanglesOf(mention.Span).ShouldHaveSingleItem().Box;
        float.Parse(box.GetAttribute("x")!, CultureInfo.InvariantCulture).ShouldBe(expected.Left - 2, 0.02f);
        page.QuerySelectorAll(".printed-mentions a[aria-current]").ShouldHaveSingleItem().TextContent.ShouldBe(mention.Surface);
        page.QuerySelectorAll("nav.pager a, .pager a").Select(static link => link.GetAttribute("href")).ShouldContain($"/documents/{content.Row.Id}/pages/14");

        IElement image = page.QuerySelector(".printed-picture img")!;
        image.GetAttribute("alt").ShouldNotBeNullOrWhiteSpace();
        using HttpResponseMessage picture = await client.GetAsync(image.GetAttribute("src"));
        picture.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        (await picture.Content.ReadAsByteArrayAsync()).ShouldSatisfyAllConditions(bytes => bytes.Length.ShouldBeGreaterThan(1000), bytes => bytes[1..4].ShouldBe("PNG"u8.ToArray()));
    }

    [NeedsFact("pdftotext", "pdftoppm")]
    public async Task A_page_that_is_not_there_is_not_found_and_a_file_that_is_gone_is_told()
    {
        using Library library = await Build();
        long id = library.Documents().ShouldHaveSingleItem().Id;
        await using WebApplication app = await WebFixture.StartAsync(library.Path);
        using HttpClient client = app.GetTestClient();

        foreach (string address in (string[])[$"/documents/{id}/pages/0", $"/documents/{id}/pages/16", $"/documents/{id}/pages/99.png", "/documents/1/pages/1"])
        {
            using HttpResponseMessage response = await client.GetAsync(address);
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        }

        foreach (string at in (string[])["", "5", "9-3", "0-999999999", "a-b", "-1-4"])
        {
            (await Get(client, $"/documents/{id}/pages/2?at={at}")).QuerySelectorAll(".printed-picture rect").ShouldBeEmpty(at);
        }

        File.AppendAllText(_folder["d/văn bản.pdf"], "khác");
        IDocument changed = await Get(client, $"/documents/{id}/pages/3");
        changed.QuerySelector("[role=alert]")!.TextContent.ShouldContain("Tệp gốc không còn ở chỗ cũ");
        changed.QuerySelector(".printed-picture").ShouldBeNull();
    }

    [NeedsFact("pdftotext")]
    public async Task The_library_gives_the_layout_back_to_a_twentieth_of_a_point()
    {
        using Library library = await Build();
        PageLayout kept = library.Document(library.Documents().ShouldHaveSingleItem().Id)!.Layout.ShouldNotBeNull();
        PageLayout read = Machine.Read("a.pdf", Paper()).Layout!;

        kept.Pages.ShouldBe(read.Pages);
        kept.Words.Select(static word => (word.Span, word.Page, word.Confidence)).ShouldBe(read.Words.Select(static word => (word.Span, word.Page, word.Confidence)));
        foreach ((PlacedWord one, PlacedWord other) in kept.Words.Zip(read.Words))
        {
            one.Box.Left.ShouldBe(other.Box.Left, 0.0251f);
            one.Box.Top.ShouldBe(other.Box.Top, 0.0251f);
            one.Box.Right.ShouldBe(other.Box.Right, 0.0251f);
            one.Box.Bottom.ShouldBe(other.Box.Bottom, 0.0251f);
        }
    }

    // Fifteen pages with a date each.
    private static byte[] Paper()
    {
        using TinyPdf pdf = new();
        int font = pdf.Add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        for (int page = 1; page <= 15; page++)
        {
            pdf.AddPage(300, 100, $"/Font<</F1 {font} 0 R>>", $"BT /F1 12 Tf 20 60 Td (Trang thu {page}, ngay 15/8/{1900 + page}.) Tj ET");
        }

        return pdf.Write();
    }

    private async Task<Library> Build()
    {
        _folder.Write("d/văn bản.pdf", Paper());
        Library library = Library.Open(_folder["l.db"]);
        await new Builder(library, new DiskFileSystem(), Machine.Reader, static () => _engine).BuildAsync([_folder["d"]], BuildOptions.Default);
        return library;
    }

    private static async Task<IDocument> Get(HttpClient client, string address) => await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync(address));
}

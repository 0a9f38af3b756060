using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using BienNien.Keeping;
using BienNien.Keeping.Building;
using BienNien.Keeping.Files;
using BienNien.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Shouldly;

namespace BienNien.Apps.Tests.Web;

/// <summary>What a paper says of itself, on its page and in the list.</summary>
public sealed class PaperPageTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private WebApplication _app = null!;

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(_folder["thong-bao.txt"], """
            UBND HUYỆN BA BỂ
            Số: 31/TB-UBND
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Ba Bể, ngày 08 tháng 3 năm 2012

            THÔNG BÁO
            Lịch mở cửa nhà trưng bày

            Nhà trưng bày mở cửa sáng thứ bảy và chủ nhật.

            Nơi nhận:
            - Bà Nông Thị Riêng, thôn Pác Ngòi;
            - Lưu VT.
            CHỦ TỊCH
            Hoàng Văn Quầy
            """);
        await File.WriteAllTextAsync(_folder["hoi-ky.txt"], "HỒI KÝ MỘT NGƯỜI LÁI ĐÒ\n\nTôi chở đò từ năm mười lăm tuổi, qua lại sông Năng.\n");
        using Library library = Library.Open(_folder["a.db"]);
        await new Builder(library, new DiskFileSystem(), DocumentReader.Create(), () => Engine.Create())
            .BuildAsync([_folder["thong-bao.txt"], _folder["hoi-ky.txt"]], BuildOptions.Default with { Jobs = 1 });
        _app = await WebFixture.StartAsync(_folder["a.db"]);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("vi", "Cơ quan ban hành", "Nơi và ngày", "Ba Bể, 08/3/2012", "Nơi nhận")]
    [InlineData("en", "Issued by", "Place and date", "Ba Bể, 8 March 2012", "Sent to")]
    public async Task The_page_of_a_paper_describes_it(string language, string issuer, string dated, string date, string recipients)
    {
        string address = (await Page("/documents?kind=Notice", language)).QuerySelector(".listing th a")!.GetAttribute("href")!;

        IDocument page = await Page(address, language);

        Dictionary<string, string[]> parts = page.QuerySelectorAll(".paper dl > div").ToDictionary(
            static row => row.QuerySelector("dt")!.TextContent, static row => row.QuerySelectorAll("dd").Select(static value => value.TextContent).ToArray());
        parts[issuer].ShouldBe(["UBND HUYỆN BA BỂ"]);
        parts[dated].ShouldBe([date]);
        parts[recipients].ShouldBe(["Bà Nông Thị Riêng, thôn Pác Ngòi", "Lưu VT"]);
        page.QuerySelector(".paper")!.GetAttribute("aria-labelledby").ShouldBe(page.QuerySelector(".paper h2")!.Id);
    }

    [Fact]
    public async Task The_list_names_kind_number_and_date_and_can_be_filtered_but_names_no_recipient()
    {
        IDocument all = await Page("/documents", "vi");
        IDocument memoirs = await Page("/documents?kind=Memoir", "vi");

        all.QuerySelectorAll(".paper-line").Select(static line => line.TextContent).ShouldBe(["Hồi ký", "Thông báo · 31/TB-UBND · 08/3/2012"]);
        all.Body!.TextContent.ShouldNotContain("Nông Thị Riêng");
        all.QuerySelectorAll(".kinds option").Select(static option => option.TextContent).ShouldBe(["Mọi loại", "Thông báo (1)", "Hồi ký (1)"]);
        memoirs.QuerySelectorAll(".listing th[scope=row]").Length.ShouldBe(1);
        memoirs.QuerySelector(".kinds option[selected]")!.GetAttribute("value").ShouldBe("Memoir");
    }

    private async Task<IDocument> Page(string path, string language)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.Add("Accept-Language", language);
        using HttpResponseMessage response = await _app.GetTestClient().SendAsync(request);
        return await new HtmlParser().ParseDocumentAsync(await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync());
    }
}

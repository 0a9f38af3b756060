using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using BienNien.Keeping;
using BienNien.Keeping.Building;
using BienNien.Keeping.Files;
using BienNien.Reading;
using BienNien.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;

namespace BienNien.Apps.Tests.Web;

/// <summary>The application over a small library of our own prose, without a network.</summary>
public sealed class WebFixture : IAsyncLifetime
{
    public const string DykeTitle = "LỊCH SỬ ĐÊ SÔNG MÃ";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("biennien-web-");
    private WebApplication? _app;

    /// <summary>The library's file.</summary>
    public string LibraryPath => Path.Combine(_folder.FullName, "thu-vien.db");

    public async Task InitializeAsync()
    {
        Write("de-song-ma.txt", $"""
            {DykeTitle}

            Ngày 12/4/1921, Sở Công chính Thanh Hóa khởi công xây dựng đập Bái Thượng. Tháng 9/1926, ông Đặng Đình Giàu được bầu làm Chủ tịch Hội Nông dân phủ Thọ Xuân.

            Thế kỷ XIX, nhân dân phủ Thọ Xuân đắp đê sông Chu. Khoảng năm 1802, làng Ngọc Lặc được thành lập.

            Đê dài 25 km; 1.200 dân phu đào đắp.
            """);
        Write("doc-hai.txt", """
            THỬ <script>alert("x")</script> & "NGOẶC"

            Ngày 05/3/1927, ông Trần <img src=x onerror=alert(1)> Văn Độ được bầu làm Chủ tịch Hội Nông dân huyện Nông Cống.
            """);
        Write("rong.txt", "");
        using Library library = Library.Open(LibraryPath);
        await new Builder(library, new DiskFileSystem(), DocumentReader.Create(), () => Engine.Create())
            .BuildAsync([_folder.FullName], BuildOptions.Default with { Jobs = 1 });
        _app = await StartAsync(LibraryPath);
    }

    public async Task DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    /// <summary>An application over another library.</summary>
    public static async Task<WebApplication> StartAsync(string library)
    {
        WebApplication app = WebApp.Create(new WebAppOptions { Library = library }, static builder => builder.WebHost.UseTestServer());
        await app.StartAsync();
        return app;
    }

    /// <summary>A browser without cookies, which does not follow redirects.</summary>
    public HttpClient Client() => _app!.GetTestClient();

    public async Task<HttpResponseMessage> GetAsync(string path, string? language = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        if (language is not null)
        {
            request.Headers.Add("Accept-Language", language);
        }

        return await Client().SendAsync(request);
    }

    /// <summary>A page, read as a browser reads it.</summary>
    public async Task<IDocument> PageAsync(string path, string? language = null)
    {
        using HttpResponseMessage response = await GetAsync(path, language);
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
    }

    /// <summary>The address of the document whose title begins so.</summary>
    public async Task<string> DocumentAsync(string title)
    {
        IDocument page = await PageAsync("/documents");
        return page.QuerySelectorAll(".listing a").First(link => link.TextContent.StartsWith(title, StringComparison.Ordinal)).GetAttribute("href")!;
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text, new UTF8Encoding(false));
}

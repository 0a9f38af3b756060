using System.Net;
using Shouldly;

namespace BienNien.Apps.Tests.Web;

/// <summary>The bundle that the build makes reaches the browser.</summary>
public sealed class AssetTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Theory]
    [InlineData("/assets/app.css", "text/css")]
    [InlineData("/assets/timeline.js", "text/javascript")]
    [InlineData("/assets/reader.js", "text/javascript")]
    [InlineData("/assets/icon.svg", "image/svg+xml")]
    [InlineData("/assets/be-vietnam-pro-vietnamese-400-normal.woff2", "font/woff2")]
    [InlineData("/assets/licenses.md", "text/markdown")]
    public async Task An_asset_is_served_with_its_media_type(string path, string mediaType)
    {
        using HttpResponseMessage response = await web.GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType?.MediaType.ShouldBe(mediaType);
    }
}

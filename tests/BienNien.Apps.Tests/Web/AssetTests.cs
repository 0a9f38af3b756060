using System.Net;
using BienNien.Web;
using Microsoft.AspNetCore.TestHost;
using Shouldly;

namespace BienNien.Apps.Tests.Web;

/// <summary>The bundle that the build makes reaches the browser.</summary>
public sealed class AssetTests
{
    [Theory]
    [InlineData("/assets/app.css", "text/css")]
    [InlineData("/assets/timeline.js", "text/javascript")]
    [InlineData("/assets/be-vietnam-pro-vietnamese-400-normal.woff2", "font/woff2")]
    public async Task An_asset_is_served_with_its_media_type(string path, string mediaType)
    {
        await using var app = WebApp.Create([], builder => builder.WebHost.UseTestServer());
        await app.StartAsync();

        using var response = await app.GetTestClient().GetAsync(new Uri(path, UriKind.Relative));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType?.MediaType.ShouldBe(mediaType);
    }
}

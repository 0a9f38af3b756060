using Microsoft.AspNetCore.Mvc;

namespace BienNien.Web.Shared;

/// <summary>The reader's choice of theme, kept in a cookie so that it works without scripts and never flashes.</summary>
internal static class Preferences
{
    public static void MapPreferences(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/preferences/theme", Choose).DisableAntiforgery(); // changes a colour, nothing else

    private static LocalRedirect Choose(HttpResponse response, [FromForm] string? theme, [FromForm] string? back)
    {
        if (theme is "dark" or "light")
        {
            response.Cookies.Append(Visit.ThemeCookie, theme, Visit.CookieOptions());
        }

        // Back to a page of ours only.
        bool local = back is ['/', ..] && back is not (['/', '/', ..] or ['/', '\\', ..]) && !back.Any(char.IsControl);
        return new LocalRedirect(local ? back! : "/");
    }

    /// <summary>303, so that reloading the page does not send the form again.</summary>
    private sealed class LocalRedirect(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}

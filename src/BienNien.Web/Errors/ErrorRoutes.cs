using BienNien.Keeping;
using BienNien.Web.Shared;
using Microsoft.AspNetCore.Diagnostics;

namespace BienNien.Web.Errors;

/// <summary>What went wrong, and what the reader can do.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Problem">What is wrong with the library, or null when it is not the library.</param>
/// <param name="LibraryPath">The library's file.</param>
public sealed record ErrorModel(int Status, LibraryProblem? Problem, string LibraryPath);

internal static class ErrorRoutes
{
    public static Task Answer(StatusCodeContext context) => Answer(context.HttpContext);

    /// <summary>Answers a failed request with a page, or with one line where no page was asked for.</summary>
    public static async Task Answer(HttpContext context)
    {
        LibraryException? library = context.Features.Get<IExceptionHandlerFeature>()?.Error as LibraryException;
        int status = library is null ? context.Response.StatusCode : StatusCodes.Status503ServiceUnavailable;
        context.Response.StatusCode = status;
        Texts texts = context.RequestServices.GetRequiredService<Visit>().Texts;
        ErrorModel model = new(status, library?.Problem, context.RequestServices.GetRequiredService<WebAppOptions>().Library);
        if (context.Request.Path.StartsWithSegments("/timeline/data", StringComparison.Ordinal)
            || context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal))
        {
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(ErrorPage.TitleOf(model, texts));
            return;
        }

        await Page.Show<ErrorPage, ErrorModel>(model, status).ExecuteAsync(context);
    }
}

using BienNien.Telling;
using Microsoft.Net.Http.Headers;

namespace BienNien.Web.Shared;

/// <summary>Who reads and how: language and theme of one request.</summary>
public sealed class Visit
{
    public const string LanguageCookie = "biennien-lang";
    public const string ThemeCookie = "biennien-theme";

    public Texts Texts { get; private set; } = Texts.Of(TellingLanguage.Vietnamese);

    /// <summary><c>light</c> or <c>dark</c> when the reader has chosen, else empty: as the system says.</summary>
    public string Theme { get; private set; } = "";

    /// <summary>Path and query of the page, without the choice of language; begins with one slash.</summary>
    public string Address { get; private set; } = "/";

    /// <summary>The address of this page in another language.</summary>
    public string InLanguage(string code) => Address + (Address.Contains('?', StringComparison.Ordinal) ? '&' : '?') + "lang=" + code;

    internal void Begin(HttpContext context, TellingLanguage? preset)
    {
        HttpRequest request = context.Request;
        string chosen = request.Query["lang"].ToString();
        TellingLanguage? asked = Parse(chosen);
        if (asked is not null)
        {
            context.Response.Cookies.Append(LanguageCookie, chosen, CookieOptions());
        }

        Texts = Texts.Of(asked ?? Parse(request.Cookies[LanguageCookie]) ?? preset ?? FromHeader(request) ?? TellingLanguage.Vietnamese);
        Theme = request.Cookies[ThemeCookie] is "dark" or "light" ? request.Cookies[ThemeCookie]! : "";
        QueryString rest = QueryString.Create(request.Query.Where(static pair => pair.Key != "lang"));
        Address = "/" + request.Path.ToUriComponent().TrimStart('/') + rest.ToUriComponent();
    }

    /// <summary>A choice is kept for a year, for these pages alone.</summary>
    internal static CookieOptions CookieOptions() => new()
    {
        MaxAge = TimeSpan.FromDays(365),
        SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax,
        HttpOnly = true,
        IsEssential = true,
    };

    private static TellingLanguage? Parse(string? code) => code switch
    {
        "vi" => TellingLanguage.Vietnamese,
        "en" => TellingLanguage.English,
        _ => null,
    };

    private static TellingLanguage? FromHeader(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out IList<StringWithQualityHeaderValue>? wanted)
            ? wanted.OrderByDescending(static language => language.Quality ?? 1)
                .Select(static language => Parse(language.Value.Value?.Split('-')[0].ToLowerInvariant()))
                .FirstOrDefault(static language => language is not null)
            : null;
}

internal sealed class VisitMiddleware(RequestDelegate next, WebAppOptions options)
{
    public Task InvokeAsync(HttpContext context, Visit visit)
    {
        visit.Begin(context, options.Language);
        return next(context);
    }
}

using System.Collections.Immutable;
using BienNien.Checking;
using BienNien.Keeping;
using BienNien.Rules;
using BienNien.Web.Documents;
using BienNien.Web.Shared;
using Microsoft.AspNetCore.Http.Features;

namespace BienNien.Web.Checking;

/// <summary>Drafts are handed in, looked at and taken away again.</summary>
internal static class CheckRoutes
{
    private const int MostFormBytes = 16 << 20;
    private const int LongestReason = 300;

    public static void AddChecking(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<DraftStore>();
        services.AddSingleton<DraftChecker>();
        services.AddSingleton<RuleWords>();
        services.AddScoped<CheckServices>();
        services.AddAntiforgery(static options =>
        {
            options.Cookie.Name = "biennien-form";
            options.FormFieldName = "form";
        });
    }

    public static void MapChecking(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/check", Ask);
        routes.MapGet("/check/{id:length(32)}", Review);
        routes.MapGet("/check/rules/{code}", ShowRule);
        // The handlers ask for the token themselves: a form that is refused gets a page that says so, with the words that were pasted.
        routes.MapPost("/check", HandIn).DisableAntiforgery();
        routes.MapPost("/check/{id:length(32)}", Decide).DisableAntiforgery();
    }

    private static IResult Ask(HttpContext context, CheckServices services)
    {
        services.Checker.Prepare();
        return services.Form(context, StatusCodes.Status200OK);
    }

    private static async Task<IResult> HandIn(HttpContext context, CheckServices services)
    {
        switch (await DraftUpload.ReadAsync(context, services.Antiforgery))
        {
            case DraftUpload.Refused { Fault: var fault, Text: var text }:
                return services.Refuse(context, fault, text);
            case DraftUpload.Handed handed:
                CheckTexts texts = services.Texts;
                switch (await services.Checker.CheckAsync(handed.Name, handed.Bytes, handed.AgainstLibrary, context.RequestAborted))
                {
                    case CheckOutcome.Done { Draft: var draft }:
                        services.Store.Add(draft);
                        return SeeOther(context, "/check/" + draft.Id);
                    case CheckOutcome.Unreadable problem:
                        string line = handed.Text.Length > 0
                            ? texts.Line(texts.DraftWords, problem, services.Checker.Extensions)
                            : texts.Line(handed.Name, problem, services.Checker.Extensions);
                        return services.Form(context, StatusCodes.Status422UnprocessableEntity, line, handed.Text, isUnreadable: true);
                    default:
                        return services.Refuse(context, UploadFault.Busy, handed.Text);
                }

            default:
                return services.Refuse(context, UploadFault.NotOurs);
        }
    }

    private static IResult Review(HttpContext context, string id, CheckServices services) =>
        services.Store.Find(id) is { } draft ? services.Review(context, draft, StatusCodes.Status200OK) : services.Refuse(context, UploadFault.Gone);

    private static async Task<IResult> Decide(HttpContext context, string id, CheckServices services)
    {
        if (!context.Request.HasFormContentType)
        {
            return services.Refuse(context, UploadFault.NotOurs);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MostFormBytes;
        }

        IFormCollection form;
        try
        {
            form = await context.Request.ReadFormAsync(
                new FormOptions { MemoryBufferThreshold = MostFormBytes, BufferBodyLengthLimit = MostFormBytes, ValueCountLimit = int.MaxValue }, context.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return services.Refuse(context, UploadFault.NotOurs);
        }

        if (!await services.Antiforgery.IsRequestValidAsync(context))
        {
            return services.Refuse(context, UploadFault.NotOurs);
        }

        if (services.Store.Find(id) is not { } draft)
        {
            return services.Refuse(context, UploadFault.Gone);
        }

        string wish = form["do"].ToString();
        draft.Choices = Choices(form, draft, wish switch { "take-rest" => true, "leave-rest" => false, _ => null });
        switch (wish)
        {
            case "forget":
                services.Store.Forget(draft.Id);
                return SeeOther(context, "/check");
            case "keep":
                return TypedResults.NoContent();
            case "word" or "changes" or "text" or "html" or "json":
                return Output(context, draft, wish, services);
            default:
                return SeeOther(context, "/check/" + draft.Id);
        }
    }

    private static IResult Output(HttpContext context, Draft draft, string wish, CheckServices services)
    {
        CheckTexts texts = services.Texts;
        string? notice = draft.Taken.IsEmpty && !(wish is "html" or "json" && draft.Left.Any()) ? texts.NothingTaken
            : wish is "word" or "changes" && draft.Form != DraftForm.Word ? texts.NoWord
            : wish is "changes" or "text" && TextEdits.Of(draft.Taken).IsEmpty ? texts.NoFixTaken
            : null;
        if (notice is not null)
        {
            return services.Review(context, draft, StatusCodes.Status422UnprocessableEntity, notice);
        }

        try
        {
            OutputFile file = wish switch
            {
                "word" => DraftOutputs.WordComments(draft, texts, services.Clock.GetUtcNow()),
                "changes" => DraftOutputs.WordChanges(draft, services.Clock.GetUtcNow()),
                "text" => DraftOutputs.CorrectedText(draft),
                "html" => DraftOutputs.Report(draft, texts, services.Rules),
                _ => DraftOutputs.Json(draft, texts),
            };
            return TypedResults.File(file.Bytes, file.MediaType, file.Name);
        }
        catch (InvalidDataException)
        {
            return services.Review(context, draft, StatusCodes.Status422UnprocessableEntity, texts.NoWord);
        }
    }

    private static ImmutableDictionary<int, Choice> Choices(IFormCollection form, Draft draft, bool? rest)
    {
        ImmutableDictionary<int, Choice>.Builder choices = ImmutableDictionary.CreateBuilder<int, Choice>();
        for (int i = 0; i < draft.Diagnostics.Length; i++)
        {
            string number = (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            bool? take = form["c" + number].ToString() switch { "take" => true, "leave" => false, _ => rest };
            if (take is { } taken)
            {
                string reason = Library.OneLine(form["r" + number].ToString());
                choices.Add(i, new Choice(taken, reason.Length > LongestReason ? reason[..LongestReason] : reason));
            }
        }

        return choices.ToImmutable();
    }

    private static IResult ShowRule(string code, RuleWords rules)
    {
        if (!RuleId.TryParse(code, out RuleId id) || rules.Page(id) is not { } page)
        {
            return TypedResults.NotFound();
        }

        MarkupWriter html = new();
        foreach ((string label, string text) in RuleWords.Sections(page))
        {
            RuleWords.WriteSection(html, label, text);
        }

        return Page.Show<CheckRulePage, CheckRuleModel>(new CheckRuleModel(page, RuleWords.SlugOf(page), html.ToString()));
    }

    // 303: the form was taken, what came of it is elsewhere; reloading sends nothing again.
    private static IResult SeeOther(HttpContext context, string path)
    {
        context.Response.Headers.Location = path;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}

using BienNien.Keeping;
using BienNien.Web.Shared;
using Microsoft.AspNetCore.Antiforgery;

namespace BienNien.Web.Checking;

/// <summary>What the routes of checking share in one request, and the answers that several of them give.</summary>
internal sealed class CheckServices(
    DraftChecker checker, DraftStore store, RuleWords rules, IAntiforgery antiforgery, TimeProvider clock, LibrarySource source, Visit visit)
{
    public DraftChecker Checker => checker;

    public DraftStore Store => store;

    public RuleWords Rules => rules;

    public IAntiforgery Antiforgery => antiforgery;

    public TimeProvider Clock => clock;

    public CheckTexts Texts => CheckTexts.Of(visit.Texts);

    /// <summary>The page on which a draft is handed in, perhaps again.</summary>
    public IResult Form(HttpContext context, int status, string? problem = null, string text = "", bool isUnreadable = false)
    {
        (int? documents, LibraryProblem? trouble) = (null, null);
        try
        {
            documents = source.Open().Documents().Length;
        }
        catch (LibraryException e)
        {
            trouble = e.Problem;
        }

        return Page.Show<CheckPage, CheckModel>(new CheckModel(Token(context), checker.Extensions, documents, trouble, problem, text) { IsUnreadable = isUnreadable }, status);
    }

    /// <summary>The same, with what was wrong.</summary>
    public IResult Refuse(HttpContext context, UploadFault fault, string text = "") => Form(
        context,
        fault switch
        {
            UploadFault.TooLarge => StatusCodes.Status413PayloadTooLarge,
            UploadFault.Busy => StatusCodes.Status503ServiceUnavailable,
            UploadFault.Gone => StatusCodes.Status404NotFound,
            UploadFault.NotOurs => StatusCodes.Status400BadRequest,
            _ => StatusCodes.Status422UnprocessableEntity,
        },
        Texts.Fault(fault),
        text);

    /// <summary>A draft with what was found in it.</summary>
    public IResult Review(HttpContext context, Draft draft, int status, string? notice = null) =>
        Page.Show<DraftPage, ReviewModel>(new ReviewModel(Token(context), draft, ReviewModel.Write(draft, visit.Texts, rules), notice), status);

    // Said before the token does: else a header that is there already is told as a mistake in the log.
    private AntiforgeryTokenSet Token(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-cache, no-store";
        return antiforgery.GetAndStoreTokens(context);
    }
}

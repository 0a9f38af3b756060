using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BienNien.Web.Shared;

/// <summary>Answers with a page.</summary>
internal static class Page
{
    /// <summary>The component's parameter <c>Model</c> is what it shows.</summary>
    public static RazorComponentResult<TPage> Show<TPage, TModel>(TModel model, int status = StatusCodes.Status200OK)
        where TPage : PageOf<TModel>
        where TModel : notnull =>
        new(new Dictionary<string, object?> { [nameof(PageOf<TModel>.Model)] = model }) { StatusCode = status, PreventStreamingRendering = true };
}

/// <summary>A page that shows a model; everything is read before the page begins, so that a failure is never half a page.</summary>
public abstract class PageOf<TModel> : ComponentBase
    where TModel : notnull
{
    [Parameter]
    [EditorRequired]
    public TModel Model { get; set; } = default!;

    [Inject]
    public Visit Visit { get; set; } = default!;

    /// <summary>The words of the reader's language.</summary>
    protected Texts T => Visit.Texts;
}

using System.Collections.Immutable;
using System.Globalization;
using BienNien.Keeping;
using BienNien.Reading;
using BienNien.Text;
using BienNien.Web.Shared;

namespace BienNien.Web.Documents;

/// <summary>A page of a document as it was printed, with a stretch of its text outlined.</summary>
/// <param name="Content">The document.</param>
/// <param name="Number">Which page, from 1.</param>
/// <param name="Chosen">What is outlined; null for nothing.</param>
/// <param name="Problem">Why the page cannot be shown; null when it can.</param>
public sealed record PageModel(DocumentContent Content, int Number, TextSpan? Chosen, ProblemCode? Problem)
{
    /// <summary>Where all words stand.</summary>
    public PageLayout Layout => Content.Layout!;

    /// <summary>How large the page is, in points.</summary>
    public PageSize Size => Layout.Pages[Number - 1];

    /// <summary>The rectangles to outline on this page.</summary>
    public ImmutableArray<PageRectangle> Boxes { get; } =
        Chosen is { } chosen ? [.. Content.Layout!.RectanglesOf(chosen).Where(one => one.Page == Number).Select(static one => one.Box)] : [];

    /// <summary>What is mentioned on this page, in its order.</summary>
    public ImmutableArray<MentionRow> Mentions { get; } = MentionsOn(Content, Number);

    /// <summary>The picture's address.</summary>
    public string Image => string.Create(CultureInfo.InvariantCulture, $"{Links.Page(Content.Row.Id, Number)}.png");

    /// <summary>Reads <c>at=START-END</c>; null when it is not written so or lies outside the text.</summary>
    public static TextSpan? Stretch(string? at, int length) =>
        at?.Split('-') is [var first, var last]
        && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out int start)
        && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out int end)
        && start < end && end <= length
            ? TextSpan.Between(start, end)
            : null;

    private static ImmutableArray<MentionRow> MentionsOn(DocumentContent content, int page)
    {
        int from = page == 1 ? 0 : StartOf(page);
        int to = page < content.Layout!.Pages.Length ? StartOf(page + 1) : int.MaxValue;
        return [.. content.Mentions.Where(mention => mention.Span.Start >= from && mention.Span.Start < to)];

        int StartOf(int number) => number - 2 < content.PageStarts.Length ? content.PageStarts[number - 2] : int.MaxValue;
    }
}

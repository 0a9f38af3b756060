using BienNien.Text;
using Shouldly;

namespace BienNien.Apps.Tests.Converting;

/// <summary>What holds of the layout of any document.</summary>
internal static class Layouts
{
    internal static void ShouldFit(Document document)
    {
        PageLayout layout = document.Layout.ShouldNotBeNull();
        int end = 0;
        foreach (PlacedWord word in layout.Words)
        {
            word.Span.Start.ShouldBeGreaterThanOrEqualTo(end);
            word.Span.Length.ShouldBePositive();
            document.Surface(word.Span).ShouldBe(document.Surface(word.Span).Trim());
            document.Text[end..word.Span.Start].ShouldBeNullOrWhiteSpace();
            (document.PageOf(word.Span.Start) ?? 1).ShouldBe(word.Page);
            ShouldLieOn(layout.Pages[word.Page - 1], word.Box);
            end = word.Span.End;
        }

        document.Text[end..].ShouldBeNullOrWhiteSpace();
        Random random = new(20_260_401);
        for (int i = 0; i < 500; i++)
        {
            int start = random.Next(document.Text.Length);
            TextSpan span = new(start, 1 + (random.Next(document.Text.Length - start) % 200));
            foreach ((int page, PageRectangle box) in layout.RectanglesOf(span))
            {
                ShouldLieOn(layout.Pages[page - 1], box);
            }

            bool hasWords = document.Surface(span).Any(static c => !char.IsWhiteSpace(c));
            layout.RectanglesOf(span).IsEmpty.ShouldBe(!hasWords);
        }
    }

    private static void ShouldLieOn(PageSize page, PageRectangle box)
    {
        box.Left.ShouldBeInRange(0, box.Right);
        box.Top.ShouldBeInRange(0, box.Bottom);
        box.Right.ShouldBeLessThanOrEqualTo(page.Width + 0.01f);
        box.Bottom.ShouldBeLessThanOrEqualTo(page.Height + 0.01f);
    }
}

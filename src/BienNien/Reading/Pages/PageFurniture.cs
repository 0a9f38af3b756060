using System.Text;
using BienNien.Reading.PlainText;
using BienNien.Text;

namespace BienNien.Reading.Pages;

/// <summary>Page numbers, running heads and feet: what stands at the same height of several pages, or counts the pages.</summary>
internal sealed class PageFurniture
{
    // They stand near the upper and the lower edge, a few lines of them at most.
    private const float Margin = 0.14f;
    private const int MostLines = 4;
    private const int LeastPages = 3;
    private const float SameHeight = 6;

    // Between them and the text, in heights of letters.
    private const float LeastGap = 0.6f;

    private readonly Dictionary<(string Text, int Height), int> _seen = [];
    private readonly Dictionary<int, int> _numbers = [];
    private int _pages;

    /// <summary>Looks at a page; each page once, before the first question.</summary>
    /// <param name="page">From 1.</param>
    /// <param name="size">How large it is.</param>
    /// <param name="segments">Its lines.</param>
    public void Learn(int page, PageSize size, IReadOnlyList<PageSegment> segments)
    {
        _pages++;
        HashSet<(string, int)> here = [];
        foreach (PageSegment segment in Candidates(size, segments))
        {
            if (LineFurniture.PageNumber(segment.Text) is > 0 and int number)
            {
                int shift = number - page;
                _numbers[shift] = _numbers.GetValueOrDefault(shift) + 1;
            }

            foreach ((string, int) key in Keys(segment))
            {
                if (here.Add(key))
                {
                    _seen[key] = _seen.GetValueOrDefault(key) + 1;
                }
            }
        }
    }

    /// <summary>The lines of a page that are no part of what the document says.</summary>
    public HashSet<PageSegment> On(int page, PageSize size, IReadOnlyList<PageSegment> segments)
    {
        HashSet<PageSegment> found = [];
        Take(found, page, [.. segments.OrderBy(static segment => segment.Box.Top)], segment => segment.Box.Bottom < size.Height * Margin, segments);
        Take(found, page, [.. segments.OrderByDescending(static segment => segment.Box.Bottom)], segment => segment.Box.Top > size.Height * (1 - Margin), segments);
        return found;
    }

    // From the edge inwards, as long as all are such lines; what stands as near to the text as its own lines do is text.
    private void Take(HashSet<PageSegment> found, int page, List<PageSegment> inwards, Func<PageSegment, bool> isAtEdge, IReadOnlyList<PageSegment> segments)
    {
        int end = 0;
        for (int i = 0; i < Math.Min(MostLines, inwards.Count) && isAtEdge(inwards[i]) && IsFurniture(page, inwards[i], segments); i++)
        {
            // A number that counts the pages needs no more proof; a note may stand close above it.
            if (i + 1 == inwards.Count || IsNumber(page, inwards[i], segments) || Gap(inwards[i].Box, inwards[i + 1].Box) > LeastGap * inwards[i].Height)
            {
                end = i + 1;
            }
        }

        found.UnionWith(inwards[..end]);
    }

    private bool IsFurniture(int page, PageSegment segment, IReadOnlyList<PageSegment> segments) =>
        LineRoles.Of(segment.Text) == LineRole.Furniture || IsNumber(page, segment, segments) || Keys(segment).Any(key => _seen.GetValueOrDefault(key) >= LeastPages);

    private static float Gap(PageRectangle one, PageRectangle other) => Math.Max(one.Top, other.Top) - Math.Min(one.Bottom, other.Bottom);

    private bool IsNumber(int page, PageSegment segment, IReadOnlyList<PageSegment> segments)
    {
        int number = LineFurniture.PageNumber(segment.Text);
        if (number == 0 || (_numbers.GetValueOrDefault(number - page) < Math.Min(LeastPages, _pages - 1) && number != page))
        {
            return false;
        }

        // A figure at the edge of a table has neighbours that are no running head.
        return segments.All(other => ReferenceEquals(other, segment) || !PageSegment.AreLevel(other.Box, segment.Box) || Keys(other).Any(key => _seen.GetValueOrDefault(key) >= LeastPages));
    }

    private static IEnumerable<PageSegment> Candidates(PageSize size, IReadOnlyList<PageSegment> segments) =>
    [
        .. segments.Where(segment => segment.Box.Bottom < size.Height * Margin).OrderBy(static segment => segment.Box.Top).Take(MostLines),
        .. segments.Where(segment => segment.Box.Top > size.Height * (1 - Margin)).OrderByDescending(static segment => segment.Box.Bottom).Take(MostLines),
    ];

    // The same letters but for their figures, marks and dashes, which a scan reads now so, now otherwise; a height may fall on either side of a step.
    private static IEnumerable<(string Text, int Height)> Keys(PageSegment segment)
    {
        StringBuilder words = new(segment.Text.Length);
        foreach (char c in segment.Text)
        {
            if (char.IsLetter(c))
            {
                words.Append(Letters.Fold(c));
            }
            else if (!char.IsAsciiDigit(c))
            {
                continue;
            }
            else if (words.Length == 0 || words[^1] != '#')
            {
                words.Append('#');
            }
        }

        string text = words.ToString();
        if (!text.Any(char.IsLetter))
        {
            // Figures that stand at one height of many pages are page numbers, which count, or cells.
            yield break;
        }

        int step = (int)(segment.Box.Top / SameHeight);
        yield return (text, step);
        yield return (text, step + 1);
    }
}

using BienNien.Reading.PlainText;
using BienNien.Text;

namespace BienNien.Reading.Pages;

/// <summary>Lines below each other to paragraphs, headings and list items, by indents, spaces, sizes and how full the lines are.</summary>
internal static class PageParagraphs
{
    /// <summary>Adds the blocks of an area that has one column.</summary>
    public static void Add(PageComposer composer, List<PageBand> bands, PageMeasures measures)
    {
        Column column = Column.Of(bands, measures);
        for (int i = 0; i < bands.Count;)
        {
            int end = i + 1;
            while (end < bands.Count && column.Joins(bands[end - 1], bands[end], isFirst: end == i + 1))
            {
                end++;
            }

            Add(composer, column, bands[i..end]);
            i = end;
        }
    }

    private static void Add(PageComposer composer, Column column, List<PageBand> lines)
    {
        TextSpan span = default;
        for (int i = 0; i < lines.Count; i++)
        {
            // What stands beside something, but is no table and no column, is one line.
            TextSpan line = lines[i].IsSplit ? PutRow(composer, lines[i]) : composer.PutLines(lines[i].Segments);
            span = i == 0 ? line : TextSpan.Between(span.Start, line.End);
        }

        string first = string.Join(' ', lines[0].Segments.Select(static segment => segment.Text));
        if (lines[0].Segments.TrueForAll(static segment => segment.Role == LineRole.Furniture))
        {
            composer.Add(BlockKind.Furniture, span);
            return;
        }

        LineRole role = lines[0].Segments[0].Role;
        bool stressed = lines.Count <= 3 && lines.TrueForAll(line => column.IsCentred(line) || line.Height > 1.15f * column.Height) && first.Any(char.IsLetter);
        (BlockKind kind, int level) = LineRoles.Classify(first, role, lines.Count == 1 || stressed, stressed);
        composer.Add(kind, span, level);
    }

    private static TextSpan PutRow(PageComposer composer, PageBand band)
    {
        TextSpan span = default;
        for (int i = 0; i < band.Segments.Count; i++)
        {
            TextSpan part = composer.PutCell([band.Segments[i]], i == 0 ? 0 : 1);
            span = i == 0 ? part : TextSpan.Between(span.Start, part.End);
        }

        return span;
    }

    /// <summary>Where the lines of an area begin and end.</summary>
    private readonly record struct Column(float Left, float Right, float Height, float Pitch, bool IsRecognised)
    {
        private float Width => Right - Left;

        public static Column Of(List<PageBand> bands, PageMeasures measures) => new(
            bands.Min(static band => band.Segments[0].Box.Left), bands.Max(static band => band.Segments.Max(static segment => segment.Box.Right)),
            measures.Height, measures.Pitch, measures.IsRecognised);

        public bool IsCentred(PageBand line)
        {
            float before = line.Segments[0].Box.Left - Left;
            float after = Right - line.Segments[^1].Box.Right;
            return !line.IsSplit && Math.Abs(before - after) < 0.04f * Width && before > 0.06f * Width;
        }

        /// <summary>Whether a line goes on with the paragraph of the line before it.</summary>
        public bool Joins(PageBand line, PageBand next, bool isFirst)
        {
            PageSegment last = line.Segments[^1];
            PageSegment begin = next.Segments[0];
            bool ends = EndsSentence(last.Text);
            bool open = !ends && last.Text[^1] is '-' or '–' or ',' or '(';
            bool full = last.Box.Right > Right - ((ends ? 0.03f : 0.15f) * Width);
            // A line break may bring to the front what only looks like a mark: “rộng 1,2 ⏎ m. Mùa thu”.
            bool marked = begin.Role != LineRole.Text && !(begin.Role is LineRole.Lettered or LineRole.Numbered or LineRole.RomanNumbered && full && !ends && !open);
            if (marked || line.Segments[0].Role == LineRole.Furniture || (line.IsSplit && next.IsSplit))
            {
                return false;
            }

            bool lower = char.IsLower(FirstLetter(begin.Text));
            float distance = begin.Middle - last.Middle;
            if (distance > 1.35f * Pitch || Math.Abs(line.Height - next.Height) > (IsRecognised ? 0.4f : 0.18f) * Math.Max(line.Height, next.Height))
            {
                // A sentence is not broken by a line that stands a little apart.
                return lower && !ends && distance < 2 * Pitch;
            }

            bool centred = IsCentred(line);
            if (centred || IsCentred(next))
            {
                return open || (centred && IsCentred(next) ? IsUpper(last.Text) == IsUpper(begin.Text) : lower && !ends);
            }

            if (lower && !ends)
            {
                return true;
            }

            bool indented = begin.Box.Left > line.Segments[0].Box.Left + (0.8f * Height);
            // After a hanging mark all further lines are indented; otherwise an indent begins a paragraph.
            bool hanging = isFirst && line.Segments[0].Role != LineRole.Text;
            return full && (!indented || (hanging && !ends)) && distance < (IsRecognised ? 1.25f : 1.2f) * Pitch;
        }

        private static bool IsUpper(string text) => !text.Any(char.IsLower);

        private static char FirstLetter(string text) => Layout.FirstLetter(text, new TextSpan(0, text.Length));

        private static bool EndsSentence(string text) => Layout.EndsSentence(text, new TextSpan(0, text.Length));
    }
}

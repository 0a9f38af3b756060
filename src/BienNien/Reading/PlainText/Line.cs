using BienNien.Text;

namespace BienNien.Reading.PlainText;

/// <summary>A line that is not blank, without the white space and the debris around it.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">UTF-16 code units; never 0.</param>
/// <param name="BlanksBefore">How many blank lines stand before it.</param>
/// <param name="Role">What it is by its opening.</param>
/// <param name="NewPage">Whether a form feed, or a line of nothing but debris, parts it from the line before.</param>
internal readonly record struct Line(int Start, int Length, int BlanksBefore, LineRole Role, bool NewPage = false)
{
    public int End => Start + Length;

    public TextSpan Span => new(Start, Length);

    /// <summary>The lines of a text that say something, in their order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="debris">What programs left behind in it, ascending.</param>
    /// <param name="stretch">Which part of the text; it ends where a line does.</param>
    public static List<Line> Split(string text, IReadOnlyList<TextSpan> debris, TextSpan stretch)
    {
        List<Line> lines = [];
        int blanks = 0;
        bool newPage = false;
        int nextDebris = 0;
        for (int start = stretch.Start; start < stretch.End;)
        {
            int end = text.AsSpan(start, stretch.End - start).IndexOfAny('\n', '\f', '\r');
            end = end < 0 ? stretch.End : start + end;
            int next = end + 1 < stretch.End && text[end] == '\r' && text[end + 1] == '\n' ? end + 2 : end + 1;
            TextSpan span = Trim(text, start, end);
            bool blank = span.Length == 0;
            while (nextDebris < debris.Count && debris[nextDebris].End <= span.Start)
            {
                nextDebris++;
            }

            // Debris at either end is no part of the line; debris inside is cut out when the blocks are settled.
            for (int d = nextDebris; d < debris.Count && debris[d].Start < span.End; d++)
            {
                if (debris[d].Start <= span.Start)
                {
                    span = Trim(text, Math.Min(span.End, debris[d].End), span.End);
                }
                else if (debris[d].End >= span.End)
                {
                    span = Trim(text, span.Start, debris[d].Start);
                }
            }

            if (span.Length > 0)
            {
                lines.Add(new Line(span.Start, span.Length, blanks, LineRoles.Of(text.AsSpan(span.Start, span.Length)), newPage));
                blanks = 0;
                newPage = false;
            }
            else if (blank)
            {
                blanks++;
            }
            else
            {
                newPage = true;
            }

            newPage |= end < stretch.End && text[end] == '\f';
            start = next;
        }

        return lines;
    }

    /// <summary>A stretch without the white space around it.</summary>
    public static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return TextSpan.Between(start, end);
    }
}

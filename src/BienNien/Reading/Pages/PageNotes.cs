using System.Buffers;
using BienNien.Text;

namespace BienNien.Reading.Pages;

/// <summary>Notes at the foot of a page: smaller lines at its end, the first of which opens with a mark.</summary>
internal static class PageNotes
{
    private static readonly SearchValues<char> _numbers = SearchValues.Create("0123456789*¹²³⁴⁵⁶⁷⁸⁹");
    private static readonly SearchValues<char> _marks = SearchValues.Create("0123456789[]()*.");

    /// <summary>Takes the notes out of the bands of a page.</summary>
    public static List<PageBand> Take(List<PageBand> bands, PageSize size, PageMeasures measures, bool isRecognised)
    {
        // Boxes that hold ink alone differ by the letters in them.
        float smaller = (isRecognised ? 0.86f : 0.94f) * measures.Height;
        int first = bands.Count;
        for (int i = bands.Count - 1; i >= 0 && bands[i].Top > size.Height * 0.4f && bands[i].Height < smaller; i--)
        {
            first = Mark(bands[i]).Length > 0 ? i : first;
        }

        List<PageBand> notes = bands[first..];
        bands.RemoveRange(first, bands.Count - first);
        return notes;
    }

    /// <summary>Adds the notes, each as a block.</summary>
    public static void Add(PageComposer composer, List<PageBand> notes)
    {
        for (int i = 0; i < notes.Count;)
        {
            int end = i + 1;
            while (end < notes.Count && Mark(notes[end]).Length == 0)
            {
                end++;
            }

            string mark = Mark(notes[i]);
            TextSpan span = composer.PutLines(notes[i..end].SelectMany(static band => band.Segments));
            composer.AddNote(span, mark);
            i = end;
        }
    }

    // “1”, “[1]”, “(1)”, “1.”, “*”, “(*)” before the words of the note.
    private static string Mark(PageBand band)
    {
        string text = band.Segments[0].Text;
        int end = 0;
        while (end < text.Length && end < 5 && (char.IsAsciiDigit(text[end]) || text[end] is '[' or ']' or '(' or ')' or '*' or '.' || char.GetUnicodeCategory(text[end]) == System.Globalization.UnicodeCategory.OtherNumber))
        {
            end++;
        }

        bool marked = end > 0 && end < text.Length && (text[end] == ' ' || char.IsLetter(text[end])) && text.AsSpan(0, end).IndexOfAny(_numbers) >= 0;
        return marked ? text[..end] : band.Segments.Count > 1 && text.Length <= 4 && text.AsSpan().IndexOfAnyExcept(_marks) < 0 ? text : "";
    }
}

using System.Text;

namespace BienNien.Telling;

/// <summary>Marks of emphasis typed into text (<c>**93 năm**</c>): part of the document's text, but not of what a reader sees.</summary>
public static class Emphasis
{
    /// <summary>How many asterisks at a place are marks of emphasis: a run that touches a word or a mark; 0 for none.</summary>
    /// <param name="text">The text around the place, too.</param>
    /// <param name="at">Where the run begins.</param>
    /// <param name="end">Where to stop looking.</param>
    public static int At(ReadOnlySpan<char> text, int at, int end)
    {
        int stop = at;
        while (stop < end && text[stop] == '*')
        {
            stop++;
        }

        return stop > at && (Touches(text, at - 1) || Touches(text, stop)) ? stop - at : 0;
    }

    /// <summary>The text as it looks.</summary>
    public static string Without(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Contains('*', StringComparison.Ordinal))
        {
            return text;
        }

        StringBuilder kept = new(text.Length);
        for (int i = 0; i < text.Length;)
        {
            int marks = At(text, i, text.Length);
            if (marks == 0)
            {
                kept.Append(text[i++]);
            }

            i += marks;
        }

        return kept.ToString();
    }

    private static bool Touches(ReadOnlySpan<char> text, int at) => at >= 0 && at < text.Length && text[at] != '*' && !char.IsWhiteSpace(text[at]);
}

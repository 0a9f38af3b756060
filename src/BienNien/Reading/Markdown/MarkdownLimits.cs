using System.Buffers;

namespace BienNien.Reading.Markdown;

/// <summary>Tells texts that are Markdown from texts made to keep a Markdown parser busy.</summary>
/// <remarks>
/// The parser's time grows with the square of the brackets, emphasis and code marks of one paragraph, and of the depth of a line.
/// Their squares are added up; a book full of notes and links comes to less than a hundredth of what is allowed.
/// </remarks>
internal static class MarkdownLimits
{
    private const long MostWork = 200_000_000;
    private const int MarksLikeOneBracket = 8;
    private static readonly SearchValues<char> _openings = SearchValues.Create(" \t>-+*0123456789.)");

    /// <summary>Whether a text is given to the parser.</summary>
    public static bool Allow(string text)
    {
        long work = 0;
        long brackets = 0;
        long marks = 0;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            int depth = line.IndexOfAnyExcept(_openings);
            if (depth < 0 && line.IsWhiteSpace())
            {
                work += Square(brackets + (marks / MarksLikeOneBracket));
                (brackets, marks) = (0, 0);
                continue;
            }

            brackets += line.Count('[') + line.Count('`');
            marks += line.Count('*') + line.Count('_') + line.Count('|') + line.Count('<');
            work += Square(depth < 0 ? line.Length : depth);
            if (work > MostWork)
            {
                return false;
            }
        }

        return work + Square(brackets + (marks / MarksLikeOneBracket)) <= MostWork;
    }

    private static long Square(long number) => number * number;
}

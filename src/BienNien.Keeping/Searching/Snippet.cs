using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Keeping.Searching;

/// <summary>A stretch of a block around what was found, cut at words.</summary>
/// <param name="Start">Where it begins in the block's text.</param>
/// <param name="Text">The block's characters; line ends are spaces, one for one, so that places stay.</param>
/// <param name="Highlights">Spans of <paramref name="Text"/>.</param>
internal sealed record Snippet(int Start, string Text, ImmutableArray<TextSpan> Highlights)
{
    private const int Width = 220;
    private const int Lead = 60;

    /// <summary>Cuts a snippet.</summary>
    /// <param name="text">The block's text.</param>
    /// <param name="found">Spans of it, in order; empty for the block's beginning.</param>
    internal static Snippet Cut(string text, ImmutableArray<TextSpan> found)
    {
        TextSpan first = found.IsEmpty ? default : found[BestStart(found)];
        int start = Math.Max(0, first.Start - Lead);
        int end = Math.Min(text.Length, Math.Max(start + Width, first.End));
        start = start == 0 ? 0 : WordStart(text, start, first.Start);
        end = end == text.Length ? end : WordEnd(text, end, Math.Max(first.End, start));
        while (start < first.Start && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > first.End && end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        string cut = string.Create(end - start, (text, start), static (line, state) =>
        {
            for (int i = 0; i < line.Length; i++)
            {
                char c = state.text[state.start + i];
                line[i] = char.IsWhiteSpace(c) || char.IsControl(c) ? ' ' : c;
            }
        });
        return new Snippet(start, cut,
            [.. found.Where(span => span.Start >= start && span.End <= end).Select(span => new TextSpan(span.Start - start, span.Length))]);
    }

    // The place from which most of what was found fits in one snippet.
    private static int BestStart(ImmutableArray<TextSpan> found)
    {
        int best = 0;
        int most = 0;
        int last = 0;
        for (int first = 0; first < found.Length; first++)
        {
            last = Math.Max(last, first);
            while (last < found.Length && found[last].End <= found[first].Start + Width - Lead)
            {
                last++;
            }

            if (last - first > most)
            {
                (best, most) = (first, last - first);
            }
        }

        return best;
    }

    private static int WordStart(string text, int at, int limit)
    {
        while (at < limit && SearchWords.IsWordChar(text[at - 1]))
        {
            at++;
        }

        return at;
    }

    private static int WordEnd(string text, int at, int limit)
    {
        while (at > limit && SearchWords.IsWordChar(text[at]))
        {
            at--;
        }

        return at;
    }
}

using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Checking.Arithmetic;

/// <summary>The proper names of a stretch of words, as far as two tellings can be told apart by them.</summary>
internal static class NameMarks
{
    /// <summary>Two capitalised words one behind the other, each pair as one number.</summary>
    public static HashSet<long> Of(ImmutableArray<Token> tokens, string text, int from, int end)
    {
        HashSet<long> names = [];
        for (int at = Math.Max(0, from); at + 1 < Math.Min(end, tokens.Length); at++)
        {
            if (tokens[at] is { IsWord: true, Capitalised: true } && tokens[at + 1] is { IsWord: true, Capitalised: true })
            {
                names.Add(((long)Key(text, tokens[at]) << 32) | (uint)Key(text, tokens[at + 1]));
            }
        }

        return names;
    }

    /// <summary>Whether both have names, and none in common.</summary>
    public static bool Differ(HashSet<long> one, HashSet<long> other) => one.Count > 0 && other.Count > 0 && !one.Overlaps(other);

    /// <summary>A number for a word, the same whatever its case; words that no vocabulary has get one, too.</summary>
    public static int Key(string text, Token token) => string.GetHashCode(text.AsSpan(token.Start, token.Length), StringComparison.OrdinalIgnoreCase);
}

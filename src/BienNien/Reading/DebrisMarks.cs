using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Reading;

/// <summary>Finds what programs left behind in a text: bookmarks, field codes, errors of fields (<c>data/debris.tsv</c>).</summary>
internal static class DebrisMarks
{
    // No pattern is longer; a match is looked for no farther. None of them tries again what it has read: the time limit is for mistakes in the table.
    private const int Farthest = 2_048;
    private static readonly TimeSpan _longestMatch = TimeSpan.FromSeconds(1);

    private static readonly FrozenDictionary<string, Regex[]> _patterns = Load();
    private static readonly SearchValues<string> _openings = SearchValues.Create([.. _patterns.Keys], StringComparison.Ordinal);
    private static readonly string[] _longestFirst = [.. _patterns.Keys.OrderByDescending(static opening => opening.Length)];

    /// <summary>All debris of a part of a text, ascending; what only white space parts is one.</summary>
    public static List<TextSpan> Find(string text, TextSpan stretch)
    {
        List<TextSpan> found = [];
        for (int at = stretch.Start; at < stretch.End;)
        {
            int next = text.AsSpan(at, stretch.End - at).IndexOfAny(_openings);
            if (next < 0)
            {
                break;
            }

            at += next;
            int length = Length(text, at, stretch.End);
            if (length == 0)
            {
                at++;
                continue;
            }

            int start = at;
            at += length;
            if (found.Count > 0 && text.AsSpan(found[^1].End, start - found[^1].End) is var between && between.IndexOfAnyExcept(' ', '\t', '\u00A0') < 0)
            {
                found[^1] = TextSpan.Between(found[^1].Start, at);
            }
            else
            {
                found.Add(TextSpan.Between(start, at));
            }
        }

        return found;
    }

    private static int Length(string text, int at, int end)
    {
        ReadOnlySpan<char> rest = text.AsSpan(at, Math.Min(Farthest, end - at));
        foreach (string opening in _longestFirst)
        {
            if (!rest.StartsWith(opening, StringComparison.Ordinal))
            {
                continue;
            }

            // The pattern itself keeps “_Toc” from being found inside a longer word; what stands before it must not be one either.
            if (char.IsLetter(opening[0]) && at > 0 && char.IsLetterOrDigit(text[at - 1]))
            {
                continue;
            }

            foreach (Regex pattern in _patterns[opening])
            {
                foreach (ValueMatch match in pattern.EnumerateMatches(rest))
                {
                    return match.Length;
                }
            }
        }

        return 0;
    }

    private static FrozenDictionary<string, Regex[]> Load()
    {
        DataTable table = DataTable.Load("debris");
        int opens = table.IndexOf("opens");
        int pattern = table.IndexOf("pattern");
        return table.Rows.GroupBy(row => row[opens], StringComparer.Ordinal)
            .ToFrozenDictionary(
                static group => group.Key,
                group => group.Select(row => new Regex(@"\A(?:" + row[pattern] + ")", RegexOptions.CultureInvariant | RegexOptions.Compiled, _longestMatch)).ToArray(),
                StringComparer.Ordinal);
    }
}

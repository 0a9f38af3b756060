namespace BienNien.Reading.SeparatedValues;

/// <summary>Finds out which character parts the values of a file.</summary>
internal static class Separator
{
    private const int MostRows = 200;

    // Vietnamese programs put semicolons, since the comma is for decimals; a tab is hardly ever anything else.
    private static readonly char[] _candidates = ['\t', ';', '|', ','];

    /// <summary>The character by which most rows have the same number of values, more than one; a comma when none does.</summary>
    /// <param name="source">The file's text.</param>
    /// <param name="start">Where the rows begin; moved behind the line <c>sep=;</c> that Excel writes.</param>
    public static char Find(string source, ref int start)
    {
        if (source.AsSpan(start).StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && source.Length > start + 5 && source[start + 5] is '\r' or '\n')
        {
            char said = source[start + 4];
            start = source.IndexOf('\n', start) is var end and >= 0 ? end + 1 : source.Length;
            return said;
        }

        (char best, double share, int columns) = (',', 0, 1);
        foreach (char candidate in _candidates)
        {
            (double agreeing, int most) = Agreement(source, start, candidate);
            if (most > 1 && (agreeing > share || (agreeing == share && most > columns)))
            {
                (best, share, columns) = (candidate, agreeing, most);
            }
        }

        return best;
    }

    // How many of the first rows have the commonest number of values above one, and that number.
    private static (double Share, int Columns) Agreement(string source, int start, char candidate)
    {
        Dictionary<int, int> counts = [];
        int rows = 0;
        int columns = 0;
        int row = 0;
        bool torn = false;
        foreach ((int at, _, int from, int to) in ValueReader.Read(source, start, candidate))
        {
            if (at != row)
            {
                Count();
                if (++rows == MostRows)
                {
                    break;
                }

                (row, columns, torn) = (at, 0, false);
            }

            columns++;
            ReadOnlySpan<char> value = source.AsSpan(from, to - from);
            torn |= value.Contains('"') && !ValueReader.IsQuoted(value);
        }

        if (rows < MostRows)
        {
            Count();
            rows++;
        }

        if (counts.Count == 0)
        {
            return (0, 1);
        }

        KeyValuePair<int, int> most = counts.MaxBy(static pair => (pair.Value, pair.Key));
        return ((double)most.Value / rows, most.Key);

        void Count()
        {
            // A separator inside quotes tears a value apart: it is not the one.
            if (columns > 1 && !torn)
            {
                counts[columns] = counts.GetValueOrDefault(columns) + 1;
            }
        }
    }
}

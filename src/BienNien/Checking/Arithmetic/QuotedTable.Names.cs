using BienNien.Text;

namespace BienNien.Checking.Arithmetic;

// Which row, column and year the words name.
internal sealed partial class QuotedTable
{
    /// <summary>The row whose name stands whole between two places of a text, nearest to the first; -1 for none.</summary>
    public int RowWithin(string text, int from, int to, out TextSpan name)
    {
        (int best, int row, name) = (int.MaxValue, -1, default);
        foreach ((int index, TextSpan _, string words, bool total) in Rows)
        {
            if (!total && words.Length >= 3 && FirstWhole(text, from, to, words) is >= 0 and var at && at < best)
            {
                (best, row, name) = (at, index, new TextSpan(at, words.Length));
            }
        }

        return row;
    }

    /// <summary>The times of the row whose name stands in the sentence before a place.</summary>
    public IEnumerable<QuotedTime> TimesFor(string text, int from, int at)
    {
        int best = -1;
        int row = -1;
        foreach ((int index, TextSpan _, string name, bool _) in Rows)
        {
            if (name.Length >= 3 && LastWhole(text, Math.Max(from, at - 90), at, name) is var place && place > best)
            {
                (best, row) = (place, index);
            }
        }

        row = row < 0 ? RowOfWords(text, from, at) : row;
        return row < 0 ? [] : _times.Where(time => time.Row == row);
    }

    // “Ủy ban … được bầu” for the row “Bầu Ủy ban …”: nearly all words of its name, and of no other row so many.
    private int RowOfWords(string text, int from, int at)
    {
        int best = -1;
        int row = -1;
        foreach ((int index, TextSpan _, string name, bool _) in Rows)
        {
            string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            int found = words.Count(word => FirstWhole(text, from, at, word) >= 0);
            if (words.Length >= 3 && found * 5 >= words.Length * 4)
            {
                (best, row) = found > best ? (found, index) : found == best ? (best, -1) : (best, row);
            }
        }

        return row;
    }

    private int RowNamed(string text, int from, int at, int to, Amount amount)
    {
        int best = -1;
        int row = -1;
        int after = int.MaxValue;
        int rowAfter = -1;
        foreach ((int index, TextSpan _, string name, bool _) in Rows)
        {
            if (name.Length < 2)
            {
                continue;
            }

            // “243 đảng viên”: the row's name is what is counted.
            if (amount.Unit.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return index;
            }

            int before = LastWhole(text, from, at, name);
            if (before > best)
            {
                (best, row) = (before, index);
            }

            int behind = to > at ? FirstWhole(text, at, to, name) : -1;
            if (behind >= 0 && behind < after)
            {
                (after, rowAfter) = (behind, index);
            }
        }

        return row >= 0 ? row : rowAfter;
    }

    private static int LastWhole(string text, int from, int to, string name)
    {
        for (int at = to > from ? text.LastIndexOf(name, to - 1, to - from, StringComparison.OrdinalIgnoreCase) : -1; at >= from; at = at > from ? text.LastIndexOf(name, at - 1, at - from, StringComparison.OrdinalIgnoreCase) : -1)
        {
            if (IsWhole(text, at, at + name.Length))
            {
                return at;
            }
        }

        return -1;
    }

    private static int FirstWhole(string text, int from, int to, string name)
    {
        for (int at = text.IndexOf(name, from, to - from, StringComparison.OrdinalIgnoreCase); at >= 0; at = at + 1 < to ? text.IndexOf(name, at + 1, to - at - 1, StringComparison.OrdinalIgnoreCase) : -1)
        {
            if (IsWhole(text, at, at + name.Length))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsWhole(string text, int from, int end) => (from == 0 || !char.IsLetterOrDigit(text[from - 1])) && (end >= text.Length || !char.IsLetterOrDigit(text[end]));

    private static bool HeadNamed(ReadOnlySpan<char> text, ReadOnlySpan<char> head)
    {
        int open = head.IndexOf('(');
        head = (open > 0 ? head[..open] : head).Trim();
        head = head.StartsWith("số ", StringComparison.OrdinalIgnoreCase) ? head[3..] : head;
        return head.Length > 1 && text.Contains(head, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsDay(string words) => words.AsSpan().Count('-') + words.AsSpan().Count('/') + words.AsSpan().Count('.') == 2 && !words.AsSpan().ContainsAnyExcept(_dated);

    private static int? YearOf(string head)
    {
        string bare = head.IndexOf('(', StringComparison.Ordinal) is > 0 and int open ? head[..open].TrimEnd() : head;
        bare = bare.StartsWith("năm ", StringComparison.OrdinalIgnoreCase) ? bare[4..] : bare;
        return bare.Length == 4 && int.TryParse(bare, out int year) && year is > 1000 and < 2200 ? year : null;
    }

    // The last year of four figures before a place in a clause, or else the first one behind it.
    private static int? YearNamed(string text, int from, int at, int to)
    {
        int? found = null;
        for (int i = from; i + 4 <= to; i++)
        {
            if (char.IsAsciiDigit(text[i]) && (i == 0 || !char.IsLetterOrDigit(text[i - 1])) && IsWhole(text, i, i + 4) && int.TryParse(text.AsSpan(i, 4), out int year) && year is > 1000 and < 2200)
            {
                if (i < at)
                {
                    found = year;
                }
                else
                {
                    return found ?? year;
                }
            }
        }

        return found;
    }

    private static string Bare(string words)
    {
        foreach (string type in _types)
        {
            if (words.Length > type.Length + 1 && words.StartsWith(type, StringComparison.OrdinalIgnoreCase))
            {
                return words[type.Length..];
            }
        }

        return words;
    }
}

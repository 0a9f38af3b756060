using BienNien.Text;

namespace BienNien.Checking.Arithmetic;

// What the words of a clause have to do with the table.
internal sealed partial class QuotedTable
{
    private static readonly string[] _people = ["dân số", "nhân khẩu", "số dân", "dân", "khẩu", "người", "học sinh", "đảng viên", "hội viên", "đoàn viên", "xã viên", "lao động"];
    private static readonly string[] _small = ["của", "các", "số", "năm", "và", "theo", "trong", "bảng", "biểu", "qua", "tại", "một", "những", "huyện", "tỉnh", "thời", "từ", "đến", "đơn", "vị", "tính", "danh", "sách", "kết", "quả", "được", "với", "cho", "có"];

    /// <summary>The row whose name stands whole between two places of a text, nearest to the second; -1 for none.</summary>
    public int RowBefore(string text, int from, int to, out TextSpan name)
    {
        (int best, int row, name) = (-1, -1, default);
        foreach ((int index, TextSpan _, string words, bool total) in Rows)
        {
            if (!total && words.Length >= 3 && LastWhole(text, from, to, words) is var at && at >= 0 && (at > best || (at == best && words.Length > name.Length)))
            {
                (best, row, name) = (at, index, new TextSpan(at, words.Length));
            }
        }

        return row;
    }

    /// <summary>The column of numbers that a clause speaks of: by its head, by a figure that it quotes, or as the only one; -1 where that is not clear.</summary>
    /// <param name="clause">The words of the clause.</param>
    /// <param name="quoted">The figures of the clause.</param>
    /// <param name="people">Whether “đông”, “thưa” say that people are counted.</param>
    /// <param name="area">Whether “rộng”, “hẹp” say that areas are.</param>
    /// <param name="year">The year that the sentence tells, where the columns are years.</param>
    public int ColumnOf(ReadOnlySpan<char> clause, ReadOnlySpan<Amount> quoted, bool people, bool area, int? year)
    {
        int[] columns = [.. Cells.Select(static cell => cell.Column).Where(column => column != _label).Distinct()];
        if (Array.Exists(columns, column => YearOf(_heads[column]) is not null))
        {
            int of = Array.FindIndex(columns, column => year is not null && YearOf(_heads[column]) == year);
            return of < 0 ? -1 : columns[of];
        }

        int found = -1;
        foreach (int column in columns)
        {
            if (HeadNamed(clause, _heads[column]) || (people && Array.Exists(_people, word => _heads[column].Contains(word, StringComparison.OrdinalIgnoreCase))) || (area && _heads[column].Contains("diện tích", StringComparison.OrdinalIgnoreCase)))
            {
                // A longer head that holds a shorter one says it more closely.
                found = found < 0 || _heads[column].Length > _heads[found].Length ? column : found;
            }
        }

        if (found >= 0)
        {
            return found;
        }

        foreach (Amount amount in quoted)
        {
            foreach (QuotedCell cell in Cells)
            {
                if (cell.Column != _label && amount.IsExact && amount.Figure.Value.Value == cell.Number.Value)
                {
                    return found < 0 || found == cell.Column ? found = cell.Column : -1;
                }
            }
        }

        return columns.Length == 1 ? columns[0] : -1;
    }

    /// <summary>The row that comes so many places from the top or the bottom of a column; -1 where two have its number, or a row has none.</summary>
    public int Ranked(int column, bool greatest, int place)
    {
        List<(decimal Value, int Row)> values = [];
        foreach ((int row, TextSpan _, string _, bool total) in Rows)
        {
            if (total)
            {
                continue;
            }

            if (_numbers.Number(row, column) is not { } number)
            {
                return -1;
            }

            values.Add((number.Value, row));
        }

        values.Sort(static (one, other) => one.Value.CompareTo(other.Value));
        if (greatest)
        {
            values.Reverse();
        }

        return place > values.Count || (place < values.Count && values[place].Value == values[place - 1].Value) || (place > 1 && values[place - 2].Value == values[place - 1].Value) ? -1 : values[place - 1].Row;
    }

    /// <summary>How many words that say something a clause has in common with the words over the table and over a column.</summary>
    public int SharedWithCaption(string clause, int column)
    {
        int shared = 0;
        foreach (string word in (Caption + " " + _heads[column]).Split((char[])[' ', ',', '.', '(', ')', '"', '“', '”', ':'], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            shared += word.Length >= 2 && !char.IsAsciiDigit(word[0]) && !Array.Exists(_small, small => small.Equals(word, StringComparison.OrdinalIgnoreCase)) && !RowNoun.Contains(word, StringComparison.OrdinalIgnoreCase) && FirstWhole(clause, 0, clause.Length, word) >= 0 ? 1 : 0;
        }

        return shared;
    }

    /// <summary>Whether a clause has the words of a head, but for “năm”, “ngày”, “số”.</summary>
    public bool IsNamed(ReadOnlySpan<char> clause, int column)
    {
        ReadOnlySpan<char> head = _heads[column];
        foreach (string lead in (ReadOnlySpan<string>)["năm ", "ngày ", "thời gian ", "thời điểm ", "ngày tháng ", "số "])
        {
            if (head.StartsWith(lead, StringComparison.OrdinalIgnoreCase))
            {
                head = head[lead.Length..];
            }
        }

        return head.Length >= 3 && !head.Equals("năm", StringComparison.OrdinalIgnoreCase) && clause.Contains(head, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a row that is no total is named anywhere in a stretch of text.</summary>
    public bool NamesRow(string text, int from, int to)
    {
        foreach ((int _, TextSpan _, string words, bool total) in Rows)
        {
            if (!total && words.Length >= 2 && FirstWhole(text, from, to, words) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the heads are years.</summary>
    public bool HasYears => Array.Exists(_heads, static head => YearOf(head) is not null);

    /// <summary>The year nearest before a place in a text, or else behind it.</summary>
    public static int? YearIn(string text, int from, int at, int to) => YearNamed(text, from, at, to);

    /// <summary>The sum of a column whose rows all have a number, without totals; null where one has none or the table tells the total.</summary>
    public decimal? SumOf(int column)
    {
        decimal sum = 0;
        foreach ((int row, TextSpan _, string _, bool total) in Rows)
        {
            if (total || _numbers.Number(row, column) is not { } number)
            {
                return null;
            }

            sum += number.Value;
        }

        return Rows.Count >= 2 ? sum : null;
    }
}

using System.Collections.Immutable;
using BienNien.Checking.Arithmetic;
using BienNien.Text;
using Amount = BienNien.Checking.Arithmetic.Amount;

namespace BienNien.Checking.Rules;

// What the prose says of the course of a table's figures.
internal sealed partial class DirectionMismatch
{
    // Prose speaks of the course of a table within so many blocks of it.
    private const int NearTable = 6;

    // “Số học sinh bỏ học liên tục tăng qua ba năm học nói trên”, where the column falls from row to row.
    private void Courses(Reading reading)
    {
        ImmutableArray<QuotedTable> tables = QuotedTable.Of(reading.Analysis);
        if (tables.IsEmpty)
        {
            return;
        }

        foreach (QuotedTable table in tables)
        {
            table.Fill(reading.Analysis, reading.Amounts);
        }

        foreach (SentenceRange sentence in reading.Analysis.Tokens.Sentences)
        {
            if (reading.Analysis.Document.Blocks[sentence.Block] is not { Cell: null, Kind: not BlockKind.Heading })
            {
                continue;
            }

            for (int at = sentence.First; at < sentence.End; at++)
            {
                if (reading.Amounts.At(at) is null && _words.TurnAt(reading.Tokens, at) is { Length: > 0, IsTo: false, IsBare: false } turn && !_words.Not.Contains(reading[at - 1]) && !_words.Nouns.Contains(reading[at - 1]))
                {
                    foreach (QuotedTable table in tables)
                    {
                        if (table.IsNear(sentence.Block, NearTable))
                        {
                            Course(reading, sentence, at, turn, table);
                        }
                    }

                    at += turn.Length - 1;
                }
            }
        }
    }

    private void Course(Reading reading, SentenceRange sentence, int at, DirectionWord turn, QuotedTable table)
    {
        // No figure beside the word: then it is the whole course that is meant.
        int end = at + turn.Length;
        int first = at;
        while (first > sentence.First && !_words.Breaks.Contains(reading[first - 1]) && !(reading[first - 1].IsMark && reading.View.At(first - 1) is null))
        {
            first--;
        }

        int last = end;
        while (last < sentence.End && !_words.Breaks.Contains(reading[last]) && !(reading[last].IsMark && reading.View.At(last) is null))
        {
            last++;
        }

        // “liên tục tăng, từ 19 lên 24 rồi 30 lớp”: figures of its own.
        if (last < sentence.End && (_words.From.Contains(reading[last + 1]) || reading.Amounts.Within(last, Math.Min(sentence.End, last + 6)).Length > 0))
        {
            return;
        }

        foreach (Amount amount in reading.Amounts.Within(first, last))
        {
            if (amount.IsMeasure || amount.Value > 12)
            {
                return;
            }
        }

        bool steady = _words.Steady.Contains(reading[end]) || _words.Steady.Contains(reading[at - 1]) || _words.Steady.Contains(reading[end + 1]);
        bool over = false;
        for (int i = end; i < last; i++)
        {
            over |= _words.Courses.Contains(reading[i]);
        }

        string text = reading.Analysis.Document.Text;
        int from = reading[first].Start;
        if (!(steady || over) || Figures(reading, table, text, from, reading[at].Start) is not { Count: >= 2 } figures)
        {
            return;
        }

        // Against the word from one end to the other; where a steady course is told, or three figures are there, at every step.
        for (int i = 1; i < figures.Count; i++)
        {
            if (Math.Sign(figures[i].Value - figures[i - 1].Value) != -turn.Sense)
            {
                return;
            }
        }

        int start = steady && at >= sentence.First + 2 && reading.Has(at - 2, "liên tục") ? at - 2 : at;
        string right = turn.Sense > 0 ? "giảm" : "tăng";
        reading.Tell(start, end, reading.Words(figures[0].Span), reading.Words(figures[^1].Span), right, turn.Sense > 0 ? "the table falls" : "the table rises", figures[^1].Span);
    }

    // The figures of the column or row that the clause names, in the order of the years.
    private static List<CellNumber>? Figures(Reading reading, QuotedTable table, string text, int from, int to)
    {
        List<CellNumber> figures = [];
        TableNumbers numbers = table.Numbers;
        if (table.HasYears)
        {
            int row = table.RowBefore(text, from, to, out _);
            if (row < 0)
            {
                return null;
            }

            for (int column = 0; column < numbers.Columns; column++)
            {
                if (QuotedTable.YearIn(numbers.Head(column), 0, numbers.Head(column).Length, numbers.Head(column).Length) is not null && numbers.Number(row, column) is { } number)
                {
                    figures.Add(number);
                }
            }

            return figures;
        }

        int year = int.MinValue;
        int of = table.ColumnOf(text.AsSpan(from, to - from), [], people: false, area: false, year: null);
        if (of < 0 || !table.IsNamed(text.AsSpan(from, to - from), of))
        {
            return null;
        }

        foreach ((int row, TextSpan _, string name, bool total) in table.Rows)
        {
            if (total)
            {
                continue;
            }

            // Years downwards, each later than the one before.
            if (QuotedTable.YearIn(name, 0, name.Length, name.Length) is not { } told || told <= year || of < 0 || numbers.Number(row, of) is not { } number)
            {
                return null;
            }

            year = told;
            figures.Add(number);
        }

        return figures;
    }
}

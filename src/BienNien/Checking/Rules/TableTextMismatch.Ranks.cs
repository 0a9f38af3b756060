using BienNien.Checking.Arithmetic;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking.Rules;

// Which row has the most, the least, the second most.
internal sealed partial class TableTextMismatch
{
    // “Cao nhất là Đồng Tâm”, “ấp Mỹ Thuận ít dân nhất”, “đứng thứ hai là Sơn Giang”, where another row has that number; the names told.
    private List<TextSpan> Superlatives(DocumentAnalysis analysis, AmountLines amounts, SentenceRange sentence, QuotedTable table, DiagnosticSink found)
    {
        List<TextSpan> told = [];
        if (table.RowCount < 2)
        {
            return told;
        }

        for (int at = sentence.First; at < sentence.End; at++)
        {
            if (Said(analysis, amounts, sentence, at) is not { } said || said.Place > 1 && table.RowCount < 3)
            {
                continue;
            }

            (int clause, int end) = Clause(analysis, sentence, said.First, said.End);
            int row = Named(analysis, sentence, table, said, clause, end, out TextSpan name);
            if (row < 0 || told.Exists(other => other.Overlaps(name)))
            {
                continue;
            }

            string text = analysis.Document.Text;
            int from = analysis.Tokens.Tokens[clause].Start;
            int to = analysis.Tokens.Tokens[end - 1].End;
            int? year = table.HasYears ? QuotedTable.YearIn(text, analysis.Tokens.Tokens[sentence.First].Start, analysis.Tokens.Tokens[said.First].Start, to) : null;
            int column = table.ColumnOf(text.AsSpan(from, to - from), amounts.Within(clause, end), said.IsPeople, said.IsArea, year);

            // “Mường Lự trồng nhiều nhất (180,5 ha)”: the figure behind it says which column is meant.
            if (InBrackets(amounts, said.End) is { } quoted)
            {
                column = Enumerable.Range(0, table.Numbers.Columns).Where(one => one != table.LabelColumn && table.Numbers.Number(row, one)?.Value == quoted.Figure.Value.Value).DefaultIfEmpty(column).First();
            }

            if (column >= 0 && table.Ranked(column, said.IsGreatest, said.Place) is >= 0 and var right && right != row && !_amounts.IsCaveat(analysis.Tokens, said.First, behind: false))
            {
                (int _, TextSpan label, string words, bool _) = table.Rows.Find(other => other.Row == right);
                Tell(analysis, name, words, label, found);
                told.Add(name);
            }
        }

        return told;
    }

    // The words of a superlative that begin at a token; null for none.
    private Superlative? Said(DocumentAnalysis analysis, AmountLines amounts, SentenceRange sentence, int at)
    {
        ReadOnlySpan<Token> tokens = analysis.Tokens.Tokens.AsSpan()[..sentence.End];
        Token token = tokens[at];

        // “dẫn đầu”, “đứng đầu”, “đứng cuối”, “đứng thứ hai”
        if (_heads.Contains(token) && at + 1 < sentence.End)
        {
            if (_first.Contains(tokens[at + 1]))
            {
                return new Superlative(at, at + 2, 1, IsGreatest: true, false, false);
            }

            if (_last.Contains(tokens[at + 1]))
            {
                return new Superlative(at, at + 2, 1, IsGreatest: false, false, false);
            }

            return _ranked.Contains(tokens[at + 1]) && at + 2 < sentence.End && Place(tokens[at + 2]) is var place and > 1 ? new Superlative(at, at + 3, place, IsGreatest: true, false, false) : null;
        }

        bool greatest = _greatest.Contains(token);
        if ((!greatest && !_least.Contains(token)) || amounts.At(at) is not null)
        {
            return null;
        }

        // “đông nhất”, “ít dân nhất”, “nhiều hộ nghèo nhất”, “đông thứ hai”
        for (int i = at + 1; i < Math.Min(sentence.End, at + 5) && tokens[i].IsWord && amounts.At(i) is null; i++)
        {
            bool second = _ranked.Contains(tokens[i]) && i + 1 < sentence.End && Place(tokens[i + 1]) > 1;
            if (!second && !_most.Contains(tokens[i]))
            {
                continue;
            }

            // “ít nhất 5 người”: at least; “một trong những xã đông nhất”: not the one.
            int end = second ? i + 2 : i + 1;
            bool bound = !second && end < sentence.End && amounts.At(end) is { } next && next.First == end;
            bool one = at > sentence.First && Array.Exists(["những", "trong các"], word => EndsWith(analysis, at, word));
            return bound || one || _onlyOne.Contains(tokens[i - 1]) ? null : new Superlative(at, end, second ? Place(tokens[i + 1]) : 1, greatest, People(tokens, at, i), _area.Contains(token));
        }

        return null;
    }

    private bool People(ReadOnlySpan<Token> tokens, int from, int to)
    {
        for (int at = from; at < to; at++)
        {
            if (_people.Contains(tokens[at]))
            {
                return true;
            }
        }

        return false;
    }

    private int Place(Token token) => _second.Contains(token) || token is { IsNumber: true, Number: 2 } ? 2 : _third.Contains(token) || token is { IsNumber: true, Number: 3 } ? 3 : 0;

    private static bool EndsWith(DocumentAnalysis analysis, int token, string words)
    {
        int end = analysis.Tokens.Tokens[token].Start;
        int from = Math.Max(0, end - 40);
        return analysis.Document.Text.AsSpan(from, end - from).Contains(words, StringComparison.OrdinalIgnoreCase);
    }

    // The figure in brackets right behind some words.
    private static Amount? InBrackets(AmountLines amounts, int at) => amounts.At(at) is null && amounts.At(at + 1) is { } quoted && quoted.First == at + 1 ? quoted : null;

    // Between the marks around the words.
    private (int First, int End) Clause(DocumentAnalysis analysis, SentenceRange sentence, int first, int end)
    {
        while (first > sentence.First && !_clause.Contains(analysis.Tokens.Tokens[first - 1]))
        {
            first--;
        }

        while (end < sentence.End && !_clause.Contains(analysis.Tokens.Tokens[end]))
        {
            end++;
        }

        return (first, end);
    }

    // The row that the words point at, behind “là”, or else the one named right before.
    private int Named(DocumentAnalysis analysis, SentenceRange sentence, QuotedTable table, Superlative said, int clause, int end, out TextSpan name)
    {
        ReadOnlySpan<Token> tokens = analysis.Tokens.Tokens.AsSpan()[..sentence.End];
        string text = analysis.Document.Text;
        int at = said.End;
        bool points = false;
        while (at < end && at < said.End + 8 && !(tokens[at].IsMark && !_points.Contains(tokens[at])))
        {
            points |= _points.Contains(tokens[at]);
            at++;
        }

        if (points && at > said.End)
        {
            int row = table.RowWithin(text, tokens[said.End].Start, tokens[at - 1].End, out name);
            if (row >= 0)
            {
                return row;
            }
        }

        // “xã An Hòa có ít hộ nhất”: in the same breath.
        int before = said.First;
        while (before > clause && said.First - before < 12 && !tokens[before - 1].IsMark)
        {
            before--;
        }

        name = default;
        return before < said.First ? table.RowBefore(text, tokens[before].Start, tokens[said.First].Start, out name) : -1;
    }

    /// <summary>Words that say which place of a column is meant.</summary>
    private sealed record Superlative(int First, int End, int Place, bool IsGreatest, bool IsPeople, bool IsArea);
}

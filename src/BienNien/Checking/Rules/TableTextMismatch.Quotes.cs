using System.Collections.Immutable;
using BienNien.Checking.Arithmetic;
using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Relating;
using BienNien.Text;
using BienNien.Time;
using Amount = BienNien.Checking.Arithmetic.Amount;

namespace BienNien.Checking.Rules;

// Figures that quote a cell, a column or its sum without all the words for it.
internal sealed partial class TableTextMismatch
{
    // “Năm 1967, dân quân Quảng Xuân bắn rơi 2 chiếc”: row and year leave one cell, and the words are those of the table's title.
    private static bool IsCertain(DocumentAnalysis analysis, (int Sentence, int Clause, int End) range, QuotedTable table, Amount amount, List<QuotedCell> cells)
    {
        if (!table.HasYears || cells.Count != 1 || !amount.IsExact || amount.Figure.Value.Value is null || table.RowNoun.Contains("năm", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        string text = analysis.Document.Text;
        int from = tokens[range.Clause].Start;
        int to = tokens[Math.Max(range.End, amount.End) - 1].End;
        int years = 0;
        for (int at = range.Clause; at < range.End; at++)
        {
            years += tokens[at] is { IsNumber: true, Length: 4, Number: > 1000 and < 2200 } ? 1 : 0;
        }

        return years == 1 && table.RowBefore(text, from, amount.Span.Start, out _) >= 0 && table.SharedWithCaption(text[from..to], cells[0].Column) >= 2;
    }

    // “Mười bốn năm sau, dân số là 6.485 người”: no row is named, but the column is, and in the column stands 6.845.
    private bool Slipped(DocumentAnalysis analysis, (int Sentence, int Clause, int End) range, QuotedTable table, Amount amount, DiagnosticSink found)
    {
        string written = AmountText.Number(analysis.Document.Surface(amount.Span));
        int digits = written.Count(char.IsAsciiDigit);
        if (!amount.IsExact || amount.IsTimes || digits < 3 || table.Holds(amount) || _amounts.IsCaveat(analysis.Tokens, amount.First, behind: false) || table.NamesRow(analysis.Document.Text, analysis.Tokens.Tokens[range.Clause].Start, analysis.Tokens.Tokens[range.End - 1].End))
        {
            return false;
        }

        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        for (int at = Math.Max(range.Clause, amount.First - 4); at < amount.First; at++)
        {
            if (_change.Contains(tokens[at]))
            {
                return false;
            }
        }

        string text = analysis.Document.Text;
        ReadOnlySpan<char> clause = text.AsSpan(tokens[range.Clause].Start, amount.Span.End - tokens[range.Clause].Start);
        QuotedCell? meant = null;
        foreach (QuotedCell cell in table.Cells)
        {
            string right = analysis.Document.Surface(cell.Number.Span);
            if (!cell.IsMisquoted(amount, analysis.Document) || !(digits >= 4 ? DigitSlips.IsSlip(written, right) : DigitSlips.IsExchange(written, right)) || !cell.SameUnit(amount) || !(table.IsNamed(clause, cell.Column) || IsCounted(table.HeadOf(cell.Column), amount)))
            {
                continue;
            }

            if (meant is not null)
            {
                return false;
            }

            meant = cell;
        }

        if (meant is null)
        {
            return false;
        }

        Tell(analysis, amount.Span, $"{analysis.Document.Surface(meant.Number.Span)} {amount.Unit}".Trim(), meant.Number.Span, found);
        return true;
    }

    // “nhân khẩu”, “học sinh” under a head that says just so.
    private static bool IsCounted(string head, Amount amount) => amount.Unit.Length > 2 && !amount.IsMeasure && head.Contains(amount.Unit, StringComparison.OrdinalIgnoreCase);

    // “Ba năm, huyện trồng được tổng cộng 455 ha”, where the column adds up to 435 and no row says so.
    private bool Summed(DocumentAnalysis analysis, (int Clause, int End) range, QuotedTable table, Amount amount, DiagnosticSink found)
    {
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        if (!amount.IsExact || amount.IsPercent || amount.IsTimes || amount.Unit.Length == 0 || table.RowCount < 2 || table.Holds(amount) || _amounts.IsCaveat(analysis.Tokens, amount.First, behind: false))
        {
            return false;
        }

        // “cả ba xã”, “ba năm … tổng cộng”: all rows, by their number; or “tổng cộng” alone, with no row and no part named.
        bool total = false;
        int counted = 0;
        for (int at = range.Clause; at < amount.First; at++)
        {
            if (_change.Contains(tokens[at]) || _loose.Contains(tokens[at]) || _parts.Contains(tokens[at]))
            {
                return false;
            }

            total |= _total.Contains(tokens[at]);
            int number = _counts.IndexOf(tokens[at].Word) + 1;
            counted = tokens[at].Word != 0 && number > 1 && tokens[at + 1].IsWord ? number : counted;
        }

        string text = analysis.Document.Text;
        int from = tokens[range.Clause].Start;
        if (!total || (counted > 0 && counted != table.RowCount) || table.NamesRow(text, from, amount.Span.Start))
        {
            return false;
        }

        QuotedCell? first = null;
        decimal? sum = null;
        foreach (int column in table.Cells.Select(static cell => cell.Column).Distinct())
        {
            if (column == table.LabelColumn || table.SumOf(column) is not { } of || table.Cells.Find(cell => cell.Column == column) is not { } cell || !cell.SameUnit(amount)
                || !(table.IsNamed(text.AsSpan(from, amount.Span.Start - from), column) || IsCounted(table.HeadOf(column), amount) || (cell.Amount is { Unit.Length: > 0 } own && own.Base == amount.Base) || (counted == table.RowCount && table.NumberColumns().Take(2).Count() == 1)))
            {
                continue;
            }

            if (sum is not null)
            {
                return false;
            }

            (first, sum) = (cell, of);
        }

        decimal value = amount.Figure.Value.Value!.Value;
        if (first is null || sum is not { } right || right == value || Math.Abs(right - value) > right * 0.2m)
        {
            return false;
        }

        Tell(analysis, amount.Span, $"{AmountText.Plain(right)} {amount.Unit}".Trim(), first.Number.Span, found);
        return true;
    }

    // “Chùa Hưng Long được xếp hạng năm 1998” under “Năm xếp hạng”.
    private static void Years(DocumentAnalysis analysis, SentenceRange sentence, QuotedTable table, MentionView references, DiagnosticSink found)
    {
        string text = analysis.Document.Text;
        int from = analysis.Tokens.Tokens[sentence.First].Start;
        int end = analysis.Tokens.Tokens[sentence.End - 1].End;
        foreach (Mention mention in analysis.Mentions)
        {
            if (mention.Span.Start < from || mention.Span.End > end || mention.Value is not TimeValue { Type: TimexType.Date, Days: { IsBounded: true } days, Mod: TimexMod.None } || days.First.Year != days.Last.Year || references.At(references.RangeOf(mention.Span).First) is not null)
            {
                continue;
            }

            // The clause up to the year names the row and what happened.
            int clause = mention.Span.Start;
            while (clause > from && text[clause - 1] is not (';' or ':' or '(') && mention.Span.Start - clause < 110)
            {
                clause--;
            }

            // What another year before it is told of does not count: “xếp hạng năm 1996, tu bổ năm 2004”.
            int what = clause;
            foreach (Mention other in analysis.Mentions)
            {
                what = other.Value is TimeValue && other.Span.Start >= clause && other.Span.End <= mention.Span.Start ? other.Span.End : what;
            }

            QuotedTime? wrong = null;
            bool agrees = false;
            foreach (QuotedTime time in table.TimesFor(text, clause, mention.Span.Start))
            {
                bool single = time.Days.First.Year == time.Days.Last.Year;
                agrees |= single ? time.Days.First.Year == days.First.Year : time.Days.First.Year == days.First.Year || time.Days.Last.Year == days.First.Year || time.Days.Intersect(days) is not null;
                wrong = single && time.Days.First.Month != time.Days.Last.Month && time.Column >= 0 && table.IsNamed(text.AsSpan(what, mention.Span.Start - what), time.Column) ? time : wrong;
            }

            if (!agrees && wrong is not null)
            {
                Tell(analysis, mention.Span, analysis.Document.WordsAt(wrong.Span), wrong.Span, found);
            }
        }
    }
}

using System.Collections.Immutable;
using BienNien.Checking.Arithmetic;
using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Relating;
using BienNien.Text;
using BienNien.Time;
using Amount = BienNien.Checking.Arithmetic.Amount;

namespace BienNien.Checking.Rules;

/// <summary>CHK016. Prose that quotes a cell of a table of the document with another figure.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: TableTextMismatch.md, beside this file.</remarks>
internal sealed partial class TableTextMismatch : CheckRule
{
    // Prose speaks of a table within so many blocks of it, cells not counted.
    private const int Near = 8;

    private readonly AmountReader _amounts;
    private readonly WordSet _clause;
    private readonly WordSet _change;
    private readonly WordSet _table;
    private readonly WordSet _total;
    private readonly WordSet _loose;
    private readonly WordSet _most;
    private readonly WordSet _greatest;
    private readonly WordSet _least;
    private readonly WordSet _explains;
    private readonly WordSet _shown;
    private readonly WordSet _second;
    private readonly WordSet _third;
    private readonly WordSet _ranked;
    private readonly WordSet _heads;
    private readonly WordSet _first;
    private readonly WordSet _last;
    private readonly WordSet _people;
    private readonly WordSet _area;
    private readonly WordSet _points;
    private readonly WordSet _onlyOne;
    private readonly ImmutableArray<int> _counts;
    private readonly WordSet _parts;

    public TableTextMismatch(Vocabulary.Builder words, AmountReader amounts)
        : base("CHK016", "table-text-mismatch", DiagnosticSeverity.Error)
    {
        _amounts = amounts;
        _clause = words.AddSet(";", ".", ":");
        _change = words.AddSet("thêm", "tăng", "giảm", "lên", "hơn", "kém", "bớt", "chênh", "ít", "lệch", "gấp");
        _table = words.AddSet("bảng", "biểu", "danh");
        _total = words.AddSet("tổng", "cộng", "cả", "toàn", "thảy");
        _most = words.AddSet("nhất");
        _greatest = words.AddSet("cao", "nhiều", "đông", "lớn", "rộng", "dài", "nặng", "sâu", "mạnh", "khá", "tốt");
        _least = words.AddSet("thấp", "ít", "nhỏ", "hẹp", "ngắn", "thưa", "kém", "nhẹ", "nông");
        _shown = words.AddSet("dưới", "sau", "trên", "này", "kèm", "bên", "dưới", "trong", "như", "ở", "theo");
        _parts = words.AddSet("trong", "còn", "riêng", "thêm");
        _second = words.AddSet("hai", "nhì", "2");
        _third = words.AddSet("ba", "3");
        _ranked = words.AddSet("thứ");
        _heads = words.AddSet("dẫn", "đứng");
        _first = words.AddSet("đầu");
        _last = words.AddSet("cuối", "chót");
        _people = words.AddSet("đông", "thưa", "dân");
        _area = words.AddSet("rộng", "hẹp");
        _points = words.AddSet("là", "thuộc", "về", "có", "ở", "tại", ":", "kể", "đến", "phải", "vẫn", "cũng", "chính", "lần", "lượt");
        _counts = [.. ((string[])["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"]).Select(words.Add)];
        _onlyOne = words.AddSet("thống", "duy", "hợp", "đồng", "bậc", "thứ", "những", "hạng", "giải", "lớp", "chiều", "ngôi");
        _explains = words.AddSet("nghĩa", "tức");
        _loose = words.AddSet("trong", "nghèo", "riêng", "mỗi", "bình", "đó");
    }

    /// <inheritdoc/>
    public override void Check(DocumentAnalysis analysis, DiagnosticSink found)
    {
        ImmutableArray<QuotedTable> tables = QuotedTable.Of(analysis);
        if (tables.IsEmpty)
        {
            return;
        }

        MentionView references = new(analysis, MentionKind.DocumentReference);
        AmountLines amounts = new(analysis, _amounts.Read(analysis));
        foreach (QuotedTable table in tables)
        {
            table.Fill(analysis, amounts);
        }

        foreach (SentenceRange sentence in analysis.Tokens.Sentences)
        {
            if (analysis.Document.Blocks[sentence.Block] is not { Cell: null, Kind: not BlockKind.Heading })
            {
                continue;
            }

            foreach (QuotedTable table in tables)
            {
                if (table.IsNear(sentence.Block, Near))
                {
                    List<TextSpan> wrong = Superlatives(analysis, amounts, sentence, table, found);
                    Figures(analysis, amounts, sentence, table, amount => tables.Any(other => other != table && other.IsNear(sentence.Block, Near) && other.Holds(amount)), wrong, found);
                    Years(analysis, sentence, table, references, found);
                    Times(analysis, sentence, table, references, found);
                }
            }
        }
    }

    private void Figures(DocumentAnalysis analysis, AmountLines amounts, SentenceRange sentence, QuotedTable table, Predicate<Amount> isOfOther, List<TextSpan> wrong, DiagnosticSink found)
    {
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        int clause = sentence.First;
        int scanned = sentence.First;
        foreach (Amount amount in amounts.Within(sentence.First, sentence.End))
        {
            for (; scanned < amount.First; scanned++)
            {
                clause = _clause.Contains(tokens[scanned]) ? scanned + 1 : clause;
            }

            scanned = Math.Max(scanned, amount.End);
            if (!amount.IsSingle || amount.Value == 0 || amount.IsTimes || isOfOther(amount) || (amount.End < tokens.Length && _explains.Contains(tokens[amount.End])))
            {
                continue;
            }

            int end = amount.End;
            while (end < sentence.End && !_clause.Contains(tokens[end]))
            {
                end++;
            }

            // The name beside it is wrong, not the figure.
            int from = clause;
            if (wrong.Exists(name => name.Start >= tokens[from].Start && name.Start < tokens[end - 1].End) && table.Holds(amount))
            {
                continue;
            }

            if (Rows(analysis, sentence, clause, table, amount, found))
            {
                continue;
            }

            Quoted(analysis, (sentence.First, clause, end), table, amount, found);
        }
    }

    // “Bảng trên ghi … của sáu xã”, over a table of five.
    private bool Rows(DocumentAnalysis analysis, SentenceRange sentence, int clause, QuotedTable table, Amount amount, DiagnosticSink found)
    {
        if (!amount.IsExact || amount.IsMeasure || amount.Unit.Length == 0 || !(table.RowNoun.StartsWith(amount.Noun, StringComparison.OrdinalIgnoreCase) || table.RowNoun.StartsWith("tên " + amount.Noun, StringComparison.OrdinalIgnoreCase)) || _parts.Contains(analysis.Tokens.Tokens[Math.Max(sentence.First, amount.First - 1)]) || table.RowCount < 2 || amount.Value == table.RowCount)
        {
            return false;
        }

        bool said = false;
        for (int at = sentence.First; at < sentence.End; at++)
        {
            said |= _table.Contains(analysis.Tokens.Tokens[at]) && (at < amount.First || _shown.Contains(analysis.Tokens.Tokens[at + 1]) || _shown.Contains(analysis.Tokens.Tokens[at - 1]) || sentence.End - at <= 3);
        }

        if (!said || Math.Abs(amount.Value - table.RowCount) > 3 || table.Rows.Exists(static row => row.Name.StartsWith("khác", StringComparison.OrdinalIgnoreCase) || row.Name.Contains("còn lại", StringComparison.OrdinalIgnoreCase)) || table.NamesRow(analysis.Document.Text, analysis.Tokens.Tokens[clause].Start, amount.Span.Start))
        {
            return false;
        }

        string right = AmountText.Plain(table.RowCount);
        Tell(analysis, amount.Span, $"{right} {amount.Unit}", table.Rows[0].Label, found);
        return true;
    }

    private void Quoted(DocumentAnalysis analysis, (int Sentence, int Clause, int End) range, QuotedTable table, Amount amount, DiagnosticSink found)
    {
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        List<QuotedCell> cells = table.CellsFor(analysis, amount, tokens, range.Sentence, range.Clause, range.End);
        if (cells.Count == 0)
        {
            if (Slipped(analysis, range, table, amount, found))
            {
                return;
            }

            Total(analysis, (range.Clause, range.End), table, amount, found);
            return;
        }

        bool change = false;
        for (int at = Math.Max(range.Clause, amount.First - 4); at < amount.First; at++)
        {
            change = tokens[at].IsMark ? false : change || _change.Contains(tokens[at]);
        }

        // “Trong 440 ha …, diện tích của xã …”: the table's total, and only then a row.
        if (table.Totals.Any(total => total.Agrees(amount) && total.SameUnit(amount)))
        {
            return;
        }

        if (!change && cells.Find(cell => cell.IsCrossed(amount, table)) is { } crossed && !_amounts.IsCaveat(analysis.Tokens, amount.First, behind: false))
        {
            Tell(analysis, amount.Span, $"{analysis.Document.Surface(crossed.Number.Span)} {amount.Unit}", crossed.Number.Span, found);
            return;
        }

        string sentence = analysis.Document.Text[tokens[range.Sentence].Start..tokens[Math.Max(range.End - 1, amount.End - 1)].End];
        if (table.IsNamedElsewhere(amount, sentence) || _amounts.IsCaveat(analysis.Tokens, amount.First, behind: false))
        {
            return;
        }

        if (!change && IsCertain(analysis, range, table, amount, cells) && !cells[0].Agrees(amount))
        {
            Tell(analysis, amount.Span, $"{analysis.Document.Surface(cells[0].Number.Span)} {amount.Unit}".Trim(), cells[0].Number.Span, found);
            return;
        }

        // “Trong tháng 2, du kích đánh 6 trận.” under “Số trận”: small counts of just what the head says.
        if (!change && cells is [{ Number.Value: <= 20 } small] && amount is { IsExact: true, IsMeasure: false, Value: >= 1 and <= 20 } && table.HeadIs(small.Column, amount.Unit) && !small.Agrees(amount)
            && (amount.End >= tokens.Length || tokens[amount.End].IsMark) && table.RowBefore(analysis.Document.Text, tokens[range.Clause].Start, amount.Span.Start, out _) == small.Row)
        {
            Tell(analysis, amount.Span, $"{analysis.Document.Surface(small.Number.Span)} {amount.Unit}", small.Number.Span, found);
            return;
        }

        bool loose = amount.End < tokens.Length && _loose.Contains(tokens[amount.End]);
        foreach (QuotedCell cell in cells)
        {
            if (cell.Agrees(amount))
            {
                return;
            }
        }

        foreach (QuotedCell cell in cells)
        {
            if (change)
            {
                // “nhiều lên 72 hộ”: the difference of two periods of the row.
                if (cell.Differences(table) is { Count: > 0 } differences && !differences.Contains(amount.Figure.Value.Value!.Value) && differences.FindIndex(difference => Alike(difference, amount.Figure.Value.Value.Value)) is >= 0 and var index)
                {
                    Tell(analysis, amount.Span, $"{AmountText.Plain(differences[index])} {amount.Unit}", cell.Number.Span, found);
                    return;
                }
            }
            else if (cell.OtherUnit(amount))
            {
                Tell(analysis, amount.Span, $"{analysis.Document.Surface(cell.Number.Span)} {cell.Unit}", cell.Number.Span, found);
                return;
            }
            else if (cell.SameUnit(amount) && (cell.IsMisquoted(amount, analysis.Document) || (cells.Count == 1 && cell.IsRoundedWrong(amount, analysis.Document)) || (!loose && cell.IsSwapped(amount, table))))
            {
                Tell(analysis, amount.Span, $"{analysis.Document.Surface(cell.Number.Span)} {amount.Unit}".Trim(), cell.Number.Span, found);
                return;
            }
        }

        Total(analysis, (range.Clause, range.End), table, amount, found);
    }

    // “Trong 2.985 triệu đồng đã sử dụng”, where the table's total is 2.885: no label is named.
    private void Total(DocumentAnalysis analysis, (int Clause, int End) range, QuotedTable table, Amount amount, DiagnosticSink found)
    {
        if (Summed(analysis, range, table, amount, found))
        {
            return;
        }

        bool said = range.Clause >= amount.First - 2;
        for (int at = range.Clause; at < amount.First; at++)
        {
            said |= _total.Contains(analysis.Tokens.Tokens[at]);
        }

        if (!said || table.Holds(amount))
        {
            return;
        }

        foreach (QuotedCell cell in table.Totals)
        {
            if (cell.SameUnit(amount) && cell.IsMisquoted(amount, analysis.Document) && AmountText.Number(analysis.Document.Surface(amount.Span)).Count(char.IsAsciiDigit) >= 4)
            {
                Tell(analysis, amount.Span, $"{analysis.Document.Surface(cell.Number.Span)} {amount.Unit}", cell.Number.Span, found);
                return;
            }
        }
    }

    // “làm Bí thư từ năm 1954 đến năm 1957”, where the row says 1954-1959.
    private static void Times(DocumentAnalysis analysis, SentenceRange sentence, QuotedTable table, MentionView references, DiagnosticSink found)
    {
        int from = analysis.Tokens.Tokens[sentence.First].Start;
        int end = analysis.Tokens.Tokens[sentence.End - 1].End;
        foreach (Mention mention in analysis.Mentions)
        {
            if (mention.Span.Start < from || mention.Span.End > end || mention.Value is not TimeValue { Type: TimexType.Date, Days: { IsBounded: true } days, Mod: TimexMod.None })
            {
                continue;
            }

            // The date of a paper that is cited is another rule's matter.
            if (references.At(references.RangeOf(mention.Span).First) is not null)
            {
                continue;
            }

            QuotedTime? near = null;
            bool agrees = false;
            foreach (QuotedTime time in table.TimesFor(analysis.Document.Text, from, mention.Span.Start))
            {
                agrees |= time.Agrees(days);
                near = time.IsMisquoted(days) || (time.Column >= 0 && days.First == days.Last && time.Days.First == time.Days.Last && table.IsNamed(analysis.Document.Text.AsSpan(from, end - from), time.Column)) ? time : near;
            }

            if (!agrees && near is not null)
            {
                Tell(analysis, mention.Span, analysis.Document.WordsAt(near.Span), near.Span, found);
            }
        }
    }

    private static bool Alike(decimal one, decimal other)
    {
        string a = AmountText.Plain(one);
        string b = AmountText.Plain(other);
        return a.Length == b.Length && a.Length >= 2 && DigitSlips.IsSlip(a, b);
    }

    private static void Tell(DocumentAnalysis analysis, TextSpan span, string right, TextSpan cell, DiagnosticSink found)
    {
        string said = analysis.Document.WordsAt(span);
        found.Report(
            span,
            new BilingualText($"“{said}” không đúng với bảng: bảng ghi {right}.", $"“{said}” is not what the table says: {right}."),
            expected: right,
            related: [new RelatedPlace(cell, new BilingualText("Ô của bảng", "The table's cell"))]);
    }
}

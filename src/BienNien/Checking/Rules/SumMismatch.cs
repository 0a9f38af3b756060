using System.Collections.Immutable;
using System.Globalization;
using BienNien.Checking.Arithmetic;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking.Rules;

/// <summary>CHK013. Parts that do not add up to their total: “212 chiếc, gồm 96 chiếc …, 71 chiếc …, 55 chiếc …”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: SumMismatch.md, beside this file.</remarks>
internal sealed class SumMismatch : CheckRule
{
    // “Hai con số đều đúng: 77 …, 79 …”
    private const string FigureWord = "con số";

    private readonly AmountReader _amounts;
    private readonly PartReader _parts;
    private readonly RestSums _rests;
    private readonly ImmutableArray<int> _rest;
    private readonly ListedNames _names;
    private readonly CountedItems _items;

    public SumMismatch(Vocabulary.Builder words, AmountReader amounts)
        : base("CHK013", "sum-mismatch", DiagnosticSeverity.Error)
    {
        _amounts = amounts;
        _rest = words.AddPhrase("còn lại");
        _parts = new PartReader(words);
        _rests = new RestSums(words);
        _names = new ListedNames(words);
        _items = new CountedItems(words);
    }

    /// <inheritdoc/>
    public override void Check(DocumentAnalysis analysis, DiagnosticSink found)
    {
        AmountLines amounts = new(analysis, _amounts.Read(analysis));
        if (amounts.All.Length == 0)
        {
            return;
        }

        List<PartSum> sums = _parts.Read(analysis, amounts);
        List<PercentSum> shares = _parts.Percentages(analysis, amounts);
        _rests.Read(analysis, amounts, sums, shares);
        HashSet<Amount> told = [];
        foreach (PartSum sum in sums)
        {
            if (sum.Fails && !told.Contains(sum.Total) && !_amounts.IsCaveat(analysis.Tokens, sum.Parts[0].First) && !LeavesRest(analysis, sum) && sum.Total.Unit != FigureWord)
            {
                Report(analysis.Document, sums, sum, told, found);
            }
        }

        HashSet<Amount> seen = [];
        foreach (PercentSum sum in shares.Where(sum => seen.Add(sum.Parts[0]) && !_amounts.IsCaveat(analysis.Tokens, sum.Parts[0].First)))
        {
            Report(analysis.Document, sum, found);
        }

        foreach (NameCount count in _names.Read(analysis, amounts).Concat(_items.Read(analysis, amounts)).Where(count => !_amounts.IsCaveat(analysis.Tokens, count.Said.First)))
        {
            string said = analysis.Document.WordsAt(count.Said.Span);
            string right = count.Names.ToString(CultureInfo.InvariantCulture);
            found.Report(
                count.Said.Span,
                new BilingualText($"“{said}” nhưng sau đó kể ra {right}.", $"“{said}”, but {right} are listed."),
                expected: right,
                related: [new RelatedPlace(count.List, new BilingualText($"Kể ra {right}", $"{right} are listed"))]);
        }

        foreach (TableSlip slip in TableSums.Slips(analysis.Document))
        {
            string said = analysis.Document.Surface(slip.Cell);
            string right = AmountText.Plain(slip.Sum, slip.Decimals);
            found.Report(
                slip.Cell,
                new BilingualText(
                    $"“{said}” không khớp với tổng các ô {(slip.InRow ? "cùng hàng" : "cùng cột")}: {right}.",
                    $"“{said}” does not match the sum of the cells of its {(slip.InRow ? "row" : "column")}: {right}."),
                expected: slip.IsPart ? null : right,
                related: [new RelatedPlace(slip.Parts, new BilingualText("Các ô được cộng", "The cells added"))]);
        }
    }

    // “60 học viên: 22 người ở …, 19 người ở …, còn lại là sinh viên”: the rest is told without its number.
    private bool LeavesRest(DocumentAnalysis analysis, PartSum sum)
    {
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        int last = sum.Parts[^1].End;
        int end = analysis.Tokens.Sentences[analysis.Tokens.SentenceOfToken(last - 1)].End;
        for (int at = last; at + 1 < end && sum.Computed.Most < sum.Total.Value; at++)
        {
            if (tokens[at].Word == _rest[0] && tokens[at + 1].Word == _rest[1])
            {
                return true;
            }
        }

        return false;
    }

    private static void Report(Document document, List<PartSum> sums, PartSum sum, HashSet<Amount> told, DiagnosticSink found)
    {
        // A figure that fails twice, and would be right both times with the same other value, is the wrong one.
        foreach (PartSum other in sums)
        {
            if (other != sum && other.Fails && sum.Missing(other.Total) is { } value && other.Computed.Meets(value))
            {
                if (told.Add(other.Total))
                {
                    Tell(document, other.Total.Span, other, found);
                }

                told.Add(sum.Total);
                return;
            }
        }

        told.Add(sum.Total);
        bool confirmed = sum.IsAway || sums.Exists(other => other != sum && !other.Fails && AmountReader.Alike(other.Total, sum.Total) && other.Total.Value == sum.Total.Value);
        TextSpan list = TextSpan.Between(sum.Parts[0].Span.Start, sum.Parts[^1].Span.End);
        Tell(document, sum.Part?.Span ?? (confirmed ? list : sum.Total.Span), sum, found);
    }

    private static void Tell(Document document, TextSpan span, PartSum sum, DiagnosticSink found)
    {
        string total = document.WordsAt(sum.Total.Span);
        if (sum.Part is { } part)
        {
            string said = document.WordsAt(part.Span);
            found.Report(
                span,
                new BilingualText($"“{said}” là một phần mà lớn hơn cả số chung “{total}”.", $"“{said}” is told as a part of “{total}”, but is greater."),
                related: [new RelatedPlace(sum.Total.Span, new BilingualText("Số chung", "The whole"))]);
            return;
        }

        decimal middle = (sum.Computed.Least + sum.Computed.Most) / 2;
        string right = AmountText.Like(document.Surface(sum.Total.Span), sum.Total, middle);
        string parts = string.Join(sum.Balance is null ? " + " : "; ", sum.Parts.Select(amount => AmountText.Number(document.Surface(amount.Span))));
        BilingualText reason = new("Một phần", "A part");
        found.Report(
            span,
            sum.Balance is null
                ? new BilingualText($"“{total}” không bằng tổng các phần: {parts} = {right}.", $"“{total}” is not the sum of its parts: {parts} = {right}.")
                : new BilingualText($"“{total}” không khớp với số đầu kỳ và các khoản tăng, giảm ({parts}): tính ra {right}.", $"“{total}” does not follow from the opening figure and the changes ({parts}): they give {right}."),
            expected: span == sum.Total.Span ? right : null,
            related: [.. sum.Parts.Where(amount => !amount.Span.Overlaps(span)).Select(amount => new RelatedPlace(amount.Span, reason)),
                .. span == sum.Total.Span ? Array.Empty<RelatedPlace>() : [new RelatedPlace(sum.Total.Span, new BilingualText("Số chung", "The whole"))]]);
    }

    private static void Report(Document document, PercentSum sum, DiagnosticSink found)
    {
        string parts = string.Join(" + ", sum.Parts.Select(amount => AmountText.Number(document.Surface(amount.Span))));
        string right = AmountText.Plain((sum.Sum.Least + sum.Sum.Most) / 2);
        found.Report(
            TextSpan.Between(sum.Parts[0].Span.Start, sum.Parts[^1].Span.End),
            new BilingualText($"Các tỷ lệ của một cơ cấu cộng lại phải là 100%: {parts} = {right}%.", $"The shares of one whole must add up to 100%: {parts} = {right}%."),
            expected: "100%");
    }
}

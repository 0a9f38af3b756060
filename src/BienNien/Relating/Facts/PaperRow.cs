using System.Collections.Immutable;
using BienNien.Finding.DocumentReferences;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating.Facts;

/// <summary>What the cells of one row of a register have said so far of the paper that it names.</summary>
internal sealed class PaperRow
{
    private readonly List<(string Date, int Mention, TextSpan Span, TextSpan Cell, bool InColumn)> _days = [];
    private (int Mention, TextSpan Cell, bool HasDate, bool IsDayOf) _paper = (-1, default, false, false);
    private (TextSpan Span, int Object, string Value, TextSpan Cell) _issuer;

    /// <summary>Begins a row.</summary>
    public void Begin()
    {
        _days.Clear();
        _paper = (-1, default, false, false);
        _issuer = default;
    }

    /// <summary>Takes the paper that the row names first.</summary>
    public void Name(int mention, DocumentReferenceValue paper, TextSpan cell, bool isDayOf)
    {
        if (_paper.Mention < 0)
        {
            _paper = (mention, cell, paper.Date is { Length: > 0 }, isDayOf);
        }
    }

    /// <summary>Takes a date that fills a cell.</summary>
    public void TakeDay(string date, int mention, TextSpan span, TextSpan cell, bool inColumnOfDays) => _days.Add((date, mention, span, cell, inColumnOfDays));

    /// <summary>Takes the body that issued it.</summary>
    public void TakeIssuer(TextSpan span, int body, string words, TextSpan cell) => _issuer = (span, body, body >= 0 ? "" : words, cell);

    /// <summary>What the row says of its paper. The day of a paper that is cited with one is not asked for again, and of two days none is sure.</summary>
    public IEnumerable<FactClaim> End(RuleId rule)
    {
        if (_paper.Mention < 0)
        {
            yield break;
        }

        var days = _days.Where(day => _paper.IsDayOf || day.InColumn).ToArray();
        if (!_paper.HasDate && (_paper.IsDayOf || days.Length == 1))
        {
            foreach ((string date, int mention, TextSpan span, TextSpan cell, _) in days)
            {
                yield return Claim(rule, FactProperty.Issued, span, cell, -1, "", date, mention);
            }
        }

        if (_issuer.Span.Length > 0)
        {
            yield return Claim(rule, FactProperty.Issuer, _issuer.Span, _issuer.Cell, _issuer.Object, _issuer.Value, "", -1);
        }
    }

    private FactClaim Claim(RuleId rule, FactProperty property, TextSpan span, TextSpan cell, int value, string words, string date, int mention)
    {
        ImmutableArray<TextSpan> evidence = cell == _paper.Cell ? [cell] : [cell, _paper.Cell];
        return new FactClaim(span, rule, ClaimStatus.Asserted, evidence, property, _paper.Mention, value, words, span, date, mention, FactCertainty.High);
    }
}

using System.Collections.Immutable;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating.Facts;

/// <summary>What the cells of one row of a table have said so far of the person that it names.</summary>
internal sealed class TableRow
{
    private readonly List<(Office Office, TextSpan Value, TextSpan Cell)> _offices = [];
    private (int Table, int Row) _place = (-1, -1);
    private TextSpan _nameCell;
    private TextSpan _termCell;
    private OfficeLead? _lead;

    /// <summary>Index of the mention of the person; -1 while none is named.</summary>
    public int Person { get; private set; } = -1;

    /// <summary>The cell that names it.</summary>
    public TextSpan NameCell => _nameCell;

    /// <summary>The term of office: its date, the mention, the words.</summary>
    private (string Date, int Mention, TextSpan Span) _term;

    /// <summary>Whether a cell stands in another row.</summary>
    public bool IsOther(TableCell? cell) => cell is not { } place || (place.Table, place.Row) != _place;

    /// <summary>Begins a row.</summary>
    public void Begin(TableCell cell)
    {
        _offices.Clear();
        _place = (cell.Table, cell.Row);
        (Person, _term, _lead) = (-1, ("", -1, default), null);
    }

    /// <summary>Takes whom the row names first.</summary>
    public void Name(int mention, TextSpan cell, OfficeLead? lead)
    {
        if (Person < 0)
        {
            (Person, _nameCell, _lead) = (mention, cell, lead);
        }
    }

    /// <summary>Takes an office.</summary>
    public void Take(Office office, TextSpan value, TextSpan cell) => _offices.Add((office, value, cell));

    /// <summary>Takes the term.</summary>
    public void TakeTerm(string date, int mention, TextSpan span, TextSpan cell)
    {
        if (_term.Mention < 0)
        {
            (_term, _termCell) = ((date, mention, span), cell);
        }
    }

    /// <summary>The offices of the row; two offices with one term have it together, so that neither can be dated.</summary>
    public IEnumerable<FactClaim> End(RuleId rule)
    {
        if (Person < 0)
        {
            yield break;
        }

        foreach ((Office office, TextSpan value, TextSpan cell) in _offices)
        {
            bool dated = _offices.Count == 1 && _term.Mention >= 0;
            ImmutableArray<TextSpan> evidence = [.. ((ReadOnlySpan<TextSpan>)[cell, _nameCell, .. dated ? (ReadOnlySpan<TextSpan>)[_termCell] : []]).ToArray().Distinct()];
            yield return new FactClaim(
                value, rule, ClaimStatus.Asserted, evidence, FactProperty.Office, Person, office.Object, office.Value, value, dated ? _term.Date : "", dated ? _term.Mention : -1, FactCertainty.High);
        }

        if (_offices.Count == 0 && _lead is { } lead && _term.Mention >= 0)
        {
            yield return new FactClaim(
                _term.Span, rule, ClaimStatus.Asserted, [_termCell, _nameCell, lead.Span], FactProperty.Office, Person, lead.Object, lead.Value, _term.Span, _term.Date, _term.Mention,
                FactCertainty.High);
        }
    }
}

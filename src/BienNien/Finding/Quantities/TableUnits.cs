using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.Quantities;

/// <summary>Gives figures in tables the unit that their column's head or their row's unit cell tells, and drops numbers that only count rows.</summary>
internal sealed class TableUnits : IMentionResolver
{
    private readonly QuantityGrammar _amounts;
    private readonly WordSet _rowNumbers;
    private readonly WordSet _years;
    private readonly WordSet _unitHeads;
    private readonly int _unit;
    private readonly int _count;

    public TableUnits(QuantityGrammar amounts, Vocabulary.Builder words)
    {
        _amounts = amounts;
        _rowNumbers = words.AddSet("STT", "TT", "Stt", "mã", "trang");
        _years = words.AddSet("năm", "ngày", "tháng");
        _unitHeads = words.AddSet("ĐVT", "đvt");
        _unit = words.Add("đơn");
        _count = words.Add("số");
    }

    /// <summary>The rule whose mentions are resolved here.</summary>
    public static RuleId Rule { get; } = new("QTY006");

    /// <inheritdoc/>
    public void Resolve(TokenizedDocument document, List<Proposal> mentions)
    {
        bool dropped = false;
        for (int i = 0; i < mentions.Count; i++)
        {
            Proposal proposal = mentions[i];
            if (proposal.Mention.Rule != Rule)
            {
                continue;
            }

            Sentence sentence = document.SentenceAt(document.SentenceOfToken(proposal.FirstToken));
            if (ValueIn(document.Tables, sentence.Block.Cell!.Value, (QuantityValue)proposal.Mention.Value) is { } value)
            {
                mentions[i] = proposal with { Mention = proposal.Mention with { Value = value } };
            }
            else
            {
                mentions[i] = default;
                dropped = true;
            }
        }

        if (dropped)
        {
            mentions.RemoveAll(static proposal => proposal.Mention is null);
        }
    }

    private QuantityValue? ValueIn(TableIndex cells, TableCell cell, QuantityValue value)
    {
        int unitColumn = -1;
        bool headed = false;
        if (cells.TryGet(cell.Table, 0, cell.Column, out Sentence head) && cell.Row > 0)
        {
            headed = true;
            if (_rowNumbers.Contains(head[0]) || IsDateHead(head) || (head[0].Word == _count && _rowNumbers.Contains(head[1])))
            {
                return null;
            }

            for (int i = 1; i < head.Count; i++)
            {
                if (head.Surface(i) is "(" && WithUnit(value, head, i + 1) is { } inBrackets)
                {
                    return inBrackets;
                }
            }

            // “Số hộ”: the head says what is counted.
            if (head[0].Word == _count && WithUnit(value, head, 1) is { } counted)
            {
                return counted;
            }
        }

        for (int column = 0; column < cell.Column && unitColumn < 0; column++)
        {
            if (cells.TryGet(cell.Table, 0, column, out Sentence other) && (_unitHeads.Contains(other[0]) || other[0].Word == _unit))
            {
                unitColumn = column;
            }
        }

        if (unitColumn >= 0 && cells.TryGet(cell.Table, cell.Row, unitColumn, out Sentence unit))
        {
            return WithUnit(value, unit, 0) ?? value;
        }

        // The first column of a table numbers its rows unless its head says otherwise.
        return cell.Column == 0 && !headed ? null : value;
    }

    // “Năm”, “Ngày, tháng, năm”: the column's numbers are dates; under “Năm 1991” stand the figures of that year.
    private bool IsDateHead(Sentence head)
    {
        if (!_years.Contains(head[0]))
        {
            return false;
        }

        for (int i = 1; i < head.Count; i++)
        {
            if (head.Surface(i).Length > 0 && char.IsAsciiDigit(head.Surface(i)[0]))
            {
                return false;
            }
        }

        return true;
    }

    private QuantityValue? WithUnit(QuantityValue value, Sentence sentence, int at)
    {
        decimal scale = _amounts.Numbers.ScaleAt(sentence, at, out int end);
        ReadUnit unit = _amounts.UnitAt(sentence, end);
        if (unit.End == 0)
        {
            return null;
        }

        // A count so large that its product leaves the range of a decimal is no count: the scale is left out.
        decimal scaled = scale > 1 && value.Value is < 1e14m ? value.Value.Value * scale : value.Value ?? 0;
        return value with { Value = scaled, Unit = QuantityGrammar.Text(sentence, unit) };
    }
}

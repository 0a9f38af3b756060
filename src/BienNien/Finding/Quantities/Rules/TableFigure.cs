using System.Collections.Immutable;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.Quantities.Rules;

/// <summary>QTY006. A figure alone in a cell of a table; its unit is told by the head of its column or by the row.</summary>
/// <remarks>
/// Examples, sources and the cases it leaves alone: TableFigure.md, beside this file. The unit stands elsewhere in the document: <see cref="TableUnits"/> looks there.
/// </remarks>
internal sealed class TableFigure(QuantityGrammar amounts) : IMentionRule
{
    /// <inheritdoc/>
    public RuleId Id => TableUnits.Rule;

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords => [];

    /// <inheritdoc/>
    public Openings Openings => Openings.Numbers;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        if (at != 0 || sentence.Block.Kind != BlockKind.TableCell || sentence.Block.Cell is not { IsHeader: false })
        {
            return;
        }

        ReadNumber number = amounts.Numbers.FiguresAt(sentence, at);
        if (number.End == sentence.Count)
        {
            found.Add(sentence, MentionKind.Quantity, at, number.End, new QuantityValue(number.Value, "") { Dress = number.Dress }, weight: 1);
        }
    }
}

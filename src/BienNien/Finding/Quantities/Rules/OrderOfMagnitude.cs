using System.Collections.Immutable;
using BienNien.Rules;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Quantities.Rules;

/// <summary>QTY003. Only the order of magnitude: “hàng vạn thanh niên”, “hàng trăm ngàn ngày công”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: OrderOfMagnitude.md, beside this file.</remarks>
internal sealed class OrderOfMagnitude(QuantityGrammar amounts, Vocabulary.Builder words) : IMentionRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("QTY003");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords { get; } = [words.Add("hàng"), words.Add("vài"), words.Add("mấy")];

    /// <inheritdoc/>
    public Openings Openings => Openings.None;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        decimal order = amounts.Numbers.ScaleAt(sentence, at + 1, out int end);
        if (order == 0)
        {
            return;
        }

        ReadUnit unit = amounts.UnitAt(sentence, end);
        if (unit.End > 0)
        {
            found.Add(sentence, MentionKind.Quantity, at, unit.End, new QuantityValue(null, QuantityGrammar.Text(sentence, unit), TimexMod.Order) { Order = (long)order });
        }
    }
}

using System.Collections.Immutable;
using BienNien.Rules;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Quantities.Rules;

/// <summary>QTY003. Only the order of magnitude: “hàng vạn thanh niên”, “hàng trăm ngàn ngày công”, “vài xu”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: OrderOfMagnitude.md, beside this file.</remarks>
internal sealed class OrderOfMagnitude(QuantityGrammar amounts, Vocabulary.Builder words) : IMentionRule
{
    private readonly int _some = words.Add("vài");
    private readonly int _five = words.Add("dăm");
    private readonly int _three = words.Add("ba");
    private readonly int _one = words.Add("một");

    /// <inheritdoc/>
    public RuleId Id { get; } = new("QTY003");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords { get; } = [.. words.AddPhrase("hàng hằng vài mấy dăm")];

    /// <inheritdoc/>
    public Openings Openings => Openings.None;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        decimal order = amounts.Numbers.ScaleAt(sentence, at + 1, out int end);
        if (order == 0)
        {
            // “vài xu”, “vài ba người”, “dăm ba khẩu súng”; not “một vài hộ”
            bool three = sentence[at + 1].Word == _three;
            if ((sentence[at].Word != _some && !(sentence[at].Word == _five && three)) || sentence[at - 1].Word == _one)
            {
                return;
            }

            order = 1;
            end = three ? at + 2 : at + 1;
        }

        ReadUnit unit = amounts.UnitAt(sentence, end);
        if (order == 1 ? unit.Kind is UnitKind.Thing or UnitKind.Measure : unit.End > 0)
        {
            found.Add(sentence, MentionKind.Quantity, at, unit.End, new QuantityValue(null, QuantityGrammar.Text(sentence, unit), TimexMod.Order) { Order = (long)order });
        }
    }
}

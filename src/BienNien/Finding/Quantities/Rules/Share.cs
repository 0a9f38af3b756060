using System.Collections.Immutable;
using BienNien.Rules;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Quantities.Rules;

/// <summary>QTY005. Halves and shares in words: “hơn một nửa lực lượng”, “nửa triệu người”, “hai phần ba diện tích”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: Share.md, beside this file.</remarks>
internal sealed class Share(QuantityGrammar amounts, Vocabulary.Builder words) : IMentionRule
{
    private readonly int _one = words.Add("một");
    private readonly int _half = words.Add("nửa");

    /// <inheritdoc/>
    public RuleId Id { get; } = new("QTY005");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords { get; } = [words.Add("nửa"), words.Add("phần")];

    /// <inheritdoc/>
    public Openings Openings => Openings.None;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        int first = at;
        int end = at + 1;
        decimal value = 0.5m;
        if (sentence[at].Word == _half)
        {
            bool one = sentence[at - 1].Word == _one;
            first = one ? at - 1 : at;
            decimal scale = amounts.Numbers.ScaleAt(sentence, at + 1, out int past);
            end = scale > 0 ? past : end;
            value = scale > 0 ? scale / 2 : value;
            if (!one && scale == 0)
            {
                return;
            }
        }
        else
        {
            if (at == 0)
            {
                return;
            }

            ReadNumber part = amounts.Numbers.WordsAt(sentence, at - 1);
            ReadNumber whole = amounts.Numbers.WordsAt(sentence, at + 1);
            if (part.End != at || whole.End == 0 || whole.Value <= part.Value)
            {
                return;
            }

            first = at - 1;
            end = whole.End;
            ReadUnit shared = amounts.UnitAt(sentence, end);
            if (shared.Kind is UnitKind.Thing or UnitKind.Noun or UnitKind.Pairing)
            {
                first = amounts.ModifierBefore(sentence, first, 100, UnitKind.Measure, out TimexMod shade);
                found.Add(sentence, MentionKind.Quantity, first, shared.End, new QuantityValue(part.Value, QuantityGrammar.Text(sentence, shared), shade) { Of = whole.Value });
            }

            return;
        }

        ReadUnit unit = amounts.UnitAt(sentence, end);
        if (unit.Kind is UnitKind.Thing or UnitKind.Pairing or UnitKind.Noun or UnitKind.Measure)
        {
            first = amounts.ModifierBefore(sentence, first, 100, UnitKind.Measure, out TimexMod mod);
            found.Add(sentence, MentionKind.Quantity, first, unit.End, new QuantityValue(value, QuantityGrammar.Text(sentence, unit), mod));
        }
    }
}

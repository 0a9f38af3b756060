using System.Collections.Immutable;
using BienNien.Rules;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Quantities.Rules;

/// <summary>QTY005. Halves and shares in words: “hơn một nửa lực lượng”, “nửa triệu người”, “nửa cân”, “hai phần ba diện tích”.</summary>
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
        if (sentence[at].Word == _half)
        {
            FindHalf(sentence, at, found);
        }
        else if (at > 0)
        {
            FindPart(sentence, at, found);
        }
    }

    private void FindHalf(Sentence sentence, int at, MentionSink found)
    {
        bool one = sentence[at - 1].Word == _one;
        decimal scale = amounts.Numbers.ScaleAt(sentence, at + 1, out int end);
        end = scale > 0 ? end : at + 1;
        ReadUnit unit = scale > 0 ? amounts.UnitAt(sentence, end) : amounts.WholeAt(sentence, end);
        int first = amounts.ModifierBefore(sentence, one ? at - 1 : at, 100, unit, out TimexMod mod);

        // “nửa cân”, “quá nửa số đại biểu”; not “nửa đường”
        bool told = one || scale > 0 || unit.Measures || (mod != TimexMod.None && amounts.CanBeShared(sentence[unit.First]));
        if (told && unit.IsKnown)
        {
            found.Add(sentence, MentionKind.Quantity, first, unit.End, new QuantityValue(scale > 0 ? scale / 2 : 0.5m, QuantityGrammar.Text(sentence, unit), mod));
        }
    }

    private void FindPart(Sentence sentence, int at, MentionSink found)
    {
        ReadNumber part = amounts.Numbers.WordsAt(sentence, at - 1);
        ReadNumber whole = amounts.Numbers.WordsAt(sentence, at + 1, last: true);
        if (part.End != at || whole.End == 0 || whole.Value <= part.Value)
        {
            return;
        }

        ReadUnit unit = amounts.WholeAt(sentence, whole.End);
        int first = amounts.ModifierBefore(sentence, at - 1, 100, unit, out TimexMod mod);
        if (unit.Kind is UnitKind.Thing or UnitKind.Noun or UnitKind.Pairing || (unit.End == 0 && mod != TimexMod.None && !amounts.IsTimeWord(sentence[whole.End])))
        {
            found.Add(sentence, MentionKind.Quantity, first, Math.Max(unit.End, whole.End), new QuantityValue(part.Value, QuantityGrammar.Text(sentence, unit), mod) { Of = whole.Value });
        }
    }
}

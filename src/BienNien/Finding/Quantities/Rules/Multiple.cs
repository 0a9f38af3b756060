using System.Collections.Immutable;
using BienNien.Rules;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Quantities.Rules;

/// <summary>QTY010. So many times as much, without the word “lần”: “gấp đôi”, “gấp rưỡi”, “gấp ba”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: Multiple.md, beside this file.</remarks>
internal sealed class Multiple(QuantityGrammar amounts, Vocabulary.Builder words) : IMentionRule
{
    private readonly int _double = words.Add("đôi");
    private readonly int _half = words.Add("rưỡi");
    private readonly int _halfToo = words.Add("rưởi");

    /// <inheritdoc/>
    public RuleId Id { get; } = new("QTY010");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords { get; } = [words.Add("gấp")];

    /// <inheritdoc/>
    public Openings Openings => Openings.None;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        int word = sentence[at + 1].Word;
        ReadNumber number = word == _double ? new ReadNumber(at + 2, 2, Grouped: false, Scaled: false, 1)
            : word == _half || word == _halfToo ? new ReadNumber(at + 2, 1.5m, Grouped: false, Scaled: false, 1)
            : amounts.Numbers.WordsAt(sentence, at + 1);
        if (number.End == 0 || number.Value <= 1 || amounts.IsYearWord(sentence[at + 1]))
        {
            return;
        }

        // “gấp ba lần”: the amount has its unit.
        ReadUnit unit = amounts.UnitAt(sentence, number.End);
        if (unit.Kind is UnitKind.None or UnitKind.Unknown || word == _double || word == _half || word == _halfToo)
        {
            int first = amounts.ModifierBefore(sentence, at, 100, default, out TimexMod mod);
            found.Add(sentence, MentionKind.Quantity, first, number.End, new QuantityValue(number.Value, "", mod));
        }
    }
}

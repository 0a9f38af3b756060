using System.Collections.Immutable;
using BienNien.Rules;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Quantities.Rules;

/// <summary>QTY002. An amount in words that counts people, bodies, places or things: “hai đồng chí”, “một trăm linh năm hộ”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: NumberInWords.md, beside this file.</remarks>
internal sealed class NumberInWords(QuantityGrammar amounts, Vocabulary.Builder words) : IMentionRule
{
    private readonly WordSet _rows = words.AddSet("thứ", "lần", "tháng", "số", "mùng", "mồng", "ngày", "khóa", "quý", "tuổi", "hạng", "bậc", "mười", "mươi", "trăm", "nghìn");
    private readonly int _one = words.Add("một");

    /// <inheritdoc/>
    public RuleId Id { get; } = new("QTY002");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords => amounts.Numbers.Openings;

    /// <inheritdoc/>
    public Openings Openings => Openings.None;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        if ((sentence[at].Capitalised && (sentence[at].Traits & TokenTraits.SentenceStart) == 0 && at != 0) || _rows.Contains(sentence[at - 1]))
        {
            return;
        }

        ReadNumber number = amounts.Numbers.WordsAt(sentence, at);
        if (number.End == 0)
        {
            return;
        }

        ReadUnit unit = amounts.UnitAt(sentence, number.End);
        bool counts = unit.Kind == UnitKind.Thing || (unit.Kind == UnitKind.Pairing && number.Value > 2)
            || (unit.Kind is UnitKind.Noun or UnitKind.Measure && number.Words > 1);
        if (!counts || (number.Words == 1 && (sentence[at].Word == _one || amounts.IsYearWord(sentence[at])) && !amounts.ShowsCounting(sentence[at - 1])))
        {
            return;
        }

        int first = amounts.ModifierBefore(sentence, at, number.Value, unit.Kind, out TimexMod mod);
        found.Add(sentence, MentionKind.Quantity, first, unit.End, new QuantityValue(number.Value, QuantityGrammar.Text(sentence, unit), mod));
    }
}

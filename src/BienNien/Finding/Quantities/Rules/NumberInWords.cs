using System.Collections.Immutable;
using BienNien.Rules;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Quantities.Rules;

/// <summary>QTY002. An amount in words that counts people, bodies, places or things: “hai đồng chí”, “một trăm linh năm hộ”, “ba bốn trăm người”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: NumberInWords.md, beside this file.</remarks>
internal sealed class NumberInWords(QuantityGrammar amounts, Vocabulary.Builder words) : IMentionRule
{
    private readonly WordSet _rows = words.AddSet("thứ", "tháng", "số", "mùng", "mồng", "ngày", "khóa", "quý", "tuổi", "hạng", "bậc", "mười", "mươi", "trăm", "nghìn", "hàng", "vài", "mấy", "nửa", "một", "mùa", "ngã");
    private readonly WordSet _rowsBeforeDigit = words.AddSet("lần", "thôn", "tổ", "xóm", "anh", "chị", "ông", "bà", "chú");
    private readonly WordSet _to = words.AddSet("đến", "tới", "-", "–");
    private readonly WordSet _times = words.AddSet("gấp", "tăng", "hơn", "giảm", "bằng");
    private readonly int _one = words.Add("một");
    private readonly int _lots = words.Add("lần");
    private readonly int _dozen = words.Add("mươi");

    /// <inheritdoc/>
    public RuleId Id { get; } = new("QTY002");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords { get; } = [.. amounts.Numbers.Openings, .. amounts.Numbers.Scales];

    /// <inheritdoc/>
    public Openings Openings => Openings.None;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        if ((sentence[at].Capitalised && (sentence[at].Traits & TokenTraits.SentenceStart) == 0 && at != 0) || _rows.Contains(sentence[at - 1]) || sentence[at - 1].IsNumber)
        {
            return;
        }

        bool few = sentence[at].Word == _dozen;
        ReadNumber number = amounts.Numbers.SpokenAt(sentence, at);
        number = number.End > 0 ? number : few ? new ReadNumber(at + 1, 10, Grouped: false, Scaled: false, 1) { Scale = 1 } : amounts.Numbers.ScaleAloneAt(sentence, at);
        if (number.End == 0)
        {
            return;
        }

        int next = number.End;
        decimal? to = number.To > 0 ? number.To : null;
        if (to is null && _to.Contains(sentence[next]) && amounts.Numbers.WordsAt(sentence, next + 1) is { End: > 0 } upper && upper.Value > number.Value)
        {
            // “ba đến năm người”
            to = upper.Value;
            next = upper.End;
        }

        ReadUnit unit = amounts.UnitAt(sentence, next);
        int first = amounts.ModifierBefore(sentence, at, number.Value, unit, out TimexMod mod);
        if (_rows.Contains(sentence[first - 1]) || amounts.IsSaying(sentence, at) || !Counts(sentence, at, first, number, to, unit, ref mod))
        {
            return;
        }

        decimal value = number.Value;
        int end = unit.End > 0 ? unit.End : next;
        if (unit.Measures && !number.Scaled && to is null && amounts.Numbers.IsHalf(sentence, end))
        {
            // “hai tạ rưỡi”
            value += 0.5m;
            end++;
        }

        end = amounts.ModifierAfter(sentence, end, ref mod);
        if (unit.End > 0 || mod != TimexMod.None || to is not null || number.Scale >= 100_000)
        {
            found.Add(sentence, MentionKind.Quantity, first, end, new QuantityValue(value, QuantityGrammar.Text(sentence, unit), mod) { To = to });
        }
    }

    private bool Counts(Sentence sentence, int at, int first, ReadNumber number, decimal? to, ReadUnit unit, ref TimexMod mod)
    {
        Token opening = sentence[at];
        if (amounts.Numbers.Scales.Contains(opening.Word) && number.Words == 1)
        {
            // “hơn nghìn mẫu”, not “nghìn việc tốt”
            return mod != TimexMod.None && unit.IsKnown;
        }

        if (opening.Word == _dozen && to is null)
        {
            // “mươi học trò”: about ten
            mod = TimexMod.Approx;
            return first == at && unit.Kind == UnitKind.Thing;
        }

        if (number.Words > 1 || to is not null)
        {
            // “bốn năm” are years; a larger number may count any noun.
            bool years = to is not null && number.Scale == 1 && amounts.IsYearWord(sentence[number.End - 1]);
            return years ? unit.Kind == UnitKind.Thing
                : unit.IsKnown ? unit.Kind != UnitKind.Pairing || number.Value > 2
                : number.Scale >= 10 || number.Value >= 20 ? !amounts.IsTimeWord(sentence[number.End]) && !amounts.IsYearWord(sentence[first - 1]) : false;
        }

        if (_rowsBeforeDigit.Contains(sentence[at - 1]) && !amounts.ShowsCounting(sentence, at))
        {
            return false;
        }

        if (unit.Kind == UnitKind.Loose)
        {
            // “gấp hai lần”, “hai đồng rưỡi”
            return (sentence[unit.First].Word == _lots && (_times.Contains(sentence[at - 1]) || mod != TimexMod.None) && opening.Word != _one)
                || amounts.Numbers.IsHalf(sentence, unit.End);
        }

        bool counts = unit.Kind is UnitKind.Thing or UnitKind.Measure || (unit.Kind == UnitKind.Pairing && number.Value > 2);
        bool doubtful = opening.Word == _one || amounts.IsYearWord(opening);
        return counts && (!doubtful || mod != TimexMod.None || amounts.ShowsCounting(sentence, at) || (unit.Kind == UnitKind.Measure && opening.Word == _one));
    }
}

using System.Collections.Immutable;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking.Arithmetic;

// Totals behind their parts.
internal sealed partial class PartReader
{
    // “diệt 37 tên, bắt 14 tên, cả thảy 51 tên”.
    private void Summed(DocumentAnalysis analysis, AmountLines amounts, SentenceRange sentence, List<PartSum> sums)
    {
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        for (int at = sentence.First; at < sentence.End; at++)
        {
            int length = 0;
            foreach (ImmutableArray<int> phrase in _totals)
            {
                length = Has(tokens, at, phrase) ? phrase.Length : length;
            }

            // “…, cộng 28 người”, “…; tổng số toàn xã là 545 hộ”
            bool near = false;
            if (length == 0 && at > sentence.First + 3 && (_comma.Contains(tokens[at - 1]) || _semicolon.Contains(tokens[at - 1])) && amounts.At(at) is null)
            {
                near = _totalWords.Contains(tokens[at]);
                length = near || (_plus.Contains(tokens[at]) && amounts.At(at + 1) is not null) ? 1 : 0;
            }

            if (length == 0 || amounts.At(at) is not null)
            {
                continue;
            }

            ReadOnlySpan<Amount> after = amounts.Within(at + length, Math.Min(sentence.End, at + length + 14));
            if (after.Length == 0 || !after[0].IsExact || after[0].First - at - length > 6 || after[0].IsPercent)
            {
                continue;
            }

            Amount total = after[0];

            // “như vậy thôn Đoài ít hơn 25 hộ”: a difference, not a sum.
            bool compares = false;
            for (int i = at + length; i < total.First; i++)
            {
                compares |= _differ.Contains(tokens[i]) || IsMean(tokens, i);
            }

            if (compares)
            {
                continue;
            }

            int from = sentence.First;
            for (int i = at - 2; i > sentence.First; i--)
            {
                if (_semicolon.Contains(tokens[i]) || _colon.Contains(tokens[i]))
                {
                    from = i + 1;
                    break;
                }
            }

            // “… 120 tấn, … 140 tấn. Cộng cả năm 270 tấn.”
            int index = analysis.Tokens.SentenceOfToken(sentence.First);
            if (at <= sentence.First + 1 && index > 0 && analysis.Tokens.Sentences[index - 1].Block == sentence.Block)
            {
                from = analysis.Tokens.Sentences[index - 1].First;
            }

            List<Amount> parts = [];
            bool plain = true;
            int depth = 0;
            int next = from;
            foreach (Amount amount in amounts.Within(from, at))
            {
                for (; next < amount.First; next++)
                {
                    depth += _open.Contains(tokens[next]) ? 1 : _close.Contains(tokens[next]) ? -1 : 0;

                    // Before the first part the sentence may tell anything.
                    plain &= !_each.Contains(tokens[next]) && (parts.Count == 0 || !(_halts.Contains(tokens[next]) || IsMean(tokens, next)));
                }

                next = amount.End;

                if (depth > 0)
                {
                    continue;
                }

                plain &= amount.IsExact;
                if (Counts(total, amount))
                {
                    parts.Add(amount);
                }
                else if (!amount.Unit.StartsWith("tuổi", StringComparison.Ordinal) && (parts.Count > 0 || amount.IsMeasure || amount.Value > 20))
                {
                    plain = false;
                }
            }

            // “tổng cộng cả quý”: perhaps of a longer time than the list is.
            if (Wide(analysis, sentence, at, total))
            {
                decimal sum = parts.Sum(static part => part.Value);
                plain &= parts.Count >= 3 && Math.Abs(sum - total.Value) < total.Value * 0.05m;
            }

            // A word such as “tổng” may sum more than the list: then only what comes near is a slip.
            if (near)
            {
                decimal sum = parts.Sum(static part => part.Value);
                plain &= Math.Abs(sum - total.Value) < total.Value / 8;
            }

            // The seasons of a year: the four quarters, or harvests that come near the year's.
            if (Has(tokens, at, _totals[^3]) || length == 3)
            {
                int seasons = 0;
                foreach (Amount part in parts)
                {
                    for (int i = Math.Max(from, part.First - 6); i < part.First; i++)
                    {
                        seasons += _seasons.Contains(tokens[i]) ? 1 : 0;
                    }
                }

                decimal sum = parts.Sum(static part => part.Value);
                plain &= seasons >= parts.Count && Math.Abs(sum - total.Value) < total.Value / 10;
            }

            // “có 46 nhà, chết 61 người; có 38 nhà, chết 44 người. Vị chi 84 nhà, chết 105 người”: each kind is summed by itself.
            if (after.Length > 1 && after[1].Base != total.Base && after[1].First - total.End <= 4)
            {
                parts.RemoveAll(part => part.Base != total.Base);
            }

            if (plain && parts.Count is >= 2 and <= MostParts && !SuffixMakes(parts, total))
            {
                sums.Add(new PartSum(total, parts, IsOpen: false, IsAway: false));
            }
        }
    }

    // Totals of a longer time or a wider place than the list before: “tổng cộng cả chiến dịch diệt …”.
    private bool Wide(DocumentAnalysis analysis, SentenceRange sentence, int at, Amount total)
    {
        for (int i = at + 2; i < Math.Min(sentence.End, total.End + 8); i++)
        {
            if (_comma.Contains(analysis.Tokens.Tokens[i]) || _semicolon.Contains(analysis.Tokens.Tokens[i]))
            {
                return false;
            }

            if (_wide.Contains(analysis.Tokens.Tokens[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool SuffixMakes(List<Amount> parts, Amount total)
    {
        decimal run = 0;
        for (int i = parts.Count - 1; i >= 0; i--)
        {
            run += parts[i].Value;
            if (i < parts.Count - 1 && i > 0 && run == total.Value)
            {
                return true;
            }
        }

        return false;
    }
}

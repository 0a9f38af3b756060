using System.Globalization;
using BienNien.Finding;
using BienNien.Finding.Quantities;
using BienNien.Finding.Times;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Checking.Arithmetic;

// Averages, rates and products.
internal sealed partial class DerivedFigures
{
    // “Mỗi suất quà 200.000 đồng, tặng 50 suất, tổng trị giá 12 triệu đồng”.
    private void Product(MentionView view, AmountLines amounts, int group, SentenceRange sentence, Amount said, List<DerivedSlip> slips)
    {
        bool total = false;
        for (int at = said.First - 1; at >= Math.Max(group, said.First - 4) && !view[at].IsMark; at--)
        {
            total |= _sums.Contains(view[at]);
        }

        if (!total || !said.IsExact || said.Range is not { } claimed)
        {
            return;
        }

        Amount? price = null;
        Amount? count = null;
        string each = "";
        ReadOnlySpan<Amount> before = amounts.Within(group, said.First);
        foreach (Amount amount in before)
        {
            for (int at = amount.First - 1; at >= Math.Max(group, amount.First - 4) && !view[at].IsMark && price is null; at--)
            {
                if (_each.Contains(view[at]) && amount.Base == said.Base && at < amount.First - 1)
                {
                    (price, each) = (amount, view.Surface(view[at + 1].Span));
                }
            }
        }

        foreach (Amount amount in before)
        {
            if (price is not null && amount != price && amount.Noun.Equals(each, StringComparison.OrdinalIgnoreCase) && amount.IsExact)
            {
                count = count is null ? amount : null;
            }
        }

        if (price?.Range is { } a && price.IsExact && count is not null && before.Length <= 3)
        {
            FigureRange computed = a.Times(count.Value);
            if (!computed.Meets(claimed))
            {
                slips.Add(new DerivedSlip(said.Span, AmountText.Like(view.Surface(said.Span), said, (computed.Least + computed.Most) / 2), price.First < count.First ? [price, count] : [count, price]));
            }
        }
    }

    // “450 nhân khẩu, tổng thu 18,9 tỷ đồng, bình quân mỗi người 52 triệu đồng”.
    private void Mean(MentionView view, AmountLines amounts, int group, SentenceRange sentence, Amount said, List<DerivedSlip> slips)
    {
        if (!said.IsSingle || said.IsPercent || said.Unit.Length == 0)
        {
            return;
        }

        bool mean = false;
        string each = "";
        for (int at = said.First - 1; at >= Math.Max(group, said.First - 8) && !view[at].IsMark && amounts.At(at) is null; at--)
        {
            mean |= _mean.Contains(view[at]) && _meanEnd.Contains(view[at + 1]);
            if (_each.Contains(view[at]) && each.Length > 0)
            {
                return;
            }

            if (_each.Contains(view[at]) && view[at + 1].IsWord)
            {
                each = view.Surface(view[at + 1].Span);
                each = each.StartsWith("héc", StringComparison.OrdinalIgnoreCase) || each.StartsWith("hec", StringComparison.OrdinalIgnoreCase) ? "ha" : each;
            }
            else if (_heads.Contains(view[at]) && each.Length == 0)
            {
                each = "người";
            }
        }

        bool plain = !mean && each.Length > 0 && IsComputed(view, group, said);
        if (!(mean || plain) || _monthly.Contains(view[said.End]) || said.Unit.EndsWith("/tháng", StringComparison.Ordinal) || said.Unit.EndsWith("/ngày", StringComparison.Ordinal))
        {
            return;
        }

        string unit = said.Base.IndexOf('/', StringComparison.Ordinal) is > 0 and int slash ? said.Base[..slash] : said.Base;
        decimal scale = said.Scale;
        bool yearly = said.Unit.EndsWith("/năm", StringComparison.Ordinal);
        scale *= yearly ? 12 : 1;
        Amount? total = null;
        Amount? count = null;
        // “556,8 tỷ đồng; với 9.600 nhân khẩu, bình quân …”: the clause before belongs to it when it is short of a figure.
        int from = group;
        int near = 0;
        foreach (Amount amount in amounts.Within(group, said.First))
        {
            near += amount.IsExact && !amount.IsPercent && !amount.IsTimes ? 1 : 0;
        }

        from = near < 2 ? sentence.First : from;
        Amount? length = Lengths(view, from, said.First, each);
        from = length is not null && near < 1 ? sentence.First : from;
        foreach (Amount amount in amounts.Within(from, Math.Min(sentence.End, said.End + 9)))
        {
            if (!amount.IsExact || amount.IsPercent || amount.IsTimes || amount == said)
            {
                continue;
            }

            if (amount.Base == unit || (!amount.IsMeasure && !said.IsMeasure && amount.Noun.Equals(said.Noun, StringComparison.OrdinalIgnoreCase)))
            {
                if (total is not null)
                {
                    return;
                }

                total = amount;
            }
            else if (amount.IsMeasure && each.Length > 1 && amount.Unit.Equals(each, StringComparison.OrdinalIgnoreCase))
            {
                if (count is not null)
                {
                    return;
                }

                count = amount;
            }
            else if (!amount.IsMeasure && (each.Length == 0 ? amount.Class is "person" or "body" : amount.Noun.Equals(each, StringComparison.OrdinalIgnoreCase) || (amount.Class == "person" && each is "người" or "nhân" or "em" or "học")))
            {
                if (count is not null)
                {
                    return;
                }

                count = amount;
            }
        }

        count ??= length;
        if (total?.Range is not { } a || count?.Range is not { } b || a / b is not { } computed || said.Figure.Range is not { } range)
        {
            return;
        }

        // Without “bình quân” only what comes near can be meant for the quotient.
        if (plain && (said.Value <= 0 || total.Value / (count == length || count.Class.Length > 0 ? count.Value : count.Value / count.Scale) / said.Value is > 1.6m or < 0.6m))
        {
            return;
        }

        // A measure counts in its own unit: so many tons for each hectare.
        computed = count.IsMeasure && count != length ? computed.Times(count.Scale) : computed;

        // Rounded or cut off at its last figure; counts of things may be rounded either way.
        decimal step = said.Figure.Step == 0 ? 1 : said.Figure.Step;
        FigureRange claimed = new FigureRange(range.Least - step, range.Most + step).Times(scale);
        if (!computed.Meets(claimed) && computed.Most > 0)
        {
            decimal middle = (computed.Least + computed.Most) / 2 / (yearly ? 12 : 1);
            slips.Add(new DerivedSlip(said.Span, AmountText.Like(view.Surface(said.Span), said, Math.Round(middle, said.Figure.Step == 0 && !said.IsMeasure ? 1 : 6)), total.First < count.First ? [total, count] : [count, total]));
        }
    }

    // “tính ra mỗi héc-ta 2,4 tấn”, “…, mỗi ngày 1.600 m³”: “mỗi” opens the clause, or “tính ra” does.
    private bool IsComputed(MentionView view, int group, Amount said)
    {
        for (int at = said.First - 1; at > Math.Max(group, said.First - 7); at--)
        {
            if (_each.Contains(view[at]))
            {
                return view[at - 1].IsMark || view.Has(at - 2, _reckoned);
            }
        }

        return false;
    }

    // A length of time in the unit that the mean is for: “sau 5 năm … mỗi năm”; null where two stand there.
    private static Amount? Lengths(MentionView view, int from, int to, string each)
    {
        Amount? length = null;
        if (each is not ("ngày" or "năm" or "tháng" or "tuần"))
        {
            return null;
        }

        for (int at = from; at < to; at++)
        {
            if (view.At(at) is not { Value: TimeValue { Type: TimexType.Duration, Mod: TimexMod.None, Value: { Length: > 2 } value } } mention || view.RangeOf(mention.Span).First != at
                || value[^1] != (each switch { "ngày" => 'D', "năm" => 'Y', "tháng" => 'M', _ => 'W' }) || !decimal.TryParse(value.AsSpan(1, value.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out decimal number) || number < 2)
            {
                continue;
            }

            if (length is not null)
            {
                return null;
            }

            QuantityValue quantity = new(number, each);
            (int first, int end) = view.RangeOf(mention.Span);
            length = new Amount(Figure.Of(new Mention(MentionKind.Quantity, mention.Span, mention.Rule, quantity), quantity, view.Surface(mention.Span)), first, end, "time:" + each, 1, "", IsMeasure: true);
        }

        return length;
    }

    // “12 ha, năng suất 5 tấn/ha, sản lượng 60 tấn”: one of each in a clause.
    private static void Rate(MentionView view, AmountLines amounts, int group, SentenceRange sentence, Amount said, List<DerivedSlip> slips)
    {
        int slash = said.Base.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || !said.IsSingle || said.Base.IndexOf('/', slash + 1) > 0)
        {
            return;
        }

        (string above, string below) = (said.Base[..slash], said.Base[(slash + 1)..]);
        if (below is "tháng" or "s" or "năm")
        {
            return;
        }

        Amount? upper = null;
        Amount? lower = null;
        foreach (Amount amount in amounts.Within(group, sentence.End))
        {
            bool isUpper = Is(amount, above);
            bool isLower = Is(amount, below);
            if (amount != said && (isUpper || isLower || amount.Base == said.Base))
            {
                if (!amount.IsExact || isUpper == isLower || (isUpper ? upper : lower) is not null)
                {
                    // Several in one sentence: those right before the rate are its own.
                    if (NearPair(view, amounts, group, said, above, below) is not var (one, other))
                    {
                        return;
                    }

                    (upper, lower) = (one, other);
                    break;
                }

                (upper, lower) = isUpper ? (amount, lower) : (upper, amount);
            }
        }

        if (upper?.Range is { } a && lower?.Range is { } b && a / b is { } computed && said.Range is { } range && said.First - Math.Min(upper.First, lower.First) < 24)
        {
            decimal step = Math.Max(said.Figure.Step == 0 ? 1 : said.Figure.Step, said.Figure.Value.Value!.Value * 0.02m) * said.Scale;
            if (!computed.Meets(new FigureRange(range.Least - step, range.Most + step)))
            {
                decimal factor = computed.Most > 0 ? said.Value / ((computed.Least + computed.Most) / 2) : 1;
                slips.Add(new DerivedSlip(said.Span, AmountText.Like(view.Surface(said.Span), said, (computed.Least + computed.Most) / 2), upper.First < lower.First ? [upper, lower] : [lower, upper], IsScale(factor)));
            }
        }
    }

    // Ten, a hundred or a thousand times as much or as little: the unit is wrong, not the number.
    private static bool IsScale(decimal factor)
    {
        decimal times = factor is > 0 and < 1 ? 1 / factor : factor;
        while (times > 9.5m)
        {
            times /= 10;
            if (times is > 0.95m and < 1.05m)
            {
                return true;
            }
        }

        return false;
    }

    // “chỉ 18 km² mà có 7.560 người, mật độ tới 520 người/km²”: the last two figures before the rate, in one breath.
    private static (Amount Upper, Amount Lower)? NearPair(MentionView view, AmountLines amounts, int group, Amount said, string above, string below)
    {
        ReadOnlySpan<Amount> before = amounts.Within(group, said.First);
        if (before.Length < 2 || said.First - before[^1].End > 8 || before[^1].First - before[^2].End > 8 || !before[^1].IsExact || !before[^2].IsExact)
        {
            return null;
        }

        int marks = 0;
        for (int at = before[^2].End; at < said.First; at++)
        {
            marks += view[at].IsMark && amounts.At(at) is null ? 1 : 0;
        }

        (Amount one, Amount other) = (before[^2], before[^1]);
        return marks > 2 ? null : Is(one, above) && Is(other, below) && !Is(one, below) ? (one, other) : Is(one, below) && Is(other, above) && !Is(one, above) ? (other, one) : null;
    }

    // The unit itself, or for people any noun for them.
    private static bool Is(Amount amount, string unit) =>
        amount.Base == unit || (!amount.IsMeasure && amount.Noun.Equals(unit, StringComparison.OrdinalIgnoreCase)) || (amount.Class == "person" && unit is "người" or "khẩu" or "nhân khẩu" or "học sinh" or "em");
}

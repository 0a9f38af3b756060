using System.Globalization;
using BienNien.Text;

namespace BienNien.Checking.Arithmetic;

// Shares of a whole.
internal sealed partial class DerivedFigures
{
    // “Trong 200 hộ có 50 hộ nghèo (20%)”, “kế hoạch 500 ha, thực hiện 450 ha, đạt 95%”, “450 ha, bằng 95% kế hoạch (500 ha)”, “45 người, chiếm 35% trong tổng số 150 người”.
    private void Share(MentionView view, AmountLines amounts, SentenceRange sentence, Amount said, List<DerivedSlip> slips)
    {
        if (!said.IsSingle || said.Figure.Result is not { } claimed || said.Unit.Contains('/', StringComparison.Ordinal))
        {
            return;
        }

        int lead = said.First - 1;
        bool open = _open.Contains(view[lead]) && _close.Contains(view[said.End]);
        bool share = _shares.Contains(view[lead]);
        if (!open && !share)
        {
            return;
        }

        ReadOnlySpan<Amount> before = amounts.Within(sentence.First, said.First);
        ReadOnlySpan<Amount> after = amounts.Within(said.End, Math.Min(sentence.End, said.End + 16));
        if (before.Length == 0 || before[^1] is not { IsExact: true, IsPercent: false, IsTimes: false } part || part.Unit.Length == 0 || said.First - part.End > (share ? 9 : 5))
        {
            return;
        }

        int commas = 0;
        for (int at = part.End; at < said.First; at++)
        {
            commas += view[at].IsMark ? 1 : 0;
            if (_breaks.Contains(view[at]) || IsMean(view, at) || _up.Contains(view[at]) || _down.Contains(view[at]) || (commas > 1 && said.First - part.End > 5))
            {
                return;
            }
        }

        // “3 thầy giáo và 44 học sinh, bằng 11,4%”: of two parts told in one breath.
        if (before.Length >= 2 && before[^2] is { IsExact: true, IsPercent: false } beside && part.First - beside.End <= 2 && Parts(part, beside) && !_open.Contains(view[part.First - 1]))
        {
            return;
        }

        // “131 đinh, tăng 47 đinh (56,0%)”: the growth, over what was before.
        if (_up.Contains(view[part.First - 1]) || _down.Contains(view[part.First - 1]) || _over.Contains(view[part.First - 1]) || _short.Contains(view[part.First - 1]))
        {
            return;
        }

        Amount? whole = null;
        if (share && after.Length > 0 && after[0] is { IsExact: true, IsPercent: false } other && (_open.Contains(view[other.First - 1]) ? _plan.Contains(view[said.End]) : _within.Contains(view[said.End])) && Parts(part, other))
        {
            whole = other;
        }
        else if (before.Length >= 2 && (open || view[said.End].IsMark || view[said.End].Kind == TokenKind.None || (_plan.Contains(view[said.End]) && !view[said.End + 2].IsWord)))
        {
            // The one greater figure before it: a plan, or what the part is of.
            foreach (Amount amount in before[..^1])
            {
                if (amount.IsPercent)
                {
                    return;
                }

                if (!amount.IsExact || !Parts(part, amount))
                {
                    continue;
                }

                bool plan = Planned(view, sentence, amount);
                bool told = plan || (amount.Value > part.Value && Wholly(view, amount, part));
                if (told && whole is not null)
                {
                    return;
                }

                whole = told ? amount : whole;
            }

            if (whole is not null && Planned(view, sentence, whole) && !share)
            {
                return;
            }
        }

        // “Đảng bộ có 325 đảng viên. … 91 đồng chí, bằng 28%”: of the greatest number of people that the paragraph told, unless that is far off.
        bool far = false;
        if (whole is null && share && part.Class == "person" && after.Length == 0 | view[said.End].IsMark)
        {
            foreach (Amount amount in amounts.Within(FirstOfBlock(view, sentence), part.First))
            {
                whole = amount is { IsExact: true, Class: "person" } && amount.Value > part.Value && (whole is null || amount.Value > whole.Value) ? amount : whole;
            }

            far = whole is not null && (part.Value / whole.Value * 100 > said.Value * 1.5m || part.Value / whole.Value * 100 < said.Value / 1.5m);
        }

        whole ??= open || view[said.End].IsMark ? Confirmed(view, amounts, sentence, part, said) : null;
        if (!far && whole?.Range is { } b && part.Range is { } a && a / b is { } ratio && !ratio.Times(100).Meets(claimed))
        {
            FigureRange computed = ratio.Times(100);
            slips.Add(new DerivedSlip(said.Span, AmountText.Plain((computed.Least + computed.Most) / 2, Math.Max(1, said.Figure.Decimals)) + "%", part.First < whole.First ? [part, whole] : [whole, part]));
        }

        static bool Parts(Amount one, Amount of) => one.Base == of.Base || one.Noun.Equals(of.Noun, StringComparison.OrdinalIgnoreCase) || (one.Class == "person" && of.Class == "person");
    }

    // “32.000 ha … 20.800 ha, chiếm 65% … 2.560 ha (8%) … 8.640 ha, tức 37%”: the whole that the paragraph's other shares are of.
    private Amount? Confirmed(MentionView view, AmountLines amounts, SentenceRange sentence, Amount part, Amount said)
    {
        int first = FirstOfBlock(view, sentence);
        ReadOnlySpan<Amount> all = amounts.Within(first, part.First);
        foreach (Amount whole in all)
        {
            if (whole is not { IsExact: true, IsPercent: false } || whole.Base != part.Base || whole.Value <= part.Value || whole.Range is not { } b || part.Value / whole.Value * 100 is var right && (right > said.Value * 1.6m || right < said.Value / 1.6m))
            {
                continue;
            }

            int agree = 0;
            int differ = 0;
            for (int i = 0; i + 1 < all.Length; i++)
            {
                Amount other = all[i];
                Amount share = all[i + 1];
                if (other == whole || !share.IsPercent || share.Figure.Result is not { } claimed || !other.IsExact || other.Base != part.Base || share.First - other.End > 5 || _up.Contains(view[share.First - 1]) || _down.Contains(view[share.First - 1]))
                {
                    continue;
                }

                bool meets = other.Range is { } a && a / b is { } ratio && ratio.Times(100).Meets(claimed);
                (agree, differ) = meets ? (agree + 1, differ) : (agree, differ + 1);
            }

            if (agree >= 2 && differ == 0)
            {
                return whole;
            }
        }

        return null;
    }

    private bool Planned(MentionView view, SentenceRange sentence, Amount amount)
    {
        for (int at = amount.First - 1; at >= Math.Max(sentence.First, amount.First - 4) && !view[at].IsMark; at--)
        {
            if (_plan.Contains(view[at]))
            {
                return true;
            }
        }

        return false;
    }

    // “trong 200 hộ có”, “toàn xã 200 hộ”, “200 hộ, trong đó”: the whole of what follows.
    private bool Wholly(MentionView view, Amount whole, Amount part)
    {
        for (int at = whole.First - 1; at >= Math.Max(0, whole.First - 3) && !view[at].IsMark; at--)
        {
            if (_whole.Contains(view[at]))
            {
                return true;
            }
        }

        for (int at = whole.End; at < part.First; at++)
        {
            if (view.Has(at, _among))
            {
                return true;
            }
        }

        return _within.Contains(view[whole.End]) && part.First - whole.End <= 8;
    }

    // “360 người theo học; chị em là 120 người, tức một nửa”, “chiếm 2/3”.
    private void Fraction(MentionView view, AmountLines amounts, int group, SentenceRange sentence, int at, List<DerivedSlip> slips)
    {
        if (_fractions.At(view, at) is not { End: > 0 } read)
        {
            return;
        }

        int end = read.End;
        bool more = _more.Contains(view[at - 1]);
        bool less = _less.Contains(view[at - 1]) || _less.Contains(view[at - 2]);
        bool so = _so.Contains(view[at - 1]) || _so.Contains(view[at - 2]) || ((more || less) && _so.Contains(view[at - 3]));
        if (!so || amounts.Before(at, Math.Max(group, at - 7)) is not { IsExact: true, IsPercent: false, Unit.Length: > 0 } part || view[part.End].Kind == TokenKind.None)
        {
            return;
        }

        // What the fraction is of, when the words behind it name something else, is not told here.
        Amount? whole = null;
        foreach (Amount amount in amounts.Within(sentence.First, part.First))
        {
            if (amount.IsExact && (amount.Base == part.Base || (amount.Class == "person" && part.Class == "person")) && amount.Value > part.Value)
            {
                if (whole is not null)
                {
                    return;
                }

                whole = amount;
            }
        }

        if (whole is null || (view[end].IsWord && !view[end].Capitalised && !_so.Contains(view[end]) && !view.Surface(view[end].Span).Equals("số", StringComparison.Ordinal) && !view.Surface(view[end].Span).Equals("tổng", StringComparison.Ordinal)))
        {
            return;
        }

        decimal ratio = part.Value / whole.Value;
        if (ratio < read.Range.Least || ratio > read.Range.Most)
        {
            slips.Add(new DerivedSlip(TextSpan.Between(view[at].Start, view[end - 1].End), AmountText.Plain(ratio * 100, 1) + "%", [whole, part]));
        }
    }

    // “325 đảng viên … 130 đồng chí tốt nghiệp đại học, nghĩa là cứ năm đảng viên thì có ba người”.
    private void Every(MentionView view, AmountLines amounts, SentenceRange sentence, int at, List<DerivedSlip> slips)
    {
        (int of, int ofEnd) = CountAt(view, amounts, at + 1);
        if (of < 2 || !(_so.Contains(view[at - 1]) || _so.Contains(view[at - 2])))
        {
            return;
        }

        for (int i = ofEnd; i < Math.Min(sentence.End, ofEnd + 7); i++)
        {
            (int said, int end) = CountAt(view, amounts, i);
            if (said < 1 || i <= ofEnd)
            {
                continue;
            }

            if (said >= of || amounts.Before(at, Math.Max(sentence.First, at - 16)) is not { IsExact: true, Class: "person" } part)
            {
                return;
            }

            Amount? whole = null;
            foreach (Amount amount in amounts.Within(FirstOfBlock(view, sentence), part.First))
            {
                whole = amount is { IsExact: true, Class: "person" } && (whole is null || amount.Value > whole.Value) ? amount : whole;
            }

            if (whole is not null && whole.Value > part.Value && Math.Abs((part.Value / whole.Value) - ((decimal)said / of)) > 0.6m / of)
            {
                Amount? told = amounts.At(i);
                slips.Add(new DerivedSlip(told?.Span ?? view[i].Span, Math.Max(1, Math.Round(part.Value / whole.Value * of)).ToString("0", CultureInfo.InvariantCulture), [whole, part]));
            }

            return;
        }

        (int, int) CountAt(MentionView seen, AmountLines all, int token)
        {
            if (all.At(token) is { IsExact: true } amount && amount.First == token && amount.Value is >= 1 and <= 100)
            {
                return ((int)amount.Value, amount.End);
            }

            int number = _one.IndexOf(seen[token].Word) + 1;
            return number > 0 ? (number, token + 1) : seen[token].IsNumber ? (seen[token].Number, token + 1) : (0, 0);
        }
    }
}

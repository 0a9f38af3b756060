using BienNien.Text;

namespace BienNien.Checking.Arithmetic;

// Changes beside the two figures that they lie between.
internal sealed partial class DerivedFigures
{
    // “12.600 hiện vật, gấp 5 lần năm 1990”, “so với năm 2021 tăng 15%”: the paragraph tells the year's figure.
    private void OverYear(MentionView view, AmountLines amounts, SentenceRange sentence, Amount said, List<DerivedSlip> slips)
    {
        if (!said.IsSingle || said.Figure.Result is not { } claimed || said.Unit.Contains('/', StringComparison.Ordinal))
        {
            return;
        }

        bool up = false;
        bool down = false;
        bool fold = false;
        for (int at = Math.Max(sentence.First, said.First - 2); at < said.First; at++)
        {
            up |= _up.Contains(view[at]);
            down |= _down.Contains(view[at]);
            fold |= _fold.Contains(view[at]);
        }

        if ((up ? 1 : 0) + (down ? 1 : 0) + (fold ? 1 : 0) != 1 || (said.IsTimes && !fold))
        {
            return;
        }

        int? year = null;
        for (int at = said.End; at < Math.Min(sentence.End, said.End + 6) && year is null; at++)
        {
            year = FigureYears.At(view, at);
            if (year is null && !_toYear.Contains(view[at]))
            {
                break;
            }
        }

        if (year is null)
        {
            for (int at = said.First - 1; at >= Math.Max(sentence.First, said.First - 7) && year is null; at--)
            {
                year = FigureYears.At(view, at) is { } found && (view.Has(view.RangeOf(view.At(at)!.Span).First - 2, _compared) || view.Has(view.RangeOf(view.At(at)!.Span).First - 3, _compared)) ? found : null;
                if (year is null && !_toYear.Contains(view[at]) && !_up.Contains(view[at]) && !_down.Contains(view[at]) && !_fold.Contains(view[at]) && view.At(at) is null)
                {
                    break;
                }
            }
        }

        if (year is null)
        {
            OverLast(view, amounts, sentence, said, claimed, up, slips);
            return;
        }

        Amount? now = null;
        foreach (Amount amount in amounts.Within(sentence.First, said.First))
        {
            now = amount.IsPercent || amount.IsTimes || _up.Contains(view[amount.First - 1]) || _down.Contains(view[amount.First - 1]) ? now : amount;
        }

        if (now is not { IsExact: true, Unit.Length: > 0 } || FigureYears.Of(view, amounts, now, sentence) == year)
        {
            return;
        }

        Amount? then = null;
        int first = FirstOfBlock(view, sentence);
        foreach (Amount amount in amounts.Within(first, Math.Min(sentence.End, said.End + 8)))
        {
            if (amount != now && amount != said && amount.IsExact && !amount.IsPercent && !amount.IsTimes && amount.Unit.Length > 0 && (amount.Base == now.Base || amount.Noun.Equals(now.Noun, StringComparison.OrdinalIgnoreCase))
                && FigureYears.Of(view, amounts, amount, view.SentenceOf(amount.First) is var range ? new SentenceRange(range.First, range.End, sentence.Block) : sentence) == year)
            {
                if (then is not null && then.Value != amount.Value)
                {
                    return;
                }

                then ??= amount;
            }
        }

        if (then?.Range is not { } b || now.Range is not { } a || a / b is not { } ratio)
        {
            return;
        }

        FigureRange computed = fold ? said.IsPercent ? ratio.Times(100) : ratio : up ? ratio.Times(100).Plus(-100) : new FigureRange(100 - (ratio.Most * 100), 100 - (ratio.Least * 100));
        if (computed.Most > 0 && !computed.Meets(claimed))
        {
            string right = AmountText.Plain((computed.Least + computed.Most) / 2, Math.Max(1, said.Figure.Decimals)) + (said.IsPercent ? "%" : " lần");
            slips.Add(new DerivedSlip(said.Span, right, then.First < now.First ? [then, now] : [now, then]));
        }
    }

    // A change told with both figures: “đạt 412 tấn, tăng 38% so với năm 2020 (298 tấn)”, “so với 31 đảng viên khi ấy, gấp 4,4 lần”, “từ 120 hộ lên 150 hộ, tăng 30 hộ”.
    private void Change(MentionView view, AmountLines amounts, SentenceRange sentence, Amount said, List<DerivedSlip> slips)
    {
        int sense = 0;
        for (int at = said.First - 1; at >= Math.Max(sentence.First, said.First - 2) && sense == 0; at--)
        {
            sense = _up.Contains(view[at]) || _over.Contains(view[at]) ? 1 : _down.Contains(view[at]) || _short.Contains(view[at]) ? -1 : _fold.Contains(view[at]) && said.IsTimes ? 2 : 0;
        }

        if (sense == 0 || !said.IsExact || (said.IsTimes && sense != 2) || said.Unit.Contains('/', StringComparison.Ordinal))
        {
            return;
        }

        (Amount Then, Amount Now)? pair = After(view, amounts, sentence, said) ?? Before(view, amounts, sentence, said);
        if (pair is not var (then, now) || then == now || then == said || now == said || then.Base != now.Base || then.IsPercent || now.IsPercent || then.IsTimes || now.IsTimes
            || !then.IsExact || !now.IsExact || then.Range is not { } b || now.Range is not { } a || a / b is not { } ratio)
        {
            return;
        }

        // The other way round is another rule's matter.
        if ((sense != -1 && a.Most <= b.Least) || (sense == -1 && a.Least >= b.Most))
        {
            return;
        }

        FigureRange computed;
        FigureRange claimed;
        string right;
        if (said.IsPercent || said.IsTimes)
        {
            if (said.Figure.Result is not { } result)
            {
                return;
            }

            claimed = result;
            computed = said.IsTimes ? ratio : sense > 0 ? ratio.Times(100).Plus(-100) : new FigureRange(100 - (ratio.Most * 100), 100 - (ratio.Least * 100));
            right = AmountText.Plain((computed.Least + computed.Most) / 2, Math.Max(1, said.Figure.Decimals)) + (said.IsPercent ? "%" : " lần");
        }
        else if (said.Base == now.Base && said.Range is { } range)
        {
            claimed = range;
            computed = sense > 0 ? a - b : b - a;
            right = AmountText.Like(view.Surface(said.Span), said, (computed.Least + computed.Most) / 2);
        }
        else
        {
            return;
        }

        if (!computed.Meets(claimed))
        {
            slips.Add(new DerivedSlip(said.Span, right, then.First < now.First ? [then, now] : [now, then]));
        }
    }

    // The base behind “so với”, in brackets or behind a few words; the level is the last figure before the change.
    private (Amount Then, Amount Now)? After(MentionView view, AmountLines amounts, SentenceRange sentence, Amount said)
    {
        if (!view.Has(said.End, _compared) && !view.Has(said.End + 1, _compared))
        {
            return null;
        }

        ReadOnlySpan<Amount> after = amounts.Within(said.End, Math.Min(sentence.End, said.End + 18));
        if (after.Length == 0 || after[0].IsPercent || after[0].IsTimes)
        {
            return null;
        }

        Amount then = after[0];
        bool open = _open.Contains(view[then.First - 1]);
        for (int at = said.End; at < then.First; at++)
        {
            if (view.At(at) is null && view[at].IsMark && !(open && at == then.First - 1))
            {
                return null;
            }
        }

        return Level(view, amounts, sentence, said, then) is { } now ? (then, now) : null;
    }

    // The base behind “so với” or “từ” before the change.
    private (Amount Then, Amount Now)? Before(MentionView view, AmountLines amounts, SentenceRange sentence, Amount said)
    {
        ReadOnlySpan<Amount> before = amounts.Within(sentence.First, said.First);
        if (before.Length < 2 || view.Has(said.End, _compared))
        {
            return null;
        }

        Amount last = before[^1];
        Amount first = before[^2];
        if (said.First - last.End > 12 || last.First - first.End > 10)
        {
            return null;
        }

        for (int at = first.End; at < said.First; at++)
        {
            if (amounts.At(at) is null && (_breaks.Contains(view[at]) || IsMean(view, at) || _each.Contains(view[at])) && !(_breaks.Contains(view[at]) && at < last.First && _so.Contains(view[at + 1]) | view.Has(at + 1, _compared)))
            {
                return null;
            }
        }

        if (_from.Contains(view[first.First - 1]) && !said.IsPercent && !said.IsTimes && said.First - last.End <= 4)
        {
            return (first, last);
        }

        for (int at = last.First - 1; at >= Math.Max(first.End, last.First - 4); at--)
        {
            if (view.Has(at, _compared))
            {
                return (last, first);
            }
        }

        return null;
    }

    // The last figure before a change that has the base's unit and is no change itself.
    private Amount? Level(MentionView view, AmountLines amounts, SentenceRange sentence, Amount said, Amount then)
    {
        ReadOnlySpan<Amount> before = amounts.Within(sentence.First, said.First);
        for (int i = before.Length - 1; i >= 0; i--)
        {
            if (before[i].Base == then.Base && !_open.Contains(view[before[i].First - 1]) && !_up.Contains(view[before[i].First - 1]) && !_down.Contains(view[before[i].First - 1]))
            {
                return said.First - before[i].End <= 14 ? before[i] : null;
            }
        }

        return null;
    }

    // “Năm 2015 có 200 hộ, năm 2020 còn 150 hộ, giảm 35%”: two years, and the change right behind.
    private void OverLast(MentionView view, AmountLines amounts, SentenceRange sentence, Amount said, FigureRange claimed, bool up, List<DerivedSlip> slips)
    {
        ReadOnlySpan<Amount> before = amounts.Within(sentence.First, said.First);
        if (!said.IsPercent || before.Length < 2 || before[^1] is not { IsExact: true, IsPercent: false, IsTimes: false } now || before[^2] is not { IsExact: true, IsPercent: false, IsTimes: false } then || now.Base != then.Base
            || said.First - now.End > 6 || view.Has(said.End, _compared) || FigureYears.Of(view, amounts, now, sentence) is not { } late || FigureYears.Of(view, amounts, then, sentence) is not { } early || early >= late
            || now.Range is not { } a || then.Range is not { } b || a / b is not { } ratio || (a.Most > b.Most) != up || view[said.End] is { IsWord: true })
        {
            return;
        }

        for (int at = now.End; at < said.First; at++)
        {
            if (_breaks.Contains(view[at]) || IsMean(view, at) || _each.Contains(view[at]))
            {
                return;
            }
        }

        FigureRange computed = up ? ratio.Times(100).Plus(-100) : new FigureRange(100 - (ratio.Most * 100), 100 - (ratio.Least * 100));
        if (!computed.Meets(claimed))
        {
            slips.Add(new DerivedSlip(said.Span, AmountText.Plain((computed.Least + computed.Most) / 2, 1) + "%", [then, now]));
        }
    }

    // “từ 12 triệu đồng lên 36 triệu đồng, gấp đôi”.
    private void Doubled(MentionView view, AmountLines amounts, SentenceRange sentence, Amount said, List<DerivedSlip> slips)
    {
        ReadOnlySpan<Amount> before = amounts.Within(sentence.First, said.First);
        ReadOnlySpan<Amount> after = amounts.Within(said.End, sentence.End);
        (Amount Then, Amount Now)? pair = before.Length >= 2 && said.First - before[^1].End <= 3 && _from.Contains(view[before[^2].First - 1]) ? (before[^2], before[^1])
            : after.Length >= 2 && after[0].First - said.End <= 3 && _from.Contains(view[after[0].First - 1]) ? (after[0], after[1]) : null;
        if (pair is not var (then, now) || !then.IsExact || !now.IsExact || (then.Base != now.Base && then.Unit.Length > 0) || now.First - then.End > 8 || said.Value < 1.5m || then.Value <= 0)
        {
            return;
        }

        decimal ratio = now.Figure.Value.Value!.Value / then.Figure.Value.Value!.Value;
        if (now.Value > then.Value && Math.Abs(ratio - said.Value) > said.Value * 0.2m)
        {
            slips.Add(new DerivedSlip(said.Span, AmountText.Plain(ratio, 1) + " lần", [then, now]));
        }
    }
}

using System.Collections.Immutable;
using System.Globalization;
using BienNien.Finding;
using BienNien.Finding.Quantities;
using BienNien.Finding.Times;
using BienNien.Relating;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Checking.Arithmetic;

/// <summary>A figure that does not follow from those it is computed from.</summary>
/// <param name="Span">Its words.</param>
/// <param name="Right">What it should be.</param>
/// <param name="From">The figures that give it, in reading order.</param>
/// <param name="IsScale">Whether it is a power of ten away, so that its unit or scale is wrong.</param>
internal sealed record DerivedSlip(TextSpan Span, string Right, ImmutableArray<Amount> From, bool IsScale = false);

/// <summary>Recomputes averages, yields, fractions and comparisons with a year that the paragraph tells. Immutable.</summary>
internal sealed class DerivedFigures
{
    private static readonly string[] _numbers = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];

    private readonly WordSet _mean;
    private readonly WordSet _meanEnd;
    private readonly WordSet _each;
    private readonly WordSet _heads;
    private readonly WordSet _monthly;
    private readonly WordSet _up;
    private readonly WordSet _down;
    private readonly WordSet _fold;
    private readonly WordSet _toYear;
    private readonly WordSet _breaks;
    private readonly WordSet _part;
    private readonly WordSet _half;
    private readonly WordSet _more;
    private readonly WordSet _less;
    private readonly WordSet _so;
    private readonly WordSet _every;
    private readonly WordSet _open;
    private readonly WordSet _close;
    private readonly WordSet _shares;
    private readonly WordSet _plan;
    private readonly WordSet _within;
    private readonly WordSet _whole;
    private readonly WordSet _from;
    private readonly WordSet _sums;
    private readonly WordSet _over;
    private readonly WordSet _short;
    private readonly ImmutableArray<int> _among;
    private readonly ImmutableArray<int> _reckoned;
    private readonly ImmutableArray<int> _one;
    private readonly ImmutableArray<int> _compared;

    public DerivedFigures(Vocabulary.Builder words)
    {
        _mean = words.AddSet("bình", "trung");
        _meanEnd = words.AddSet("quân", "bình");
        _each = words.AddSet("mỗi", "một");
        _heads = words.AddSet("đầu");
        _monthly = words.AddSet("tháng", "ngày", "vụ", "quý", "tuần", "công", "năm");
        _up = words.AddSet("tăng");
        _down = words.AddSet("giảm");
        _fold = words.AddSet("gấp", "bằng");
        _toYear = words.AddSet("so", "với", "năm", "mức", "của", "hồi", "cuối", "đầu", "thời", "điểm", "lúc", "thì", "đã");
        _breaks = words.AddSet(";", ".", "?", "!");
        _part = words.AddSet("phần");
        _half = words.AddSet("nửa");
        _more = words.AddSet("hơn", "quá", "trên");
        _less = words.AddSet("gần", "khoảng", "chừng", "ngót", "non", "xấp", "xỉ", "dưới");
        _so = words.AddSet("tức", "là", "bằng", "chiếm", "nghĩa");
        _every = words.AddSet("cứ");
        _open = words.AddSet("(");
        _close = words.AddSet(")");
        _shares = words.AddSet("chiếm", "đạt", "bằng", "tức", "lệ", "đương");
        _plan = words.AddSet("kế", "hoạch", "chỉ", "tiêu", "dự", "toán", "giao", "mục");
        _within = words.AddSet("trong", "trên", "của", ",");
        _whole = words.AddSet("trong", "toàn", "tổng", "số", "cả");
        _from = words.AddSet("từ");
        _over = words.AddSet("vượt", "thêm");
        _short = words.AddSet("hụt", "bớt");
        _sums = words.AddSet("tổng", "trị", "hết", "cộng", "thành");
        _one = [.. _numbers.Select(words.Add)];
        _compared = words.AddPhrase("so với");
        _among = words.AddPhrase("trong đó");
        _reckoned = words.AddPhrase("tính ra");
    }

    /// <summary>The slips of the prose, in no order.</summary>
    public List<DerivedSlip> Read(DocumentAnalysis analysis, AmountLines amounts)
    {
        List<DerivedSlip> slips = [];
        MentionView view = new(analysis, MentionKind.Time);
        foreach (SentenceRange sentence in analysis.Tokens.Sentences)
        {
            if (analysis.Document.Blocks[sentence.Block].Cell is not null)
            {
                continue;
            }

            int group = sentence.First;
            for (int at = sentence.First; at < sentence.End; at++)
            {
                if (amounts.At(at) is { } amount)
                {
                    Change(view, amounts, sentence, amount, slips);
                    if (amount.IsPercent || amount.IsTimes)
                    {
                        int before = slips.Count;
                        OverYear(view, amounts, sentence, amount, slips);
                        if (amount.IsPercent && slips.Count == before)
                        {
                            Share(view, amounts, sentence, amount, slips);
                        }
                    }
                    else if (amount.Unit.Length == 0 && _fold.Contains(view[amount.First]))
                    {
                        Doubled(view, amounts, sentence, amount, slips);
                    }
                    else
                    {
                        Mean(view, amounts, group, sentence, amount, slips);
                        Product(view, amounts, group, sentence, amount, slips);
                        Rate(view, amounts, group, sentence, amount, slips);
                    }

                    at = amount.End - 1;
                }
                else if (_breaks.Contains(view[at]))
                {
                    group = at + 1;
                }
                else if (_every.Contains(view[at]))
                {
                    Every(view, amounts, sentence, at, slips);
                }
                else
                {
                    Fraction(view, amounts, group, sentence, at, slips);
                }
            }
        }

        return slips;
    }

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
            year = YearAt(view, at);
            if (year is null && !_toYear.Contains(view[at]))
            {
                break;
            }
        }

        if (year is null)
        {
            for (int at = said.First - 1; at >= Math.Max(sentence.First, said.First - 7) && year is null; at--)
            {
                year = YearAt(view, at) is { } found && (view.Has(view.RangeOf(view.At(at)!.Span).First - 2, _compared) || view.Has(view.RangeOf(view.At(at)!.Span).First - 3, _compared)) ? found : null;
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

        if (now is not { IsExact: true, Unit.Length: > 0 } || YearOf(view, amounts, now, sentence) == year)
        {
            return;
        }

        Amount? then = null;
        int first = FirstOfBlock(view, sentence);
        foreach (Amount amount in amounts.Within(first, Math.Min(sentence.End, said.End + 8)))
        {
            if (amount != now && amount != said && amount.IsExact && !amount.IsPercent && !amount.IsTimes && amount.Unit.Length > 0 && (amount.Base == now.Base || amount.Noun.Equals(now.Noun, StringComparison.OrdinalIgnoreCase))
                && YearOf(view, amounts, amount, view.SentenceOf(amount.First) is var range ? new SentenceRange(range.First, range.End, sentence.Block) : sentence) == year)
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
            if (amounts.At(at) is null && (_breaks.Contains(view[at]) || _mean.Contains(view[at]) || _each.Contains(view[at])) && !(_breaks.Contains(view[at]) && at < last.First && _so.Contains(view[at + 1]) | view.Has(at + 1, _compared)))
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
            || said.First - now.End > 6 || view.Has(said.End, _compared) || YearOf(view, amounts, now, sentence) is not { } late || YearOf(view, amounts, then, sentence) is not { } early || early >= late
            || now.Range is not { } a || then.Range is not { } b || a / b is not { } ratio || (a.Most > b.Most) != up || view[said.End] is { IsWord: true })
        {
            return;
        }

        for (int at = now.End; at < said.First; at++)
        {
            if (_breaks.Contains(view[at]) || _mean.Contains(view[at]) || _each.Contains(view[at]))
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
        if (before.Length == 0 || before[^1] is not { IsExact: true, IsPercent: false, IsTimes: false } part || part.Unit.Length == 0 || said.First - part.End > 5)
        {
            return;
        }

        for (int at = part.End; at < said.First; at++)
        {
            if (_breaks.Contains(view[at]) || _mean.Contains(view[at]) || _up.Contains(view[at]) || _down.Contains(view[at]))
            {
                return;
            }
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

    // “360 người theo học; chị em là 120 người, tức một nửa”.
    private void Fraction(MentionView view, AmountLines amounts, int group, SentenceRange sentence, int at, List<DerivedSlip> slips)
    {
        int upper = _one.IndexOf(view[at].Word) + 1;
        if (upper == 0 || at + 1 >= sentence.End)
        {
            return;
        }

        int end;
        decimal fraction;
        if (upper == 1 && _half.Contains(view[at + 1]))
        {
            (end, fraction) = (at + 2, 0.5m);
        }
        else if (_part.Contains(view[at + 1]) && _one.IndexOf(view[at + 2].Word) + 1 is var lower and > 1 && lower > upper)
        {
            (end, fraction) = (at + 3, (decimal)upper / lower);
        }
        else if (_part.Contains(view[at + 1]) && view.Surface(view[at + 2].Span).Equals("tư", StringComparison.OrdinalIgnoreCase) && upper < 4)
        {
            (end, fraction) = (at + 3, upper / 4m);
        }
        else
        {
            return;
        }

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
        (decimal below, decimal above) = more ? (0.01m, 0.15m) : less ? (0.12m, 0.06m) : (0.04m, 0.04m);
        if (ratio < fraction - below || ratio > fraction + above)
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

    private static int FirstOfBlock(MentionView view, SentenceRange sentence)
    {
        int first = sentence.First;
        while (first > 0 && view.BlockOf(first - 1) == sentence.Block)
        {
            first--;
        }

        return first;
    }

    private static int? YearAt(MentionView view, int token) =>
        view.At(token) is { Value: TimeValue { Type: TimexType.Date, Days: { IsBounded: true } days } } && days.Last.Year == days.First.Year ? days.First.Year : null;

    // The year nearest to a figure in its sentence, with no other figure between.
    private static int? YearOf(MentionView view, AmountLines amounts, Amount amount, SentenceRange sentence)
    {
        int? after = null;
        int afterAt = int.MaxValue;
        for (int at = amount.End; at < Math.Min(sentence.End, amount.End + 6) && amounts.At(at) is null && !view[at].IsMark; at++)
        {
            if (YearAt(view, at) is { } year)
            {
                (after, afterAt) = (year, at - amount.End);
                break;
            }
        }

        for (int at = amount.First - 1; at >= sentence.First; at--)
        {
            if (YearAt(view, at) is { } year)
            {
                return after is not null && afterAt <= 1 ? after : year;
            }

            if (amounts.At(at) is { } other && other.Base == amount.Base)
            {
                break;
            }
        }

        return after;
    }
}

using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Relating;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Checking.Arithmetic;

/// <summary>Recomputes a change that is told in words, in times, in points or in per cent beside the two figures it is made of: “giảm một nửa”, “gấp ba lần năm 2010 (16 triệu đồng)”. Immutable.</summary>
internal sealed class StatedRatios
{
    // How far the figures stand from what is said of them, in tokens.
    private const int NearClaim = 9;
    private const int NearPair = 18;
    private const int NearBase = 12;

    private readonly FractionWords _fractions;
    private readonly WordSet _up;
    private readonly WordSet _down;
    private readonly WordSet _fold;
    private readonly WordSet _from;
    private readonly WordSet _to;
    private readonly WordSet _links;
    private readonly WordSet _bases;
    private readonly WordSet _breaks;
    private readonly WordSet _open;
    private readonly WordSet _not;
    private readonly ImmutableArray<ImmutableArray<int>> _before;
    private readonly ImmutableArray<int> _compared;

    public StatedRatios(Vocabulary.Builder words)
    {
        _fractions = new FractionWords(words);
        _up = words.AddSet("tăng", "thêm", "vượt", "nâng", "cao", "nhiều");
        _down = words.AddSet("giảm", "sụt", "hụt", "bớt", "rút", "hạ", "kém", "mất");
        _fold = words.AddSet("gấp", "bằng");
        _from = words.AddSet("từ");
        _to = words.AddSet("lên", "xuống", "còn", "thành");
        _links = words.AddSet(
            ",", "(", ")", "và", "đã", "tức", "là", "nghĩa", "như", "vậy", "thế", "tương", "đương", "được", "giảm", "tăng", "gấp", "bằng", "vượt", "hụt", "thêm", "đi", "tới", "đến", "mức", "kế", "hoạch", "chỉ", "tiêu", "dự", "toán", "năm",
            "nay", "cả", "thảy", "hơn", "gần", "khoảng", "chừng", "ngót", "quá", "sau", "một", "vào", "cuối", "đầu", "lên", "xuống", "tính", "ra", "so", "với", "trước", "ngoái", "có", "cũng", "lại", "nâng", "hạ", "rút", "bớt", "coi", "–", "-");
        _bases = words.AddSet("mức", "số", "với", "của");
        _breaks = words.AddSet(";", ".", "?", "!", "mỗi", "riêng", "trong");
        _open = words.AddSet("(");
        _not = words.AddSet("sẽ", "phấn", "muốn", "nếu", "cần", "phải", "không", "chưa");
        _before = [words.AddPhrase("so với"), words.AddPhrase("cùng kỳ"), words.AddPhrase("cùng kì"), words.AddPhrase("năm trước"), words.AddPhrase("năm ngoái"), words.AddPhrase("trước đó"), words.AddPhrase("khóa trước"), words.AddPhrase("kỳ trước"), words.AddPhrase("vụ trước")];
        _compared = _before[0];
    }

    private enum Kind
    {
        Fraction,
        Percent,
        Times,
        Points,
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

            for (int at = sentence.First; at < sentence.End; at++)
            {
                Claim? claim = amounts.At(at) is { Figure.Value.Of: null } amount ? Of(view, amount) : _fractions.At(view, at) is { End: > 0 } fraction ? new Claim(at, fraction.End, Kind.Fraction, fraction.Range, 0) : null;
                if (claim is not null && SenseBefore(view, amounts, sentence, claim) is var sense and not 0 && PairOf(view, amounts, sentence, claim) is var (then, now))
                {
                    Hold(view, claim, sense, then, now, slips);
                }

                at = amounts.At(at) is { } passed ? passed.End - 1 : at;
            }
        }

        return slips;
    }

    private static Claim? Of(MentionView view, Amount amount)
    {
        if (!amount.IsSingle || amount.Figure.Value.Value is not { } value || value <= 0)
        {
            return null;
        }

        if (amount.IsPercent || amount.IsTimes)
        {
            // “gấp ba lần”, “gấp hai lần rưỡi”: no nearer to the next.
            FigureRange? result = amount.IsTimes && amount.IsExact && amount.Figure.Decimals == 0 ? value == decimal.Truncate(value) ? new FigureRange(value - 0.5m, value + 0.95m) : new FigureRange(value - 0.2m, value + 0.3m) : amount.Figure.Result;
            return result is { } range ? new Claim(amount.First, amount.End, amount.IsPercent ? Kind.Percent : Kind.Times, range, amount.Figure.Decimals) : null;
        }

        if (amount.Unit.StartsWith("điểm phần", StringComparison.OrdinalIgnoreCase) || amount.Unit.StartsWith("điểm %", StringComparison.OrdinalIgnoreCase))
        {
            return amount.Figure.Range is { } points ? new Claim(amount.First, amount.End, Kind.Points, new FigureRange(points.Least - amount.Figure.Step, points.Most + amount.Figure.Step), amount.Figure.Decimals) : null;
        }

        // “gấp đôi”, “hơn gấp ba”: spoken roughly.
        if (amount.Unit.Length == 0 && view.Surface(amount.Span).Contains("gấp", StringComparison.OrdinalIgnoreCase) && value >= 1.4m)
        {
            FigureRange rough = amount.Figure.Value.Mod switch
            {
                TimexMod.MoreThan or TimexMod.EqualOrMore => new(value * 0.98m, value * 1.5m),
                TimexMod.LessThan or TimexMod.EqualOrLess => new(value * 0.75m, value * 1.02m),
                TimexMod.Approx => new(value * 0.75m, value * 1.3m),
                _ => new(value * 0.85m, value * 1.2m),
            };
            return new Claim(amount.First, amount.End, Kind.Times, rough, 1) { IsFold = true };
        }

        return null;
    }

    // 1 for more, -1 for less, 2 for so many times; 0 where no word says that it is a change.
    private int SenseBefore(MentionView view, AmountLines amounts, SentenceRange sentence, Claim claim)
    {
        int sense = claim.IsFold ? 2 : 0;
        for (int at = claim.First - 1; at >= Math.Max(sentence.First, claim.First - 6) && !view[at].IsMark && amounts.At(at) is null; at--)
        {
            if (_not.Contains(view[at]))
            {
                return 0;
            }

            sense = sense != 0 ? sense : _fold.Contains(view[at]) ? claim.Kind == Kind.Times ? 2 : 0 : _up.Contains(view[at]) && claim.First - at <= 4 ? 1 : _down.Contains(view[at]) && claim.First - at <= 4 ? -1 : 0;
        }

        return sense;
    }

    private (Amount Then, Amount Now)? PairOf(MentionView view, AmountLines amounts, SentenceRange sentence, Claim claim) =>
        Behind(view, amounts, sentence, claim) ?? (view.Has(claim.End, _compared) ? null : InFront(view, amounts, sentence, claim));

    // “… 64 triệu đồng, gấp bốn lần năm 2010 (16 triệu đồng)”, “… 600 tấn, tăng gấp đôi so với mức 300 tấn của năm trước”.
    private (Amount Then, Amount Now)? Behind(MentionView view, AmountLines amounts, SentenceRange sentence, Claim claim)
    {
        ReadOnlySpan<Amount> after = amounts.Within(claim.End, Math.Min(sentence.End, claim.End + NearBase));
        if (after.Length == 0 || !after[0].IsExact || after[0].IsTimes || (after[0].IsPercent && claim.Kind == Kind.Percent))
        {
            return null;
        }

        Amount then = after[0];
        bool bracketed = _open.Contains(view[then.First - 1]) || (_open.Contains(view[then.First - 3]) && view[then.First - 1].IsWord) || (_open.Contains(view[then.First - 2]) && view[then.First - 1].IsWord);
        bool level = _bases.Contains(view[then.First - 1]) || view.Has(then.First - 2, _compared);
        if (!bracketed && !level)
        {
            return null;
        }

        for (int at = claim.End; at < then.First; at++)
        {
            if (view.At(at) is null && ((view[at].IsMark && !(bracketed && _open.Contains(view[at]))) || (_up.Contains(view[at]) && at > claim.End + 1) || _down.Contains(view[at])))
            {
                return null;
            }
        }

        ReadOnlySpan<Amount> before = amounts.Within(sentence.First, claim.First);
        for (int i = before.Length - 1; i >= 0; i--)
        {
            // “(57,1 triệu đồng) và tăng …”: what stands in brackets belongs to what is before it.
            if (SameThing(then, before[i]) && !_open.Contains(view[before[i].First - 1]))
            {
                return before[i].IsExact && claim.First - before[i].End <= NearClaim && Linked(view, amounts, before[i].End, claim.First) ? (then, before[i]) : null;
            }
        }

        return null;
    }

    // “từ 8 lên 20 trang trại, gấp hai lần rưỡi”, “32 vụ, cùng kỳ năm trước là 48 vụ, tức là giảm một phần ba”.
    private (Amount Then, Amount Now)? InFront(MentionView view, AmountLines amounts, SentenceRange sentence, Claim claim)
    {
        Amount? first = null;
        Amount? last = null;
        foreach (Amount amount in amounts.Within(sentence.First, claim.First))
        {
            // “3.000 đồng một cân”: what the price is for.
            if (amount.IsTimes || _open.Contains(view[amount.First - 1]) || (amount.IsMeasure && amount.Figure.Value.Value == 1 && last is not null && amount.First == last.End) || (amount.Unit.StartsWith("điểm", StringComparison.OrdinalIgnoreCase) && claim.Kind == Kind.Points))
            {
                continue;
            }

            (first, last) = (last, amount);
        }

        if (first is null || last is null || !first.IsExact || !last.IsExact || (first.IsPercent && claim.Kind == Kind.Percent) || !SameThing(last, first) || claim.First - last.End > NearClaim || last.First - first.End > NearPair
            || !Linked(view, amounts, last.End, claim.First))
        {
            return null;
        }

        bool cue = _from.Contains(view[first.First - 1]) || _from.Contains(view[first.First - 2]) || (_from.Contains(view[first.First - 3]) && view[first.First - 1].IsWord);
        bool leads = false;
        bool earlier = false;
        for (int at = first.End; at < last.First; at++)
        {
            if (amounts.At(at) is not null || (view.At(at) is null && _breaks.Contains(view[at])))
            {
                return null;
            }

            leads |= _to.Contains(view[at]);
            foreach (ImmutableArray<int> phrase in _before)
            {
                earlier |= view.Has(at, phrase);
            }
        }

        if (earlier && !cue && !leads)
        {
            // “32 vụ, cùng kỳ năm trước 48 vụ”: the base stands second.
            return (last, first);
        }

        return (cue && leads) || (leads && Years(view, amounts, sentence, first, last)) || (claim.Kind != Kind.Percent && Years(view, amounts, sentence, first, last)) ? (first, last) : null;
    }

    // Two figures that tell the same at two times.
    private static bool SameThing(Amount one, Amount other) =>
        one.IsPercent == other.IsPercent && !one.IsTimes && !other.IsTimes
        && (one.Base == other.Base || one.Noun.Equals(other.Noun, StringComparison.OrdinalIgnoreCase) || one.Unit.Length == 0 || other.Unit.Length == 0 || (one.Class == "person" && other.Class == "person"));

    // Behind the last comma nothing but words that lead on; before it what the figure itself is told with.
    private bool Linked(MentionView view, AmountLines amounts, int from, int to)
    {
        int comma = from;
        for (int at = from; at < to; at++)
        {
            if (view.At(at) is null && view[at].IsMark)
            {
                comma = at;
            }
        }

        for (int at = from; at < to; at++)
        {
            if (view.At(at) is null && amounts.At(at) is null && !_links.Contains(view[at]) && !(at < comma && view[at].IsWord && !_up.Contains(view[at]) && !_down.Contains(view[at]) && !_breaks.Contains(view[at])))
            {
                return false;
            }
        }

        return true;
    }

    // Each figure has its own year.
    private static bool Years(MentionView view, AmountLines amounts, SentenceRange sentence, Amount first, Amount last) =>
        FigureYears.Of(view, amounts, first, sentence) is { } early && FigureYears.Of(view, amounts, last, sentence) is { } late && early != late;

    private static void Hold(MentionView view, Claim claim, int sense, Amount then, Amount now, List<DerivedSlip> slips)
    {
        bool same = then.Base == now.Base && then.Unit.Length > 0;
        if ((same ? then.Range : then.Figure.Range) is not { } b || (same ? now.Range : now.Figure.Range) is not { } a || a.Least <= 0 || b.Least <= 0)
        {
            return;
        }

        // The other way round is another rule's matter.
        bool rises = a.Least > b.Most;
        if (a.Meets(b) || (sense > 0 && !rises) || (sense < 0 && rises))
        {
            return;
        }

        (FigureRange more, FigureRange less) = rises ? (a, b) : (b, a);
        if (more / less is not { } times || less / more is not { } part)
        {
            return;
        }

        FigureRange computed;
        FigureRange? either = null;
        switch (claim.Kind)
        {
            case Kind.Points:
                computed = more - less;
                break;
            case Kind.Times:
                // Of round figures the quotient itself is what a writer sees.
                decimal seen = (more.Least + more.Most) / (less.Least + less.Most);
                computed = claim.IsFold || claim.Decimals > 0 ? times : new FigureRange(seen, seen);
                either = sense != 2 ? times.Plus(-1) : null;
                break;
            case Kind.Percent:
                computed = sense > 0 ? times.Times(100).Plus(-100) : new FigureRange(100 - (part.Most * 100), 100 - (part.Least * 100));
                break;
            default:
                computed = sense > 0 ? times.Plus(-1) : new FigureRange(1 - part.Most, 1 - part.Least);
                break;
        }

        if (!computed.Meets(claim.Range) && !(either is { } other && other.Meets(claim.Range)))
        {
            decimal middle = (computed.Least + computed.Most) / 2;
            string right = claim.Kind switch
            {
                Kind.Points => AmountText.Plain(middle, Math.Max(1, claim.Decimals)) + " điểm phần trăm",
                Kind.Times => AmountText.Plain(middle, 1) + " lần",
                Kind.Percent => AmountText.Plain(middle, Math.Max(1, claim.Decimals)) + "%",
                _ => AmountText.Plain(middle * 100, 1) + "%",
            };
            slips.Add(new DerivedSlip(view.SpanOf(claim.First, claim.End), right, then.First < now.First ? [then, now] : [now, then]));
        }
    }

    /// <summary>What is said of two figures.</summary>
    private sealed record Claim(int First, int End, Kind Kind, FigureRange Range, int Decimals)
    {
        /// <summary>Whether “gấp” is part of it.</summary>
        public bool IsFold { get; init; }
    }
}

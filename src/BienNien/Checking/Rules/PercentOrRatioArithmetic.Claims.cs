using System.Collections.Immutable;
using BienNien.Checking.Arithmetic;
using BienNien.Finding;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Checking.Rules;

// The ways in which a percentage or a number of times is told beside its figures.
internal sealed partial class PercentOrRatioArithmetic
{
    // “so với chỉ tiêu kế hoạch năm là”
    private const int LongestBase = 8;

    private void CheckClaim(MentionView view, List<Place> places, int claim, DiagnosticSink found)
    {
        Place said = places[claim];
        if (IsYearly(view, said))
        {
            return;
        }

        if (FromTo(view, places, claim, found) || Compared(view, places, claim, found))
        {
            return;
        }

        if (said.Figure.IsPercent)
        {
            _ = Fraction(view, places, claim, found) || PlanInBrackets(view, places, claim, found)
                || Among(view, places, claim, found) || Goal(view, places, claim, found) || Against(view, places, claim, found);
        }
    }

    // “từ A lên B, tăng x%”, “từ A tăng lên B, gấp n lần”.
    private bool FromTo(MentionView view, List<Place> places, int claim, DiagnosticSink found)
    {
        if (claim < 2)
        {
            return false;
        }

        Place first = places[claim - 2];
        Place second = places[claim - 1];
        Place said = places[claim];
        if (!Starts(view, first) || !Leads(view, first.End, second.First) || !SameThing(first.Figure, second.Figure)
            || !Links(view, second.End, said.First, out bool up, out bool down, out bool fold) || FollowedBy(view, said.End, _compared))
        {
            return false;
        }

        bool rises = second.Figure.Value.Value > first.Figure.Value.Value;
        // A direction that contradicts the figures is another rule's matter.
        if ((rises && down) || (!rises && up) || !(up || down || fold))
        {
            return false;
        }

        Place large = rises ? second : first;
        Place small = rises ? first : second;
        if (said.Figure.IsTimes)
        {
            return Compute(view, said, large, small, fold ? Operation.Times : Operation.TimesOrGrowth, found, rises ? null : small);
        }

        if (fold && !up && !down)
        {
            return false;
        }

        // Between two percentages the points are as customary as the growth.
        if (first.Figure.IsPercent && said.Figure.Result is { } result && large.Figure.Range is { } a && small.Figure.Range is { } b && (a - b).Meets(result))
        {
            return true;
        }

        return Compute(view, said, second, first, rises ? Operation.Growth : Operation.Decline, found);

        bool Starts(MentionView seen, Place place) =>
            _from.Contains(seen[place.First - 1]) || (_from.Contains(seen[place.First - 2]) && seen[place.First - 1].IsWord);
    }

    // “đạt A, tăng x% so với mức B của năm trước”.
    private bool Compared(MentionView view, List<Place> places, int claim, DiagnosticSink found)
    {
        if (claim == 0 || claim + 1 >= places.Count)
        {
            return false;
        }

        Place now = places[claim - 1];
        Place said = places[claim];
        Place then = places[claim + 1];
        if (!FollowedBy(view, said.End, _compared) || then.First - said.End > 5 || view[then.First - 1].IsMark
            || !SameThing(now.Figure, then.Figure) || now.Figure.IsPercent
            || !Links(view, now.End, said.First, out bool up, out bool down, out bool fold))
        {
            return false;
        }

        bool rises = now.Figure.Value.Value > then.Figure.Value.Value;
        return !((rises && down) || (!rises && up)) && (up || down || fold)
            && (said.Figure.IsTimes
                ? rises && Compute(view, said, now, then, fold ? Operation.Times : Operation.TimesOrGrowth, found)
                : (up || down) && Compute(view, said, now, then, rises ? Operation.Growth : Operation.Decline, found));
    }

    // “45/60 xã (75%)”, “45/60 xã đạt chuẩn, đạt tỷ lệ 75%”.
    private bool Fraction(MentionView view, List<Place> places, int claim, DiagnosticSink found)
    {
        if (claim == 0 || places[claim - 1].Figure.Value.Of is null)
        {
            return false;
        }

        Place part = places[claim - 1];
        Place said = places[claim];
        bool bracketed = Bracketed(view, said);
        if (!bracketed && (!_share.Contains(view[said.First - 1]) || ElseFollows(view, said.End)))
        {
            return false;
        }

        return said.First - part.End <= 10 && Plain(view, part.End, said.First, bracketed ? 1 : 0, commas: bracketed ? 0 : 1)
            && Compute(view, said, part, whole: null, Operation.Share, found);
    }

    // “bằng 80% kế hoạch (1.200/1.500 tỷ đồng)”.
    private bool PlanInBrackets(MentionView view, List<Place> places, int claim, DiagnosticSink found)
    {
        if (claim + 1 >= places.Count || places[claim + 1].Figure.Value.Of is null)
        {
            return false;
        }

        Place said = places[claim];
        Place part = places[claim + 1];
        return Bracketed(view, part) && part.First - said.End <= 6 && Plain(view, said.End, part.First, brackets: 1, commas: 0)
            && Compute(view, said, part, whole: null, Operation.Share, found);
    }

    // “A trong tổng số B, chiếm x%”, “B, trong đó có A, chiếm x%”, “B; A trong số đó, tức x%”.
    private bool Among(MentionView view, List<Place> places, int claim, DiagnosticSink found)
    {
        Place said = places[claim];
        if (claim < 2 || !_share.Contains(view[said.First - 1]) || ElseFollows(view, said.End))
        {
            return false;
        }

        Place second = places[claim - 1];
        Place first = places[claim - 2];
        // A part greater than the whole is no share, and the figures belong elsewhere.
        if (said.First - second.End > 9 || view.At(said.First - 2) is not null)
        {
            return false;
        }

        int gap = second.First - first.End;

        // “250 hộ nghèo trong tổng số 2.000 hộ”: what is said of the hộ stands behind them.
        int over = first.End;
        while (over < first.End + 2 && view[over].IsWord && !_over.Contains(view[over]) && !_total.Contains(view[over]))
        {
            over++;
        }

        // “360 cháu trên 400 cháu”: not “more than 400”.
        if (over == second.First && over == first.End && _over.Contains(view[over]) && second.Figure.Value is { Mod: TimexMod.MoreThan, Value: { } of } && of > first.Figure.Value.Value)
        {
            Place whole = second with { Figure = second.Figure with { Value = second.Figure.Value with { Mod = TimexMod.None } } };
            return CountAlike(first.Figure, second.Figure) && Plain(view, second.End, said.First, 0, commas: 1) && Compute(view, said, first, whole, Operation.Share, found);
        }

        if (_over.Contains(view[over]) && second.First - over <= 4 && (second.First - over == 1 || _total.Contains(view[over + 1])))
        {
            return CountAlike(first.Figure, second.Figure) && Plain(view, second.End, said.First, 0, commas: 1)
                && Compute(view, said, first, second, Operation.Share, found);
        }

        for (int at = first.End; at < second.First; at++)
        {
            if (view.Has(at, _among))
            {
                return at - first.End <= 6 && second.First - at <= 4 && CountAlike(first.Figure, second.Figure)
                    && Plain(view, second.End, said.First, 0, commas: 1) && Compute(view, said, second, first, Operation.Share, found);
            }
        }

        return view.Has(second.End, _amongThem) && gap <= 6 && Plain(view, second.End, said.First, 0, commas: 1)
            && (second.Figure.Value.Unit.Length == 0 || CountAlike(first.Figure, second.Figure))
            && Compute(view, said, second, first, Operation.Share, found);
    }

    // “450 căn, bằng 50% mục tiêu 900 căn”.
    private bool Goal(MentionView view, List<Place> places, int claim, DiagnosticSink found)
    {
        if (claim == 0 || claim + 1 >= places.Count)
        {
            return false;
        }

        Place part = places[claim - 1];
        Place said = places[claim];
        Place whole = places[claim + 1];
        return _share.Contains(view[said.First - 1]) && said.First - part.End <= 4 && Plain(view, part.End, said.First, 0, commas: 1)
            && (_goal.Contains(view[said.End]) || _total.Contains(view[said.End])) && whole.First - said.End is >= 2 and <= 4
            && Plain(view, said.End, whole.First, 0, commas: 0)
            && CountAlike(part.Figure, whole.Figure) && Compute(view, said, part, whole, Operation.Share, found);
    }

    // “72 ha so với kế hoạch 90 ha, bằng 80%”.
    private bool Against(MentionView view, List<Place> places, int claim, DiagnosticSink found)
    {
        if (claim < 2)
        {
            return false;
        }

        Place part = places[claim - 2];
        Place whole = places[claim - 1];
        Place said = places[claim];
        return FollowedBy(view, part.End, _compared) && whole.First - part.End <= LongestBase && _share.Contains(view[said.First - 1]) && said.First - whole.End <= 4
            && Plain(view, whole.End, said.First, 0, commas: 1) && !ElseFollows(view, said.End) && CountAlike(part.Figure, whole.Figure)
            && Compute(view, said, part, whole, Operation.Share, found);
    }

    private bool SameThing(Figure first, Figure second) =>
        first is { Value.Of: null } && second is { Value.Of: null } && !first.IsTimes && !second.IsTimes
        && first.IsPercent == second.IsPercent && (CountAlike(first, second) || first.Value.Unit.Length == 0);

    // From the first figure to the second nothing but “(năm 1991) tăng lên trên”.
    private bool Leads(MentionView view, int from, int to)
    {
        bool leads = false;
        for (int at = from; at < to; at++)
        {
            Token token = view[at];
            if (view.At(at) is not null)
            {
                continue;
            }

            if (_comma.Contains(token) || !(_linking.Contains(token) || _to.Contains(token)))
            {
                return false;
            }

            leads |= _to.Contains(token);
        }

        return leads && to - from <= 14;
    }

    // From the second figure to the claim nothing but times, brackets and words of rising and falling.
    private bool Links(MentionView view, int from, int to, out bool up, out bool down, out bool fold)
    {
        (up, down, fold) = (false, false, false);
        for (int at = from; at < to; at++)
        {
            Token token = view[at];
            if (view.At(at) is not null)
            {
                continue;
            }

            if (!_linking.Contains(token))
            {
                return false;
            }

            up |= _up.Contains(token);
            down |= _down.Contains(token);
            fold |= _fold.Contains(token);
        }

        return to - from is > 0 and <= 14;
    }

    // Words only, so many brackets and commas, no time and no clause end.
    private bool Plain(MentionView view, int from, int to, int brackets, int commas)
    {
        for (int at = from; at < to; at++)
        {
            Token token = view[at];
            if (_open.Contains(token))
            {
                brackets--;
            }
            else if (_comma.Contains(token))
            {
                commas--;
            }
            else if (_breaks.Contains(token) || _close.Contains(token) || (view.At(at) is { Kind: MentionKind.Quantity }))
            {
                return false;
            }
        }

        return brackets >= 0 && commas >= 0;
    }

    private bool Bracketed(MentionView view, Place place)
    {
        int before = place.First - 1;
        while (before > place.First - 4 && _share.Contains(view[before]) | _linking.Contains(view[before]) && !_open.Contains(view[before]))
        {
            before--;
        }

        return _open.Contains(view[before]) && _close.Contains(view[place.End]);
    }

    // “đạt 95% kế hoạch năm”: a share of something else than what stands before.
    private bool ElseFollows(MentionView view, int end) => _elsewhere.Contains(view[end]) && !(_total.Contains(view[end]) && EndsAfter(view, end));

    // “chiếm 75% tổng số.”, “chiếm 75% tổng số thôn.”
    private bool EndsAfter(MentionView view, int end)
    {
        int at = end;
        while (at < end + 3 && view[at].IsWord)
        {
            at++;
        }

        return view[at].Kind != TokenKind.Word;
    }

    private bool IsYearly(MentionView view, Place said)
    {
        for (int at = said.First - 1; at >= said.First - 6 && !_comma.Contains(view[at]) && view.At(at) is null; at--)
        {
            if (_yearly.Contains(view[at]))
            {
                return true;
            }
        }

        for (int at = said.End; at < said.End + 3; at++)
        {
            if (_yearly.Contains(view[at]))
            {
                return true;
            }
        }

        return said.Figure.Value.Unit.Contains('/', StringComparison.Ordinal);
    }

    private static bool FollowedBy(MentionView view, int at, ImmutableArray<int> phrase) => view.Has(at, phrase);

    // Reports the claim unless some customary reading agrees; true when it could be computed.
    private static bool Compute(MentionView view, Place said, Place upper, Place? whole, Operation operation, DiagnosticSink found, Place? reference = null)
    {
        FigureRange? top = upper.Figure.Range;
        FigureRange? bottom = whole is null ? upper.Figure.Whole : whole.Figure.Range;
        if (said.Figure.Result is not { } claimed || top is not { } a || bottom is not { } b || a / b is not { } ratio)
        {
            return false;
        }

        FigureRange computed = operation switch
        {
            Operation.Share => ratio.Times(100),
            Operation.Growth => ratio.Times(100).Plus(-100),
            Operation.Decline => new FigureRange(100 - (ratio.Most * 100), 100 - (ratio.Least * 100)),
            _ => ratio,
        };
        bool agrees = computed.Meets(claimed) || (operation == Operation.TimesOrGrowth && computed.Plus(-1).Meets(claimed));
        if (!agrees)
        {
            Report(view, said, upper, whole ?? reference, computed, found);
        }

        return true;
    }
}

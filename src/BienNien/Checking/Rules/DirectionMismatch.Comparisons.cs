using System.Collections.Immutable;
using BienNien.Checking.Arithmetic;
using BienNien.Finding.Times;
using BienNien.Text;
using BienNien.Time;
using Amount = BienNien.Checking.Arithmetic.Amount;

namespace BienNien.Checking.Rules;

// More and less.
internal sealed partial class DirectionMismatch
{
    // “xuất khẩu 45 triệu USD và nhập khẩu 52 triệu USD, tức xuất siêu 7 triệu USD”.
    private void Balance(Reading reading, SentenceRange sentence, int at)
    {
        foreach (BalanceWord word in _words.Balances)
        {
            if (!reading.View.Has(at, word.Says) || at + word.Says.Length > sentence.End)
            {
                continue;
            }

            Amount? one = null;
            Amount? other = null;
            foreach (Amount amount in reading.Amounts.Within(sentence.First, at))
            {
                bool more = Behind(reading, sentence, amount, word.More);
                bool less = Behind(reading, sentence, amount, word.Less);
                (one, other) = (more && !less ? amount : one, less && !more ? amount : other);
            }

            // “lãi 35 triệu đồng” must be what the two sides differ by.
            if (word.IsGain && !(one is not null && other is not null && reading.Amounts.At(at + word.Says.Length) is { IsExact: true } gain && gain.Base == one.Base && gain.Value == Math.Abs(one.Value - other.Value)))
            {
                continue;
            }

            if (one is not null && other is not null && one.Base == other.Base && Sense(one, other) > 0)
            {
                reading.Report(at, at + word.Says.Length, one, other, -1);
            }

            return;
        }
    }

    // Whether words lead to a figure with nothing counted between.
    private static bool Behind(Reading reading, SentenceRange sentence, Amount amount, ImmutableArray<ImmutableArray<int>> words)
    {
        for (int at = amount.First - 1; at >= Math.Max(sentence.First, amount.First - 5) && !reading[at].IsMark && reading.Amounts.At(at) is null; at--)
        {
            foreach (ImmutableArray<int> phrase in words)
            {
                if (reading.View.Has(at, phrase))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // “đạt 52 tạ/ha, cao hơn mức 55 tạ/ha”, “A (157 người) nhiều hơn B (103 người)”.
    private void Compared(Reading reading, SentenceRange sentence, int at, DirectionWord compared)
    {
        int end = at + compared.Length;
        if (reading.Amounts.Before(at, Math.Max(sentence.First, at - 10)) is not { IsSingle: true } mine || mine.IsTimes || !Follows(reading, mine.End, at) || _words.Not.Contains(reading[at - 1]))
        {
            return;
        }

        ReadOnlySpan<Amount> after = reading.Amounts.Within(end, Math.Min(sentence.End, end + 14));
        if (after.Length == 0 || !after[0].IsSingle || !Comparable(mine, after[0]) || (after[0].Unit.Length == 0) != (mine.Unit.Length == 0) || mine.Base.StartsWith("time:", StringComparison.Ordinal))
        {
            return;
        }

        // “cao hơn 25 con” tells the difference; a level stands behind “mức”, “con số”, “so với”, or in brackets behind what it is of.
        Amount other = after[0].First <= end + 1 && after.Length > 1 && Over(reading, after[0].End, after[1].First) && Comparable(mine, after[1]) ? after[1] : after[0];
        bool level = _words.Open.Contains(reading[other.First - 1]) && other.First - end >= 2;

        // “186 người, kém đợt trước tới 64 người (122 người)”: the difference, and what it is from.
        if (after.Length > 1 && _words.Open.Contains(reading[after[1].First - 1]) && after[1].First - after[0].End <= 2 && after[0].IsExact && after[1].IsExact && mine.IsExact && AmountReader.Alike(after[0], mine) && AmountReader.Alike(after[1], mine)
            && Math.Abs(mine.Value - after[1].Value) == after[0].Value)
        {
            (other, level) = (after[1], true);
        }

        // So great a figure behind a name is no difference.
        // Nor can anything exceed another by more than it is.
        level |= other.First - end >= 2 && !other.IsPercent && compared.Sense > 0 && mine.Unit.Length > 0 && mine.Base == other.Base | (mine.Class == "person" && other.Class == "person") && other.Value > mine.Value && reading.Plain(end, other.First);
        level |= other.First - end >= 2 && !other.IsPercent && mine.Value > 0 && other.Value / mine.Value is > 0.65m and < 1.6m && reading.Plain(end, other.First);
        for (int i = end; i < other.First; i++)
        {
            level |= (_words.Levels.Contains(reading[i]) && other.First - i <= 3) || (_words.Are.Contains(reading[i]) && i == other.First - 1 && i > end && mine.Unit.Length > 0);
            if (_words.Breaks.Contains(reading[i]))
            {
                return;
            }
        }

        int sense = Sense(other, mine);
        if (level && sense == -compared.Sense)
        {
            reading.Report(at, end, mine, other, sense);
        }
    }

    // “Năm 1960 đạt 450 tấn. Năm 1961 đạt 480 tấn, giảm 30 tấn”: the change is just that of the two figures before it, the other way round.
    private void Difference(Reading reading, SentenceRange sentence, int at, DirectionWord says)
    {
        int end = at + says.Length;
        ReadOnlySpan<Amount> after = reading.Amounts.Within(end, Math.Min(sentence.End, end + 7));
        if (says.IsTo || says.IsTime || _words.Not.Contains(reading[at - 1]) || _words.Nouns.Contains(reading[at - 1]) || after.Length == 0 || after[0] is not { IsExact: true, IsTimes: false } change || !reading.Plain(end, change.First))
        {
            return;
        }

        int first = reading.FirstOfBlock(sentence);
        List<Amount> before = [];
        foreach (Amount amount in reading.Amounts.Within(Math.Max(first, at - 60), at))
        {
            if (!amount.Base.StartsWith("time:", StringComparison.Ordinal) || change.Base == amount.Base)
            {
                before.Add(amount);
            }
        }

        int last = before.Count - 1;
        if (last < 1 || !before[last].IsExact || before[last].IsTimes || at - before[last].End > 12 || !Follows(reading, before[last].End, at) || before[last].First < sentence.First)
        {
            return;
        }

        Amount now = before[last];
        Amount? then = null;
        for (int i = last - 1; i >= Math.Max(0, last - 3); i--)
        {
            Amount other = before[i];
            if (!other.IsExact || other.Base != now.Base || other.Value == now.Value || other.IsPercent != now.IsPercent || (!change.IsPercent && change.Base != now.Base && change.Unit.Length > 0 && !AmountReader.Alike(change, now)))
            {
                continue;
            }

            (Amount later, Amount earlier) = IsBase(reading, now, first) && !IsBase(reading, other, first) || Year(reading, now, sentence) is { } a && Year(reading, other, sentence) is { } b && a < b ? (other, now) : (now, other);
            decimal gap = later.Value - earlier.Value;
            bool fits = change.IsPercent && !now.IsPercent
                ? earlier.Value > 0 && change.Figure.Result is { } result && new FigureRange(Math.Abs(gap) / earlier.Value * 100, Math.Abs(gap) / earlier.Value * 100).Meets(result)
                : Math.Abs(gap) == change.Value;
            if (fits && Math.Sign(gap) == says.Sense)
            {
                return;
            }

            then ??= fits ? other : null;
        }

        if (then is not null)
        {
            reading.Report(at, change.First == end ? change.End : end, then, now, -says.Sense);
        }
    }

    // “340 con so với 290 con, như vậy là giảm”, “kế hoạch 300 ha, thực hiện 285 ha, vượt kế hoạch”: what is made of two figures, without a third.
    private void Verdict(Reading reading, SentenceRange sentence, int at, DirectionWord says)
    {
        int end = at + says.Length;
        ReadOnlySpan<Amount> after = reading.Amounts.Within(end, Math.Min(sentence.End, end + 6));
        if (says.IsTo || says.IsTime || after.Length > 0 || _words.Not.Contains(reading[at - 1]) || _words.Nouns.Contains(reading[at - 1]))
        {
            return;
        }

        int first = reading.FirstOfBlock(sentence);
        ReadOnlySpan<Amount> before = reading.Amounts.Within(sentence.First, at);
        if (before.Length < 2 || before[^1] is not { IsSingle: true, IsTimes: false } now || before[^2] is not { IsSingle: true, IsTimes: false } then || now.Base != then.Base || now.IsPercent != then.IsPercent || now.Unit.Length == 0
            || at - now.End > 8 || now.First - then.End > 14)
        {
            return;
        }

        // “4 chỉ tiêu không đạt kế hoạch” counts plans; “mức giảm 31%, nhanh hơn” compares changes.
        if (_words.IsPlan(reading[now.End - 2]) && now.Unit.Contains("chỉ tiêu", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        for (int i = now.End; i < at; i++)
        {
            if (!_words.Verdict.Contains(reading[i]) && reading.View.At(i) is null)
            {
                return;
            }
        }

        // Which of the two is held against the other must be told: by years, by “so với”, by a plan.
        bool over = Over(reading, then.End, now.First);
        int? late = Year(reading, now, sentence);
        int? early = Year(reading, then, sentence);
        bool firstIsBase = IsBase(reading, then, first);
        bool secondIsBase = over || IsBase(reading, now, first);
        if (late is not null && early is not null && late != early)
        {
            secondIsBase = late < early;
        }
        else if (firstIsBase == secondIsBase)
        {
            return;
        }

        int sense = secondIsBase ? Sense(now, then) : Sense(then, now);
        if (sense == -says.Sense)
        {
            reading.Report(at, end, then, now, sense);
        }
    }

    private bool IsBase(Reading reading, Amount amount, int first)
    {
        for (int at = amount.First - 1; at >= Math.Max(first, amount.First - 6); at--)
        {
            if (reading[at].IsMark)
            {
                return false;
            }

            if (_words.Bases.Contains(reading[at]))
            {
                return true;
            }
        }

        return false;
    }

    // The year that a figure stands with: the nearest in its clause.
    private static int? Year(Reading reading, Amount amount, SentenceRange sentence)
    {
        for (int step = 1; step <= 10; step++)
        {
            foreach (int at in (ReadOnlySpan<int>)[amount.First - step, amount.End - 1 + step])
            {
                if (reading.View.At(at) is { Value: TimeValue { Type: TimexType.Date, Days: { IsBounded: true } days } })
                {
                    return days.First.Year;
                }
            }
        }

        return null;
    }

    // “148 nam, 112 nữ; nữ đông hơn nam”, “thôn Đông có 120 hộ, thôn Đoài có 150 hộ; thôn Đông đông hơn thôn Đoài”.
    private void Named(Reading reading, SentenceRange sentence, int at, DirectionWord compared)
    {
        int end = at + compared.Length;
        if (compared.IsTime || at == sentence.First || end >= sentence.End || reading.Amounts.At(end) is not null || compared.Length < 2)
        {
            return;
        }

        // What another year, term or class had is not compared.
        int first = HasLabel(reading, sentence.First, at) ? sentence.First : reading.FirstOfBlock(sentence);
        int left = at;
        while (left > sentence.First && at - left < 5 && !reading[left - 1].IsMark && reading.Amounts.At(left - 1) is null)
        {
            left--;
        }

        int right = end;
        while (right < sentence.End && right - end < 5 && !reading[right].IsMark && reading.Amounts.At(right) is null)
        {
            right++;
        }

        // The longest names that were told with a figure.
        (Amount Amount, int Words)? mine = null;
        for (int from = left; from < at && mine is null; from++)
        {
            mine = Told(reading, first, left, from, at);
        }

        (Amount Amount, int Words)? other = null;
        for (int to = right; to > end && other is null; to--)
        {
            other = Told(reading, first, left, end, to);
        }

        if (mine is { } a && other is { } b && a.Amount != b.Amount && Comparable(a.Amount, b.Amount) && (a.Amount.Base == b.Amount.Base || a.Amount.Class == b.Amount.Class) && Sense(b.Amount, a.Amount) is var sense && sense == -compared.Sense)
        {
            reading.Report(at, end, a.Amount, b.Amount, sense);
        }
    }

    // “Khóa III”, “Năm 1970”: the sentence speaks of one of several.
    private bool HasLabel(Reading reading, int from, int at)
    {
        for (int i = from; i + 1 < at; i++)
        {
            if ((_words.Ranks.Contains(reading[i]) && (reading[i + 1].IsNumber || reading[i + 1].IsRoman)) || reading.View.At(i) is { Value: TimeValue })
            {
                return true;
            }
        }

        return false;
    }

    // The one figure that the paragraph gave with these words: “148 nam”, “thôn Đông có 120 hộ”.
    private static (Amount Amount, int Words)? Told(Reading reading, int first, int before, int from, int to)
    {
        TextSpan name = TextSpan.Between(reading[from].Start, reading[to - 1].End);
        string words = reading.Words(name);
        Amount? found = null;
        foreach (Amount amount in reading.Amounts.Within(first, before))
        {
            bool said = amount.Unit.Equals(words, StringComparison.OrdinalIgnoreCase) && amount.IsExact;
            if (!said && words.Length > 3 && amount.IsExact && amount.Unit.Length > 0)
            {
                for (int start = Math.Max(first, amount.First - (to - from) - 3); start <= amount.First - (to - from) && !said; start++)
                {
                    said = reading.StartsWith(start, words) && reading.Plain(start, amount.First);
                }
            }

            if (said)
            {
                if (found is not null)
                {
                    return null;
                }

                found = amount;
            }
        }

        return found is null ? null : (found, to - from);
    }
}

using BienNien.Text;

namespace BienNien.Finding.Times.Grammar;

/// <summary>How many of a unit a length of time has.</summary>
/// <param name="End">One past its last token.</param>
/// <param name="Value">The amount; null when only a vague one is told.</param>
/// <param name="Order">The order of magnitude of a vague amount (mấy nghìn: 1000); 0 without.</param>
/// <param name="To">The other end of “hai, ba năm”, “2 - 3 ngày”; null without.</param>
internal readonly record struct TimeAmount(int End, decimal? Value, long Order, decimal? To = null)
{
    /// <summary>Whether it is told with its margin of error: 2.350 ± 80.</summary>
    public bool IsEstimate { get; init; }
}

internal sealed partial class TimeGrammar
{
    /// <summary>A numeral in words up to 99: “ba”, “mười lăm”, “hai mươi mốt”. “năm” is five only at the beginning.</summary>
    public bool SmallNumeral(Sentence s, int at, out int value, out int end)
    {
        value = 0;
        end = at;
        if (Word(s, at) == TimeWord.Ten)
        {
            value = 10;
            end = at + 1;
        }
        else
        {
            value = Lexicon.Numeral(s[at]);
            if (value is < 1 or > 9)
            {
                return false;
            }

            end = at + 1;
            if (Word(s, end) is not TimeWord.Tens)
            {
                return true;
            }

            value *= 10;
            end++;
        }

        // After mươi five is lăm, and “năm” is the unit.
        var unit = Lexicon.Numeral(s[end]);
        if (unit is >= 1 and <= 9 && Word(s, end) != TimeWord.Year)
        {
            value += unit;
            end++;
        }

        return true;
    }

    /// <summary>An amount in figures or words, certain or vague: “4.000”, “1,5”, “gần một trăm” without its gần, “mấy nghìn”, “nhiều”.</summary>
    public bool Amount(Sentence s, int at, out TimeAmount amount)
    {
        amount = default;
        if (s[at].IsNumber)
        {
            return FigureAmount(s, at, out amount);
        }

        var word = Word(s, at);
        if (word is TimeWord.SeveralMay or TimeWord.SeveralVai or TimeWord.SeveralDam or TimeWord.SeveralDoi or TimeWord.Many or TimeWord.Hang2)
        {
            return VagueAmount(s, at, word, out amount);
        }

        // “hơn trăm năm”, “gần chục ngày”: one of them
        if (word is TimeWord.Chuc or TimeWord.Hundred or TimeWord.Thousand && Word(s, at - 1) is TimeWord.More or TimeWord.Near or TimeWord.About)
        {
            amount = new TimeAmount(at + 1, Scale(word), 0);
            return true;
        }

        if (!SmallNumeral(s, at, out var small, out var end))
        {
            return false;
        }

        // mười mấy, hai mươi mấy; một vài
        if ((small % 10 == 0 && Word(s, end) == TimeWord.SeveralMay) || (small == 1 && Word(s, end) == TimeWord.SeveralVai))
        {
            amount = new TimeAmount(end + 1, null, 0);
            return true;
        }

        decimal total = 0;
        decimal current = small;
        var scaled = false;
        while (true)
        {
            var scale = Scale(Word(s, end));
            if (scale == 0)
            {
                break;
            }

            scaled = true;
            end++;
            if (scale == 100)
            {
                current *= 100;
                end += Word(s, end) == TimeWord.Odd ? 1 : 0;
            }
            else
            {
                total += current * scale;
                current = 0;
            }

            if (SmallNumeral(s, end, out var next, out var nextEnd) && !(Word(s, end) == TimeWord.Year && nextEnd == end + 1 && !IsUnit(Word(s, nextEnd))))
            {
                current += next;
                end = nextEnd;
            }
        }

        amount = new TimeAmount(end, total + current, 0);
        // “hai, ba năm”: about two or three.
        if (!scaled && (Word(s, end) is TimeWord.Comma || IsDash(s, end)) && SmallNumeral(s, end + 1, out var other, out var otherEnd)
            && other == small + 1 && Word(s, otherEnd) is TimeWord.Year or TimeWord.Month or TimeWord.Day or TimeWord.Week)
        {
            amount = new TimeAmount(otherEnd, small, 0, other);
        }

        // “ba bốn ngày”, “năm bảy năm”
        if (!scaled && small < 9 && end == at + 1 && Lexicon.Numeral(s[end]) is var higher && (higher == small + 1 || (small == 5 && higher == 7)) && IsUnit(Word(s, end + 1))
            && Word(s, end) != TimeWord.Year)
        {
            amount = new TimeAmount(end + 1, small, 0, higher);
        }

        return true;
    }

    private bool FigureAmount(Sentence s, int at, out TimeAmount amount)
    {
        amount = default;
        if (s[at].Number < 0)
        {
            return false;
        }

        decimal value = s[at].Number;
        var end = at + 1;
        if (Word(s, end) == TimeWord.Slash && Glued(s, end) && (s[at].Number, s[end + 1].Number) is (1, 2) or (1, 4) or (3, 4)
            && Word(s, end + 2) is TimeWord.Day or TimeWord.Month or TimeWord.Hour or TimeWord.Century)
        {
            amount = new TimeAmount(end + 2, value / s[end + 1].Number, 0);     // 1/2 ngày
            return true;
        }

        if (s[at].Length <= 3)
        {
            while (Word(s, end) == TimeWord.Dot && Glued(s, end) && s[end + 1] is { IsNumber: true, Length: 3 })
            {
                value = (value * 1000) + s[end + 1].Number;
                end += 2;
            }
        }

        if (Word(s, end) == TimeWord.Comma && Glued(s, end) && s[end + 1] is { IsNumber: true, Length: <= 3 } fraction)
        {
            decimal part = fraction.Number;
            for (var i = 0; i < fraction.Length; i++)
            {
                part /= 10;
            }

            value += part;
            end += 2;
        }

        for (var scale = Scale(Word(s, end)); scale > 0; scale = Scale(Word(s, end)))
        {
            value *= scale;
            end++;
        }

        amount = new TimeAmount(end, value, 0);
        if (Word(s, end) == TimeWord.PlusMinus && s[end + 1] is { IsNumber: true, Length: <= 3 })
        {
            amount = new TimeAmount(end + 2, value, 0) { IsEstimate = true };       // 2.350 ± 80 năm
            return true;
        }

        if ((IsDash(s, end) || Word(s, end) == TimeWord.To) && s[at].Length <= 3 && s[end + 1] is { IsNumber: true, Length: <= 3 } last)
        {
            // 2 - 3 ngày; 4.000 - 3.500 năm, counted back
            decimal other = last.Number;
            var lastEnd = end + 2;
            while (Word(s, lastEnd) == TimeWord.Dot && Glued(s, lastEnd) && s[lastEnd + 1] is { IsNumber: true, Length: 3 })
            {
                other = (other * 1000) + s[lastEnd + 1].Number;
                lastEnd += 2;
            }

            if (other > value || value >= 1000)
            {
                amount = new TimeAmount(lastEnd, value, 0, other);
            }
        }

        return true;
    }

    // mấy, vài, dăm, nhiều, hàng: with an order of magnitude or without.
    private bool VagueAmount(Sentence s, int at, TimeWord word, out TimeAmount amount)
    {
        var end = at + 1;
        // vài ba, vài bốn, đôi ba, dăm ba, dăm bảy
        if ((word, Lexicon.Numeral(s[end])) is (TimeWord.SeveralVai, 3 or 4) or (TimeWord.SeveralDoi, 3) or (TimeWord.SeveralDam, 3 or 6 or 7 or 10))
        {
            end++;
        }
        else if (word == TimeWord.SeveralDoi)
        {
            amount = default;
            return false;
        }

        long order = 0;
        for (var scale = Scale(Word(s, end)); scale > 0; scale = Scale(Word(s, end)))
        {
            order = Math.Max(order, 1) * scale;
            end++;
        }

        order = order == 0 && Word(s, end) == TimeWord.Tens ? 10 : order;
        end += order == 10 && Word(s, end) == TimeWord.Tens ? 1 : 0;
        amount = new TimeAmount(end, null, order);
        // hàng tháng trời, hàng giờ liền
        return word != TimeWord.Hang2 || order > 0 || (IsUnit(Word(s, end)) && Word(s, end + 1) == TimeWord.Sky);
    }

    private static bool Glued(Sentence s, int mark) => !s[mark].SpaceBefore && !s[mark + 1].SpaceBefore;

    private static int Scale(TimeWord word) => word switch
    {
        TimeWord.Chuc => 10,
        TimeWord.Hundred => 100,
        TimeWord.Thousand => 1000,
        TimeWord.TenThousand => 10_000,
        TimeWord.Million => 1_000_000,
        _ => 0,
    };

    private static bool IsUnit(TimeWord word) =>
        word is TimeWord.Year or TimeWord.Month or TimeWord.Day or TimeWord.Week or TimeWord.Hour or TimeWord.Minute or TimeWord.Century or TimeWord.Decade or TimeWord.Hom;
}

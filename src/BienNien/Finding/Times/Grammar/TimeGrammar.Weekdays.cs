using BienNien.Text;

namespace BienNien.Finding.Times.Grammar;

internal sealed partial class TimeGrammar
{
    /// <summary>A day of the week: “thứ Hai”, “Chủ nhật”, “chúa nhựt”.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="at">The place of its first token.</param>
    /// <param name="day">1 for Monday to 7 for Sunday (ISO 8601).</param>
    /// <returns>How many tokens it has; 0 when there is none.</returns>
    public int Weekday(Sentence s, int at, out int day)
    {
        day = 0;
        switch (Word(s, at))
        {
            case TimeWord.ChuOf when Word(s, at + 1) == TimeWord.Nhat:
                day = 7;
                return 2;
            case TimeWord.Ordinal:
                day = (Word(s, at + 1) == TimeWord.Year ? 5 : Lexicon.Numeral(s[at + 1])) - 1;
                return day is >= 1 and <= 6 && Lexicon.Numeral(s[at + 1]) != 10 ? 2 : 0;
            default:
                return 0;
        }
    }

    // “ngày thứ Bảy, ” before the figures of a day, with the comma that may follow it.
    private int WeekdayBefore(Sentence s, int at)
    {
        var length = Weekday(s, at, out _);
        if (length == 0)
        {
            return 0;
        }

        var next = at + length;
        next += Word(s, next) == TimeWord.Comma ? 1 : 0;
        var figure = Word(s, next) == TimeWord.Day ? next + 1 : next;
        return s[figure] is { IsNumber: true, Length: <= 2 } || Word(s, figure) == TimeWord.Mung ? next - at : 0;
    }

    // “(thứ Sáu)”, “, thứ Sáu” are taken into the span of a whole day when brackets or a mark close them.
    private int WeekdayAfter(Sentence s, int at)
    {
        if (Word(s, at) != TimeWord.Open)
        {
            return 0;
        }

        var length = Weekday(s, at + 1, out _);
        return length > 0 && Word(s, at + 1 + length) == TimeWord.Close ? length + 2 : 0;
    }
}

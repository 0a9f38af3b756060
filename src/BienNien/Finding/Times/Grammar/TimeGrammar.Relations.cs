using BienNien.Text;

namespace BienNien.Finding.Times.Grammar;

internal sealed partial class TimeGrammar
{
    /// <summary>A year told by another: “năm đó”, “cùng năm”, “năm sau”, “năm trước” from the narrative; “năm nay”, “năm ngoái”, “sang năm” from the document's own date.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="at">The place of its first token.</param>
    /// <param name="year">A year that is not known yet, with what it is counted from.</param>
    public bool ShiftedYear(Sentence s, int at, out TimePoint year)
    {
        year = default;
        (int Shift, bool OfDocument)? said = (Word(s, at), Word(s, at + 1)) switch
        {
            (TimeWord.Year, TimeWord.That) => (0, false),
            (TimeWord.Same, TimeWord.Year) => (0, false),
            (TimeWord.Year, TimeWord.After) => (1, false),
            (TimeWord.Year, TimeWord.Before) when !EraFollows(s, at + 1) => (-1, false),
            (TimeWord.Year, TimeWord.This) => (0, false),
            (TimeWord.Year, TimeWord.Now) => (0, true),
            (TimeWord.Year, TimeWord.LastYear) => (-1, true),
            (TimeWord.Year, TimeWord.To) when !StartsPoint(s, at + 2) => (1, true),
            (TimeWord.Into, TimeWord.Year) when !s[at + 2].IsNumber => (1, true),
            _ => null,
        };
        if (said is not { } told || IsCounted(s, Word(s, at) == TimeWord.Year ? at : at + 1))
        {
            return false;
        }

        // năm sau nữa
        year = new TimePoint(at + 2, default) { Named = true, YearShift = told.Shift, OfDocument = told.OfDocument };
        return true;
    }

    /// <summary>“đi”, “lại đây”, “về trước” after “trở”: an interval with one end, from or up to the date before it.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="at">The place after the date.</param>
    /// <param name="since">Whether it runs on from the date; false when it runs up to it.</param>
    /// <returns>How many tokens; 0 when there is none.</returns>
    public int OpenEnd(Sentence s, int at, out bool since)
    {
        since = true;
        if (Word(s, at) != TimeWord.Turn)
        {
            return 0;
        }

        switch (Word(s, at + 1), Word(s, at + 2))
        {
            case (TimeWord.Away, _):
                return 2;
            case (TimeWord.Back, TimeWord.Here):
                return 3;
            case (TimeWord.Towards, TimeWord.After):
                return 3;
            case (TimeWord.Towards, TimeWord.Before):
                since = false;
                return 3;
            default:
                return 0;
        }
    }

    private bool EraFollows(Sentence s, int at)
    {
        var end = at;
        return EraAfter(s, ref end) is not null;
    }

    // năm tới, but “từ năm tới năm” or “năm tới 1930” are joints
    private bool StartsPoint(Sentence s, int at) => s[at].IsNumber || Word(s, at) is TimeWord.Year or TimeWord.Month or TimeWord.Day or TimeWord.Now or TimeWord.Start or TimeWord.End;
}

using BienNien.Text;

namespace BienNien.Checking.Dates;

/// <summary>A day as figures write it.</summary>
/// <param name="End">The token after it.</param>
/// <param name="Day">As written, possible or not.</param>
/// <param name="Month">As written, possible or not.</param>
/// <param name="Year">Null where none is written.</param>
internal readonly record struct WrittenDay(int End, int Day, int Month, int? Year);

/// <summary>Reads days in figures from the words themselves: 2/9/1945, 2-9-1945, 2.9.1945, 2/9, 2 tháng 9 năm 1945.</summary>
internal sealed class DayReader
{
    private readonly int _month;
    private readonly int _year;
    private readonly WordSet _separators;

    public DayReader(Vocabulary.Builder words)
    {
        _month = words.Add("tháng");
        _year = words.Add("năm");
        _separators = words.AddSet("/", "-", ".");
    }

    /// <summary>The day written from a token on, or null.</summary>
    public WrittenDay? Read(MentionView view, int at)
    {
        if (view[at] is not { IsNumber: true, Length: <= 2, Number: >= 0 } day)
        {
            return null;
        }

        Token mark = view[at + 1];
        if (mark.Word == _month)
        {
            if (view[at + 2] is not { IsNumber: true, Length: <= 2 } named)
            {
                return null;
            }

            int figure = view[at + 3].Word == _year ? at + 4 : at + 3;
            return view[figure] is { IsNumber: true, Length: 4 } said
                ? new WrittenDay(figure + 1, day.Number, named.Number, said.Number)
                : new WrittenDay(at + 3, day.Number, named.Number, null);
        }

        if (!_separators.Contains(mark) || mark.Length > 1 || mark.SpaceBefore || view[at + 2] is not { IsNumber: true, Length: <= 2, SpaceBefore: false } month)
        {
            return null;
        }

        if (view[at + 3].Word == mark.Word && !view[at + 3].SpaceBefore && view[at + 4] is { IsNumber: true, Length: 4, SpaceBefore: false } year)
        {
            return new WrittenDay(at + 5, day.Number, month.Number, year.Number);
        }

        // 2/9 alone; 2-9 and 2.9 may be anything.
        return view.Surface(mark.Span) == "/" && view[at + 3].Word != mark.Word ? new WrittenDay(at + 3, day.Number, month.Number, null) : null;
    }
}

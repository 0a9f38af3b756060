using BienNien.Text;
using BienNien.Time;
using NodaTime;

namespace BienNien.Finding.Times.Resolving;

/// <summary>A date of the text that others are counted from.</summary>
/// <param name="Year">Its year, astronomical.</param>
/// <param name="Month">1–12, when it is told.</param>
/// <param name="Date">The day, when it is told.</param>
/// <param name="Span">Where it stands.</param>
internal readonly record struct DatedAnchor(int Year, int? Month, LocalDate? Date, TextSpan Span)
{
    /// <summary>The sentence that it stands in.</summary>
    public int Sentence { get; init; }

    /// <summary>Whether it is told as a night: hours after midnight are of the next day.</summary>
    public bool IsNight { get; init; }

    /// <summary>The block that it stands in.</summary>
    public int Block { get; init; }

    /// <summary>Whether it is a stretch of years: “giai đoạn 2021 - 2025” says little of which year a day falls in.</summary>
    public bool IsStretch { get; init; }

    /// <summary>The first year of a stretch; the same as <see cref="Year"/> elsewhere.</summary>
    public int FirstYear { get; init; }

    /// <summary>The year of a month: of two years that a school year or a dry season joins, the first has the months from August on.</summary>
    public int YearOf(int? month) => IsStretch && Year == FirstYear + 1 && month is >= 8 and <= 12 ? FirstYear : Year;

    /// <summary>What a date gives to others: the end of an interval rather than its beginning; null when it names no year.</summary>
    public static DatedAnchor? Of(Edtf edtf, TextSpan span)
    {
        // (14/10/1930 - 14/10/2023) is an anniversary, not a time that is told of.
        if (edtf.IsInterval && edtf.Start.Month is not null && edtf.Start.Month == edtf.End.Month && edtf.Start.Day == edtf.End.Day && edtf.Start.Year != edtf.End.Year)
        {
            return null;
        }

        var date = edtf.EndKind == EdtfEnd.Known && edtf.End.Year is not null ? edtf.End : edtf.Start;
        if (date.Year is not { } year)
        {
            return null;
        }

        var month = date.Month is <= 12 ? date.Month : null;
        LocalDate? day = month is { } m && date.Day is { } d ? new LocalDate(year, m, d) : null;
        return new DatedAnchor(year, month, day, span)
        {
            IsStretch = edtf.IsInterval && date.Month is null && edtf.Start.Year is not null && edtf.Start.Year != edtf.End.Year,
            FirstYear = edtf.Start.Year ?? year,
        };
    }
}

/// <summary>An anchor with the reason for it.</summary>
internal readonly record struct ChosenAnchor(DatedAnchor Date, AnchorSource Source, AnchorCertainty Certainty)
{
    /// <summary>Whether the text has not gone far from it: it stands beside, in the sentence, in the block or a few sentences before.</summary>
    public bool IsNear { get; init; }

    /// <summary>Whether it stands in the same block.</summary>
    public bool IsInBlock { get; init; }

    /// <summary>What the mention says of it.</summary>
    public MentionAnchor ToMention() => new(Source, Date.Span, Certainty);
}

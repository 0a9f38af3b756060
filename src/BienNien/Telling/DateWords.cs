using System.Globalization;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Telling;

/// <summary>EDTF dates as a reader is used to see them.</summary>
/// <remarks>
/// Vietnamese days and months follow Nghị định 30/2020/NĐ-CP, phụ lục I: a zero before days under 10 and before the months 1 and 2,
/// so <c>1930-04-01</c> is “01/4/1930”.
/// </remarks>
public static class DateWords
{
    private const string Dash = " – ";

    private static readonly string[] _englishMonths =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    /// <summary>A date in words, or the text itself when it is no EDTF that can be read here; empty for an empty text.</summary>
    public static string Of(string edtf, TellingLanguage language) =>
        Edtf.TryParse(edtf) is { } date ? Of(date, language) : edtf;

    /// <summary>A date as the source shades it: “khoảng năm 1802”, “cuối năm 1928”, “trước tháng 5/1950”.</summary>
    public static string Of(string edtf, TimexMod mod, TellingLanguage language)
    {
        bool vietnamese = language == TellingLanguage.Vietnamese;
        string shade = mod switch
        {
            TimexMod.Start => vietnamese ? "đầu " : "early ",
            TimexMod.Mid => vietnamese ? "giữa " : "mid ",
            TimexMod.End => vietnamese ? "cuối " : "late ",
            TimexMod.Before => vietnamese ? "trước " : "before ",
            TimexMod.After => vietnamese ? "sau " : "after ",
            TimexMod.Approx => vietnamese ? "khoảng " : "about ",
            _ => "",
        };
        return edtf.Length == 0 ? "" : shade + Of(edtf, language);
    }

    /// <summary>A date, interval or set in words: “năm 1667 hoặc năm 1670”, “1960 and December 1961”.</summary>
    public static string Of(Edtf date, TellingLanguage language)
    {
        ArgumentNullException.ThrowIfNull(date);
        bool vietnamese = language == TellingLanguage.Vietnamese;
        if (date.IsSet)
        {
            string[] members = [.. date.Members.Select(member => Of(member, language))];
            string last = (date.Form, vietnamese) switch
            {
                (EdtfForm.OneOf, true) => " hoặc ",
                (EdtfForm.OneOf, false) => " or ",
                (_, true) => " và ",
                _ => " and ",
            };
            return members is [var only] ? only : string.Join(", ", members[..^1]) + last + members[^1];
        }

        if (!date.IsInterval)
        {
            return Of(date.Start, vietnamese);
        }

        return (date.StartKind, date.EndKind) switch
        {
            (EdtfEnd.Known, EdtfEnd.Known) => Interval(date.Start, date.End, vietnamese),
            (EdtfEnd.Known, _) => (vietnamese ? "từ " : "from ") + Of(date.Start, vietnamese),
            _ => (vietnamese ? "đến " : "until ") + Of(date.End, vietnamese),
        };
    }

    private static string Interval(EdtfDate start, EdtfDate end, bool vietnamese)
    {
        bool plain = start.Qualifiers == EdtfQualifiers.None && end.Qualifiers == EdtfQualifiers.None;
        if (plain && IsYear(start) && IsYear(end) && !start.IsBeforeYearZero)
        {
            return Invariant($"{start.Year}{Dash}{end.Year}");
        }

        // “16/9 – 14/10/1950”: the year is said once.
        if (plain && start.Year is int year && year == end.Year && year > 0 && IsDay(start) && IsDay(end))
        {
            string first = vietnamese ? VietnameseDay(start) : Invariant($"{start.Day} {_englishMonths[start.Month!.Value - 1]}");
            return first + Dash + Of(end, vietnamese);
        }

        return Of(start, vietnamese) + Dash + Of(end, vietnamese);
    }

    private static string Of(EdtfDate date, bool vietnamese)
    {
        string words = date.MinuteOfDay is int minute ? Clock(minute, vietnamese) + Calendar(date, vietnamese) : Calendar(date, vietnamese);
        return date.Qualifiers switch
        {
            EdtfQualifiers.None => words,
            EdtfQualifiers.Approximate => (vietnamese ? "khoảng " : "about ") + words,
            EdtfQualifiers.Uncertain => words + (vietnamese ? " (chưa chắc)" : " (uncertain)"),
            _ => (vietnamese ? "khoảng " : "about ") + words + (vietnamese ? " (chưa chắc)" : " (uncertain)"),
        };
    }

    private static string Calendar(EdtfDate date, bool vietnamese)
    {
        if (date.IsSubYearGrouping)
        {
            return PartOfYear(date.Month!.Value, YearWords(date, vietnamese, alone: false), vietnamese);
        }

        if (date.Day is int && date.Month is int month)
        {
            string day = vietnamese ? VietnameseDay(date) : Invariant($"{date.Day} {_englishMonths[month - 1]}");
            return date.YearPrecision == YearPrecision.Unspecified
                ? day
                : day + (vietnamese ? "/" : " ") + YearWords(date, vietnamese, alone: false);
        }

        if (date.Month is int only)
        {
            string name = vietnamese ? "tháng " + VietnameseMonth(only) : _englishMonths[only - 1];
            return date.YearPrecision == YearPrecision.Unspecified
                ? name
                : name + (vietnamese ? "/" : " ") + YearWords(date, vietnamese, alone: false);
        }

        return YearWords(date, vietnamese, alone: true);
    }

    private static string YearWords(EdtfDate date, bool vietnamese, bool alone)
    {
        if (date.NominalYear is long told)
        {
            string year = (vietnamese && alone ? "năm " : "") + YearNumber(told, vietnamese);
            return date.YearPrecision == YearPrecision.Estimated
                ? $"{year} ({YearNumber(date.Earliest.Year, vietnamese)}{Dash}{YearNumber(date.Latest.Year, vietnamese)})"
                : year;
        }

        if (date.YearPrecision == YearPrecision.Scattered)
        {
            string pattern = date.YearOnly().Qualified(EdtfQualifiers.None).ToString();
            return vietnamese && alone ? "năm " + pattern : pattern;
        }

        int digits = int.Parse(
            date.YearOnly().Qualified(EdtfQualifiers.None).ToString().TrimStart('-').TrimEnd('X') is { Length: > 0 } known ? known : "0",
            CultureInfo.InvariantCulture);
        string before = date.IsBeforeYearZero ? vietnamese ? " TCN" : " BC" : "";
        switch (date.YearPrecision)
        {
            case YearPrecision.Millennium:
                return vietnamese ? $"thiên niên kỷ {Roman(digits + 1)}{before}" : $"{Ordinal(digits + 1)} millennium{before}";
            case YearPrecision.Century:
                return vietnamese ? $"thế kỷ {Roman(digits + 1)}{before}" : $"{Ordinal(digits + 1)} century{before}";
            case YearPrecision.Decade:
                return vietnamese ? Invariant($"thập niên {digits}0{before}") : Invariant($"{digits}0s{before}");
            default:
                return vietnamese ? "không rõ năm" : "year unknown";
        }
    }

    // Astronomical years: 0 is 1 BC.
    private static string YearNumber(long year, bool vietnamese) =>
        year > 0 ? Invariant($"{year}") : Invariant($"{1 - year}") + (vietnamese ? " TCN" : " BC");

    private static string PartOfYear(int code, string year, bool vietnamese) => code switch
    {
        21 or 25 or 29 => vietnamese ? $"mùa xuân {year}" : $"spring {year}",
        22 or 26 or 30 => vietnamese ? $"mùa hè {year}" : $"summer {year}",
        23 or 27 or 31 => vietnamese ? $"mùa thu {year}" : $"autumn {year}",
        24 or 28 or 32 => vietnamese ? $"mùa đông {year}" : $"winter {year}",
        >= 33 and <= 36 => vietnamese ? $"quý {Roman(code - 32)}/{year}" : $"{Ordinal(code - 32)} quarter of {year}",
        37 => vietnamese ? $"4 tháng đầu năm {year}" : $"first four months of {year}",
        38 => vietnamese ? $"4 tháng giữa năm {year}" : $"middle four months of {year}",
        39 => vietnamese ? $"4 tháng cuối năm {year}" : $"last four months of {year}",
        40 => vietnamese ? $"nửa đầu năm {year}" : $"first half of {year}",
        _ => vietnamese ? $"nửa cuối năm {year}" : $"second half of {year}",
    };

    private static string Clock(int minute, bool vietnamese) =>
        vietnamese
            ? minute % 60 == 0 ? Invariant($"{minute / 60} giờ, ") : Invariant($"{minute / 60} giờ {minute % 60:00}, ")
            : Invariant($"{minute / 60:00}:{minute % 60:00}, ");

    private static string VietnameseDay(EdtfDate date) => Invariant($"{date.Day:00}/") + VietnameseMonth(date.Month!.Value);

    private static string VietnameseMonth(int month) => month <= 2 ? Invariant($"{month:00}") : Invariant($"{month}");

    private static string Roman(int number) => RomanNumeral.Write(number);

    private static string Ordinal(int number)
    {
        string ending = (number % 100) is >= 11 and <= 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };
        return Invariant($"{number}{ending}");
    }

    private static bool IsYear(EdtfDate date) => date is { Year: not null, Month: null, Day: null, HasUnspecifiedPart: false };

    private static bool IsDay(EdtfDate date) => date is { Month: not null, Day: not null, MinuteOfDay: null, IsSubYearGrouping: false };

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}

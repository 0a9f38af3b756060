using BienNien.Finding.Quantities;
using BienNien.Relating.Figures;
using BienNien.Time;

namespace BienNien.Telling;

/// <summary>Figures as a reader is used to see them, in both languages; indicators, units and names stay in the source's words.</summary>
public static class FigureWords
{
    private const decimal Million = 1_000_000m;
    private const decimal Billion = 1_000_000_000m;

    /// <summary>The value with its unit: “hơn 1.382,08 tỷ đồng”, “156/187 cơ sở”, “hàng vạn người”.</summary>
    public static string Value(FigureRow row, TellingLanguage language)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Shade(row.Mod, language) + (row.Value is decimal value
            ? Amount(value, row.ValueTo, row.Whole, row.Unit, row.Text, language)
            : row.Magnitude is long magnitude ? WithUnit(NumberWords.Magnitude(magnitude, language), row.Unit, language)
            : row.Text);
    }

    /// <summary>
    /// How it stands to another figure: “tăng 51,8% so với năm 2015 (910,5 tỷ đồng)”, “bằng 110,6% kế hoạch”, “chiếm 10,67% dân số”;
    /// of a value itself only from what it came or of what it is a part: “từ 34% (năm 2015)”. Empty when it stands to nothing.
    /// </summary>
    public static string Comparison(FigureRow row, TellingLanguage language)
    {
        ArgumentNullException.ThrowIfNull(row);
        bool vietnamese = language == TellingLanguage.Vietnamese;
        string value = Value(row, language);
        return row.Measure switch
        {
            FigureMeasure.Level => Level(row, language),
            FigureMeasure.Growth or FigureMeasure.Change => Verb(row, vietnamese) + value + Against(row, vietnamese ? " so với " : " on ", language),
            FigureMeasure.Multiple when row.Turn != FigureTurn.None => Verb(row, vietnamese) + value + Against(row, vietnamese ? " so với " : " on ", language),
            FigureMeasure.Multiple => (vietnamese ? "gấp " : "") + value + Against(row, vietnamese ? " so với " : " as compared with ", language),
            FigureMeasure.Ratio => (vietnamese ? "bằng " : "") + value + Against(row, vietnamese ? " so với " : " of ", language),
            FigureMeasure.Share => (vietnamese ? "chiếm " : "") + value + Against(row, !vietnamese ? " of " : row.Base.Length > 0 ? " " : " của ", language),
            FigureMeasure.OfPlan => OfPlan(row, value, language),
            _ => throw new ArgumentOutOfRangeException(nameof(row), row.Measure, "A measure without words."),
        };
    }

    private static string Level(FigureRow row, TellingLanguage language)
    {
        bool vietnamese = language == TellingLanguage.Vietnamese;
        return row.Relation switch
        {
            FigureRelationKind.FromTo => Against(row, vietnamese ? "từ " : "from ", language, valueFirst: true),
            FigureRelationKind.PartOf => Against(row, vietnamese ? "trong " : "out of ", language),
            _ => "",
        };
    }

    private static string OfPlan(FigureRow row, string value, TellingLanguage language)
    {
        bool vietnamese = language == TellingLanguage.Vietnamese;
        string plan = row.Base.Length > 0 ? Base(row.Base, vietnamese) : vietnamese ? "kế hoạch" : "the plan";
        string words = (row.Turn, vietnamese) switch
        {
            (FigureTurn.Rise, true) => $"vượt {value} {plan}",
            (FigureTurn.Rise, false) => $"{value} above {plan}",
            (FigureTurn.Fall, true) => $"thấp hơn {plan} {value}",
            (FigureTurn.Fall, false) => $"{value} below {plan}",
            (_, true) => $"bằng {value} {plan}",
            _ => $"{value} of {plan}",
        };
        return words + (row.BaseValue is decimal number ? $" ({BaseAmount(row, number, language)})" : "");
    }

    // “ so với cùng kỳ (năm 2021: 910,5 tỷ đồng)”: what the base is, then what is known of it.
    private static string Against(FigureRow row, string joint, TellingLanguage language, bool valueFirst = false)
    {
        string number = row.BaseValue is decimal known ? BaseAmount(row, known, language) : "";
        string words = Base(row.Base, language == TellingLanguage.Vietnamese);
        string period = row.BasePeriod.Length > 0 ? DateWords.Of(row.BasePeriod, language) : "";
        string[] told = valueFirst ? [number, words, period] : [words, period, number];
        told = [.. told.Where(static part => part.Length > 0)];
        return told switch
        {
            [] => "",
            [var only] => joint + only,
            _ => $"{joint}{told[0]} ({string.Join(": ", told[1..])})",
        };
    }

    private static string Verb(FigureRow row, bool vietnamese) => (row.Turn, vietnamese) switch
    {
        (FigureTurn.Rise, true) => "tăng ",
        (FigureTurn.Rise, false) => "up ",
        (FigureTurn.Fall, true) => "giảm ",
        (FigureTurn.Fall, false) => "down ",
        (_, true) => "tăng, giảm ",
        _ => "change of ",
    };

    // In the scale of the text: 1382080000000 đồng is “1.382,08 tỷ đồng” again. A cell's scale stands in a head: money gets the largest that fits.
    private static string Amount(decimal value, decimal? to, decimal? whole, string unit, string text, TellingLanguage language)
    {
        bool money = unit == "đồng" || unit.StartsWith("đồng/", StringComparison.Ordinal);
        (decimal scale, string vietnamese, string english) =
            HasWord(text, "tỷ") || HasWord(text, "tỉ") || (money && !HasWord(text, "triệu") && Math.Abs(value) >= Billion) ? (Billion, "tỷ ", "billion ")
            : HasWord(text, "triệu") || (money && Math.Abs(value) >= Million) ? (Million, "triệu ", "million ")
            : (1m, "", "");
        string number = NumberWords.Of(value / scale, language)
            + (to is decimal end ? " – " + NumberWords.Of(end / scale, language) : whole is decimal all ? "/" + NumberWords.Of(all / scale, language) : "");
        string word = language == TellingLanguage.Vietnamese ? vietnamese : english;
        return word.Length > 0 ? $"{number} {word}{unit}".TrimEnd() : WithUnit(number, unit, language);
    }

    // Beside a figure of its unit, in that figure's scale.
    private static string BaseAmount(FigureRow row, decimal value, TellingLanguage language) =>
        Amount(value, null, null, row.BaseUnit, row.BaseUnit == row.Unit ? row.Text : "", language);

    private static bool HasWord(string text, string word)
    {
        int at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (at == 0 || !char.IsLetter(text[at - 1])) && (at + word.Length == text.Length || !char.IsLetter(text[at + word.Length]));
    }

    // The few words that reports use over and over; all others stay in the source's.
    private static string Base(string words, bool vietnamese) => vietnamese ? words : words switch
    {
        "kế hoạch" => "the plan",
        "kế hoạch năm" => "the year's plan",
        "cùng kỳ" => "the same period",
        "cùng kỳ năm trước" => "the same period of the year before",
        "năm trước" => "the year before",
        _ => words,
    };

    private static string WithUnit(string number, string unit, TellingLanguage language) => unit switch
    {
        "" => number,
        "%" or "‰" => number + unit,
        "điểm phần trăm" when language == TellingLanguage.English => number + " percentage points",
        "lần" when language == TellingLanguage.English => number + " times",
        _ => number + " " + unit,
    };

    private static string Shade(TimexMod mod, TellingLanguage language)
    {
        bool vietnamese = language == TellingLanguage.Vietnamese;
        return mod switch
        {
            TimexMod.Approx => vietnamese ? "khoảng " : "about ",
            TimexMod.MoreThan => vietnamese ? "hơn " : "over ",
            TimexMod.LessThan => vietnamese ? "dưới " : "under ",
            TimexMod.EqualOrLess => vietnamese ? "không quá " : "at most ",
            TimexMod.EqualOrMore => vietnamese ? "ít nhất " : "at least ",
            _ => "",
        };
    }
}

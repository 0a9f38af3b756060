using BienNien.Finding.Quantities;
using BienNien.Relating.Figures;
using BienNien.Time;

namespace BienNien.Telling;

/// <summary>Figures as a reader is used to see them, in both languages; indicators, units and names stay in the source's words.</summary>
public static class FigureWords
{
    /// <summary>The value with its unit: “hơn 1.382,08 tỷ đồng”, “156/187 cơ sở”, “hàng vạn người”.</summary>
    public static string Value(FigureRow row, TellingLanguage language)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Shade(row.Mod, language) + (row.Value is decimal value
            ? WithUnit(NumberWords.Of(value, language) + Rest(row, language), row.Unit, language)
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
            FigureMeasure.Share => (vietnamese ? "chiếm " : "") + value + Against(row, vietnamese ? " " : " of ", language),
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
        string plan = row.Base.Length > 0 ? row.Base : vietnamese ? "kế hoạch" : "the plan";
        string words = (row.Turn, vietnamese) switch
        {
            (FigureTurn.Rise, true) => $"vượt {value} {plan}",
            (FigureTurn.Rise, false) => $"{value} above {plan}",
            (FigureTurn.Fall, true) => $"thấp hơn {plan} {value}",
            (FigureTurn.Fall, false) => $"{value} below {plan}",
            (_, true) => $"bằng {value} {plan}",
            _ => $"{value} of {plan}",
        };
        return words + (row.BaseValue is decimal number ? $" ({WithUnit(NumberWords.Of(number, language), row.BaseUnit, language)})" : "");
    }

    // “ so với cùng kỳ (năm 2021: 910,5 tỷ đồng)”: what the base is, then what is known of it.
    private static string Against(FigureRow row, string joint, TellingLanguage language, bool valueFirst = false)
    {
        string number = row.BaseValue is decimal known ? WithUnit(NumberWords.Of(known, language), row.BaseUnit, language) : "";
        string period = row.BasePeriod.Length > 0 ? DateWords.Of(row.BasePeriod, language) : "";
        string[] told = valueFirst ? [number, row.Base, period] : [row.Base, period, number];
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

    private static string Rest(FigureRow row, TellingLanguage language) =>
        row.ValueTo is decimal to ? " – " + NumberWords.Of(to, language) : row.Whole is decimal whole ? "/" + NumberWords.Of(whole, language) : "";

    private static string WithUnit(string number, string unit, TellingLanguage language) => unit switch
    {
        "" => number,
        "%" or "‰" => number + unit,
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

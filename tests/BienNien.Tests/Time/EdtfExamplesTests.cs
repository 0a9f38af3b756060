using BienNien.Time;
using NodaTime;
using Shouldly;

namespace BienNien.Tests.Time;

/// <summary>
/// The examples of the EDTF specification (Library of Congress, 4 February 2019; ISO 8601-2), level by level, with the days that they
/// can mean, worked out by hand; and beside them cases that the specification describes without an example.
/// </summary>
public sealed class EdtfExamplesTests
{
    private const string Min = "-9998-01-01";
    private const string Max = "9999-12-31";

    [Theory]
    [InlineData("1985-04-12", "1985-04-12", "1985-04-12")]
    [InlineData("1985-04", "1985-04-01", "1985-04-30")]
    [InlineData("1985", "1985-01-01", "1985-12-31")]
    [InlineData("1985-04-12T23:20:30", "1985-04-12", "1985-04-12")]
    [InlineData("1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12")]
    [InlineData("1985-04-12T23:20:30-04", "1985-04-12", "1985-04-12")]
    [InlineData("1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12")]
    [InlineData("1964/2008", "1964-01-01", "2008-12-31")]
    [InlineData("2004-06/2006-08", "2004-06-01", "2006-08-31")]
    [InlineData("2004-02-01/2005-02-08", "2004-02-01", "2005-02-08")]
    [InlineData("2004-02-01/2005-02", "2004-02-01", "2005-02-28")]
    [InlineData("2004-02-01/2005", "2004-02-01", "2005-12-31")]
    [InlineData("2005/2006-02", "2005-01-01", "2006-02-28")]
    // Not in the specification: the year of nothing, a leap day, the end of a day, a clock without seconds, the widest offset.
    [InlineData("0000", "0000-01-01", "0000-12-31")]
    [InlineData("2004-02", "2004-02-01", "2004-02-29")]
    [InlineData("2000-02-29", "2000-02-29", "2000-02-29")]
    [InlineData("1985-04-12T24:00:00", "1985-04-12", "1985-04-12")]
    [InlineData("1985-04-12T23:20", "1985-04-12", "1985-04-12")]
    [InlineData("1985-04-12T23:20:30+00", "1985-04-12", "1985-04-12")]
    [InlineData("1985-04-12T23:20:30-18:00", "1985-04-12", "1985-04-12")]
    public void Level_0(string text, string first, string last) => Check(text, first, last);

    [Theory]
    [InlineData("Y170000002", Max, Max)]
    [InlineData("Y-170000002", Min, Min)]
    [InlineData("Y10000", Max, Max)]
    [InlineData("Y999999999999999", Max, Max)]
    [InlineData("Y-13800000000", Min, Min)]
    public void Level_1_letter_prefixed_years_are_beyond_the_days_that_can_be_told(string text, string first, string last) => Check(text, first, last);

    [Theory]
    [InlineData("2001-21", "2001-01-21", "2001-05-22")]
    [InlineData("2001-22", "2001-04-21", "2001-08-23")]
    [InlineData("2001-23", "2001-07-24", "2001-11-22")]
    [InlineData("2001-24", "2001-10-22", "2002-02-20")]
    public void Level_1_seasons(string text, string first, string last) => Check(text, first, last);

    [Theory]
    [InlineData("1984?", "1984-01-01", "1984-12-31", EdtfQualifiers.Uncertain)]
    [InlineData("2004-06~", "2004-06-01", "2004-06-30", EdtfQualifiers.Approximate)]
    [InlineData("2004-06-11%", "2004-06-11", "2004-06-11", EdtfQualifiers.Uncertain | EdtfQualifiers.Approximate)]
    [InlineData("-0110~", "-0110-01-01", "-0110-12-31", EdtfQualifiers.Approximate)]
    [InlineData("18XX?", "1800-01-01", "1899-12-31", EdtfQualifiers.Uncertain)]
    [InlineData("Y-17E7~", Min, Min, EdtfQualifiers.Approximate)]
    public void Level_1_qualification_is_of_the_whole_date(string text, string first, string last, EdtfQualifiers qualifiers)
    {
        Check(text, first, last);
        var date = Edtf.Parse(text).Start;
        date.Qualifiers.ShouldBe(qualifiers);
        date.YearQualifiers.ShouldBe(qualifiers);
        date.ShouldBe(date.Qualified(qualifiers));
    }

    [Theory]
    [InlineData("201X", "2010-01-01", "2019-12-31")]
    [InlineData("20XX", "2000-01-01", "2099-12-31")]
    [InlineData("2004-XX", "2004-01-01", "2004-12-31")]
    [InlineData("1985-04-XX", "1985-04-01", "1985-04-30")]
    [InlineData("1985-XX-XX", "1985-01-01", "1985-12-31")]
    public void Level_1_unspecified_digits(string text, string first, string last) => Check(text, first, last);

    [Theory]
    [InlineData("1985-04-12/..", "1985-04-12", Max)]
    [InlineData("1985-04/..", "1985-04-01", Max)]
    [InlineData("1985/..", "1985-01-01", Max)]
    [InlineData("../1985-04-12", Min, "1985-04-12")]
    [InlineData("../1985-04", Min, "1985-04-30")]
    [InlineData("../1985", Min, "1985-12-31")]
    [InlineData("1985-04-12/", "1985-04-12", Max)]
    [InlineData("1985-04/", "1985-04-01", Max)]
    [InlineData("1985/", "1985-01-01", Max)]
    [InlineData("/1985-04-12", Min, "1985-04-12")]
    [InlineData("/1985-04", Min, "1985-04-30")]
    [InlineData("/1985", Min, "1985-12-31")]
    [InlineData("1984~/2004-06", "1984-01-01", "2004-06-30")]
    [InlineData("1984/2004-06~", "1984-01-01", "2004-06-30")]
    [InlineData("1984?/2004%", "1984-01-01", "2004-12-31")]
    [InlineData("1984-06-02?/2004-08-08~", "1984-06-02", "2004-08-08")]
    [InlineData("1984-06-02?/", "1984-06-02", Max)]
    [InlineData("../2004-06-11%", Min, "2004-06-11")]
    [InlineData("-1985/..", "-1985-01-01", Max)]
    public void Level_1_intervals(string text, string first, string last) => Check(text, first, last);

    [Theory]
    [InlineData("-1985", "-1985-01-01", "-1985-12-31")]
    [InlineData("-0001", "-0001-01-01", "-0001-12-31")]
    [InlineData("-0004-02-29", "-0004-02-29", "-0004-02-29")]
    [InlineData("-9999", Min, Min)]
    public void Level_1_negative_years(string text, string first, string last) => Check(text, first, last);

    [Theory]
    [InlineData("Y-17E7", Min, Min)]
    [InlineData("Y17E7", Max, Max)]
    [InlineData("Y20E2", "2000-01-01", "2000-12-31")]
    [InlineData("Y-2E3", "-2000-01-01", "-2000-12-31")]
    [InlineData("1950S2", "1900-01-01", "1999-12-31")]
    [InlineData("Y171010000S3", Max, Max)]
    [InlineData("Y3388E2S3", Max, Max)]
    [InlineData("1950S4", "1950-01-01", "1950-12-31")]
    [InlineData("-1950S2", "-1999-01-01", "-1900-12-31")]
    [InlineData("0950S2", "0950-01-01", "0959-12-31")]   // a leading zero is no significant digit
    [InlineData("Y20E2S1", "2000-01-01", "2999-12-31")]
    public void Level_2_exponents_and_significant_digits(string text, string first, string last) => Check(text, first, last);

    [Theory]
    [InlineData("Y171010000S3", "Y171000000", EdtfRelation.Contains)]
    [InlineData("Y171010000S3", "Y171999999", EdtfRelation.Contains)]
    [InlineData("Y171010000S3", "Y170999999", EdtfRelation.After)]
    [InlineData("Y171010000S3", "Y172000000", EdtfRelation.Before)]
    [InlineData("Y3388E2S3", "Y338000/Y338999", EdtfRelation.Same)]
    [InlineData("Y-17E7", "Y-170000000", EdtfRelation.Same)]
    [InlineData("Y-17E7", "Y-170000002", EdtfRelation.After)]
    [InlineData("9999", "Y10000", EdtfRelation.Before)]
    [InlineData("Y10000", "1985/..", EdtfRelation.Within)]
    [InlineData("XXXX", "Y-17E7", EdtfRelation.Contains)]
    public void Years_of_any_length_are_told_apart(string one, string other, EdtfRelation relation) =>
        Edtf.Parse(one).RelationTo(Edtf.Parse(other)).ShouldBe(relation);

    [Theory]
    [InlineData("2001-25", "2001-03-01", "2001-06-22")]
    [InlineData("2001-26", "2001-06-01", "2001-09-23")]
    [InlineData("2001-27", "2001-09-01", "2001-12-22")]
    [InlineData("2001-28", "2001-12-01", "2002-03-21")]
    [InlineData("2001-29", "2001-09-01", "2001-12-22")]
    [InlineData("2001-30", "2001-12-01", "2002-03-21")]
    [InlineData("2001-31", "2001-03-01", "2001-06-22")]
    [InlineData("2001-32", "2001-06-01", "2001-09-23")]
    [InlineData("2001-33", "2001-01-01", "2001-03-31")]
    [InlineData("2001-34", "2001-04-01", "2001-06-30")]
    [InlineData("2001-35", "2001-07-01", "2001-09-30")]
    [InlineData("2001-36", "2001-10-01", "2001-12-31")]
    [InlineData("2001-37", "2001-01-01", "2001-04-30")]
    [InlineData("2001-38", "2001-05-01", "2001-08-31")]
    [InlineData("2001-39", "2001-09-01", "2001-12-31")]
    [InlineData("2001-40", "2001-01-01", "2001-06-30")]
    [InlineData("2001-41", "2001-07-01", "2001-12-31")]
    [InlineData("198X-24", "1980-10-22", "1990-02-20")]
    [InlineData("9999-24", "9999-10-22", Max)]
    [InlineData("2001-34~", "2001-04-01", "2001-06-30")]
    public void Level_2_parts_of_a_year(string text, string first, string last) => Check(text, first, last);

    [Theory]
    [InlineData("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31")]
    [InlineData("[..1760-12-03]", Min, "1760-12-03")]
    [InlineData("[1760-12..]", "1760-12-01", Max)]
    [InlineData("[1760-01,1760-02,1760-12..]", "1760-01-01", Max)]
    [InlineData("[1667,1760-12]", "1667-01-01", "1760-12-31")]
    [InlineData("[..1984]", Min, "1984-12-31")]
    [InlineData("{1667,1668,1670..1672}", "1667-01-01", "1672-12-31")]
    [InlineData("{1960,1961-12}", "1960-01-01", "1961-12-31")]
    [InlineData("{..1984}", Min, "1984-12-31")]
    [InlineData("{..1983-12-31,1984-10-10..1984-11-01,1984-11-05..}", Min, Max)]
    [InlineData("[1760-12,1667]", "1667-01-01", "1760-12-31")]
    [InlineData("{1672..1670}", "1670-01-01", "1672-12-31")]
    [InlineData("[-0110..0040,Y12000~]", "-0110-01-01", Max)]
    [InlineData("{156X-12-25,?2004-06-~11}", "1560-12-25", "2004-06-11")]
    public void Level_2_sets(string text, string first, string last) => Check(text, first, last);

    [Theory]
    [InlineData("2004-06-11%", "%", "%", "%")]
    [InlineData("2004-06~-11", "~", "~", "")]
    [InlineData("2004?-06-11", "?", "", "")]
    [InlineData("?2004-06-~11", "?", "", "~")]
    [InlineData("2004-%06-11", "", "%", "")]
    [InlineData("2004-06-~11", "", "", "~")]
    [InlineData("%-2004-?06-~11", "%", "?", "~")]
    [InlineData("2004-06~-11T10:00:00Z", "~", "~", "")]
    [InlineData("2004-06-11T10:00:00Z?", "?", "?", "?")]
    public void Level_2_qualification_of_groups_and_of_parts(string text, string year, string month, string day)
    {
        var date = Edtf.Parse(text).Start;
        date.ToString().ShouldBe(text);
        Sign(date.YearQualifiers).ShouldBe(year);
        Sign(date.MonthQualifiers).ShouldBe(month);
        Sign(date.DayQualifiers).ShouldBe(day);
        date.Earliest.ShouldBe(date.Latest);
    }

    [Theory]
    [InlineData("?2004-06-11", "2004?-06-11")]
    [InlineData("~2004-~06-11", "2004-06~-11")]
    [InlineData("?2004-06-11~", "%2004-~06-~11")]
    [InlineData("?2004-?06-?11", "2004-06-11?")]
    [InlineData("2004-06-11~T10:00", "2004-06-11T10:00~")]
    [InlineData("?2004?", "2004?")]
    public void One_qualification_has_one_text(string text, string canonical)
    {
        Edtf.Parse(text).ToString().ShouldBe(canonical);
        Edtf.Parse(text).ShouldBe(Edtf.Parse(canonical));
    }

    [Theory]
    [InlineData("156X-12-25", "1560-12-25", "1569-12-25")]
    [InlineData("15XX-12-25", "1500-12-25", "1599-12-25")]
    [InlineData("XXXX-12-XX", Min, Max)]
    [InlineData("1XXX-XX", "1000-01-01", "1999-12-31")]
    [InlineData("1XXX-12", "1000-12-01", "1999-12-31")]
    [InlineData("1984-1X", "1984-10-01", "1984-12-31")]
    [InlineData("19X5", "1905-01-01", "1995-12-31")]
    [InlineData("X930", "0930-01-01", "9930-12-31")]
    [InlineData("-1X5X", "-1959-01-01", "-1050-12-31")]
    [InlineData("19XX-02-29", "1904-02-29", "1996-02-29")]
    [InlineData("2004-XX-31", "2004-01-31", "2004-12-31")]
    [InlineData("2004-X2-01", "2004-02-01", "2004-12-01")]
    [InlineData("2003-0X-3X", "2003-01-30", "2003-09-30")]
    [InlineData("2004-02-2X", "2004-02-20", "2004-02-29")]
    [InlineData("-156X-12-25", "-1569-12-25", "-1560-12-25")]
    public void Level_2_unspecified_digits(string text, string first, string last) => Check(text, first, last);

    [Theory]
    [InlineData("2004-06-~01/2004-06-~20", "2004-06-01", "2004-06-20")]
    [InlineData("2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03")]
    [InlineData("156X/1XXX-12", "1560-01-01", "1999-12-31")]
    [InlineData("Y-17E7/1950S2", Min, "1999-12-31")]
    public void Level_2_intervals(string text, string first, string last) => Check(text, first, last);

    private static void Check(string text, string first, string last)
    {
        var edtf = Edtf.Parse(text);
        edtf.ToString().ShouldBe(text);
        edtf.ShouldBe(Edtf.Parse(text));
        edtf.Earliest.ShouldBe(EdtfDays.Read(first));
        edtf.Latest.ShouldBe(EdtfDays.Read(last));
    }

    private static string Sign(EdtfQualifiers qualifiers) => qualifiers switch
    {
        EdtfQualifiers.None => "",
        EdtfQualifiers.Uncertain => "?",
        EdtfQualifiers.Approximate => "~",
        _ => "%",
    };
}

/// <summary>Days as the tables write them.</summary>
internal static class EdtfDays
{
    public static LocalDate Read(string text)
    {
        var negative = text[0] == '-';
        var parts = text.TrimStart('-').Split('-').Select(int.Parse).ToArray();
        return new LocalDate(negative ? -parts[0] : parts[0], parts[1], parts[2]);
    }
}

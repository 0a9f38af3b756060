using BienNien.Tests.Properties;
using BienNien.Time;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Shouldly;

namespace BienNien.Tests.Time;

public sealed class EdtfTests
{
    [Theory]
    [InlineData("1945", "1945-01-01", "1945-12-31")]
    [InlineData("1945-08", "1945-08-01", "1945-08-31")]
    [InlineData("1944-02", "1944-02-01", "1944-02-29")]
    [InlineData("1945-09-02", "1945-09-02", "1945-09-02")]
    [InlineData("1945-09-02T14:00", "1945-09-02", "1945-09-02")]
    [InlineData("1945-09-XX", "1945-09-01", "1945-09-30")]
    [InlineData("18XX", "1800-01-01", "1899-12-31")]
    [InlineData("0XXX", "0000-01-01", "0999-12-31")]
    [InlineData("198X", "1980-01-01", "1989-12-31")]
    [InlineData("-0110", "-0110-01-01", "-0110-12-31")]
    [InlineData("-02XX", "-0299-01-01", "-0200-12-31")]
    [InlineData("-00XX", "-0099-01-01", "0000-12-31")]
    [InlineData("1949-33", "1949-01-01", "1949-03-31")]
    [InlineData("1949-36", "1949-10-01", "1949-12-31")]
    [InlineData("2024-40", "2024-01-01", "2024-06-30")]
    [InlineData("1947-24", "1947-10-22", "1948-02-20")]
    [InlineData("1930/1935", "1930-01-01", "1935-12-31")]
    [InlineData("1950-09-16/1950-10-14", "1950-09-16", "1950-10-14")]
    [InlineData("1428~", "1428-01-01", "1428-12-31")]
    [InlineData("1428?/1430%", "1428-01-01", "1430-12-31")]
    public void An_expression_is_read_written_back_and_bounded(string text, string first, string last)
    {
        var edtf = Edtf.Parse(text);
        edtf.ToString().ShouldBe(text);
        edtf.Earliest.ShouldBe(Day(first));
        edtf.Latest.ShouldBe(Day(last));
    }

    [Theory]
    [InlineData("1988/..")]
    [InlineData("../1988")]
    [InlineData("1930/")]
    [InlineData("/1930")]
    [InlineData("XXXX-10-14")]
    [InlineData("T14:00")]
    [InlineData("T22:00/T05:00")]
    [InlineData("XXXX-02-29")]
    [InlineData("XXXX")]
    public void What_is_open_or_unspecified_is_kept(string text) => Edtf.Parse(text).ToString().ShouldBe(text);

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("../..")]
    [InlineData("930")]
    [InlineData("19301")]
    [InlineData("X930")]
    [InlineData("1930-13")]
    [InlineData("1930-20")]
    [InlineData("1930-99")]
    [InlineData("1930-00")]
    [InlineData("1930-04-31")]
    [InlineData("1930-02-29")]
    [InlineData("1930-21-01")]
    [InlineData("1930-4-1")]
    [InlineData("1930-04-00")]
    [InlineData("1930-04T10:00")]
    [InlineData("1930-04-01T24:01")]
    [InlineData("1930-04-01T10:60")]
    [InlineData("-0000")]
    [InlineData("-9999")]
    [InlineData("1930/1935/1940")]
    [InlineData("1930~~")]
    public void What_is_no_expression_is_refused(string text) => Edtf.TryParse(text).ShouldBeNull();

    [Theory]
    [InlineData("1945", "1945-08-19", EdtfRelation.Contains)]
    [InlineData("1945-08-19", "194X", EdtfRelation.Within)]
    [InlineData("1945", "1945-01/1945-12", EdtfRelation.Same)]
    [InlineData("1930/1940", "1936/1945", EdtfRelation.Overlaps)]
    [InlineData("1930", "1931", EdtfRelation.Before)]
    [InlineData("1931", "1930", EdtfRelation.After)]
    [InlineData("1988/..", "2020", EdtfRelation.Contains)]
    public void Relations_are_those_of_the_bounds(string one, string other, EdtfRelation relation) =>
        Edtf.Parse(one).RelationTo(Edtf.Parse(other)).ShouldBe(relation);

    [Fact]
    public void Only_unreserved_disjoint_dates_contradict()
    {
        Edtf.Parse("1931").Contradicts(Edtf.Parse("1930")).ShouldBeTrue();
        Edtf.Parse("1931~").Contradicts(Edtf.Parse("1930")).ShouldBeFalse();
        Edtf.Parse("1930-04").Contradicts(Edtf.Parse("1930")).ShouldBeFalse();
    }

    [Fact]
    public void Default_is_a_date_of_which_nothing_is_known() => default(EdtfDate).ToString().ShouldBe("XXXX");

    [Fact]
    public void A_day_is_moved_only_to_years_that_have_it()
    {
        var leapDay = EdtfDate.OfYear(1944).WithMonth(2).WithDay(29);
        leapDay.InYear(1948)!.Value.ToString().ShouldBe("1948-02-29");
        leapDay.InYear(1945).ShouldBeNull();
        leapDay.InYear(null)!.Value.ToString().ShouldBe("XXXX-02-29");
    }

    [Fact]
    public void Every_date_prints_and_parses_back() =>
        Seeded.Check(Dates, 2000, date =>
            EdtfDate.TryParse(date.ToString(), out var read) && read == date && date.Earliest <= date.Latest);

    [Fact]
    public void Every_interval_prints_and_parses_back() =>
        Seeded.Check(Gen.Zip(Dates, Dates), 1000, pair =>
            Edtf.Parse(Edtf.Between(pair.Item1, pair.Item2).ToString()) == Edtf.Between(pair.Item1, pair.Item2));

    [Fact]
    public void Relations_mirror_each_other() =>
        Seeded.Check(Gen.Zip(Dates, Dates), 1000, pair =>
        {
            var there = Edtf.Of(pair.Item1).RelationTo(Edtf.Of(pair.Item2));
            var back = Edtf.Of(pair.Item2).RelationTo(Edtf.Of(pair.Item1));
            return back == there switch
            {
                EdtfRelation.Contains => EdtfRelation.Within,
                EdtfRelation.Within => EdtfRelation.Contains,
                EdtfRelation.Before => EdtfRelation.After,
                EdtfRelation.After => EdtfRelation.Before,
                var same => same,
            };
        });

    // Every shape that the types can make: years, decades, centuries, with month, season, day, clock and qualifiers.
    private static Gen<EdtfDate> Dates =>
        from year in Gen.Choose(-3000, 3000)
        from shape in Gen.Choose(0, 8)
        from month in Gen.Choose(1, 12)
        from code in Gen.Choose(21, 41)
        from day in Gen.Choose(1, 28)
        from minute in Gen.Choose(0, 1439)
        from qualifiers in Gen.Choose(0, 3)
        select (shape switch
        {
            0 => EdtfDate.OfYear(year),
            1 => EdtfDate.OfYear(year).WithMonth(month),
            2 => EdtfDate.OfYear(year).WithMonth(month).WithDay(day),
            3 => EdtfDate.OfYear(year).WithMonth(code),
            4 => EdtfDate.OfYear(year).WithMonth(month).WithDay(day).WithTime(minute / 60, minute % 60),
            5 => EdtfDate.OfCentury(year == 0 ? 1 : (year / 100) + Math.Sign(year)),
            6 => EdtfDate.OfDecade(Math.Abs(year) / 10 * 10),
            7 => default(EdtfDate).WithMonth(month).WithDay(day),
            _ => EdtfDate.OfMillennium((year / 1000) + (year < 0 ? -1 : 1)),
        }).Qualified((EdtfQualifiers)qualifiers);

    private static LocalDate Day(string text)
    {
        var negative = text[0] == '-';
        var parts = text.TrimStart('-').Split('-').Select(int.Parse).ToArray();
        return new LocalDate(negative ? -parts[0] : parts[0], parts[1], parts[2]);
    }
}

using System.Runtime.CompilerServices;
using BienNien.Time;
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
    [InlineData("1935/1930", "1930-01-01", "1935-12-31")]
    [InlineData("1930-05/1930", "1930-05-01", "1930-12-31")]
    public void An_expression_is_read_written_back_and_bounded(string text, string first, string last)
    {
        var edtf = Edtf.Parse(text);
        edtf.ToString().ShouldBe(text);
        edtf.Earliest.ShouldBe(EdtfDays.Read(first));
        edtf.Latest.ShouldBe(EdtfDays.Read(last));
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
        Edtf.Parse("1931-~06").Contradicts(Edtf.Parse("1930")).ShouldBeFalse();
        Edtf.Parse("Y12000").Contradicts(Edtf.Parse("Y13000")).ShouldBeTrue();
    }

    [Fact]
    public void A_set_contradicts_what_none_of_its_members_shares_a_day_with()
    {
        Edtf.Parse("[1945,1954]").Contradicts(Edtf.Parse("1950")).ShouldBeTrue();
        Edtf.Parse("1950").Contradicts(Edtf.Parse("{1945,1954}")).ShouldBeTrue();
        Edtf.Parse("[1945,1954]").Contradicts(Edtf.Parse("[1950,1954-05]")).ShouldBeFalse();
        Edtf.Parse("[1945,1954]").Contradicts(Edtf.Parse("[1950,1955..]")).ShouldBeTrue();
        Edtf.Parse("[1945,1954~]").Contradicts(Edtf.Parse("1950")).ShouldBeFalse();
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
    public void The_clock_keeps_its_seconds_and_its_offset_as_written()
    {
        var date = Edtf.Parse("1985-04-12T23:20:30+04:30").Start;
        date.MinuteOfDay.ShouldBe((23 * 60) + 20);
        date.Second.ShouldBe(30);
        date.ZoneOffset.ShouldBe(Offset.FromHoursAndMinutes(4, 30));
        Edtf.Parse("1985-04-12T23:20:30Z").Start.ZoneOffset.ShouldBe(Offset.Zero);
        Edtf.Parse("1985-04-12T23:20").Start.Second.ShouldBeNull();
        Edtf.Parse("1985-04-12T23:20").Start.ZoneOffset.ShouldBeNull();
        date.WithoutTime().ToString().ShouldBe("1985-04-12");
    }

    [Theory]
    [InlineData("1945", YearPrecision.Year, 1945, 1945L)]
    [InlineData("198X", YearPrecision.Decade, null, null)]
    [InlineData("19X5", YearPrecision.Scattered, null, null)]
    [InlineData("1950S2", YearPrecision.Estimated, null, 1950L)]
    [InlineData("Y-17E7", YearPrecision.LetterPrefixed, null, -170_000_000L)]
    [InlineData("Y3388E2S3", YearPrecision.LetterPrefixed, null, 338_800L)]
    [InlineData("XXXX", YearPrecision.Unspecified, null, null)]
    public void A_year_is_given_as_one_only_when_it_is_told_in_full(string text, YearPrecision precision, int? year, long? nominal)
    {
        var date = Edtf.Parse(text).Start;
        date.YearPrecision.ShouldBe(precision);
        date.Year.ShouldBe(year);
        date.NominalYear.ShouldBe(nominal);
    }

    [Fact]
    public void A_part_that_is_added_is_as_doubtful_as_the_one_before_it()
    {
        var month = EdtfDate.OfYear(2004).Qualified(EdtfQualifiers.Approximate).WithMonth(6);
        month.ToString().ShouldBe("2004-06~");
        month.WithDay(11).ToString().ShouldBe("2004-06-11~");
        month.WithDay(11).Qualified(EdtfQualifiers.Uncertain, EdtfQualifiers.None, EdtfQualifiers.Approximate).ToString().ShouldBe("?2004-06-~11");
        month.WithDay(11).YearOnly().ToString().ShouldBe("2004~");
    }

    [Fact]
    public void A_year_of_another_form_takes_no_month()
    {
        Should.Throw<InvalidOperationException>(() => Edtf.Parse("1950S2").Start.WithMonth(4));
        Should.Throw<InvalidOperationException>(() => Edtf.Parse("Y17E7").Start.WithDay(4));
        Should.Throw<InvalidOperationException>(() => Edtf.Parse("Y17E7").Start.WithTime(4, 0));
    }

    [Fact]
    public void A_set_has_its_members_and_their_outermost_dates()
    {
        var set = Edtf.Parse("[1760-12,1667,1670..1672]");
        set.Form.ShouldBe(EdtfForm.OneOf);
        set.IsSet.ShouldBeTrue();
        set.IsInterval.ShouldBeFalse();
        set.Members.Select(member => member.ToString()).ShouldBe(["1760-12", "1667", "1670/1672"]);
        set.Start.ToString().ShouldBe("1667");
        set.End.ToString().ShouldBe("1760-12");
        Edtf.OneOf(set.Members).ShouldBe(set);
        Edtf.OneOf(set.Members).GetHashCode().ShouldBe(set.GetHashCode());
        Edtf.AllOf(set.Members).ShouldNotBe(set);
        Edtf.Parse("[1760-12..]").EndKind.ShouldBe(EdtfEnd.Open);
        Edtf.Parse("{..1984}").StartKind.ShouldBe(EdtfEnd.Open);
    }

    [Fact]
    public void A_set_is_made_only_of_what_can_be_written_in_one()
    {
        var year = Edtf.Parse("1945");
        Should.Throw<ArgumentException>(() => Edtf.OneOf());
        Should.Throw<ArgumentException>(() => Edtf.OneOf(default(System.Collections.Immutable.ImmutableArray<Edtf>)));
        Should.Throw<ArgumentException>(() => Edtf.AllOf(year, Edtf.OneOf(year)));
        Should.Throw<ArgumentException>(() => Edtf.AllOf(Edtf.Parse("1945/")));
        Should.Throw<ArgumentException>(() => Edtf.AllOf(year, Edtf.Parse("../1960")));
        Should.Throw<ArgumentException>(() => Edtf.AllOf(Edtf.Parse("1945/.."), year));
    }

    [Theory]
    [InlineData("1945", "1945-08/1946", "1945-08-01", "1945-12-31")]
    [InlineData("1988/..", "198X", "1988-01-01", "1989-12-31")]
    [InlineData("[1667,1670..1672]", "1668/1671-05", "1668-01-01", "1671-05-31")]
    [InlineData("Y12000", "Y12E3", "9999-12-31", "9999-12-31")]
    public void What_both_can_mean_lies_between_their_bounds(string one, string other, string first, string last) =>
        Edtf.Parse(one).IntersectionWith(Edtf.Parse(other)).ShouldBe(new DateInterval(EdtfDays.Read(first), EdtfDays.Read(last)));

    [Theory]
    [InlineData("1945", "1946")]
    [InlineData("Y12000", "Y13000")]
    [InlineData("9999", "Y10000")]
    public void Nothing_is_meant_by_both_of_two_that_are_apart(string one, string other) =>
        Edtf.Parse(one).IntersectionWith(Edtf.Parse(other)).ShouldBeNull();

    [Fact]
    public void Expressions_are_sorted_by_first_day_then_last_then_text()
    {
        string[] sorted = ["../1930", "Y-17E7", "-0110", "18XX", "[1945,1954]", "1945-08-19", "1945-08", "1945-01/1945-12", "1945", "Y12000", "Y13000"];
        sorted = [.. sorted.OrderBy(text => Edtf.Parse(text), EdtfComparer.ByTime)];
        sorted.ShouldBe(["../1930", "Y-17E7", "-0110", "18XX", "1945", "1945-01/1945-12", "[1945,1954]", "1945-08", "1945-08-19", "Y12000", "Y13000"]);
        EdtfComparer.ByTime.Compare(null, Edtf.Parse("1945")).ShouldBeLessThan(0);
        EdtfComparer.ByTime.Compare(null, null).ShouldBe(0);
    }

    [Fact]
    public void Reading_the_common_forms_allocates_nothing_and_a_date_is_small()
    {
        Unsafe.SizeOf<EdtfDate>().ShouldBe(24);
        string[] common = ["1945", "1945-08", "1945-08-19", "18XX", "198X", "XXXX-10-14", "1428~", "1945-09-02T14:00", "1947-24"];
        ReadAll(common);
        var before = GC.GetAllocatedBytesForCurrentThread();
        ReadAll(common);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        static void ReadAll(string[] texts)
        {
            foreach (var text in texts)
            {
                if (!EdtfDate.TryParse(text, out _))
                {
                    throw new InvalidOperationException(text);
                }
            }
        }
    }
}

using System.Globalization;
using BienNien.Tests.Properties;
using BienNien.Time;
using FsCheck.Fluent;
using NodaTime;
using Shouldly;

namespace BienNien.Tests.Time;

public sealed class TimexBoundsTests
{
    [Theory]
    [InlineData("1945-08-19", TimexMod.None, "1945-08-19", "1945-08-19")]
    [InlineData("1945", TimexMod.Start, "1945-01-01", "1945-07-02")]
    [InlineData("1945", TimexMod.End, "1945-07-02", "1945-12-31")]
    [InlineData("1945-08", TimexMod.Mid, "1945-08-08", "1945-08-24")]
    [InlineData("2023-06-30", TimexMod.Before, null, "2023-06-29")]
    [InlineData("1954", TimexMod.After, "1955-01-01", null)]
    [InlineData("1820", TimexMod.Approx, "1818-12-31", "1822-01-01")]
    [InlineData("1820~", TimexMod.None, "1818-12-31", "1822-01-01")]
    [InlineData("1951-05-03", TimexMod.Approx, "1951-04-30", "1951-05-06")]
    [InlineData("1988/..", TimexMod.None, "1988-01-01", null)]
    [InlineData("1988/..", TimexMod.Start, "1988-01-01", null)]
    [InlineData("1874/", TimexMod.None, "1874-01-01", null)]
    [InlineData("18XX", TimexMod.End, "1850-01-01", "1899-12-31")]
    public void A_shaded_date_has_a_first_and_a_last_day(string edtf, TimexMod mod, string? first, string? last)
    {
        var days = TimexBounds.Of(Edtf.Parse(edtf), mod);
        Text(days.First).ShouldBe(first);
        Text(days.Last).ShouldBe(last);
    }

    [Fact]
    public void Halves_lie_within_and_meet_and_about_holds_the_whole() => Seeded.Check(
        Gen.Choose(1, 9998).SelectMany(_ => Gen.Choose(0, 400), (year, length) => Edtf.Between(EdtfDate.OfDay(new LocalDate(year, 1, 1)), EdtfDate.OfDay(new LocalDate(year, 1, 1).PlusDays(length)))), 300,
        date =>
        {
            var whole = TimexBounds.Of(date);
            var (start, mid, end, about) = (TimexBounds.Of(date, TimexMod.Start), TimexBounds.Of(date, TimexMod.Mid), TimexBounds.Of(date, TimexMod.End), TimexBounds.Of(date, TimexMod.Approx));
            return whole.Contains(start) && whole.Contains(mid) && whole.Contains(end) && about.Contains(whole)
                && start.First == whole.First && end.Last == whole.Last && start.Last.PlusDays(1) >= end.First && about.First < whole.First && about.Last > whole.Last;
        });

    private static string? Text(LocalDate day) =>
        day == LocalDate.MinIsoValue || day == LocalDate.MaxIsoValue ? null : day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}

using BienNien.Telling;
using BienNien.Time;
using Shouldly;

namespace BienNien.Tests.Telling;

public sealed class DateWordsTests
{
    [Theory]
    [InlineData("1927-03-05", "05/3/1927", "5 March 1927")]
    [InlineData("1927-02-25", "25/02/1927", "25 February 1927")]
    [InlineData("1927-11", "tháng 11/1927", "November 1927")]
    [InlineData("1927-01", "tháng 01/1927", "January 1927")]
    [InlineData("1927", "năm 1927", "1927")]
    [InlineData("192X", "thập niên 1920", "1920s")]
    [InlineData("18XX", "thế kỷ XIX", "19th century")]
    [InlineData("00XX", "thế kỷ I", "1st century")]
    [InlineData("-02XX", "thế kỷ III TCN", "3rd century BC")]
    [InlineData("1XXX", "thiên niên kỷ II", "2nd millennium")]
    [InlineData("-0110", "năm 111 TCN", "111 BC")]
    [InlineData("1802-21", "mùa xuân 1802", "spring 1802")]
    [InlineData("1972-34", "quý II/1972", "2nd quarter of 1972")]
    [InlineData("1972-40", "nửa đầu năm 1972", "first half of 1972")]
    [InlineData("1802~", "khoảng năm 1802", "about 1802")]
    [InlineData("1802?", "năm 1802 (chưa chắc)", "1802 (uncertain)")]
    [InlineData("1972-04-12T05:30", "5 giờ 30, 12/4/1972", "05:30, 12 April 1972")]
    [InlineData("1972-04-12T05:00", "5 giờ, 12/4/1972", "05:00, 12 April 1972")]
    [InlineData("XXXX-10-14", "14/10", "14 October")]
    [InlineData("1921/1924", "1921 – 1924", "1921 – 1924")]
    [InlineData("1921-03-02/1921-04-11", "02/3 – 11/4/1921", "2 March – 11 April 1921")]
    [InlineData("1921-03-02/1922-04-11", "02/3/1921 – 11/4/1922", "2 March 1921 – 11 April 1922")]
    [InlineData("1988/..", "từ năm 1988", "from 1988")]
    [InlineData("../1988", "đến năm 1988", "until 1988")]
    [InlineData("1950S2", "năm 1950 (1900 – 1999)", "1950 (1900 – 1999)")]
    [InlineData("-0110S1", "năm 111 TCN (200 TCN – 101 TCN)", "111 BC (200 BC – 101 BC)")]
    [InlineData("Y-17E7", "năm 170000001 TCN", "170000001 BC")]
    [InlineData("19X5", "năm 19X5", "19X5")]
    [InlineData("[1667]", "năm 1667", "1667")]
    [InlineData("[1667,1668~,1670..1672]", "năm 1667, khoảng năm 1668 hoặc 1670 – 1672", "1667, about 1668 or 1670 – 1672")]
    [InlineData("{..1959,1961-12}", "đến năm 1959 và tháng 12/1961", "until 1959 and December 1961")]
    public void An_EDTF_date_is_said_as_readers_say_it(string edtf, string vietnamese, string english)
    {
        DateWords.Of(edtf, TellingLanguage.Vietnamese).ShouldBe(vietnamese);
        DateWords.Of(edtf, TellingLanguage.English).ShouldBe(english);
    }

    [Theory]
    [InlineData("1802", TimexMod.Approx, "khoảng năm 1802", "about 1802")]
    [InlineData("1928", TimexMod.End, "cuối năm 1928", "late 1928")]
    [InlineData("18XX", TimexMod.Start, "đầu thế kỷ XIX", "early 19th century")]
    [InlineData("1950-05", TimexMod.Before, "trước tháng 5/1950", "before May 1950")]
    [InlineData("", TimexMod.Before, "", "")]
    public void A_shaded_date_keeps_its_shade(string edtf, TimexMod mod, string vietnamese, string english)
    {
        DateWords.Of(edtf, mod, TellingLanguage.Vietnamese).ShouldBe(vietnamese);
        DateWords.Of(edtf, mod, TellingLanguage.English).ShouldBe(english);
    }

    [Fact]
    public void What_is_no_date_is_shown_as_it_stands() =>
        DateWords.Of("PRESENT_REF", TellingLanguage.Vietnamese).ShouldBe("PRESENT_REF");
}

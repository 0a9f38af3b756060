using BienNien.Telling;
using Shouldly;

namespace BienNien.Tests.Telling;

public sealed class NumberWordsTests
{
    [Theory]
    [InlineData("1382.08", "1.382,08", "1,382.08", "1382.08")]
    [InlineData("5700000", "5.700.000", "5,700,000", "5700000")]
    [InlineData("98", "98", "98", "98")]
    [InlineData("0.50", "0,5", "0.5", "0.5")]
    [InlineData("1000.0", "1.000", "1,000", "1000")]
    [InlineData("-2.5", "-2,5", "-2.5", "-2.5")]
    [InlineData("0.0000000001", "0,0000000001", "0.0000000001", "0.0000000001")]
    [InlineData("79228162514264337593543950335", "79.228.162.514.264.337.593.543.950.335", "79,228,162,514,264,337,593,543,950,335", "79228162514264337593543950335")]
    public void A_number_is_dressed_as_its_readers_write_it(string number, string vietnamese, string english, string plain)
    {
        decimal value = decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);

        NumberWords.Of(value, TellingLanguage.Vietnamese).ShouldBe(vietnamese);
        NumberWords.Of(value, TellingLanguage.English).ShouldBe(english);
        NumberWords.Plain(value).ShouldBe(plain);
    }

    [Theory]
    [InlineData(10, "hàng chục", "tens of")]
    [InlineData(100, "hàng trăm", "hundreds of")]
    [InlineData(1_000, "hàng nghìn", "thousands of")]
    [InlineData(10_000, "hàng vạn", "tens of thousands of")]
    [InlineData(100_000, "hàng chục vạn", "hundreds of thousands of")]
    [InlineData(1_000_000, "hàng triệu", "millions of")]
    [InlineData(10_000_000, "hàng chục triệu", "tens of millions of")]
    [InlineData(1_000_000_000, "hàng tỷ", "billions of")]
    public void An_order_of_magnitude_has_its_words(long magnitude, string vietnamese, string english)
    {
        NumberWords.Magnitude(magnitude, TellingLanguage.Vietnamese).ShouldBe(vietnamese);
        NumberWords.Magnitude(magnitude, TellingLanguage.English).ShouldBe(english);
    }
}

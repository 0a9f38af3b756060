using BienNien.Text;
using Shouldly;

namespace BienNien.Tests.Text;

public sealed class RomanNumeralTests
{
    [Theory]
    [InlineData("I", 1)]
    [InlineData("IV", 4)]
    [InlineData("XIX", 19)]
    [InlineData("XX", 20)]
    [InlineData("XLIX", 49)]
    [InlineData("CCCXCIX", 399)]
    public void Numerals_have_their_values(string text, int value) => RomanNumeral.Parse(text).ShouldBe(value);

    [Theory]
    [InlineData("")]
    [InlineData("IIII")]
    [InlineData("IC")]
    [InlineData("VX")]
    [InlineData("iv")]
    [InlineData("LÀ")]
    [InlineData("XXXXXXXXXX")]
    public void Other_words_have_none(string text) => RomanNumeral.Parse(text).ShouldBe(-1);
}

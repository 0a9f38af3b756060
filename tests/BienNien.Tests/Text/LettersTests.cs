using BienNien.Text;
using Shouldly;

namespace BienNien.Tests.Text;

public sealed class LettersTests
{
    [Theory]
    [InlineData("hoàng đình giong", "hoang dinh giong")]
    [InlineData("Đổi Mới, Ở Ưa", "doi moi, o ua")]
    [InlineData("NGUYỄN THỊ ẰNG", "nguyen thi ang")]
    public void Folding_takes_off_marks_case_and_the_bar_of_đ(string text, string folded) => Letters.Fold(text).ShouldBe(folded);

    [Fact]
    public void Folded_text_has_the_places_of_the_text()
    {
        const string Text = "Ủy ban kháng chiến – hành chính tỉnh Lạng Sơn, “Nà Sầm” 1950…";

        string folded = Letters.Fold(Text);

        folded.Length.ShouldBe(Text.Length);
        folded[Text.IndexOf("Lạng", StringComparison.Ordinal)..].ShouldStartWith("lang son");
    }

    [Theory]
    [InlineData("khoẻ", "khỏe")]
    [InlineData("THUỶ", "thủy")]
    [InlineData("quý", "Quý")]
    public void Two_spellings_of_a_syllable_have_one_form(string one, string other) => Letters.FormOf(one).ShouldBe(Letters.FormOf(other));

    [Theory]
    [InlineData("ma", "mà")]
    [InlineData("má", "mà")]
    [InlineData("an", "ăn")]
    [InlineData("da", "đa")]
    public void Different_syllables_have_different_forms(string one, string other) => Letters.FormOf(one).ShouldNotBe(Letters.FormOf(other));
}

using BienNien.Telling;
using Shouldly;

namespace BienNien.Tests.Telling;

public sealed class EmphasisTests
{
    [Theory]
    [InlineData("**HUYỆN ỦY LẠC THỦY - VĂN PHÒNG**", "HUYỆN ỦY LẠC THỦY - VĂN PHÒNG")]
    [InlineData("suốt *cả* một **đời**, “*nghề*”", "suốt cả một đời, “nghề”")]
    [InlineData("3 * 4 = 12", "3 * 4 = 12")]
    [InlineData("* * *", "* * *")]
    [InlineData("không có gì", "không có gì")]
    public void Marks_go_and_stars_stay(string typed, string seen) => Emphasis.Without(typed).ShouldBe(seen);
}

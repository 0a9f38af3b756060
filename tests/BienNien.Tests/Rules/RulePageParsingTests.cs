using BienNien.Rules;
using Shouldly;

namespace BienNien.Tests.Rules;

public sealed class RulePageParsingTests
{
    [Fact]
    public void Brackets_are_spans_and_arrows_are_values()
    {
        RulePage page = RulePage.Parse("x.md", "# TIM099 Sample: mẫu\n\n```examples\n+ từ [năm 1] đến [năm 2]  => value=1; mod=END | value=2\n- không \\[có\\] gì // why\n```\n");

        page.Id.ToString().ShouldBe("TIM099");
        page.Name.ShouldBe("Sample");
        page.Title.ShouldBe("mẫu");
        page.Examples[0].Text.ShouldBe("từ năm 1 đến năm 2");
        page.Examples[0].Spans.ShouldBe([(3, 5), (13, 5)]);
        page.Examples[0].Expected[0]["mod"].ShouldBe("END");
        page.Examples[0].Expected[1]["value"].ShouldBe("2");
        page.Examples[1].IsPositive.ShouldBeFalse();
        page.Examples[1].Text.ShouldBe("không [có] gì");
    }

    [Theory]
    [InlineData("TIM099 Sample: no hash", "x.md:1")]
    [InlineData("# T99 Sample: bad id", "x.md:1")]
    [InlineData("# TIM099 Sample: a\n```examples\n+ nothing marked\n```", "x.md:3")]
    [InlineData("# TIM099 Sample: a\n```examples\n+ [open\n```", "x.md:3")]
    [InlineData("# TIM099 Sample: a\n```examples\n+ [a] [b] => x=1\n```", "x.md:3")]
    [InlineData("# TIM099 Sample: a\n```examples\nno sign\n```", "x.md:3")]
    public void A_malformed_page_names_its_line(string markdown, string place) =>
        Should.Throw<InvalidDataException>(() => RulePage.Parse("x.md", markdown)).Message.ShouldStartWith(place);

    [Theory]
    [InlineData("tim012", true)]
    [InlineData(" CHK001 ", true)]
    [InlineData("TIM12", false)]
    [InlineData("T1M012", false)]
    [InlineData(null, false)]
    public void Ids_are_three_letters_and_three_digits(string? text, bool valid) => RuleId.TryParse(text, out _).ShouldBe(valid);
}

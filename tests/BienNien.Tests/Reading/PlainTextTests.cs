using Shouldly;

namespace BienNien.Tests.Reading;

public sealed class PlainTextTests
{
    [Fact]
    public void A_footnote_does_not_end_the_paragraph_that_it_cuts() =>
        Blocks.Draw(Blocks.Read("a.txt", "Đoàn thuyền ngược sông Chảy đến bến\n\n[^1]: Sổ tay của xã.\n\n---\n\nÂu Lâu thì dừng.\n\nNước lên nhanh, thuyền phải\n\n[^2]: Lời kể.\n\nbuộc lại.\n"))
            .ShouldBe("""
                Paragraph: Đoàn thuyền ngược sông Chảy đến bến
                Footnote: [^1]: Sổ tay của xã.
                Furniture: ---
                Paragraph: Âu Lâu thì dừng.
                Paragraph: Nước lên nhanh, thuyền phải ¦ buộc lại.
                Footnote: [^2]: Lời kể.
                """);

    [Fact]
    public void Numbers_that_count_up_a_page_apart_are_page_numbers_and_others_are_not()
    {
        string page = string.Concat(Enumerable.Range(0, 14).Select(static i => $"Đây là câu thứ {i}.\n\n"));
        Blocks.Read("a.txt", $"{page}1\n\n{page}2\n\n{page}{page}4\n\n{page}").Blocks.Count(static block => block.Kind == BienNien.Text.BlockKind.Furniture).ShouldBe(3);
        Blocks.Read("a.txt", "Cột một.\n\n1\n\n2\n\n3\n\n4\n\n5\n").Blocks.ShouldAllBe(static block => block.Kind != BienNien.Text.BlockKind.Furniture);
    }
}

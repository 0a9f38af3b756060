using Shouldly;

namespace BienNien.Tests.Reading;

public sealed class MarkdownTests
{
    [Fact]
    public void Every_kind_of_block_stands_at_its_place_in_the_file()
    {
        const string Text = """
            ---
            title: Huyện Văn Yên
            ---
            # Huyện *Văn Yên* #

            Đoạn đầu[^1] có **chữ đậm** và [xã Đại Phác](http://example.org/a_b "t") nhiều.
            Dòng hai _nghiêng_, hết.

            <!-- ghi chú -->

            - mục a
              tiếp
              - mục b

                đoạn hai

            **I. BỐI CẢNH**

            1. **Đầu đề con**

               Đoạn trong mục.

            Bảng 1. Số dân

            | Năm | Dân |
            |---|:-:|
            | 1960 | **2.000** |
            | 1970 | |

            > trích
            > dẫn

            [^1]: Chú thích
                tiếp.

            Đầu đề gạch dưới
            ===

                dòng thụt một

            ```
            mã
            ```
            """;

        Blocks.Draw(Blocks.Read("a.md", Text.ReplaceLineEndings("\n"))).ShouldBe("""
            Furniture: ---⏎title: Huyện Văn Yên⏎---
            Heading 1: Huyện *Văn Yên*
            Paragraph: Đoạn đầu[^1] có **chữ đậm** và ¦ xã Đại Phác ¦ nhiều.⏎Dòng hai ¦ nghiêng ¦ , hết.
            Furniture: <!-- ghi chú -->
            ListItem 1: - mục a⏎  tiếp
            ListItem 2: - mục b
            Paragraph: đoạn hai
            Heading 1: **I. BỐI CẢNH**
            Heading 2: 1. **Đầu đề con**
            Paragraph: Đoạn trong mục.
            Caption: Bảng 1. Số dân
            Cell 0,0,0 header: Năm
            Cell 0,0,1 header: Dân
            Cell 0,1,0: 1960
            Cell 0,1,1: **2.000**
            Cell 0,2,0: 1970
            Quotation: trích ¦ dẫn
            Footnote: [^1]: Chú thích⏎    tiếp.
            Heading 1: Đầu đề gạch dưới
            Paragraph: dòng thụt một
            Paragraph: mã
            """);
    }

    [Fact]
    public void The_text_is_the_files_text() =>
        Blocks.Read("a.md", "# Một\r\n\r\n*hai*  \r\nba\\.\r\n").Text.ShouldBe("# Một\r\n\r\n*hai*  \r\nba\\.\r\n");

    [Fact]
    public void A_paragraph_cut_by_a_rule_is_one() =>
        Blocks.Draw(Blocks.Read("a.markdown", "Đoàn đi từ bến đò lên\n\n---\n\nđến tận đầu nguồn sông Chảy.\n\n---\n\nĐoạn mới."))
            .ShouldBe("Paragraph: Đoàn đi từ bến đò lên ¦ đến tận đầu nguồn sông Chảy.\nFurniture: ---\nFurniture: ---\nParagraph: Đoạn mới.");

    [Theory]
    [InlineData("- ", 100_000)]
    [InlineData("[a](", 200_000)]
    [InlineData("*a_", 300_000)]
    [InlineData("`a``", 200_000)]
    [InlineData("> ", 100_000)]
    [InlineData("|", 200_000)]
    public async Task Text_made_to_stall_a_parser_is_read_as_lines_in_little_time(string piece, int times)
    {
        BienNien.Text.Document document = await Task
            .Run(() => Blocks.Read("a.md", string.Concat(Enumerable.Repeat(piece, times)) + " chữ"))
            .WaitAsync(TimeSpan.FromSeconds(20));
        document.Blocks.ShouldNotBeEmpty();
    }
}

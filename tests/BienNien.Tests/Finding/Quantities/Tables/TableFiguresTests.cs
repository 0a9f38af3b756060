using System.Collections.Immutable;
using System.Text;
using BienNien.Finding.Quantities;
using BienNien.Tests.Gold;
using BienNien.Tests.Properties;
using BienNien.Text;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace BienNien.Tests.Finding.Quantities.Tables;

/// <summary>What tables say of their figures: indicator, scope, period, measure, unit.</summary>
public sealed class TableFiguresTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    public static TheoryData<string> Worked => [.. TablePages.Names("worked")];

    [Theory]
    [MemberData(nameof(Worked))]
    public void Each_figure_of_a_table_says_what_it_measures(string name)
    {
        (string text, ImmutableArray<string> figures) = TablePages.Read("worked", name);
        string.Join('\n', TablePages.Figures(fixture.Engine, EngineFixture.Read(text, "bảng.md"))).ShouldBe(string.Join('\n', figures));
    }

    public static TheoryData<string, string> Saved
    {
        get
        {
            TheoryData<string, string> saved = [];
            foreach (string name in TablePages.Names("worked"))
            {
                saved.Add(name, "html");
                saved.Add(name, "docx");
                if (!SeveralTables.Contains(name))
                {
                    saved.Add(name, "xlsx");
                    saved.Add(name, "csv");
                }
            }

            return saved;
        }
    }

    // In a sheet and in a file of values all rows are one table.
    private static ImmutableArray<string> SeveralTables { get; } = ["20-two-tables-one-caption", "39-dates-and-papers"];

    [Theory]
    [MemberData(nameof(Saved))]
    public void The_same_table_says_the_same_in_every_format(string name, string extension)
    {
        (string text, ImmutableArray<string> figures) = TablePages.Read("worked", name);
        string.Join('\n', TablePages.Figures(fixture.Engine, TableFiles.Save(text, extension, 0))).ShouldBe(string.Join('\n', figures));
    }

    [Theory]
    [InlineData("04-two-header-rows", "html")]
    [InlineData("04-two-header-rows", "docx")]
    [InlineData("04-two-header-rows", "xlsx")]
    [InlineData("12-school-parts", "html")]
    [InlineData("12-school-parts", "docx")]
    [InlineData("12-school-parts", "xlsx")]
    [InlineData("22-poverty-rate", "html")]
    [InlineData("22-poverty-rate", "docx")]
    [InlineData("22-poverty-rate", "xlsx")]
    [InlineData("24-estimates-against-plan", "html")]
    [InlineData("24-estimates-against-plan", "docx")]
    [InlineData("24-estimates-against-plan", "xlsx")]
    public void Merged_heads_head_all_that_they_reach_over(string name, string extension)
    {
        (string text, ImmutableArray<string> figures) = TablePages.Read("worked", name);
        Document document = TableFiles.Save(text, extension, 2);
        document.Blocks.ShouldContain(static block => block.Cell != null && block.Cell.Value.Columns == 2);
        document.Blocks.ShouldContain(static block => block.Cell != null && block.Cell.Value.Rows == 2);
        string.Join('\n', TablePages.Figures(fixture.Engine, document)).ShouldBe(string.Join('\n', figures));
    }

    [Fact]
    public void A_table_that_a_PDF_program_flattened_says_the_same()
    {
        (_, ImmutableArray<string> figures) = TablePages.Read("worked", "01-years-and-comparison");
        Document document = EngineFixture.Read("""
            Số TT
            Chỉ tiêu
            Đơn vị tính
            Năm 1995
            Năm 2010
            Năm 2010
            so sánh với
            năm 1995
            1 Sản lượng thóc Nghìn tấn 12,5 20
            Tăng
            1,6 lần
            2 Thu ngân sách Tỷ đồng 4,2 84
            Tăng
            20 lần
            3
            Kim ngạch xuất
            khẩu
            Triệu
            USD
            0,5 3
            Tăng
            6 lần
            4 Tỷ suất sinh ‰ 2,4 1,9
            Giảm
            0,5‰
            """);
        string.Join('\n', TablePages.Figures(fixture.Engine, document)).ShouldBe(string.Join('\n', figures));
    }

    // What the rows say is compared with their own cells: the document's words are not ours to keep.
    [GoldTheory]
    [InlineData("1991", "2008", "147210000 tấn,236625000 tấn,1.6 lần multiple;95.8 USD,460 USD,4.8 lần multiple;9400000000 đồng,361828000000 đồng,38.5 lần multiple;26800000000 đồng,482320000000 đồng,18 lần multiple;1307000 USD,133600000 USD,102.2 lần multiple;0.7 ‰,0.3 ‰,0.4 ‰ change;62.4 %,33.65 %,28.75 % change")]
    [InlineData("2009", "2022", "10600000 đồng,39800000 đồng,3.8 lần multiple;228590 tấn,296300 tấn,1.3 lần multiple;18000000 đồng/ha,44000000 đồng/ha,2.4 lần multiple;393600000000 đồng,3957900000000 đồng,10.1 lần multiple;3407000000000 đồng,10607000000000 đồng,3.1 lần multiple;163900000 USD,845500000 USD,5.2 lần multiple;51 %,57 %,1.1 lần multiple;78.2 %,92 %,1.2 lần multiple")]
    public void The_tables_of_a_report_come_out_whole(string from, string to, string rows)
    {
        Document document = EngineFixture.Read(File.ReadAllText(Path.Combine(GoldTheoryAttribute.Corpus, "002.txt")), "002.txt");
        int table = from == "1991" ? 0 : 1;
        Dictionary<int, string> names = document.Blocks.Where(block => block.Cell is { Column: 1 } cell && cell.Table == table)
            .ToDictionary(static block => block.Cell!.Value.Row, block => string.Join(' ', document.Surface(block.Span).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        List<string> expected = [];
        foreach ((int row, string told) in rows.Split(';').Index())
        {
            string[] figures = told.Split(',');
            string comparison = figures[2].Split(' ')[^1];
            expected.Add($"{figures[0].Replace(" ", " | ", StringComparison.Ordinal)} | {names[row + 1]} |  | {from} | level");
            expected.Add($"{figures[1].Replace(" ", " | ", StringComparison.Ordinal)} | {names[row + 1]} |  | {to} | level");
            expected.Add($"{figures[2][..^(comparison.Length + 1)].Replace(" ", " | ", StringComparison.Ordinal)} | {names[row + 1]} |  | {to} | {comparison} | {from}");
        }

        string.Join('\n', TablePages.Figures(fixture.Engine, document, table)).ShouldBe(string.Join('\n', expected));
    }

    private static Gen<(string Text, string[] Figures)> Tables =>
        from columns in Gen.Choose(1, 5)
        from heads in Gen.Elements("Năm 1995", "2004", "Diện tích (ha)", "Số hộ", "Kế hoạch năm 2001", "Thành tiền", "So sánh (%)", "Tỷ lệ", "Giá trị (triệu đồng)", "Trong đó: nữ", "").ListOf(columns)
        from rows in Gen.Choose(1, 6)
        from labels in Gen.Elements("Thóc", "- Ngô", "Tổng cộng", "Xã Tân Phong", "Trong đó: Khoai", "I. Chăn nuôi", "Dân số (người)", "Năm 1998").ListOf(rows)
        from cells in Gen.Elements("12,5", "1.240", "3", "-7,1", "98,6%", "tăng 4", "", "-", "25 km", "(2,5)", "1.950").ListOf(rows * columns)
        select (Draw([.. heads], [.. labels], [.. cells]), cells.Where(static cell => cell.AsSpan().ContainsAnyInRange('0', '9')).ToArray());

    private static string Draw(string[] heads, string[] labels, string[] cells)
    {
        StringBuilder text = new();
        text.Append("| Khoản | ").AppendJoin(" | ", heads).Append(" |\n|---|").Insert(text.Length, "---|", heads.Length).Append('\n');
        for (int row = 0; row < labels.Length; row++)
        {
            text.Append("| ").Append(labels[row]).Append(" | ").AppendJoin(" | ", cells.Skip(row * heads.Length).Take(heads.Length)).Append(" |\n");
        }

        return text.ToString();
    }

    [Fact]
    public void No_figure_of_a_table_is_lost_or_given_twice() => Seeded.Check(Tables, 400, table =>
    {
        Document document = EngineFixture.Read(table.Text, "bảng.md");
        List<(TextSpan Span, TableCell Place)> found = [.. fixture.Engine.Finder.Find(document)
            .Where(static mention => mention.Value is QuantityValue { Cell: not null })
            .Select(static mention => (mention.Span, ((QuantityValue)mention.Value).Cell!.Place))];
        return found.Count == table.Figures.Length && found.Select(static figure => figure.Place).Distinct().Count() == found.Count
            && found.Select((figure, i) => table.Figures[i].Contains(document.Surface(figure.Span), StringComparison.Ordinal)).All(static same => same);
    });

    // A floor, which only rises: these tables were written before the rules and are not looked at.
    [Fact]
    public void Figures_of_the_tables_held_out_say_so_as_well()
    {
        int gold = 0;
        int right = 0;
        foreach (string name in TablePages.Names("held-out"))
        {
            (string text, ImmutableArray<string> figures) = TablePages.Read("held-out", name);
            List<string> found = [.. TablePages.Figures(fixture.Engine, EngineFixture.Read(text, "bảng.md"))];
            gold += figures.Length;
            right += figures.Count(found.Remove);
        }

        ((double)right / gold).ShouldBeGreaterThanOrEqualTo(0.85, $"{right} of {gold}");
    }
}

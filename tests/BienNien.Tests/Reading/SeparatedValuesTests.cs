using System.Text;
using BienNien.Reading;
using BienNien.Text;
using Shouldly;

namespace BienNien.Tests.Reading;

/// <summary>Separated values: the table that the writer meant, whatever parts its values.</summary>
public sealed class SeparatedValuesTests
{
    private const string Grid = "Cell 0,0,0 header: Xã\nCell 0,0,1 header: Dân số\nCell 0,1,0: Đại Phác\nCell 0,1,1: 1.234,5\nCell 0,2,0: Yên Hợp\nCell 0,2,1: 980";

    [Theory]
    [InlineData("Xã,Dân số\r\nĐại Phác,\"1.234,5\"\r\nYên Hợp,980\r\n")]
    [InlineData("Xã;Dân số\nĐại Phác;1.234,5\nYên Hợp;980")]
    [InlineData("Xã\tDân số\nĐại Phác\t1.234,5\nYên Hợp\t980\n\n")]
    [InlineData("Xã|Dân số\nĐại Phác|1.234,5\nYên Hợp|980")]
    [InlineData("sep=;\r\nXã;Dân số\r\nĐại Phác;1.234,5\r\nYên Hợp;980\r\n")]
    [InlineData("\uFEFFXã,,Dân số\n,,\nĐại Phác,,\"1.234,5\"\nYên Hợp,,980\n")]
    public void The_separator_is_found(string text)
    {
        Blocks.Draw(Blocks.Read("a.csv", text)).ShouldBe(Grid);
        Blocks.Draw(Blocks.Read("a.tsv", text)).ShouldBe(Grid);
    }

    [Fact]
    public void Quotes_line_ends_and_ragged_rows_are_taken_as_they_are() => Blocks.Draw(Blocks.Read("a.csv", """"
        Tên,Ghi chú,Năm
        "Ba ""Tơ""","hai
        dòng",1945
        "Ba" và "Tư",thiếu
        thừa,x,1950,y
        "không đóng,z
        """")).ShouldBe("""
        Cell 0,0,0: Tên
        Cell 0,0,1: Ghi chú
        Cell 0,0,2: Năm
        Cell 0,1,0: Ba "Tơ"
        Cell 0,1,1: hai⏎dòng
        Cell 0,1,2: 1945
        Cell 0,2,0: "Ba" và "Tư"
        Cell 0,2,1: thiếu
        Cell 0,3,0: thừa
        Cell 0,3,1: x
        Cell 0,3,2: 1950
        Cell 0,3,3: y
        Cell 0,4,0: "không đóng
        Cell 0,4,1: z
        """);

    [Fact]
    public void Lines_above_and_below_the_table_are_text_and_each_character_keeps_its_place()
    {
        const string Source = "BIỂU SỐ 1,,\n,,\nXã,\"Dân \"\"số\"\"\",Năm\nĐại Phác,1.234,1950\nNguồn: chi cục,,\n";

        Document document = Blocks.Read("a.csv", Source.Normalize(NormalizationForm.FormD));

        Blocks.Draw(document).ShouldBe("Caption: BIỂU SỐ 1\nCell 0,0,0 header: Xã\nCell 0,0,1 header: Dân \"số\"\nCell 0,0,2 header: Năm\nCell 0,1,0: Đại Phác\nCell 0,1,1: 1.234\nCell 0,1,2: 1950\nParagraph: Nguồn: chi cục");
        string source = Source.Normalize(NormalizationForm.FormD);
        foreach (string word in (string[])["Xã", "số", "1.234", "1950", "Nguồn"])
        {
            int at = document.SourceMap.ToSource(document.Text.IndexOf(word, StringComparison.Ordinal));
            source[at..].ShouldStartWith(word.Normalize(NormalizationForm.FormD));
        }
    }

    [Fact]
    public void One_column_is_a_list_of_cells() => Blocks.Draw(Blocks.Read("a.csv", "Đại Phác\nYên Hợp\n")).ShouldBe("Cell 0,0,0: Đại Phác\nCell 0,1,0: Yên Hợp");

    [Theory]
    [InlineData("\"", 1_000_000)]
    [InlineData("\"\n", 500_000)]
    [InlineData("\"\",\"", 300_000)]
    [InlineData("\"a\"\"", 300_000)]
    [InlineData(",\n", 500_000)]
    [InlineData("a,b\n", 250_000)]
    public async Task Time_grows_with_length(string piece, int times) => await Task.Run(() =>
        DocumentReader.Create().Read("a.csv", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, times))), ReadOptions.Default)).WaitAsync(TimeSpan.FromSeconds(20));
}

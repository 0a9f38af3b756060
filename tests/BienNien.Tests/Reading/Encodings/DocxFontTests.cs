using System.Text;
using BienNien.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Shouldly;

namespace BienNien.Tests.Reading.Encodings;

/// <summary>Word files whose fonts say in which encoding their letters are, run by run.</summary>
public sealed class DocxFontTests
{
    [Theory]
    [InlineData(".VnTime", TextEncoding.Tcvn3)]
    [InlineData(".VNARIAL", TextEncoding.Tcvn3)]
    [InlineData("VNI-Times", TextEncoding.VniWindows)]
    [InlineData("VNI Couri", TextEncoding.VniWindows)]
    [InlineData("VPS Times", TextEncoding.Vps)]
    public void Passages_under_a_font_are_read_in_its_encoding(string font, TextEncoding encoding)
    {
        foreach (string typed in Passages.All.Select(text => LegacyEncoder.Typed(text.ReplaceLineEndings(" "), encoding)))
        {
            // XML cannot hold the control codes that VPS writes some capitals with.
            string passage = encoding == TextEncoding.Vps ? typed.ToLowerInvariant() : typed;
            Read(Run(Western(passage, encoding), font)).ShouldBe(passage);
        }
    }

    [Theory]
    [InlineData(".VnTime")]
    [InlineData("VNI-Times")]
    [InlineData("Times New Roman")]
    public void What_is_Unicode_already_stays_under_any_font(string font)
    {
        foreach (string passage in Passages.All.Select(static text => text.ReplaceLineEndings(" ")))
        {
            Read(Run(passage, font)).ShouldBe(passage);
        }
    }

    [Fact]
    public void Letters_of_Latin_1_alone_stay_when_they_read_better_so() =>
        Read(Run("Thành hoàng làng, đình và chùa".Replace('đ', 'd'), ".VnTime")).ShouldBe("Thành hoàng làng, dình và chùa");

    [Fact]
    public void A_font_of_capitals_makes_capitals_of_all_letters() =>
        Read(Run("Céng hßa x· héi", ".VnTimeH") + Run(", §éc lËp", ".VnTime")).ShouldBe("CỘNG HÒA XÃ HỘI, Độc lập");

    [Fact]
    public void A_letter_is_whole_though_its_two_bytes_stand_in_two_runs() =>
        Read(Run("Huye", "VNI-Times") + Run("än Ha", "VNI-Helve") + Run("ï Lang", "VNI-Times")).ShouldBe("Huyện Hạ Lang");

    [Fact]
    public void Runs_in_Unicode_stand_beside_others() =>
        Read(Run("Huyện Hạ Lang, ", "Times New Roman") + Run("ng­êi Nïng", ".VnTime") + Run(" và người Tày, café", null)).ShouldBe("Huyện Hạ Lang, người Nùng và người Tày, café");

    [Theory]
    [InlineData("<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\".VnTime\" w:hAnsi=\".VnTime\"/></w:rPr></w:rPrDefault></w:docDefaults>", "")]
    [InlineData("<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:rPr><w:rFonts w:ascii=\".VnTime\"/></w:rPr></w:style>", "")]
    [InlineData("<w:style w:type=\"paragraph\" w:styleId=\"p0\"><w:rPr><w:rFonts w:hAnsi=\".VnTime\"/></w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"p1\"><w:basedOn w:val=\"p0\"/></w:style>", "<w:pPr><w:pStyle w:val=\"p1\"/></w:pPr>")]
    public void The_font_may_be_that_of_the_style_or_of_the_whole_file(string styles, string properties)
    {
        Read(properties + Run("B¶n ë ven suèi", null), styles).ShouldBe("Bản ở ven suối");
        Read(properties + Run("làng cũ", "Arial"), styles).ShouldBe("làng cũ");
    }

    [Fact]
    public void The_font_may_be_that_of_the_style_of_the_run() =>
        Read(
            "<w:r><w:rPr><w:rStyle w:val=\"c\"/></w:rPr><w:t>B¶n ë ven suèi</w:t></w:r>",
            "<w:style w:type=\"character\" w:styleId=\"c\"><w:rPr><w:rFonts w:hAnsi=\".VnArial\"/></w:rPr></w:style>").ShouldBe("Bản ở ven suối");

    [Fact]
    public void Letters_kept_as_symbols_are_letters() =>
        Read("<w:r><w:t>B</w:t></w:r><w:r><w:sym w:font=\".VnTime\" w:char=\"F0B6\"/></w:r><w:r><w:t>n</w:t></w:r>" + Run(" \uF0EB", ".VnTime")
            + "<w:r><w:rPr><w:rFonts w:ascii=\".VnTime\"/></w:rPr><w:t xml:space=\"preserve\"> ng</w:t><w:softHyphen/><w:t>êi</w:t></w:r>").ShouldBe("Bản ở người");

    // The bytes of an encoding as the letters that a program for Windows-1252 takes them for.
    private static string Western(string text, TextEncoding encoding) => string.Concat(
        LegacyEncoder.Encode(text, encoding).Select(static code => code is >= 0x20 and < 0x80 or >= 0xA0 ? ((char)code).ToString() : CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString([code])));

    private static string Run(string text, string? font) =>
        $"<w:r>{(font is null ? "" : $"<w:rPr><w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\" w:cs=\"{font}\"/></w:rPr>")}<w:t xml:space=\"preserve\">{System.Security.SecurityElement.Escape(text)}</w:t></w:r>";

    private static string Read(string paragraph, string styles = "")
    {
        const string Space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        using MemoryStream stream = new();
        using (WordprocessingDocument word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            MainDocumentPart main = word.AddMainDocumentPart();
            main.Document = new DocumentFormat.OpenXml.Wordprocessing.Document($"<w:document {Space}><w:body><w:p>{paragraph}</w:p></w:body></w:document>");
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles($"<w:styles {Space}>{styles}</w:styles>");
        }

        return Blocks.Read("a.docx", stream.ToArray()).Text;
    }
}

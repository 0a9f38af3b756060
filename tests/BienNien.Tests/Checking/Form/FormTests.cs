using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using BienNien.Checking;
using BienNien.Checking.Form;
using BienNien.Reading;
using BienNien.Rules;
using Shouldly;
using Document = BienNien.Text.Document;

namespace BienNien.Tests.Checking.Form;

/// <summary>What is measured of Word files, which standard is held against them, and what no file may do to the program.</summary>
public sealed class FormTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    private const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    [Theory]
    [InlineData("state")]
    [InlineData("party")]
    public void A_right_paper_is_silent(string kind) =>
        FormReports.Check(fixture.Engine, SpecimenPaper.Parse([kind]).ToWord()).Diagnostics.Select(static diagnostic => $"{diagnostic.Rule} {diagnostic.Message.Vietnamese}").ShouldBeEmpty();

    [Theory]
    [InlineData("state", "ND30")]
    [InlineData("party", "HD36")]
    public void The_head_chooses_the_standard(string kind, string standard)
    {
        byte[] file = SpecimenPaper.Parse([kind]).ToWord();
        Document document = FormReports.ReadDocument(fixture.Engine, file);
        PaperForm.Of(document, FormReports.Measure(document, file), fixture.Engine.PaperHeaders.Read(document)).ShouldNotBeNull().Standard.Code.ShouldBe(standard);
    }

    [Fact]
    public void A_paper_with_neither_heading_calls_for_no_standard()
    {
        byte[] file = Word(Paragraph("Ghi chép về vùng chè"), Paragraph("Đảng Cộng sản Việt Nam đã có chi bộ ở vùng chè từ sớm, theo lời các cụ kể lại."));
        Document document = FormReports.ReadDocument(fixture.Engine, file);
        PaperForm.Of(document, FormReports.Measure(document, file), fixture.Engine.PaperHeaders.Read(document)).ShouldBeNull();
        FormReports.Check(fixture.Engine, file).Diagnostics.OfForm().ShouldBeEmpty();
    }

    [Fact]
    public void Without_being_asked_for_nothing_is_told_of_a_form()
    {
        Document document = FormReports.ReadDocument(fixture.Engine, SpecimenPaper.Parse(["state", "margin left 10", "motto size 20", "body size 9"]).ToWord());
        fixture.Engine.Checker.Check(fixture.Engine.Analyze(document)).OfForm().ShouldBeEmpty();
    }

    [Fact]
    public void Each_remark_names_the_measure_the_provision_and_stands_at_its_words()
    {
        (Document document, ImmutableArray<Diagnostic> found) = FormReports.Check(fixture.Engine, SpecimenPaper.Parse(["state", "margin left 25", "motto size 15", "body size 12"]).ToWord());
        found.OfForm().Select(diagnostic => $"{diagnostic.Rule} [{document.Surface(diagnostic.Span)}] {diagnostic.Message.Vietnamese} / {diagnostic.Message.English}").ShouldBe(
        [
            "CHK041 [UBND HUYỆN ĐỒI CHÈ] Lề trang: trái 25 mm; Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.3 quy định trái 30–35 mm. / Margins: left 25 mm; Decree 30/2020/NĐ-CP, Annex I, Part I, section I.3 prescribes left 30–35 mm.",
            "CHK049 [Độc lập - Tự do - Hạnh phúc] Tiêu ngữ: cỡ chữ 15; Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.1.b quy định cỡ chữ 13–14. / Tiêu ngữ: size 15; Decree 30/2020/NĐ-CP, Annex I, Part I, section II.1.b prescribes size 13–14.",
            "CHK043 [Thư viện huyện nhận sách báo] Nội dung văn bản ở 3 chỗ: cỡ chữ 12; Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.e quy định cỡ chữ 13–14. / Body in 3 places: size 12; Decree 30/2020/NĐ-CP, Annex I, Part I, section II.6.e prescribes size 13–14.",
        ]);
    }

    [Fact]
    public void A_certain_correction_is_offered_for_the_motto_and_the_day()
    {
        (Document document, ImmutableArray<Diagnostic> found) = FormReports.Check(
            fixture.Engine, SpecimenPaper.Parse(["state", "motto text Độc lập – Tự do – Hạnh phúc", "date text Đồi Chè, ngày 5 tháng 2 năm 2024"]).ToWord());
        string corrected = document.Text;
        foreach (Diagnostic diagnostic in found.OfForm().Reverse())
        {
            TextEdit fix = diagnostic.Fix.ShouldNotBeNull();
            corrected = corrected[..fix.Span.Start] + fix.Replacement + corrected[fix.Span.End..];
        }

        corrected.ShouldContain("Độc lập - Tự do - Hạnh phúc");
        corrected.ShouldContain("Đồi Chè, ngày 05 tháng 02 năm 2024");
    }

    [Fact]
    public void Styles_hand_down_what_paragraphs_and_runs_do_not_say()
    {
        const string Styles = """
            <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="22"/></w:rPr></w:rPrDefault>
              <w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
            <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/></w:rPr></w:style>
            <w:style w:type="paragraph" w:styleId="Than"><w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="both"/><w:ind w:firstLine="567"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>
            <w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Than"/><w:pPr><w:spacing w:after="0"/></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="Vong"><w:basedOn w:val="Vong"/><w:rPr><w:i/></w:rPr></w:style>
            <w:style w:type="character" w:styleId="Nhan"><w:rPr><w:b/><w:i/></w:rPr></w:style>
            <w:style w:type="table" w:styleId="Luoi"><w:rPr><w:sz w:val="20"/></w:rPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:sz w:val="40"/></w:rPr></w:tblStylePr></w:style>
            """;
        byte[] file = Package(
            """
            <w:p><w:r><w:t>Một thường</w:t></w:r></w:p>
            <w:p><w:pPr><w:pStyle w:val="Con"/></w:pPr><w:r><w:t>Hai theo kiểu</w:t></w:r></w:p>
            <w:p><w:pPr><w:pStyle w:val="Con"/><w:jc w:val="center"/><w:ind w:left="1134" w:hanging="567"/></w:pPr><w:r><w:rPr><w:rStyle w:val="Nhan"/><w:sz w:val="26"/></w:rPr><w:t>Ba tự nói</w:t></w:r></w:p>
            <w:p><w:pPr><w:pStyle w:val="Vong"/></w:pPr><w:r><w:rPr><w:i w:val="0"/></w:rPr><w:t>Bốn quanh vòng</w:t></w:r></w:p>
            <w:p><w:pPr><w:pStyle w:val="KhongCo"/><w:rPr><w:sz w:val="60"/><w:spacing w:val="40"/></w:rPr></w:pPr><w:r><w:t>Năm không kiểu</w:t></w:r></w:p>
            <w:tbl><w:tblPr><w:tblStyle w:val="Luoi"/></w:tblPr><w:tr><w:tc><w:p><w:r><w:t>Sáu trong bảng</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            """,
            Styles);

        Draw(file).ShouldBe(
        [
            "Một thường: Times New Roman 11; Left 0 mm; 0+8 pt; Lines 1.08",
            "Hai theo kiểu: Times New Roman 14 bold; Both 10.0 mm; 0+0 pt; Lines 1.08",
            "Ba tự nói: Times New Roman 13 italic; Centre 10.0 mm; 0+0 pt; Lines 1.08",
            "Bốn quanh vòng: ? 11; Left 0 mm; 0+8 pt; Lines 1.08",
            "Năm không kiểu: Times New Roman 11; Left 0 mm; 0+8 pt; Lines 1.08",
            "Sáu trong bảng: Times New Roman 10; Left 0 mm; 0+8 pt; Lines 1.08",
        ]);
    }

    [Fact]
    public void A_font_of_the_theme_is_named_and_one_that_is_not_there_is_not_guessed()
    {
        const string Body = """<w:p><w:r><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/></w:rPr><w:t>Chữ của chủ đề</w:t></w:r></w:p>""";
        Draw(Package(Body, null, """<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:theme>"""))
            .ShouldBe(["Chữ của chủ đề: Calibri ?; Left 0 mm; 0+0 pt; Lines 1"]);
        Draw(Package(Body)).ShouldBe(["Chữ của chủ đề: ? ?; Left 0 mm; 0+0 pt; Lines 1"]);
    }

    [Fact]
    public void Places_are_found_past_notes_boxes_deletions_and_letters_of_old_fonts()
    {
        byte[] file = Package("""
            <w:p><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">Trước chú </w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:t>sau chú</w:t></w:r></w:p>
            <w:p><w:r><w:t>giữ</w:t></w:r><w:del w:id="1" w:author="a"><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>
            <w:p><w:r><w:t>quanh khung</w:t><w:txbxContent><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>trong khung</w:t></w:r></w:p></w:txbxContent></w:r></w:p>
            <w:p><w:r><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr><w:t>®éc lËp</w:t></w:r></w:p>
            <w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r><w:r><w:t>cuối</w:t></w:r></w:p>
            """);
        Document document = FormReports.ReadDocument(fixture.Engine, file);
        FormReports.Measure(document, file).Paragraphs.Select(paragraph => string.Join("|", paragraph.Runs.Select(run => document.Surface(run.Span))))
            .ShouldBe(["Trước chú|sau chú", "giữ", "quanh khung", "trong khung", "độc lập", "²|cuối"]);
    }

    [Fact]
    public void The_fonts_of_older_encodings_are_told_as_such()
    {
        (_, ImmutableArray<Diagnostic> found) = FormReports.Check(fixture.Engine, SpecimenPaper.Parse(["state", "name font .VnTime"]).ToWord());
        found.OfForm().ShouldHaveSingleItem().Message.Vietnamese.ShouldContain("không phải bộ mã Unicode");
    }

    [Theory]
    [InlineData("<w:p/>")]
    [InlineData("<w:sectPr/>")]
    [InlineData("<w:sectPr><w:pgSz/><w:pgMar/><w:headerReference/></w:sectPr>")]
    [InlineData("<w:sectPr><w:pgSz w:w=\"99999999999999999999\" w:h=\"-1\"/><w:pgMar w:top=\"1e9\" w:left=\"2147483648\" w:right=\"cm\" w:bottom=\"1,5\"/></w:sectPr>")]
    [InlineData("<w:sectPr><w:pgSz w:w=\"9999999\" w:h=\"9999999\"/><w:pgMar w:top=\"-9999999\" w:left=\"9999999\" w:gutter=\"9999999\"/></w:sectPr>")]
    [InlineData("<w:p><w:pPr><w:spacing w:line=\"999999999999999999999999999999\" w:before=\"x\"/><w:ind w:firstLine=\"-99999999\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"99999999\"/></w:rPr><w:t>Chữ quá to</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:rPr><w:sz w:val=\"-28\"/><w:rFonts/></w:rPr><w:t>Chữ âm</w:t></w:r></w:p>")]
    [InlineData("<w:tbl><w:tblStyle/></w:tbl><w:txbxContent><w:p><w:pPr><w:sectPr/></w:pPr></w:p></w:txbxContent>")]
    public void Absurd_values_are_measured_or_left_but_never_thrown_at(string hostile)
    {
        byte[] file = Package("""<w:p><w:r><w:t>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</w:t></w:r></w:p><w:p><w:r><w:t>Số: 15/TB-UBND</w:t></w:r></w:p>""" + hostile);
        FormReports.Check(fixture.Engine, file).Diagnostics.ShouldAllBe(static diagnostic => diagnostic.Span.Start >= 0);
    }

    [Fact]
    public void What_a_file_does_not_say_is_not_held_against_it()
    {
        byte[] file = Package("""<w:p><w:r><w:t>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</w:t></w:r></w:p>""");
        FormReports.Check(fixture.Engine, file).Diagnostics.OfForm().ShouldAllBe(static diagnostic => !diagnostic.Message.English.Contains("size", StringComparison.Ordinal) && diagnostic.Rule != new RuleId("CHK040") && diagnostic.Rule != new RuleId("CHK041"));
    }

    [Fact]
    public void Packages_that_reading_refuses_are_refused_here()
    {
        Document document = FormReports.ReadDocument(fixture.Engine, Word(Paragraph("Một dòng")));
        foreach (byte[] file in (byte[][])["PK"u8.ToArray(), "Không phải Word"u8.ToArray(), [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], Package("<w:p><w:r><w:t>cụt</w:t></w:r>", isClosed: false)])
        {
            WordForm.Read(FileContent.Of(file), document, ReadOptions.Default).ShouldBeOfType<WordFormResult.Unreadable>();
        }

        byte[] bomb = Package(string.Concat(Enumerable.Repeat("<w:p/>", 200_000)));
        WordForm.Read(FileContent.Of(bomb), document, new ReadOptions(100_000)).ShouldBeOfType<WordFormResult.Unreadable>().Code.ShouldBe(ProblemCode.TooLarge);
    }

    [Fact]
    public void Depth_and_length_cost_no_stack()
    {
        string deep = string.Concat(Enumerable.Repeat("<w:ins><w:smartTag>", 20_000)) + "<w:p><w:r><w:t>đáy</w:t></w:r></w:p>" + string.Concat(Enumerable.Repeat("</w:smartTag></w:ins>", 20_000));
        byte[] file = Package(deep + string.Concat(Enumerable.Range(0, 20_000).Select(static i => $"<w:p><w:r><w:t>dòng {i}</w:t></w:r></w:p>")));
        Document document = FormReports.ReadDocument(fixture.Engine, file);
        FormReports.Measure(document, file).Paragraphs.Length.ShouldBe(20_001);
    }

    [Fact]
    public void Every_limit_is_of_a_known_standard_and_each_standard_has_its_heading()
    {
        ImmutableArray<FormStandard> standards = FormStandard.LoadAll();
        standards.Select(static standard => standard.Code).ShouldBe(["ND30", "HD36"]);
        BienNien.Knowledge.DataTable.Load("form-limits").Column("standard").Distinct().ShouldBe(["ND30", "HD36"]);
    }

    private List<string> Draw(byte[] file)
    {
        Document document = FormReports.ReadDocument(fixture.Engine, file);
        return
        [
            .. FormReports.Measure(document, file).Paragraphs.Select(paragraph =>
            {
                FormRun run = paragraph.Runs[0];
                return FormattableString.Invariant(
                    $"{document.Surface(paragraph.Span)}: {run.Font ?? "?"} {(run.Size is { } size ? size.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture) : "?")}{(run.Bold ? " bold" : "")}{(run.Italic ? " italic" : "")}; {paragraph.Alignment} {(paragraph.FirstLine is 0 ? "0" : paragraph.FirstLine?.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture) ?? "?")} mm; {paragraph.SpaceBefore:0}+{paragraph.SpaceAfter:0} pt; {paragraph.LineRule} {paragraph.Line:0.##}");
            }),
        ];
    }

    private static byte[] Word(params string[] paragraphs) => Package(string.Concat(paragraphs));

    private static string Paragraph(string text) => $"<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    private static byte[] Package(string body, string? styles = null, string? theme = null, bool isClosed = true)
    {
        const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create))
        {
            Write("_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relation}officeDocument" Target="word/document.xml"/></Relationships>""");
            Write("word/_rels/document.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="{Relation}styles" Target="styles.xml"/><Relationship Id="t" Type="{Relation}theme" Target="theme/theme1.xml"/></Relationships>""");
            Write("word/document.xml", $"<w:document {W}><w:body>{body}{(isClosed ? "</w:body></w:document>" : "")}");
            if (styles is not null)
            {
                Write("word/styles.xml", $"<w:styles {W}>{styles}</w:styles>");
            }

            if (theme is not null)
            {
                Write("word/theme/theme1.xml", theme);
            }

            void Write(string name, string text)
            {
                using StreamWriter writer = new(archive.CreateEntry(name).Open(), new UTF8Encoding(false));
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }
}

using System.Collections.Immutable;
using System.Net;
using BienNien.Reading.Papers;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Shouldly;
using Document = BienNien.Text.Document;

namespace BienNien.Tests.Reading.Papers;

/// <summary>One paper in every layout: the header says the same.</summary>
public sealed class PaperLayoutTests
{
    private static readonly PaperHeaderReader _reader = PaperHeaderReader.Create();

    private static readonly string[] _headLeft = ["ỦY BAN NHÂN DÂN", "HUYỆN YÊN CHÂU", "Số: 73/TB-UBND"];
    private static readonly string[] _headRight = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Yên Châu, ngày 07 tháng 8 năm 2014"];
    private static readonly string[] _middle =
    [
        "THÔNG BÁO", "Về việc tiếp nhận kỷ vật của thanh niên xung phong",
        "Ủy ban nhân dân huyện nhận kỷ vật tại nhà văn hóa huyện, từ ngày 15/8 đến ngày 30/9/2014.",
        "Mỗi kỷ vật kèm một tờ kể lại nguồn gốc, có chữ ký của người tặng.",
    ];

    private static readonly string[] _footLeft = ["Nơi nhận:", "- Các xã, thị trấn;", "- Lưu: VT."];
    private static readonly string[] _footRight = ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lò Văn Ánh"];

    private const string Expected = """
        kind Notice; issuer ỦY BAN NHÂN DÂN HUYỆN YÊN CHÂU; number 73; symbol TB-UBND; place Yên Châu; date 2014-08-07; type THÔNG BÁO;
        title Về việc tiếp nhận kỷ vật của thanh niên xung phong; signer Lò Văn Ánh; office PHÓ CHỦ TỊCH; form KT. CHỦ TỊCH; recipients Các xã, thị trấn | Lưu: VT
        """;

    public static TheoryData<string> Layouts => [.. Makers.Keys.Order(StringComparer.Ordinal)];

    private static ImmutableDictionary<string, Func<Document>> Makers { get; } = new Dictionary<string, Func<Document>>(StringComparer.Ordinal)
    {
        ["text, columns side by side"] = static () => Text(Interleaved(_headLeft, _headRight, 30), Interleaved(_footLeft, _footRight, 40)),
        ["text, columns with tabs"] = static () => Text(Tabbed(_headLeft, _headRight), Tabbed(_footLeft, _footRight)),
        ["text, left column first"] = static () => Text([.. _headLeft, .. _headRight], [.. _footLeft, .. _footRight]),
        ["text, right column first"] = static () => Text([.. _headRight, .. _headLeft], [.. _footRight, .. _footLeft]),
        ["Markdown, table of rows"] = static () => Blocks.Read("a.md", Markdown(rows: true)),
        ["Markdown, table of two cells"] = static () => Blocks.Read("a.md", Markdown(rows: false)),
        ["HTML, table of rows"] = static () => Blocks.Read("a.html", Html(rows: true)),
        ["HTML, table of two cells"] = static () => Blocks.Read("a.html", Html(rows: false)),
        ["Word, table of rows"] = static () => Blocks.Read("a.docx", Word(rows: true)),
        ["Word, table of two cells"] = static () => Blocks.Read("a.docx", Word(rows: false)),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Layouts))]
    public void The_header_is_the_same_in_every_layout(string layout)
    {
        var fields = Specimen.FieldsOf(_reader.Read(Makers[layout]()));

        string.Join("; ", Specimen.FieldNames.Where(fields.ContainsKey).Select(name => $"{name} {fields[name]}"))
            .ShouldBe(Expected.ReplaceLineEndings(" "));
    }

    private static Document Text(string[] head, string[] foot) =>
        Blocks.Read("a.txt", string.Join('\n', [.. head, "", _middle[0], _middle[1], "", _middle[2], "", _middle[3], "", .. foot]) + "\n");

    private static string[] Interleaved(string[] left, string[] right, int width) => [.. left.Zip(right, (l, r) => l.PadRight(width) + r)];

    private static string[] Tabbed(string[] left, string[] right) => [.. left.Zip(right, static (l, r) => $"{l}\t{r}")];

    private static string Markdown(bool rows) =>
        $"{MarkdownTable(_headLeft, _headRight, rows)}\n**{_middle[0]}**\n\n**{_middle[1]}**\n\n{_middle[2]}\n\n{_middle[3]}\n\n{MarkdownTable(_footLeft, _footRight, rows)}";

    private static string MarkdownTable(string[] left, string[] right, bool rows)
    {
        IEnumerable<string> lines = rows ? left.Zip(right, static (l, r) => $"| {l} | **{r}** |\n") : [$"| {string.Join("<br>", left)} | {string.Join("<br>", right)} |\n"];
        return $"{lines.First()}|---|---|\n{string.Concat(lines.Skip(1))}";
    }

    private static string Html(bool rows) =>
        $"<html><body>{HtmlTable(_headLeft, _headRight, rows)}{string.Concat(_middle.Select(static line => $"<p>{WebUtility.HtmlEncode(line)}</p>"))}{HtmlTable(_footLeft, _footRight, rows)}</body></html>";

    private static string HtmlTable(string[] left, string[] right, bool rows) => rows
        ? $"<table>{string.Concat(left.Zip(right, static (l, r) => $"<tr><td>{l}</td><td><b>{r}</b></td></tr>"))}</table>"
        : $"<table><tr><td>{string.Join("<br>", left)}</td><td>{string.Concat(right.Select(static r => $"<p>{r}</p>"))}</td></tr></table>";

    private static byte[] Word(bool rows)
    {
        using MemoryStream stream = new();
        using (WordprocessingDocument package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            package.AddMainDocumentPart().Document = new DocumentFormat.OpenXml.Wordprocessing.Document(new Body(
                [WordTable(_headLeft, _headRight, rows), .. _middle.Select(Paragraph), WordTable(_footLeft, _footRight, rows), new Paragraph()]));
        }

        return stream.ToArray();
    }

    private static Table WordTable(string[] left, string[] right, bool rows) => new(rows
        ? left.Zip(right, static (l, r) => new TableRow(Cell(l), Cell(r)))
        : [new TableRow(Cell(left), Cell(right))]);

    private static TableCell Cell(params string[] lines) => new(lines.Select(Paragraph));

    private static Paragraph Paragraph(string line) => new(new Run(new DocumentFormat.OpenXml.Wordprocessing.Text(line)));
}

using System.Net;
using System.Net.Sockets;
using System.Text;
using BienNien.Converting.Programs;
using BienNien.Reading;
using BienNien.Text;
using Shouldly;

namespace BienNien.Apps.Tests.Converting;

/// <summary>Files of older and other offices, by way of LibreOffice.</summary>
public sealed class OfficeTests
{
    [NeedsTheory("soffice")]
    [InlineData("doc")]
    [InlineData("rtf")]
    [InlineData("odt")]
    public void A_report_says_the_same_in_every_format(string format)
    {
        // By way of RTF: from a web page LibreOffice would make a document of its web layout.
        Document document = Machine.Read($"Báo cáo {format}.{format}", Machine.Convert(Machine.Convert(Papers.Report, Filter("rtf")), "page.rtf", Filter(format)));

        document.Name.ShouldBe($"Báo cáo {format}.{format}");
        Machine.Words(document.Text).Order(StringComparer.Ordinal).ShouldBe(Machine.Words(Papers.ReportText).Order(StringComparer.Ordinal));
        document.Blocks.Count(static block => block.Kind == BlockKind.TableCell).ShouldBeGreaterThanOrEqualTo(16);
        document.Blocks.Where(static block => block.Cell is { Row: 3 }).Select(block => document.Surface(block.Span)).ShouldBe(["3", "Trường phổ thông cấp hai", "58", "1.160"]);
    }

    [NeedsFact("soffice")]
    public void A_file_is_read_as_what_it_is_whatever_its_name_says()
    {
        byte[] rtf = Machine.Convert(Papers.Report, Filter("rtf"));
        byte[] doc = Machine.Convert(Papers.Report, Filter("doc"));
        byte[] page = Encoding.UTF8.GetBytes(Papers.Report);

        Machine.Read("thật ra là rtf.doc", rtf).Text.ShouldContain("làng Nà Mùi");
        Machine.Read("thật ra là doc.docx", doc).Text.ShouldContain("làng Nà Mùi");
        Machine.Read("thật ra là html.doc", page).Text.ShouldContain("làng Nà Mùi");
        Machine.Read("thật ra là chữ.doc", "Năm 1931, làng Nà Mùi lập nhóm đọc sách."u8.ToArray()).Text.ShouldBe("Năm 1931, làng Nà Mùi lập nhóm đọc sách.");
    }

    [NeedsFact("soffice")]
    public void What_is_no_document_or_locked_is_told_as_such()
    {
        byte[] garbage = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Noise(8000)];

        Machine.Refuse("rác.doc", Noise(5000)).Code.ShouldBe(ProblemCode.Damaged);
        Machine.Refuse("rác ole.doc", garbage).Code.ShouldBe(ProblemCode.Damaged);
        byte[] cut = Machine.Convert(Papers.Report, Filter("doc"))[..6000];
        Machine.Refuse("cắt.doc", cut).Code.ShouldBeOneOf(ProblemCode.ProgramFailed, ProblemCode.Empty, ProblemCode.Damaged);
        byte[] locked = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], 0xEC, 0xA5, .. new byte[9], 0x01, .. new byte[500]];
        Machine.Refuse("khóa.doc", locked).Code.ShouldBe(ProblemCode.Protected);
        Machine.Refuse("a.rtf", "{\\rtf1 a}"u8.ToArray(), programs: new ProgramFinder([])).ShouldBe(new ReadResult.Unreadable(ProblemCode.ProgramMissing, 0, "LibreOffice"));
    }

    [NeedsFact("soffice")]
    public async Task Nothing_that_a_document_names_on_the_network_is_asked_for()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        int calls = 0;
        using CancellationTokenSource stop = new();
        Task listening = Task.Run(async () =>
        {
            while (true)
            {
                using TcpClient client = await listener.AcceptTcpClientAsync(stop.Token);
                Interlocked.Increment(ref calls);
            }
        });

        string rtf = $$$"""{\rtf1\ansi Truoc {\field{\*\fldinst INCLUDEPICTURE "http://127.0.0.1:{{{port}}}/a.png" \\d}{\fldrslt anh}} {\field{\*\fldinst INCLUDETEXT "http://127.0.0.1:{{{port}}}/b.rtf"}{\fldrslt chu}} sau.}""";
        Machine.Read("liên kết.rtf", Encoding.ASCII.GetBytes(rtf)).Text.ShouldContain("Truoc");
        Machine.Read("liên kết.odt", LinkedOdt(port)).Text.ShouldContain("Nội dung của bài");

        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => listening);
        calls.ShouldBe(0);
    }

    [NeedsFact("soffice")]
    public void Many_files_at_once_do_not_disturb_each_other()
    {
        byte[] doc = Machine.Convert("<p>Năm 1931, làng Nà Mùi lập nhóm đọc sách.</p>", Filter("doc"));
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => Machine.Read($"{i}.doc", doc).Text.ShouldBe("Năm 1931, làng Nà Mùi lập nhóm đọc sách."));
    }

    private static string Filter(string format) => format switch { "doc" => "doc:MS Word 97", "rtf" => "rtf:Rich Text Format", _ => "odt:writer8" };

    private static byte[] Noise(int length)
    {
        byte[] bytes = new byte[length];
        new Random(20_260_401).NextBytes(bytes);
        return bytes;
    }

    // A section and a picture that lie elsewhere: both would be fetched when the file is opened.
    private static byte[] LinkedOdt(int port)
    {
        using MemoryStream file = new();
        using (System.IO.Compression.ZipArchive archive = new(file, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(archive, "mimetype", "application/vnd.oasis.opendocument.text", System.IO.Compression.CompressionLevel.NoCompression);
            Put(archive, "META-INF/manifest.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>
                """);
            Put(archive, "content.xml", $"""
                <?xml version="1.0" encoding="UTF-8"?>
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"><office:body><office:text>
                <text:p>Nội dung của bài<draw:frame svg:width="2cm" svg:height="2cm" text:anchor-type="as-char"><draw:image xlink:href="http://127.0.0.1:{port}/a.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>
                <text:section text:name="S1"><text:section-source xlink:href="http://127.0.0.1:{port}/b.odt" xlink:type="simple"/><text:p>cũ</text:p></text:section>
                </office:text></office:body></office:document-content>
                """);
        }

        return file.ToArray();
    }

    private static void Put(System.IO.Compression.ZipArchive archive, string name, string text, System.IO.Compression.CompressionLevel level = System.IO.Compression.CompressionLevel.Optimal)
    {
        using Stream entry = archive.CreateEntry(name, level).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }
}

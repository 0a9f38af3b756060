using BienNien.Finding;
using BienNien.Keeping;
using BienNien.Keeping.Building;
using BienNien.Keeping.Files;
using BienNien.Reading;
using BienNien.Reading.Papers;
using Shouldly;

namespace BienNien.Apps.Tests.Keeping;

/// <summary>A paper's own header is kept with it, part by part and place by place.</summary>
public sealed class PaperTests : IDisposable
{
    private const string Letter = """
        UBND HUYỆN LỘC BÌNH            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        PHÒNG NỘI VỤ                      Độc lập - Tự do - Hạnh phúc
        Số:      /NV-LT                Lộc Bình, ngày 04 tháng 6 năm 2009
        V/v giao nộp tài liệu
        về hai xã cũ

        Kính gửi: Văn phòng UBND huyện.

        Phòng Nội vụ đề nghị Văn phòng giao nộp sổ họp các năm 1958 - 1961.

        Nơi nhận:                      KT. TRƯỞNG PHÒNG
        - Như trên;                    PHÓ TRƯỞNG PHÒNG
        - Lưu.                         Vi Thị Nhung
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_read_of_a_header_comes_back()
    {
        Engine engine = Engine.Create();
        File.WriteAllText(_folder["thu.txt"], Letter);
        File.WriteAllText(_folder["ke.txt"], "Chuyện bên bến nước\n\nHôm ấy trời nắng, không ai ra đồng.\n");
        using Library library = Library.Open(_folder["a.db"]);
        await new Builder(library, new DiskFileSystem(), engine.Reader, () => engine).BuildAsync([_folder["thu.txt"], _folder["ke.txt"]], new BuildOptions(1, ReadOptions.Default));

        DocumentRow[] rows = [.. library.Documents()];

        rows.Select(static row => row.Paper is null).ShouldBe([true, false]);
        PaperHeader paper = rows[1].Paper!;
        DocumentContent content = library.Document(rows[1].Id)!;
        PaperHeader read = engine.PaperHeaders.Read(engine.Reader.Read("thu.txt", File.ReadAllBytes(_folder["thu.txt"]), ReadOptions.Default).ShouldBeOfType<ReadResult.Read>().Document)!;
        Json(paper).ShouldBe(Json(read));
        (paper.Kind, paper.Number, paper.Symbol!.Value, paper.Signer!.Modes.Single()).ShouldBe((PaperKind.OfficialLetter, null, "NV-LT", SigningMode.Deputising));
        rows[1].Title.ShouldBe("V/v giao nộp tài liệu về hai xã cũ");
        content.Text[paper.Issuer!.Span.Start..paper.Issuer.Span.End].ShouldBe("PHÒNG NỘI VỤ");
    }

    private static string Json(PaperHeader header)
    {
        using MemoryStream stream = new();
        using (System.Text.Json.Utf8JsonWriter json = new(stream, MentionJson.WriterOptions))
        {
            json.WriteStartObject();
            PaperHeaderJson.WriteProperties(json, header);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}

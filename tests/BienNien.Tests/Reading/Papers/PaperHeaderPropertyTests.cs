using System.Collections.Immutable;
using BienNien.Reading.Papers;
using BienNien.Tests.Properties;
using BienNien.Text;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace BienNien.Tests.Reading.Papers;

public sealed class PaperHeaderPropertyTests
{
    private static readonly PaperHeaderReader _reader = PaperHeaderReader.Create();
    private static readonly ImmutableArray<Specimen> _all = [.. Specimen.All("specimens"), .. Specimen.All("held-out"), .. Specimen.All("held-out-later")];
    private static readonly ImmutableArray<Specimen> _signed = [.. _all.Where(static one => one.Fields.ContainsKey("signer") && one.FileName.EndsWith(".txt", StringComparison.Ordinal))];

    [Fact]
    public void Parts_lie_in_the_text_and_say_what_stands_there() => Seeded.Check(AnyText(), 300, static text =>
    {
        Document document = EngineFixture.Read(text);
        return Specimen.Parts(_reader.Read(document)).All(named =>
            named.Part is not { } part
            || (part.Parts.All(span => span.Length > 0 && span.Start >= 0 && span.End <= document.Text.Length)
                && part.Parts.Zip(part.Parts.Skip(1)).All(static pair => pair.First.End <= pair.Second.Start)
                && (named.Name == "date" || Words(string.Join(' ', part.Parts.Select(document.Surface))) == Words(part.Value))));
    });

    [Fact]
    public void What_stands_behind_the_signature_changes_nothing() => Seeded.Check(
        from paper in Gen.Elements<Specimen>(_signed)
        from tail in Gen.Elements(
            "\n\nSau đây là phần ghi thêm của người lưu trữ, không thuộc văn bản.\n",
            "\n\nPHỤ LỤC I\nDANH SÁCH CÁC XÃ\n(Kèm theo văn bản trên)\n\n1. Xã An Lạc\n2. Xã Bình Thuận\n",
            "\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nBÁO CÁO\nvề việc khác\n\nNơi nhận:\n- Như trên.\nCHỦ TỊCH\nLê Văn Khác\n")
        from times in Gen.Choose(1, 30)
        select (paper, Tail: string.Concat(Enumerable.Repeat(tail, times))),
        120,
        static pair => Draw(_reader.Read(EngineFixture.Read(pair.paper.Text + pair.Tail))) == Draw(_reader.Read(EngineFixture.Read(pair.paper.Text))));

    [Fact]
    public void A_paper_without_its_head_and_foot_has_no_header()
    {
        foreach (Specimen specimen in _signed)
        {
            Document document = specimen.Read();
            PaperHeader header = _reader.Read(document).ShouldNotBeNull();
            int from = Specimen.Parts(header).Where(static named => named.Name is "title" or "type" or "date" or "number" or "addressees" or "enclosure" or "handling" or "urgency")
                .Select(static named => named.Part?.Span.End ?? 0).Where(end => end < document.Text.Length / 2).Max();
            int to = Specimen.Parts(header).Where(static named => named.Name is "recipients" or "signer" or "office" or "form")
                .Select(static named => named.Part?.Span.Start ?? int.MaxValue).Min();
            string body = document.Text[from..document.Text.LastIndexOf('\n', to)];

            PaperHeader? left = _reader.Read(EngineFixture.Read(body));

            (left?.Issuer, left?.Number, left?.Symbol, left?.Signer, left?.Date).ShouldBe((null, null, null, null, null), specimen.Name);
        }
    }

    [Fact]
    public void Only_head_and_foot_of_a_huge_text_are_looked_at()
    {
        string line = string.Concat(Enumerable.Repeat("BÁO CÁO Số: 12/BC-UBND ngày    tháng 5 ", 270_000));
        string lines = string.Concat(Enumerable.Repeat("Số: 1/QĐ\n\n", 1_000_000));
        foreach (string text in (ReadOnlySpan<string>)[line, lines, "UBND TỈNH X\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n" + lines])
        {
            // What stands beyond the reach of the header changes nothing.
            Draw(_reader.Read(EngineFixture.Read(text))).ShouldBe(Draw(_reader.Read(EngineFixture.Read(text[..200_000]))));
        }
    }

    private static Gen<string> AnyText()
    {
        string[] pieces =
        [
            "UBND TỈNH HÀ NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 12/BC-UBND", "Số      /KH",
            "Hà Nam, ngày    tháng 5 năm 2020", "BÁO CÁO", "về việc đắp đê", "(Kèm theo Quyết định số 5", "của tỉnh)", "Kính gửi:", "- Như trên;", "Nơi nhận:", "TM. ỦY BAN",
            "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Đại tá Lê Văn Án", "(đã ký)", "V/v", "số", "ngày", "MẬT", "**", "<br>", "|", "Căn cứ Luật.", "*", "-----", "tháng 13 năm 9999", "e\u0301", "😀",
        ];
        return from parts in Gen.Elements(pieces).ListOf()
               from joints in Gen.Elements("\n", "\n\n", " ", "\t", "      ", " | ").ListOf(parts.Count)
               select string.Concat(parts.Zip(joints, static (part, joint) => part + joint)) + "a";
    }

    private static string Words(string text) => string.Join(' ', text.Replace("*", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Draw(PaperHeader? header) =>
        string.Join('\n', Specimen.FieldsOf(header).OrderBy(static field => field.Key, StringComparer.Ordinal).Select(static field => $"{field.Key}: {field.Value}"));
}

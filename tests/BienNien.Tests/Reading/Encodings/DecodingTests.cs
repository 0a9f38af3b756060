using System.Text;
using BienNien.Reading;
using BienNien.Tests.Properties;
using BienNien.Text;
using FsCheck.Fluent;
using Shouldly;

namespace BienNien.Tests.Reading.Encodings;

/// <summary>Text written in an encoding, read in it.</summary>
public sealed class DecodingTests
{
    private static readonly DocumentReader _reader = DocumentReader.Create();

    public static TheoryData<TextEncoding> Encodings() => [.. Enum.GetValues<TextEncoding>()];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_letter_comes_back(TextEncoding encoding)
    {
        LegacyEncoder.Letters.Length.ShouldBe(134);
        foreach (string letter in LegacyEncoder.Letters)
        {
            Read($"({letter})", encoding).ShouldBe($"({letter})");
        }
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Any_text_of_Vietnamese_letters_comes_back(TextEncoding encoding) => Seeded.Check(
        Gen.Elements<string>([.. LegacyEncoder.Letters, "a", "O", "y", "n", "T", "1", " ", "\n", "-", "“", "”"]).NonEmptyListOf().Select(static letters => "x" + string.Concat(letters)),
        500,
        text => Unmistakable(text, encoding) is var clear && Read(clear, encoding) == clear);

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Passages_come_back_in_both_styles_of_tone_marks(TextEncoding encoding)
    {
        foreach (string passage in Passages.All.Select(text => LegacyEncoder.Typed(text, encoding)))
        {
            string other = passage.Replace("oà", "òa", StringComparison.Ordinal).Replace("oả", "ỏa", StringComparison.Ordinal).Replace("uỵ", "ụy", StringComparison.Ordinal);
            Read(passage, encoding).ShouldBe(passage);
            Read(other, encoding).ShouldBe(other);
        }
    }

    [Theory]
    [InlineData(TextEncoding.Viscii, "VISCII")]
    [InlineData(TextEncoding.Tcvn3, "TCVN")]
    public void Known_words_have_known_bytes(TextEncoding encoding, string name)
    {
        byte[] bytes = encoding == TextEncoding.Viscii ? [0x43, 0xB5, 0x6E, 0x67, 0x20, 0x68, 0xF2, 0x61] : [0x43, 0xE9, 0x6E, 0x67, 0x20, 0x68, 0xDF, 0x61];

        Read(bytes, encoding).ShouldBe("Cộng hòa", name);
    }

    [Theory]
    [InlineData(TextEncoding.VniWindows, "Coäng hoøa xaõ hoäi chuû nghóa, Ñöôøng ÑÖÔØNG kyõ ÔÛ", "Cộng hòa xã hội chủ nghĩa, Đường ĐƯỜNG kỹ Ở")]
    [InlineData(TextEncoding.Tcvn3, "Céng hßa x· héi chñ nghÜa, §­êng", "Cộng hòa xã hội chủ nghĩa, Đường")]
    [InlineData(TextEncoding.Windows1258, "Hô\u00F2i tiê\u00ECn, ð\u00FDõ\u00CCng", "Hội tiến, đường")]
    public void What_programs_of_the_time_wrote_is_read(TextEncoding encoding, string latin, string text) =>
        Read(Encoding.Latin1.GetBytes(latin), encoding).ShouldBe(text);

    [Theory]
    [InlineData("TỈNH UỶ VÀ Ở ĐÂY, số 5; Đề án của ủy ban.", "TỈNH UỶ VÀ Ở ĐÂY, số 5; Đề án của ủy ban.")]
    [InlineData("ĐỀ CƯƠNG\nSố: 27/ĐC-TTN, tổ UBND. Tổ 3", "ĐỀ CƯƠNG\nSố: 27/ĐC-TTN, tổ UBND. Tổ 3")]
    [InlineData("TRƯỚC, TỪ ĐÓ. ĐỂ LÀM “Ý”\nỞ Ý", "TRƯỚC, TỪ ĐÓ. ĐỂ LÀM “Ý”\nở ý")]
    [InlineData("Ất Dậu, Ở ĐÂY", "ất Dậu, ở ĐÂY")]
    public void Small_letters_of_Tcvn3_among_capitals_are_capitals(string written, string read) =>
        Read(LegacyEncoder.Encode(written, TextEncoding.Tcvn3, capitalFont: true), TextEncoding.Tcvn3).ShouldBe(read);

    [Fact]
    public void Marks_of_the_wrong_case_still_make_VNI_letters() =>
        Read(Encoding.Latin1.GetBytes("Aùnh"), TextEncoding.VniWindows).ShouldBe("Ánh");

    [Theory]
    [InlineData(TextEncoding.Utf16LittleEndian)]
    [InlineData(TextEncoding.Utf16BigEndian)]
    public void Utf16_is_told_by_its_mark_or_by_its_bytes(TextEncoding encoding)
    {
        foreach (string passage in Passages.All)
        {
            Document bare = Blocks.Read("a.txt", LegacyEncoder.Encode(passage, encoding));
            bare.Text.ShouldBe(passage);
            bare.Encoding!.Value.Encoding.ShouldBe(encoding);

            Document marked = Blocks.Read("a.txt", LegacyEncoder.Encode("\uFEFF" + passage, encoding));
            marked.Text.ShouldBe(passage);
            marked.Encoding.ShouldBe(new SourceEncoding(encoding, 1));
        }
    }

    [Fact]
    public void Places_lead_to_the_characters_of_the_encoding()
    {
        // Windows-1258 writes the tone as a character of its own; VNI makes one letter of two bytes.
        Document apart = Blocks.Read("a.txt", LegacyEncoder.Encode("Huyện Hạ Lang đổi tên, huyện lỵ vẫn ở chợ cũ.", TextEncoding.Windows1258));
        Document together = Blocks.Read("a.txt", LegacyEncoder.Encode("Huyện Hạ Lang đổi tên, huyện lỵ vẫn ở chợ cũ.", TextEncoding.VniWindows));

        apart.SourceMap.ToSource(apart.Text.IndexOf("Lang", StringComparison.Ordinal)).ShouldBe("Huyê.n Ha. ".Length);
        together.SourceMap.ToSource(together.Text.IndexOf("Lang", StringComparison.Ordinal)).ShouldBe("Huyện Hạ ".Length);
    }

    [Theory]
    [InlineData(TextEncoding.Utf16LittleEndian, new byte[] { 0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8 }, ProblemCode.Damaged)]
    [InlineData(TextEncoding.Utf16LittleEndian, new byte[] { 0xFF, 0xFE, 0x41, 0x00, 0x01, 0x00 }, ProblemCode.NotText)]
    [InlineData(TextEncoding.Utf8, new byte[] { 0x41, 0xE9, 0x6E }, ProblemCode.NotUtf8)]
    [InlineData(TextEncoding.Tcvn3, new byte[] { 0x41, 0x02, 0x6E }, ProblemCode.NotText)]
    public void What_the_encoding_given_cannot_read_is_a_problem(TextEncoding encoding, byte[] bytes, ProblemCode code) =>
        _reader.Read("a.txt", bytes, ReadOptions.Default with { Encoding = encoding }).ShouldBeOfType<ReadResult.Unreadable>().Code.ShouldBe(code);

    private static string Read(string text, TextEncoding encoding) => Read(LegacyEncoder.Encode(text, encoding), encoding);

    private static string Read(byte[] bytes, TextEncoding encoding)
    {
        Document document = _reader.Read("a.txt", bytes, ReadOptions.Default with { Encoding = encoding }).ShouldBeOfType<ReadResult.Read>().Document;
        document.Encoding.ShouldBe(new SourceEncoding(encoding, 1, IsGiven: true));
        return document.Text;
    }

    /// <summary>
    /// In VNI a letter of one byte after a vowel may be its mark (o with ô: no text has that): they are set apart.
    /// In TCVN3 a small letter among capitals may stand for one: not in a text that has a capital with a tone.
    /// </summary>
    private static string Unmistakable(string text, TextEncoding encoding) => encoding switch
    {
        TextEncoding.VniWindows => string.Concat(text.Select(static c => $"{c}n")),
        TextEncoding.Tcvn3 => $"{text}\nỞ",
        _ => LegacyEncoder.Typed(text, encoding),
    };
}

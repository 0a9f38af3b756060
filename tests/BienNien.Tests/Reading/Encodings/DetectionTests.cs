using System.Globalization;
using System.Text;
using BienNien.Reading;
using BienNien.Text;
using Shouldly;
using Xunit.Abstractions;

namespace BienNien.Tests.Reading.Encodings;

/// <summary>Which encoding a text without a mark is found to be in.</summary>
public sealed class DetectionTests(ITestOutputHelper output)
{
    private static readonly DocumentReader _reader = DocumentReader.Create();

    [Theory]
    [InlineData("line", 0.9)]
    [InlineData("paragraph", 1)]
    [InlineData("page", 1)]
    public void Passages_are_found_in_their_encoding(string length, double floor)
    {
        Dictionary<(string Written, string Found), int> table = [];
        int right = 0;
        int same = 0;
        int count = 0;
        foreach (TextEncoding encoding in LegacyEncoder.Legacy)
        {
            for (int i = 0; i < Passages.All.Length; i++)
            {
                string text = LegacyEncoder.Typed(Text(i, length), encoding);
                Document? document = (_reader.Read("a.txt", LegacyEncoder.Encode(text, encoding), ReadOptions.Default) as ReadResult.Read)?.Document;
                (string, string) cell = (encoding.Name(), document?.Encoding?.Encoding.Name() ?? "none");
                if (document?.Text != text)
                {
                    output.WriteLine($"{encoding}, {document?.Encoding}: {document?.Text}");
                }

                table[cell] = table.GetValueOrDefault(cell) + 1;
                right += document?.Encoding?.Encoding == encoding ? 1 : 0;
                same += document?.Text == text ? 1 : 0;
                count++;
            }
        }

        foreach (((string written, string found), int times) in table.OrderBy(static one => one.Key))
        {
            output.WriteLine($"{written} → {found}: {times}");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{length}: encoding {right}/{count}, text {same}/{count}"));
        ((double)same / count).ShouldBeGreaterThanOrEqualTo(floor);
    }

    [Theory]
    [InlineData("Le résident supérieur a visité la province; les élèves de l'école française étaient présents à la fête.")]
    [InlineData("The “old citadel” – café, naïve façade – was rebuilt in 1886.")]
    [InlineData("“Plan” – 1997")]
    public void French_and_English_are_read_as_they_are_and_doubtfully(string text)
    {
        Document document = Blocks.Read("a.txt", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text));

        document.Text.ShouldBe(text);
        document.Encoding!.Value.Encoding.ShouldBe(TextEncoding.Windows1258);
        document.Encoding.Value.Confidence.ShouldBeLessThanOrEqualTo(0.5);
    }

    [Theory]
    [InlineData("1997: 4.215 ha; 102%\n1998: 4.310 ha; 105%")]
    [InlineData("Office of the Resident, 1931")]
    public void Plain_ASCII_is_UTF_8(string text) =>
        Blocks.Read("a.txt", Encoding.ASCII.GetBytes(text)).Encoding.ShouldBe(new SourceEncoding(TextEncoding.Utf8, 1));

    [Theory]
    [InlineData("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐỘC LẬP - TỰ DO - HẠNH PHÚC")]
    [InlineData("Nông Quốc Chấn, Bế Văn Đàn, Hoàng Đình Giong, Phùng Chí Kiên, Lô Giáng Lý")]
    [InlineData("Lũng Đẩy, Phja Đén, Khau Mắt, Nặm Nhũng, Pò Tấu, Keng Phấy")]
    [InlineData("Chiều 5-8, Sliến và Kạn đến Đắk Nông; viên Résident cũ đã về xứ Bắc Kỳ, gửi lại một bức thư viết bằng chữ Pháp: «je suis très fatigué».")]
    public void Capitals_names_and_foreign_words_do_not_mislead(string text)
    {
        foreach (TextEncoding encoding in LegacyEncoder.Legacy)
        {
            byte[] bytes = LegacyEncoder.Encode(LegacyEncoder.Typed(text.Replace("Résident", "Resident", StringComparison.Ordinal).Replace("«je suis très fatigué»", "\"je suis\"", StringComparison.Ordinal), encoding), encoding, capitalFont: true);
            Blocks.Read("a.txt", bytes).Encoding!.Value.Encoding.ShouldBe(encoding, text);
        }
    }

    [Fact]
    public void One_word_alone_settles_nothing() =>
        Blocks.Problem("a.txt", (byte[])[.. "N"u8, 0xE3, .. "m 1936"u8]).Code.ShouldBe(ProblemCode.NotUtf8);

    [Fact]
    public void A_few_bad_bytes_in_UTF_8_are_damage()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Passages.All[1]);
        bytes[120] = 0xFF;
        bytes[180] = 0xC0;

        Blocks.Problem("a.txt", bytes).Code.ShouldBe(ProblemCode.NotUtf8);
    }

    [Fact]
    public void Letters_of_other_scripts_are_refused()
    {
        byte[] japanese = CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes("越南の歴史について、一九四五年の革命。");
        byte[] chinese = CodePagesEncodingProvider.Instance.GetEncoding(936)!.GetBytes("大南寔錄正編，嘉隆元年。");

        Blocks.Problem("a.txt", japanese).Code.ShouldBe(ProblemCode.NotUtf8);
        Blocks.Problem("a.txt", chinese).Code.ShouldBe(ProblemCode.NotUtf8);
    }

    // The first line; the paragraph with it; six passages.
    private static string Text(int passage, string length) => length switch
    {
        "line" => Passages.All[passage][..Passages.All[passage].IndexOf('\n', StringComparison.Ordinal)],
        "paragraph" => Passages.All[passage],
        _ => string.Join("\n\n", Enumerable.Range(passage, 6).Select(static i => Passages.All[i % Passages.All.Length])),
    };
}

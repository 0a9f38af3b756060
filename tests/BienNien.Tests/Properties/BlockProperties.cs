using BienNien.Text;
using FsCheck;
using FsCheck.Fluent;

namespace BienNien.Tests.Properties;

/// <summary>What must hold of the blocks of any text.</summary>
public sealed class BlockProperties
{
    private static readonly string[] _lines =
    [
        "I. TÌNH HÌNH CHUNG", "1. Dân cư", "2.1. Ruộng đất", "a) Thuế chợ", "- Lập kho thóc;", "(1) Sửa đê", "(2) Đào mương(1).", "[1] Sổ của làng.", "¹ Lời kể.", "1 Sổ hương ước.",
        "Năm ấy nước to, đê vỡ ba quãng¹ và làng phải dời lên gò", "ở được hai mùa thì về.", "Dân góp tre, góp gạo[1] suốt mùa.", "Tổng cộng 120", "12", "13", "14", "STT", "Xã", "1990", "1.200", "40,5",
        "Ai về bến cũ đò xưa", "Hỏi con nước lớn đã vừa lòng sông", "> Lời người xưa dặn", "Bảng 2. Số hộ", "[bookmark: _GoBack]Đầu trang", "PAGE \\* MERGEFORMAT", "*", "-----", "LÀNG VEN SÔNG", "Chương II",
        "Điều 3. Kho thóc", "Nội dung I: Mở đầu", "# Tựa", "<sup>1</sup> Theo bia.", "Kho thóc1 đầy.", "“Thóc đến tay người đói, ai cũng được phần, không ai phải đi xa mà xin ăn nữa”.", "Việc kể rằng:",
    ];

    private static readonly string[] _words =
        ["làng", "sông", "đê", "thóc", "mùa", "nước", "người", "dân", "về", "qua", "bến", "đò", "gò", "xóm", "chợ", "thuyền", "lũ", "đắp", "giữ", "cùng", "lại", "được", "nhiều", "hơn", "trước"];

    private static Gen<string> Documents =>
        Gen.Elements(_lines).SelectMany(line => Gen.Elements("\n", "\n", "\n\n", "\n\n\n\n", "\n\f", "\r\n").Select(end => line + end)).NonEmptyListOf().Select(string.Concat);

    // A sentence of small words: 6 to 24 of them.
    private static Gen<string> Sentences =>
        Gen.Choose(6, 24).SelectMany(count => Gen.Elements(_words).ListOf(count)).Select(static words => char.ToUpperInvariant(words[0][0]) + string.Join(' ', words)[1..] + ".");

    private static Gen<string[]> Paragraphs =>
        Gen.Choose(6, 12).SelectMany(count => Gen.Choose(3, 8).SelectMany(sentences => Sentences.ListOf(sentences)).Select(static all => string.Join(' ', all)).ListOf(count)).Select(static all => all.ToArray());

    [Fact]
    public void Every_character_that_is_printed_lies_in_one_block() => Seeded.Check(Documents, 400, static text =>
    {
        Document document = EngineFixture.Read(text);
        int[] covers = new int[document.Text.Length];
        foreach (TextSpan part in document.Blocks.SelectMany(static block => block.Parts))
        {
            for (int i = part.Start; i < part.End; i++)
            {
                covers[i]++;
            }
        }

        return Enumerable.Range(0, covers.Length).All(i => covers[i] == 1 || (covers[i] == 0 && char.IsWhiteSpace(document.Text[i])));
    });

    [Fact]
    public void Blocks_stand_in_order_and_so_do_their_parts() => Seeded.Check(Documents, 400, static text =>
    {
        Document document = EngineFixture.Read(text);
        return document.Blocks.Zip(document.Blocks.Skip(1)).All(static pair => pair.First.Parts[0].Start < pair.Second.Parts[0].Start)
            && document.Blocks.All(static block => block.Parts.Zip(block.Parts.Skip(1)).All(static pair => pair.First.End <= pair.Second.Start));
    });

    [Fact]
    public void A_mark_of_a_note_stands_in_the_text_and_leads_to_a_note() => Seeded.Check(Documents, 400, static text =>
    {
        Document document = EngineFixture.Read(text);
        return document.Notes.All(link => document.Blocks[link.Note].Kind == BlockKind.Footnote
            && document.Blocks.Any(block => block.Kind.IsSaid() && block.Kind != BlockKind.Footnote && block.Parts.Any(part => part.Contains(link.Mark))));
    });

    [Fact]
    public void Wrapped_lines_give_the_paragraphs_that_were_wrapped() => Seeded.Check(
        Paragraphs.SelectMany(paragraphs => Gen.Choose(60, 100).Select(width => (paragraphs, width))), 200, static value =>
        Said(string.Join("\n\n", value.paragraphs.Select(paragraph => string.Join('\n', Wrap(paragraph, value.width))))).SequenceEqual(value.paragraphs));

    private static IEnumerable<string> Said(string text)
    {
        Document document = EngineFixture.Read(text);
        return document.Blocks.Where(static block => block.Kind == BlockKind.Paragraph)
            .Select(block => string.Join(' ', block.Parts.Select(document.Surface)).ReplaceLineEndings(" "));
    }

    private static string[] Wrap(string paragraph, int width)
    {
        List<string> lines = [""];
        foreach (string word in paragraph.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > width)
            {
                lines.Add("");
            }

            lines[^1] += (lines[^1].Length > 0 ? " " : "") + word;
        }

        return [.. lines];
    }
}

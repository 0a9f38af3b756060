using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace BienNien.Tests.Checking.Form;

/// <summary>A paper whose form is right, and what is changed in it: <c>state | motto size 15</c>.</summary>
/// <remarks>A value of <c>?</c> leaves the property out of the file.</remarks>
public sealed class SpecimenPaper
{
    private const decimal TwipsPerMillimetre = 1440 / 25.4m;

    private static readonly ImmutableDictionary<string, string> _both = Of("""
        page width 210
        page height 297
        page break no
        page-number place header
        page-number alignment center
        page-number size 14
        page-number first hidden
        rule drawn yes
        issuer bold yes
        heading bold yes
        date italic yes
        type bold yes
        type alignment center
        title bold yes
        title alignment center
        body alignment both
        body first-line 10
        body before 6
        body after 0
        name bold yes
        """);

    private static readonly ImmutableDictionary<string, string> _state = _both.SetItems(Of("""
        margin top 20
        margin bottom 20
        margin left 30
        margin right 20
        above text UBND HUYỆN ĐỒI CHÈ
        above size 13
        issuer text PHÒNG VĂN HÓA VÀ THÔNG TIN
        issuer size 13
        number text Số: 15/TB-VHTT
        number size 13
        heading text CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        heading size 12
        motto text Độc lập - Tự do - Hạnh phúc
        motto size 13
        motto bold yes
        date text Đồi Chè, ngày 15 tháng 4 năm 2024
        date size 13
        type text THÔNG BÁO
        type size 14
        title text Về việc thu gom sách báo cũ tại thư viện
        title size 14
        body size 14
        body line 1.2
        recipients-label size 12
        recipients-label bold yes
        recipients-label italic yes
        recipients text - Như trên;/- Lưu: VT.
        recipients size 11
        authority text KT. TRƯỞNG PHÒNG
        authority size 14
        authority bold yes
        office text PHÓ TRƯỞNG PHÒNG
        office size 14
        office bold yes
        name text Lò Thị Mây Thu
        name size 14
        """));

    private static readonly ImmutableDictionary<string, string> _party = _both.SetItems(Of("""
        margin top 20
        margin bottom 20
        margin left 30
        margin right 15
        above text ĐẢNG BỘ TỈNH BẾN NGÀ
        above size 14
        issuer text HUYỆN ỦY GÒ MÂY
        issuer size 14
        star text *
        star size 14
        number text Số 46-BC/HU
        number size 14
        heading text ĐẢNG CỘNG SẢN VIỆT NAM
        heading size 15
        date text Gò Mây, ngày 02 tháng 7 năm 2021
        date size 14
        type text BÁO CÁO
        type size 16
        title text kết quả ghi sổ tay chi bộ sáu tháng đầu năm
        title size 14
        hyphens text -----
        hyphens size 14
        hyphens alignment center
        body size 14
        body exactly 18
        recipients-label size 14
        recipients text - Các chi bộ trực thuộc,/- Lưu Văn phòng Huyện ủy.
        recipients size 12
        authority text T/M BAN THƯỜNG VỤ
        authority size 14
        authority bold yes
        office text PHÓ BÍ THƯ
        office size 14
        name text Đinh Công Sáng
        name size 14
        """));

    private static readonly string[] _stateBody =
    [
        "Thư viện huyện nhận sách báo cũ của các gia đình trong huyện, từ ngày 20 tháng 4 đến hết ngày 30 tháng 6 năm 2024, tại phòng đọc tầng một.",
        "Mỗi cuốn kèm một tờ ghi tên người tặng, năm in và nơi cuốn sách đã được giữ, để thư viện vào sổ và trả lời khi có người hỏi về sau.",
        "Các xã, thị trấn phổ biến thông báo này trên loa truyền thanh và cử một cán bộ giúp các gia đình ở xa chuyển sách về thư viện.",
    ];

    private static readonly string[] _partyBody =
    [
        "Trong sáu tháng đầu năm, các chi bộ trong huyện đã mở sổ tay ghi việc làm hằng tuần, có chữ ký của bí thư chi bộ và của người ghi.",
        "Việc ghi chép sổ sách ở chi bộ vùng cao còn chậm, vì giấy bút thiếu và người ghi phải đi xa mới gặp được đủ các tổ đảng.",
        "Trong sáu tháng cuối năm, Huyện ủy cử cán bộ xuống giúp các chi bộ vùng cao và cấp giấy bút cho từng tổ đảng trước mùa mưa.",
    ];

    private readonly ImmutableDictionary<string, string> _values;
    private readonly bool _isParty;

    private SpecimenPaper(bool isParty, ImmutableDictionary<string, string> values) => (_isParty, _values) = (isParty, values);

    /// <summary>Reads <c>state | motto size 15 | body alignment left</c>.</summary>
    public static SpecimenPaper Parse(IEnumerable<string> cells)
    {
        string[] parts = [.. cells];
        bool isParty = parts[0] switch { "party" => true, "state" => false, _ => throw new InvalidDataException($"«{parts[0]}» is no specimen: state, party.") };
        ImmutableDictionary<string, string> changes = Of(string.Join('\n', parts.Skip(1)));
        ImmutableDictionary<string, string> right = isParty ? _party : _state;
        right = changes.ContainsKey("body line") || changes.ContainsKey("body exactly") ? right.RemoveRange(["body line", "body exactly"]) : right;
        return new SpecimenPaper(isParty, right.SetItems(changes));
    }

    /// <summary>The file.</summary>
    public byte[] ToWord()
    {
        using MemoryStream stream = new();
        using (WordprocessingDocument file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            MainDocumentPart main = file.AddMainDocumentPart();
            Body body = new();
            main.Document = new Document(body);
            body.Append(Table(HeadLeft(), HeadRight()));
            body.Append(Line("type"), Line("title"));
            body.Append(Lines("hyphens"));
            string[] words = _isParty ? _partyBody : _stateBody;
            body.Append(words.Select((text, i) => BodyLine(text, i)));
            body.Append(Table(FootLeft(), FootRight()));
            body.Append(Section(main));
        }

        return stream.ToArray();
    }

    private static ImmutableDictionary<string, string> Of(string lines) => lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(static line => line.Split(' ', 3))
        .Aggregate(ImmutableDictionary<string, string>.Empty, static (all, words) => all.SetItem(words[0] + " " + words[1], words[2]));

    private static Table Table(IEnumerable<OpenXmlElement> left, IEnumerable<OpenXmlElement> right) =>
        new(new TableRow(new TableCell(left), new TableCell(right)));

    private IEnumerable<OpenXmlElement> HeadLeft() => [.. Lines("above"), .. Lines("issuer"), .. Lines("star"), .. Lines("number")];

    private IEnumerable<OpenXmlElement> HeadRight()
    {
        Paragraph rule = new();
        if (Value("rule drawn") == "yes")
        {
            rule.Append(new ParagraphProperties(new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 6 })));
        }

        return [.. Lines("heading"), .. Lines("motto"), rule, .. Lines("date")];
    }

    private IEnumerable<OpenXmlElement> FootLeft() => [Line("recipients-label", "Nơi nhận:"), .. Value("recipients text")!.Split('/').Select(text => Line("recipients", text))];

    private IEnumerable<OpenXmlElement> FootRight() => [Line("authority"), .. Lines("office"), new Paragraph(), Line("name")];

    private IEnumerable<OpenXmlElement> Lines(string part) => Value(part + " text") is { } text ? [Line(part, text)] : [];

    private Paragraph Line(string part, string? text = null)
    {
        ParagraphProperties properties = new();
        if (Value(part + " alignment") is { } alignment)
        {
            properties.Justification = new Justification { Val = new EnumValue<JustificationValues> { InnerText = alignment } };
        }

        return new Paragraph(properties, new Run(Look(part), new WordText(text ?? Value(part + " text")!) { Space = SpaceProcessingModeValues.Preserve }));
    }

    private Paragraph BodyLine(string text, int number)
    {
        Paragraph paragraph = Line("body", text);
        SpacingBetweenLines spacing = new() { After = Twips("body after", 20) };
        if (Value("body before") == "auto")
        {
            spacing.BeforeAutoSpacing = true;
        }
        else
        {
            spacing.Before = Twips("body before", 20);
        }

        if (Value("body exactly") is not null)
        {
            (spacing.Line, spacing.LineRule) = (Twips("body exactly", 20), LineSpacingRuleValues.Exact);
        }

        if (Value("body line") is not null)
        {
            (spacing.Line, spacing.LineRule) = (Twips("body line", 240), LineSpacingRuleValues.Auto);
        }

        paragraph.ParagraphProperties!.SpacingBetweenLines = spacing;
        paragraph.ParagraphProperties.Indentation = new Indentation { FirstLine = Twips("body first-line", TwipsPerMillimetre) };
        Run run = paragraph.GetFirstChild<Run>()!;
        if (Value("body tab") == "yes")
        {
            run.InsertAfter(new TabChar(), run.RunProperties);
        }

        if (number == 1 && Value("page break") == "yes")
        {
            run.InsertAfter(new LastRenderedPageBreak(), run.RunProperties);
        }

        return paragraph;
    }

    private RunProperties Look(string part)
    {
        RunProperties look = new();
        string font = Value(part + " font") ?? "Times New Roman";
        if (font != "?")
        {
            look.RunFonts = new RunFonts { Ascii = font, HighAnsi = font };
        }

        look.Bold = IsOn("bold") ? new Bold() : null;
        look.Italic = IsOn("italic") ? new Italic() : null;
        look.Caps = IsOn("caps") ? new Caps() : null;
        look.Color = Value(part + " colour") is { } colour ? new Color { Val = colour } : null;
        look.FontSize = Value(part + " size") is { } size && size != "?" ? new FontSize { Val = (decimal.Parse(size, CultureInfo.InvariantCulture) * 2).ToString("0", CultureInfo.InvariantCulture) } : null;
        look.Underline = IsOn("underlined") ? new Underline { Val = UnderlineValues.Single } : null;
        return look;

        bool IsOn(string property) => Value($"{part} {property}") == "yes";
    }

    private SectionProperties Section(MainDocumentPart main)
    {
        SectionProperties section = new();
        string place = Value("page-number place")!;
        if (place != "none")
        {
            Paragraph number = Line("page-number", "");
            number.RemoveAllChildren<Run>();
            if (Value("page-number alignment") == "?")
            {
                number.ParagraphProperties!.Justification = null;
                number.Append(new Run(new TabChar()));
            }

            number.Append(
                new Run(Look("page-number"), new FieldChar { FieldCharType = FieldCharValues.Begin }), new Run(Look("page-number"), new FieldCode(" PAGE ")),
                new Run(Look("page-number"), new FieldChar { FieldCharType = FieldCharValues.End }));
            if (place == "header")
            {
                HeaderPart part = main.AddNewPart<HeaderPart>();
                part.Header = new Header(number);
                section.Append(new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(part) });
            }
            else
            {
                FooterPart part = main.AddNewPart<FooterPart>();
                part.Footer = new Footer(number);
                section.Append(new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(part) });
            }
        }

        section.Append(new PageSize { Width = (uint)Twips("page width"), Height = (uint)Twips("page height") });
        section.Append(new PageMargin { Top = Twips("margin top"), Bottom = Twips("margin bottom"), Left = (uint)Twips("margin left"), Right = (uint)Twips("margin right"), Header = 567, Footer = 567, Gutter = 0 });
        if (Value("page-number figures") is { } figures)
        {
            section.Append(new PageNumberType { Format = new EnumValue<NumberFormatValues> { InnerText = figures } });
        }

        if (Value("page-number first") == "hidden")
        {
            section.Append(new TitlePage());
        }

        return section;
    }

    private string? Value(string name) => _values.GetValueOrDefault(name);

    private int Twips(string name) => (int)Math.Round(decimal.Parse(Value(name)!, CultureInfo.InvariantCulture) * TwipsPerMillimetre);

    private string Twips(string name, decimal unit) => Math.Round(decimal.Parse(Value(name)!, CultureInfo.InvariantCulture) * unit).ToString("0", CultureInfo.InvariantCulture);
}

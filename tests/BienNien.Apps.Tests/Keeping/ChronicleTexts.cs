using FsCheck;
using FsCheck.Fluent;

namespace BienNien.Apps.Tests.Keeping;

/// <summary>Small documents that speak of the same few persons, places, days and figures, and agree or do not.</summary>
internal static class ChronicleTexts
{
    private static readonly string[] _persons = ["Lò Văn Thắm", "Lò Văn Thấm", "Vi Đức Hoan", "Nông Thị Mây", "Đinh Quang Lưu", "Vi Đức Hoàn"];
    private static readonly string[] _aliases = ["Thanh Sơn", "Hải Vân", "Lê Bình"];
    private static readonly string[] _communes = ["xã Phúc Lâm", "xã Trung Hà", "xã Phúc Lâm", "huyện Yên Bình"];
    private static readonly string[] _sentences =
    [
        "Ngày {day}/{month}/{year}, chi bộ {commune} được thành lập do ông {person} làm Bí thư.",
        "Ông {person} sinh năm {year} tại {commune}, tỉnh Yên Bái.",
        "Ông {person} (tức {alias}) giữ chức Chủ tịch Ủy ban nhân dân {commune} năm {year}.",
        "Năm {year}, {commune} có {count} hộ dân, trong đó {small} hộ có nhà ngói.",
        "Trong trận đánh đồn Bản Lầu ngày {day} tháng {month} năm {year}, bộ đội diệt {small} tên địch, thu {small} khẩu súng.",
        "Bà {person}, bí danh {alias}, bị bắt ngày {day}/{month}/{year} tại {commune}.",
        "Ngày {day}/{month}/{year}, Tỉnh ủy Yên Bái ban hành Nghị quyết số {small}-NQ/TU về khai hoang, do đồng chí {person} ký.",
        "Sau {year}, dân {commune} góp {count} ngày công đắp đập nước, ông {alias} trông coi.",
    ];

    // Long enough to be a passage of its own.
    private const string Passage =
        "Mùa nước năm ấy con suối lớn dâng ngang sàn nhà, cả bản kéo nhau lên rừng già dựng lán, người khỏe gùi thóc, người yếu bế trẻ, "
        + "ba hôm sau nước rút mới trở về dọn bùn, chia nhau từng ống gạo còn lại và cùng sửa con đường mòn ra chợ; người già kể {small} ngôi nhà bị cuốn trôi.";

    internal static Gen<string> Documents => Sentences.ListOf().Where(static sentences => sentences.Count is > 0 and < 8)
        .Select(static sentences => "BẢN GHI CHÉP\n\n" + string.Join("\n\n", sentences) + "\n");

    private static Gen<string> Sentences => Gen.Frequency(
        (8, Gen.Elements(_sentences).SelectMany(Filled)),
        (2, Filled(Passage)));

    private static Gen<string> Filled(string sentence) =>
        from day in Gen.Choose(1, 2)
        from month in Gen.Choose(8, 9)
        from year in Gen.Choose(1945, 1947)
        from small in Gen.Choose(17, 19)
        from count in Gen.Elements("310", "320", "1.250")
        from person in Gen.Elements(_persons)
        from alias in Gen.Elements(_aliases)
        from commune in Gen.Elements(_communes)
        select sentence.Replace("{day}", $"{day}", StringComparison.Ordinal).Replace("{month}", $"{month}", StringComparison.Ordinal)
            .Replace("{year}", $"{year}", StringComparison.Ordinal).Replace("{small}", $"{small}", StringComparison.Ordinal)
            .Replace("{count}", count, StringComparison.Ordinal).Replace("{person}", person, StringComparison.Ordinal)
            .Replace("{alias}", alias, StringComparison.Ordinal).Replace("{commune}", commune, StringComparison.Ordinal);
}

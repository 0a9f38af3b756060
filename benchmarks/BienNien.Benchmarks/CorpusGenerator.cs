using System.Globalization;
using System.Text;
using BienNien.Knowledge;

namespace BienNien.Benchmarks;

/// <summary>Makes documents of any number from templates: the same seed gives the same bytes.</summary>
/// <remarks>Names, places and figures are drawn from the engine's own tables, so that finders meet hits as often as in real outlines.</remarks>
public sealed class CorpusGenerator
{
    private static readonly string[] _plain =
    [
        "Công tác chuẩn bị được tiến hành trong nhiều tuần, từ việc chọn địa điểm, phân công người phụ trách đến việc lo chỗ ăn ở cho người về dự.",
        "Tài liệu còn giữ được của thời kỳ này rất ít, phần lớn là lời kể của những người trong cuộc được ghi lại về sau.",
        "Đường đi lại khó khăn, phải qua nhiều đèo dốc và suối sâu, nên tin tức từ huyện lên tỉnh thường chậm vài ngày.",
        "Việc sản xuất dần ổn định, chợ phiên họp trở lại, các lớp học buổi tối thu hút cả người già và trẻ em.",
        "Những ý kiến khác nhau về mốc thời gian này được trình bày ở phần phụ lục để người đọc đối chiếu.",
        "Bản đồ kèm theo ghi vị trí các cơ sở cũ, nay nhiều nơi đã thay đổi địa giới và tên gọi.",
        "Theo quy hoạch, khu vực này được chia thành ba tiểu khu, mỗi tiểu khu có một trạm y tế và một trường tiểu học.",
        "Ban biên soạn mong nhận được góp ý của bạn đọc để lần in sau đầy đủ hơn.",
        "Nguồn nước lấy từ con mương cũ, được nạo vét hằng năm vào cuối mùa khô.",
        "Hiện vật được sắp xếp theo chủ đề, có chú thích song ngữ và sơ đồ chỉ dẫn.",
    ];

    private static readonly string[] _dated =
    [
        "Ngày {day}/{month}/{year}, {org} {province} họp tại {commune}, huyện {district}, có hơn {count} đại biểu tham dự, do đồng chí {person} chủ trì.",
        "Tháng {month} năm {year}, chi bộ xã {commune} được thành lập, gồm {small} đảng viên, do {person} làm Bí thư.",
        "Từ năm {year} đến năm {later}, toàn tỉnh đã xây dựng {count} cơ sở, đạt {percent}% kế hoạch, trong đó riêng huyện {district} có {small} cơ sở.",
        "Ngày {day} tháng {month} năm {year}, Ủy ban nhân dân tỉnh {province} ban hành Quyết định số {number}/QĐ-UBND về việc giao {area} ha đất cho xã {commune}.",
        "Đồng chí {person} (tức {alias}) sinh năm {year} tại xã {commune}, huyện {district}, tỉnh {province}; năm {later} được kết nạp vào Đảng.",
        "Giai đoạn {year} - {later}, sản lượng lương thực đạt {big} tấn, tăng {percent}% so với giai đoạn trước.",
        "Sáng {day}/{month}/{year}, bộ đội địa phương phối hợp với dân quân các xã tiến công đồn {commune}, thu {small} súng và {count} viên đạn.",
        "Thực hiện Nghị quyết số {number}-NQ/TU, ngày {day}/{month}/{year} của Tỉnh ủy {province}, các huyện đã huy động {big} ngày công.",
        "Cuối thế kỷ XIX, vùng {district} thuộc {province}; đầu năm {year} mới đặt xã {commune}.",
        "Kỷ niệm {age} năm ngày thành lập ({day}/{month}/{year} - {day}/{month}/{later}), xã {commune} khánh thành nhà truyền thống rộng {area} m2.",
    ];

    private static readonly string[] _orgs = ["Ban Chấp hành Đảng bộ tỉnh", "Hội Nông dân tỉnh", "Tỉnh đoàn", "Ban Thường vụ Tỉnh ủy", "Hội Liên hiệp Phụ nữ tỉnh"];
    private static readonly string[] _words = [.. _plain.SelectMany(static sentence => sentence.ToLowerInvariant().Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries)).Distinct()];
    private readonly Random _random;
    private readonly string[] _provinces;
    private readonly string[] _districts;
    private readonly string[] _communes;
    private readonly string[] _surnames;

    /// <summary>A generator.</summary>
    /// <param name="seed">The same seed gives the same documents.</param>
    public CorpusGenerator(int seed)
    {
        _random = new Random(seed);
        _provinces = [.. DataTable.Load("places-provinces").Column("name")];
        _districts = [.. DataTable.Load("places-districts").Column("name")];
        _communes = [.. DataTable.Load("places-communes").Column("name")];
        _surnames = [.. DataTable.Load("surnames").Column("surname")];
    }

    private readonly bool _isOneProvince;

    private CorpusGenerator(int seed, int districts, int communes)
        : this(seed)
    {
        _isOneProvince = true;
        _provinces = [Pick(_provinces)];
        _districts = [.. Enumerable.Range(0, districts).Select(_ => Pick(_districts))];
        _communes = [.. Enumerable.Range(0, communes).Select(_ => Pick(_communes))];
    }

    /// <summary>
    /// A generator of the documents of one province, which all name it and its few districts and communes. Sentences that name nothing are words at random, so
    /// that documents share no passages but those of the templates.
    /// </summary>
    public static CorpusGenerator OfOneProvince(int seed) => new(seed, districts: 12, communes: 160);

    /// <summary>The next document.</summary>
    /// <param name="bytes">About how long, in bytes of UTF-8.</param>
    public string Next(int bytes)
    {
        StringBuilder text = new(bytes);
        string province = Pick(_provinces);
        text.Append("TÀI LIỆU GHI CHÉP VỀ TỈNH ").Append(province.ToUpperInvariant()).Append("\n\n");
        int heading = 0;
        // A letter of Vietnamese takes about 1.35 bytes.
        while (text.Length * 1.35 < bytes)
        {
            text.Append(++heading).Append(". Phần thứ ").Append(heading).Append("\n\n");
            for (int paragraph = 0; paragraph < 4; paragraph++)
            {
                int sentences = _random.Next(3, 8);
                for (int s = 0; s < sentences; s++)
                {
                    if (s > 0)
                    {
                        text.Append(' ');
                    }

                    Fill(text, _random.Next(5) < 3 ? (_isOneProvince ? Prose() : Pick(_plain)) : Pick(_dated), province);
                }

                text.Append("\n\n");
            }
        }

        return text.ToString();
    }

    private void Fill(StringBuilder text, string template, string province)
    {
        int year = _random.Next(1925, 2005);
        int at = 0;
        for (int open = template.IndexOf('{', StringComparison.Ordinal); open >= 0; open = template.IndexOf('{', at))
        {
            int close = template.IndexOf('}', open);
            text.Append(template, at, open - at);
            text.Append(template[(open + 1)..close] switch
            {
                "day" => Number(1, 28),
                "month" => Number(1, 12),
                "year" => year.ToString(CultureInfo.InvariantCulture),
                "later" => (year + _random.Next(1, 20)).ToString(CultureInfo.InvariantCulture),
                "age" => Number(10, 95),
                "count" => Number(100, 990),
                "small" => Number(3, 40),
                "big" => $"{_random.Next(1, 900)}.{_random.Next(100, 999)}",
                "percent" => $"{_random.Next(1, 99)},{_random.Next(1, 9)}",
                "area" => Number(10, 5000),
                "number" => Number(1, 900),
                "org" => Pick(_orgs),
                "province" => province,
                "district" => Pick(_districts),
                "commune" => Pick(_communes),
                "person" => Person(),
                "alias" => Person(),
                string name => throw new InvalidOperationException($"No such slot: {name}."),
            });
            at = close + 1;
        }

        text.Append(template, at, template.Length - at);
    }

    private string Prose() => "Khi ấy " + string.Join(' ', Enumerable.Range(0, _random.Next(12, 24)).Select(_ => Pick(_words))) + ".";

    private string Person() => $"{Pick(_surnames)} {Pick(["Văn", "Thị", "Đình", "Hữu", "Quang", "Minh"])} {Pick(["An", "Bình", "Cường", "Dũng", "Hòa", "Lan", "Sơn", "Thủy", "Vinh", "Yến"])}";

    private string Number(int from, int to) => _random.Next(from, to + 1).ToString(CultureInfo.InvariantCulture);

    private string Pick(string[] from) => from[_random.Next(from.Length)];
}

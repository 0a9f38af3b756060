using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Text;
using Shouldly;

namespace BienNien.Tests.Reading.Repairing;

/// <summary>Damage that only the date around it tells.</summary>
public sealed class DateDamageTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    [Theory]
    [InlineData("Xã giải phóng tháng l0 năm 1950.", "l0", "10")]
    [InlineData("Họp ngày 2O tháng 3 năm 1950.", "2O", "20")]
    [InlineData("Họp ngày I3 tháng I năm 1950.", "I3", "13")]
    [InlineData("Giữ làng suốt 8l ngày đêm.", "8l", "81")]
    [InlineData("Đường sắt vận hành được l năm.", "l", "1")]
    [InlineData("Nãm 1948 đổi tên.", "Nãm", "Năm")]
    [InlineData("Đến nárn 1948 thì đổi tên.", "nárn", "năm")]
    [InlineData("Ông về quê thảng 9 năm 1956.", "thảng", "tháng")]
    [InlineData("Ông về quê thang 9 năm 1956.", "thang", "tháng")]
    [InlineData("Ông về quê tháng 9 nam 1956.", "nam", "năm")]
    [InlineData("Sáng ngàv 25/4/1995 họp mặt.", "ngàv", "ngày")]
    [InlineData("Trải qua gân 40 năm xây dựng.", "gân", "gần")]
    [InlineData("Làng họp rnùng 4 tháng Giêng.", "rnùng", "mùng")]
    [InlineData("Làng họp mông 4 Tết.", "mông", "mồng")]
    [InlineData("Lễ rước vào tháng Giềng.", "Giềng", "Giêng")]
    [InlineData("Hàng n ăm xã mở hội.", "n ăm", "năm")]
    [InlineData("Xã lập năm 1 954.", "1 954", "1954")]
    [InlineData("Xã lập năm l9 54.", "l9 54", "1954")]
    [InlineData("Xã lập năm 19945.", "19945", "1945")]
    [InlineData("Xã lập ngày l5. 5. 1945.", "l5. 5. 1945", "15.5.1945")]
    [InlineData("Xã lập ngày 22 . 12 . 1944.", "22 . 12 . 1944", "22.12.1944")]
    [InlineData("Trận đánh 27 - 9 - l940 mở màn.", "27 - 9 - l940", "27-9-1940")]
    [InlineData("Ông về thăm ngày 5 -1 - 1 958.", "5 -1 - 1 958", "5-1-1958")]
    [InlineData("Xã lập ngày Z5/8/1945.", "Z5/8/1945", "25/8/1945")]
    [InlineData("Xã lập ngày g/9 năm ấy.", "g/9", "9/9")]
    [InlineData("Xã lập ngày 17/I/1960.", "17/I/1960", "17/1/1960")]
    [InlineData("Phong trào ấy (1905-19O9) lan rộng.", "1905-19O9", "1905-1909")]
    [InlineData("Cuối thế kỷ XlX làng đông dân.", "XlX", "XIX")]
    [InlineData("Sang thể kỷ XX làng đông dân.", "thể", "thế")]
    public void A_date_tells_what_was_printed(string text, string printed, string reading)
    {
        Document document = EngineFixture.Read(text);

        Damage damage = document.Damages.ShouldHaveSingleItem();
        (document.Surface(damage.Span), damage.Reading).ShouldBe((printed, reading));
    }

    [Theory]
    [InlineData("Ở miền Nam 1945 hộ được chia ruộng.")]
    [InlineData("Bản Nậm 2 có 30 nhà.")]
    [InlineData("Họ nắm 1945 mẫu ruộng trong tay.")]
    [InlineData("Mừng chiến thắng 4/1975, cả xã mở hội.")]
    [InlineData("Đội thắng 5 trận liền.")]
    [InlineData("Người Mông 6 tháng đầu vụ ở trên nương.")]
    [InlineData("Tiểu đoàn B1 năm 1950 về làng.")]
    [InlineData("Tháng I và quý I năm 1950 thì xong.")]
    [InlineData("Mỗi năm 1 954 tấn thóc về kho.")]
    [InlineData("Xe F16, pháo B52, lớp 9B, đường km2, nhà T9.")]
    [InlineData("Họp ngày 27 - 9 - 1940 ở rừng.")]
    [InlineData("Uống 2 l ngày nóng.")]
    [InlineData("Vườn có cây ngay 2 bên đường.")]
    public void Words_numbers_and_names_beside_a_figure_are_left_alone(string text) => EngineFixture.Read(text).Damages.ShouldBeEmpty();

    [Theory]
    [InlineData("Xã lập năm 19945.")]
    [InlineData("Họ về ngay 2/9/1945 cho kịp.")]
    public void What_may_be_otherwise_is_shown_but_not_taken(string text) =>
        EngineFixture.Read(text).Damages.ShouldHaveSingleItem().Confidence.ShouldBeLessThan(RepairedView.LeastConfidence);

    [Theory]
    [InlineData("KỶ NIỆM 4O NĂM NGÀY THÀNH LẬP TỈNH", "4O NĂM", "P40Y", "40 NĂM")]
    [InlineData("Sáng nqày l5/8/l945, tin lan nhanh.", "Sáng nqày l5/8/l945", "1945-08-15", "Sáng ngày 15/8/1945")]
    [InlineData("Cụ sinh ngay 3 thang 11 nam 1912 ở làng.", "ngay 3 thang 11 nam 1912", "1912-11-03", "ngày 3 tháng 11 năm 1912")]
    [InlineData("Chuyển về xuôi tháng l0 nãm l946.", "tháng l0 nãm l946", "1946-10", "tháng 10 năm 1946")]
    [InlineData("Về ngày 5 -1 - 1 958, trời rét.", "ngày 5 -1 - 1 958", "1958-01-05", "ngày 5-1-1958")]
    public void A_damaged_date_is_one_mention_with_what_it_was_read_as(string text, string surface, string value, string readAs)
    {
        Document document = EngineFixture.Read(text);

        Mention time = fixture.Engine.Finder.Find(document).Single(static mention => mention.Kind == MentionKind.Time);

        (document.Surface(time.Span), ((TimeValue)time.Value).Value, time.ReadAs).ShouldBe((surface, value, readAs));
    }
}

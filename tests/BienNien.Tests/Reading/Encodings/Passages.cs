using System.Collections.Immutable;

namespace BienNien.Tests.Reading.Encodings;

/// <summary>Passages of different kinds, written for these tests before the detector was tried on any of them.</summary>
internal static class Passages
{
    /// <summary>Each begins with a line of its own, then a paragraph.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        "BÁO CÁO\nKết quả thực hiện nhiệm vụ phát triển kinh tế - xã hội năm 1997 của huyện. Tổng diện tích gieo trồng cả năm đạt 4.215 ha, bằng 102% kế hoạch; sản lượng lương thực quy thóc ước đạt 11.380 tấn. Đàn trâu có 6.120 con, đàn bò 3.475 con, tăng hơn so với cùng kỳ năm trước.",
        "Lịch sử hình thành phường thợ rèn\nTheo lời các cụ kể lại, phường thợ rèn ở chân núi có từ thời nhà Mạc rút lên đất này. Người đầu tiên nhóm lò là một viên đội trưởng giải ngũ. Nghề truyền qua bảy đời, đến trước năm 1945 còn hơn ba mươi lò đỏ lửa quanh năm.",
        "QUYẾT ĐỊNH CỦA ỦY BAN NHÂN DÂN TỈNH\nVề việc giao chỉ tiêu kế hoạch trồng rừng phòng hộ. Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân; xét đề nghị của Giám đốc Sở Nông nghiệp tại Tờ trình số 45/TT-NN ngày 12/3/1999, nay giao cho các lâm trường trồng mới 850 ha.",
        "Nà Lùng, Khuổi Sao, Bản Piềng, Lũng Vài, Pác Nặm\nNăm xóm trên nay thuộc xã mới lập. Dân cư chủ yếu là người Tày, người Nùng; họ Nông, họ Hoàng, họ Lục ở xen nhau, ngày hội xuống đồng mồng tám tháng giêng vẫn giữ lệ cũ.",
        "Ngày 3-10-1950\nTừ mờ sáng, các cánh quân đã áp sát đồn. Súng nổ ran suốt hai giờ, đến trưa thì lá cờ của ta phấp phới trên lô cốt cao nhất. Dân công hoả tuyến gồm 1.200 người gùi gạo, cáng thương binh vượt đèo trong mưa.",
        "Đồng chí Bí thư phát biểu\n“Chúng ta phải dựa vào dân, hỏi dân, bàn với dân; việc gì dân chưa thuận thì khoan làm”. Sau lời phát biểu ấy, hội nghị thảo luận đến khuya, rồi nhất trí biểu quyết chương trình hành động gồm bốn điểm.",
        "Giá muối\nĐầu năm 1946, muối ở miền ngược quý như vàng, một ống bơ đổi được nửa yến ngô. Chính quyền cách mạng tổ chức những đoàn ngựa thồ xuống xuôi mua muối, chia theo nhân khẩu, ưu tiên bản làng vùng cao.",
        "Điều 7. Quyền hạn của Hội đồng\nHội đồng có quyền quyết định dự toán thu, chi; phê chuẩn quyết toán; giám sát việc thi hành pháp luật ở địa phương. Mỗi năm họp thường kỳ hai lần, khi cần thì triệu tập bất thường.",
        "Cầu treo qua sông Hiến\nCầu dài 86 mét, rộng 2 mét rưỡi, khởi công tháng 5, khánh thành trước mùa lũ. Trẻ em bên kia sông từ nay khỏi phải ngồi mảng đi học; xe thồ chở hàng cũng qua lại được dễ dàng.",
        "DANH SÁCH ĐẠI BIỂU\nÔng Lương Văn Khoái, bà Triệu Thị Nguyệt, ông Đàm Quốc Huỳnh, ông Bế Ích Quân, bà Mông Thị Khuyên, ông Lý Sìn Phủ. Vắng mặt có lý do: ông Vi Đức Thuỵ, bà Hứa Thị Ngoãn.",
        "Mùa đông năm ấy rét lắm\nSương muối phủ trắng đồi, mạ chết quá nửa. Hợp tác xã vận động xã viên che chắn chuồng trại, đốt trấu sưởi cho trâu, ngâm ủ giống dự phòng gieo lại. Nhờ vậy vụ chiêm xuân vẫn cấy đủ diện tích.",
        "Về công tác giáo dục\nToàn huyện có 14 trường phổ thông cơ sở với 203 lớp, 5.877 học sinh. Phong trào xoá mù chữ thu hút đông đảo chị em phụ nữ; lớp học ban đêm thắp đèn dầu, thầy giáo là bộ đội biên phòng và cán bộ xã.",
        "Biển số nhà cũ trên phố Thầu\nPhố có hai dãy, mỗi dãy hơn hai chục nóc. Nhà lợp ngói máng âm dương, tường trình đất, cửa ván ghép; mặt tiền buôn bán vải vóc, thuốc bắc, dầu hoả. Trận lụt năm Bính Dần ngập đến xà ngang.",
        "ĐẢNG BỘ HUYỆN QUA CÁC KỲ ĐẠI HỘI\nĐại hội lần thứ nhất họp tại hang Ngườm Bốc, có 42 đại biểu thay mặt cho 318 đảng viên. Nghị quyết nêu ba nhiệm vụ: củng cố chi bộ, mở rộng mặt trận, gây dựng lực lượng vũ trang.",
    ];
}

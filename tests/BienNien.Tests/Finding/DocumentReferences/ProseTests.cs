using BienNien.Finding;
using BienNien.Text;
using Shouldly;

namespace BienNien.Tests.Finding.DocumentReferences;

public sealed class ProseTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    // Nothing here cites a paper, whatever its figures and marks look like.
    [Theory]
    [InlineData("Đạt 12/15 chỉ tiêu, 156/187 cơ sở; họp ngày 16/9, 12-5-1968 và 2/9/1945.")]
    [InlineData("Điện thoại 0263.3822.145, 0912-345-678; tài khoản số 102-03-4455.")]
    [InlineData("Nhà số 25/3, ngõ 12-A, đường số 4, xe biển số 49-A.")]
    [InlineData("Súng AK-47, máy bay B-52, F-105, tên lửa SAM-2, xe T-54.")]
    [InlineData("Kế hoạch 5 năm, chương trình 135, nghị quyết của chi bộ, báo cáo số liệu 6 tháng.")]
    [InlineData("Tỷ lệ 1/25.000, tốc độ 40 km/h, 15 bác sĩ/vạn dân, 70-80%.")]
    public void Figures_that_are_no_papers_are_left_alone(string text)
    {
        Document document = EngineFixture.Read(text);
        fixture.Engine.Finder.Find(document).Where(mention => mention.Kind == MentionKind.DocumentReference)
            .Select(mention => document.Surface(mention.Span)).ShouldBeEmpty();
    }
}

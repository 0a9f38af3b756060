using System.Collections.Immutable;
using BienNien.Reading;
using BienNien.Reconciling;
using BienNien.Reconciling.Conflicts;
using BienNien.Text;
using Shouldly;

namespace BienNien.Tests.Reconciling.Conflicts;

/// <summary>Small documents, each with one thing that another tells otherwise, or only seems to.</summary>
public sealed class JudgingTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    [Fact]
    public void A_number_that_differs_within_one_episode_is_a_conflict() => Conflicts(
        "Trận đồn Lũng Cát ngày 12/3/1951 do đại đội 47 đánh, diệt 86 tên địch, bắt 134 tù binh.",
        "Đêm 12/3/1951, đại đội 47 hạ đồn Lũng Cát, diệt 86 tên địch, bắt 143 tù binh.")
        .ShouldContain((ConflictKind.Figure, "134 tù binh", "143 tù binh"));

    [Fact]
    public void Numbers_of_two_episodes_are_no_conflict() => Conflicts(
        "Năm 1951, đại đội 47 đánh đồn Lũng Cát, bắt 134 tù binh.",
        "Năm 1953, xã Hòa Khê mở 12 lớp học, có 143 học viên.")
        .ShouldBeEmpty();

    [Fact]
    public void A_day_told_by_two_calendars_must_be_one_day() => Conflicts(
        "Ngày 01/4/1930, tức mùng 7 tháng 3 năm Canh Ngọ, chi bộ Lũng Cát ra đời.")
        .ShouldContain((ConflictKind.Date, "Ngày 01/4/1930", "mùng 7 tháng 3 năm Canh Ngọ"));

    [Fact]
    public void A_day_told_rightly_by_two_calendars_is_one() => Conflicts(
        "Ngày 01/4/1930, tức mùng 3 tháng 3 năm Canh Ngọ, chi bộ Lũng Cát ra đời.")
        .ShouldBeEmpty();

    [Fact]
    public void The_register_and_the_text_differ_in_the_day_of_a_paper() => Conflicts(
        "| Số, ký hiệu | Ngày ban hành | Trích yếu |\n|---|---|---|\n| Quyết định số 214/QĐ-UBND | 15/3/2012 | giao đất |\n",
        "Thực hiện Quyết định số 214/QĐ-UBND, ngày 25/3/2012, xã Hòa Khê nhận đất.")
        .ShouldContain((ConflictKind.Citation, "15/3/2012", "ngày 25/3/2012"));

    [Fact]
    public void A_name_that_is_spelled_in_two_ways_is_asked_about() => Conflicts(
        "Đồng chí Lại Đình Khoan làm Bí thư chi bộ Lũng Cát năm 1931.",
        "Năm 1931, đồng chí Lại Đình Khoản làm Bí thư chi bộ Lũng Cát.")
        .ShouldContain((ConflictKind.NameVariant, "Lại Đình Khoan", "Lại Đình Khoản"));

    [Fact]
    public void Two_first_holders_of_one_office_are_a_conflict() => Conflicts(
        "Giám đốc đầu tiên của Nhà máy Cơ khí Sông Nứa là ông Đào Xuân Thiện.",
        "Ông Phạm Đức Lương là giám đốc đầu tiên của Nhà máy Cơ khí Sông Nứa.")
        .ShouldContain((ConflictKind.Person, "Đào Xuân Thiện", "Phạm Đức Lương"));

    [Fact]
    public void Who_holds_two_offices_at_once_is_no_conflict() => Conflicts(
        "Tháng 7/1950, ông Võ Hữu Tạo làm Chỉ huy trưởng mặt trận Sông Nứa, kiêm Chính ủy.",
        "Tháng 7/1950, ông Võ Hữu Tạo làm Chỉ huy trưởng mặt trận Sông Nứa, kiêm Chính ủy.")
        .ShouldBeEmpty();

    [Fact]
    public void What_others_say_is_held_against_what_is_told() => Conflicts(
        "Theo lời kể của ông Nông Văn Sự, đồn Lũng Cát bị hạ ngày 12/3/1951, đại đội 47 diệt 86 tên địch.",
        "Ngày 21/3/1951, đại đội 47 hạ đồn Lũng Cát, diệt 86 tên địch.")
        .ShouldContain((ConflictKind.Date, "ngày 12/3/1951", "Ngày 21/3/1951"));

    [Fact]
    public void The_year_of_birth_dates_no_other_deed() => Conflicts(
        "Ngày 16/5/2003, Hội Nông dân xã Hòa Khê bầu ông Vũ Quang Mẫn, sinh năm 1950, làm Chủ tịch.",
        "Ông Vũ Quang Mẫn được bầu làm Chủ tịch Hội Nông dân xã Hòa Khê ngày 16/5/2003.")
        .ShouldBeEmpty();

    [Fact]
    public void An_abbreviated_issuer_is_no_other() => Conflicts(
        "Chỉ thị số 31-CT/TU, ngày 19/5/2023 của BTV Tỉnh ủy Lào Cai được phổ biến.",
        "Xã học Chỉ thị số 31-CT/TU ngày 19/5/2023 của Ban Thường vụ Tỉnh ủy.")
        .ShouldBeEmpty();

    [Fact]
    public void Two_who_joined_one_body_in_two_years_are_two() => Conflicts(
        "Cuối năm 1931, Hội Thanh niên Phú Sơn kết nạp Nông Văn Sự; năm 1932 kết nạp thêm Lê Đoan Trúc.",
        "Giữa năm 1931, Nông Văn Tá được kết nạp vào Hội Thanh niên Phú Sơn.")
        .Where(static conflict => conflict.A.Contains("1932", StringComparison.Ordinal)).ShouldBeEmpty();

    private ImmutableArray<(ConflictKind Kind, string A, string B)> Conflicts(params ReadOnlySpan<string> texts)
    {
        List<(long Id, Document Document)> documents = [];
        foreach (string text in texts)
        {
            byte[] bytes = System.Text.Encoding.UTF8.GetBytes(text);
            documents.Add((documents.Count + 1, fixture.Engine.Reader.Read($"{documents.Count}.md", bytes, ReadOptions.Default).ShouldBeOfType<ReadResult.Read>().Document));
        }

        Chronicle chronicle = fixture.Engine.Reconciler.Reconcile(
            documents.Select(document => (document.Id, fixture.Engine.Testify(fixture.Engine.Analyze(document.Document)))), EntityRulings.None);
        return [.. chronicle.Judgements.Where(static judgement => judgement.IsConflict).Select(judgement => (judgement.Kind, Words(judgement.A), Words(judgement.B)))];

        string Words(Side side) => documents[(int)side.Document - 1].Document.WordsAt(side.Span);
    }
}

using System.Collections.Immutable;
using BienNien.Reconciling.Reuse;
using BienNien.Text;
using Shouldly;

namespace BienNien.Tests.Reconciling.Reuse;

/// <summary>Passages as copyists leave them.</summary>
public sealed class PassageAlignerTests
{
    private const string School =
        "Mùa thu năm 1952, trường cấp II Bản Vèn mở cửa trong ba gian nhà lá bên suối, thầy Lục Văn Pảo làm hiệu trưởng. "
        + "Khóa đầu có 47 học trò của sáu xã, người xa nhất phải đi bộ hơn nửa ngày đường mới tới lớp.";

    private const string Bridge =
        "Cây cầu treo qua sông Nậm Sọi khởi công tháng 9 năm 1968, dài 84 mét, do đội cầu đường của huyện cùng dân công bốn xã góp sức làm nên. "
        + "Sau trận lũ năm 1971, mặt cầu được thay bằng gỗ nghiến, xe thồ qua lại dễ dàng.";

    private const string Market =
        "Chợ phiên Pác Lùng họp năm ngày một lần, bán trâu bò, vải chàm, muối và dao rèn. "
        + "Từ khi mở đường ô tô, hàng quán dựng thêm hai dãy dài, thuế chợ mỗi quý thu được 1.250 đồng nộp vào quỹ của xã.";

    private const string Foreign =
        "Xưởng gốm ở ngã ba chuyên làm chum vại, than lấy từ mỏ gần đó, thợ phần đông từ miền xuôi lên lập nghiệp hồi đầu thế kỷ.";

    [Theory]
    [InlineData(School, "năm 1952", "năm 1953", "1952→1953")]
    [InlineData(School, "47 học trò", "52 học trò", "47→52")]
    [InlineData(School, "Lục Văn Pảo", "Lục Văn Páo", "Pảo→Páo")]
    [InlineData(School, "thầy Lục Văn Pảo", "ông Nông Viết Thoại", "thầy Lục Văn Pảo→ông Nông Viết Thoại")]
    [InlineData(School, "sáu xã", "sáu xả", "xã→xả")]
    [InlineData(School, "hơn nửa ngày đường ", "", "hơn nửa ngày đường→")]
    [InlineData(School, "mở cửa", "mở cửa đón học trò", "→đón học trò")]
    [InlineData(Market, "1.250 đồng", "1.350 đồng", "1.250→1.350")]
    [InlineData(Market, "1.250 đồng", "12.500 đồng", "1.250→12.500")]
    [InlineData(Market, "1.250 đồng", "250 đồng", "1.250→250")]
    [InlineData(Bridge, "tháng 9 năm 1968", "ngày 02/9/1968", "tháng 9 năm 1968→ngày 02/9/1968")]
    public void An_edit_is_told_with_the_words_of_both_sides(string text, string was, string now, string edits)
    {
        string copy = text.Replace(was, now, StringComparison.Ordinal);
        copy.ShouldNotBe(text);
        (TextSpan A, TextSpan B, string Edits) passage = ReuseTexts.Passages(text, copy).ShouldHaveSingleItem();
        passage.Edits.ShouldBe(edits);
        (passage.A, passage.B).ShouldBe((TextSpan.Between(0, text.Length - 1), TextSpan.Between(0, copy.Length - 1)));
    }

    [Theory]
    [InlineData("Từ 01/4/1930 đến", "Từ 02/4/1930 đến", "01/4/1930→02/4/1930")]
    [InlineData("Từ 01/4/1930 đến", "Từ 01/4/1931 đến", "01/4/1930→01/4/1931")]
    [InlineData("Từ 01/4/1930 đến", "Từ 4/1930 đến", "01/4/1930→4/1930")]
    [InlineData("Từ 01/4/1930 đến", "Từ 1-4-1930 đến", "")]
    [InlineData("đạt 1.382,08 tỷ", "đạt 1.382,80 tỷ", "1.382,08→1.382,80")]
    [InlineData("đạt 1.382,08 tỷ", "đạt 1.392,8 tỷ", "1.382,08→1.392,8")]
    [InlineData("đạt 51,8% so", "đạt 51,9% so", "51,8→51,9")]
    public void Numbers_that_differ_in_a_part_are_told_whole(string was, string now, string edits) =>
        ReuseTexts.Passages($"{School} {was} nay. {Bridge}", $"{School} {now} nay. {Bridge}").ShouldHaveSingleItem().Edits.ShouldBe(edits);

    [Fact]
    public void Case_marks_line_ends_and_the_place_of_the_tone_are_no_edits()
    {
        string text = School + " Hoà bình lập lại, trường dời về phố huyện.";
        string copy = "**" + text.ToUpperInvariant().Replace("HOÀ", "HÒA", StringComparison.Ordinal).Replace(", ", "\n– ", StringComparison.Ordinal).Replace("47", "**47**", StringComparison.Ordinal);
        PassageAligner.Align(ReuseTexts.Profile(text), ReuseTexts.Profile(copy)).ShouldHaveSingleItem().Edits.ShouldBeEmpty();
    }

    [Fact]
    public void A_sentence_put_in_is_told_from_its_beginning()
    {
        string added = "Khóa sau có 61 học trò của bảy xã, phần đông ở trọ. ";
        int at = School.IndexOf("Khóa đầu", StringComparison.Ordinal);
        ReuseTexts.Passages(School + " " + Bridge, School.Insert(at, added) + " " + Bridge).ShouldHaveSingleItem().Edits.ShouldBe("→" + added[..^2]);
    }

    [Fact]
    public void Words_that_could_stand_at_two_places_stand_where_a_sentence_begins()
    {
        const string Left = "Hội đồng xã bàn việc đắp đập Khuổi Nộc, mỗi nhà góp hai công, ai vắng thì nộp thóc thay. Năm 1960 đào xong mương chính. ";
        const string Right = "Năm 1962 đập đầy nước, cánh đồng trên cấy được hai vụ, dân bản mở hội mừng suốt ba ngày ba đêm.";
        ReuseTexts.Passages(Left + Right, Left + "Năm 1961 đào xong mương nhánh. " + Right).ShouldHaveSingleItem().Edits.ShouldBe("→Năm 1961 đào xong mương nhánh");
    }

    [Fact]
    public void What_is_longer_than_a_gap_parts_two_passages()
    {
        (TextSpan A, TextSpan B, string Edits)[] passages = ReuseTexts.Passages(School + " " + Bridge, School + " " + Foreign + " " + Bridge);
        passages.Length.ShouldBe(2);
        passages.ShouldAllBe(static passage => passage.Edits.Length == 0);
    }

    [Fact]
    public void Paragraphs_in_another_order_are_found_each_by_itself()
    {
        string a = $"{School}\n\n{Bridge}\n\n{Market}";
        string b = $"{Market}\n\n{Foreign}\n\n{School.Replace("47", "48", StringComparison.Ordinal)}\n\n{Bridge}";
        (TextSpan A, TextSpan B, string Edits)[] passages = ReuseTexts.Passages(a, b);
        passages.Select(passage => ReuseTexts.At(a, passage.A)).ShouldBe([$"{School}\n\n{Bridge[..^1]}", Market[..^1]]);
        passages.Select(static passage => passage.Edits).ShouldBe(["47→48", ""]);
    }

    [Fact]
    public void Of_two_copies_one_is_told()
    {
        (TextSpan A, TextSpan B, string Edits) passage = ReuseTexts.Passages($"{Bridge}\n\n{School}", $"{School}\n\n{Foreign}\n\n{School}").ShouldHaveSingleItem();
        passage.B.Start.ShouldBe(0);
    }

    [Fact]
    public void Reports_of_two_years_are_one_text_with_other_figures()
    {
        const string Report =
            "Trong năm {0}, toàn huyện gieo cấy được {1} ha lúa, năng suất bình quân đạt {2} tạ/ha, sản lượng lương thực có hạt ước đạt {3} tấn, "
            + "bằng {4}% kế hoạch. Đàn trâu có {5} con, đàn lợn có {6} con; công tác tiêm phòng được các xã làm đúng lịch.";
        string a = string.Format(null, Report, "2011", "3.450", "48,2", "21.377", "102,5", "8.912", "30.450");
        string b = string.Format(null, Report, "2012", "3.518", "49,6", "22.190", "104,1", "8.740", "31.002");
        ReuseTexts.Passages(a, b).ShouldHaveSingleItem().Edits.ShouldBe(
            "2011→2012; 3.450→3.518; 48,2→49,6; 21.377→22.190; 102,5→104,1; 8.912→8.740; 30.450→31.002");
    }

    [Fact]
    public void A_figure_before_the_last_word_is_inside() =>
        ReuseTexts.Passages(School + " Đến nay trường có 1.250 trò.", School + " Đến nay trường có 1.350 trò.").ShouldHaveSingleItem().Edits.ShouldBe("1.250→1.350");

    [Theory]
    [InlineData(
        "Ngày 19 tháng 8 năm 1945, nhân dân phủ lỵ biểu tình, chiếm dinh tri phủ, lập chính quyền cách mạng do ông Dương Đức Hà làm chủ tịch.",
        "Cuộc biểu tình ngày 19 tháng 8 năm 1945 lan khắp phủ lỵ; chính quyền cách mạng ra mắt, cử ông Dương Đức Hà giữ chức chủ tịch, dinh tri phủ bị chiếm.")]
    [InlineData(
        "Hợp tác xã Bình Long thành lập năm 1959 với 32 hộ, đến năm 1961 toàn xã có chín hợp tác xã, đưa máy bơm về đồng.",
        "Năm 1959, xã lập hợp tác xã đầu tiên ở Bình Long gồm 32 hộ. Hai năm sau con số ấy là chín, và máy bơm đã về tới đồng.")]
    [InlineData(School, Foreign)]
    [InlineData("", School)]
    [InlineData("", "")]
    public void Sentences_on_the_same_subject_are_no_copies(string a, string b) => ReuseTexts.Passages(a, b).ShouldBeEmpty();

    [Fact]
    public void The_formulas_of_papers_are_no_copies()
    {
        const string Head = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n";
        const string Tail = "\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.";
        ReuseTexts.Passages(Head + School + Tail, Head + Bridge + Tail).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(24, false)]
    [InlineData(25, true)]
    public void A_passage_has_at_least_25_words(int words, bool found)
    {
        string text = string.Join(' ', School.Split(' ').Take(words));
        (ReuseTexts.Passages($"{Foreign} {text}.", $"{text}. {Market}").Length > 0).ShouldBe(found);
    }

    [Fact]
    public void Every_tenth_word_changed_is_a_copy_every_second_is_not()
    {
        // 13 of 139 words, none of them at an end.
        string[] words = [.. $"{School} {Bridge} {Market}".Split(' ').Take(139)];
        string text = string.Join(' ', words);
        string copy = string.Join(' ', words.Select(static (word, i) => i % 10 == 9 ? $"khac{i}" : word));
        ReusedPassage passage = PassageAligner.Align(ReuseTexts.Profile(text), ReuseTexts.Profile(copy)).ShouldHaveSingleItem();
        passage.Similarity.ShouldBeInRange(0.88, 0.92);
        passage.Edits.Length.ShouldBe(13);

        string other = string.Join(' ', words.Select(static (word, i) => i % 2 == 1 ? $"khac{i}" : word));
        ReuseTexts.Passages(text, other).ShouldBeEmpty();
    }

    [Fact]
    public void A_passage_begins_and_ends_with_whole_numbers_that_agree()
    {
        string a = $"{Foreign} Theo tờ 15/4/1957, {School} Tổng cộng 2.750";
        string b = $"{Market} Xem bản 16/4/1957, {School} Tổng cộng 2.751";
        ReuseTexts.Passages(a, b).ShouldHaveSingleItem().A.ShouldBe(
            TextSpan.Between(a.IndexOf("Mùa thu", StringComparison.Ordinal), a.IndexOf(" 2.750", StringComparison.Ordinal)));
    }

    [Fact]
    public void Profiles_read_from_bytes_give_the_same_passages()
    {
        ReuseProfile a = ReuseTexts.Profile($"{School}\n\n{Bridge}");
        ReuseProfile b = ReuseTexts.Profile($"{Bridge.Replace("1971", "1972", StringComparison.Ordinal)}\n\n{School}");
        ImmutableArray<ReusedPassage> again = PassageAligner.Align(ReuseProfile.FromBytes(a.ToBytes()), ReuseProfile.FromBytes(b.ToBytes()));
        again.Select(PassageAlignerProperties.Form).ShouldBe(PassageAligner.Align(a, b).Select(PassageAlignerProperties.Form));
        again.Length.ShouldBe(2);
    }
}

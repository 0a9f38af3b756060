using BienNien.Reconciling;
using BienNien.Reconciling.Conflicts;
using BienNien.Relating.Facts;
using BienNien.Telling;
using BienNien.Text;
using Shouldly;

namespace BienNien.Tests.Telling;

public sealed class JudgementWordsTests
{
    public static TheoryData<ConflictKind, JudgementReason> Pairs()
    {
        TheoryData<ConflictKind, JudgementReason> pairs = [];
        foreach (ConflictKind kind in Enum.GetValues<ConflictKind>())
        {
            foreach (JudgementReason reason in Enum.GetValues<JudgementReason>())
            {
                pairs.Add(kind, reason);
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_kind_and_reason_is_one_sentence_with_both_quotes_in_both_languages(ConflictKind kind, JudgementReason reason)
    {
        BilingualText words = JudgementWords.Explain(Judged(kind, reason), "12\n quả", "15 quả");

        foreach (string sentence in new[] { words.Vietnamese, words.English })
        {
            sentence.ShouldContain("“12 quả”");
            sentence.ShouldContain("“15 quả”");
            sentence.ShouldEndWith(".");
            sentence.Count(static c => c == '.').ShouldBe(1);
            sentence.ShouldNotContain("\n");
            sentence.IsNormalized().ShouldBeTrue();
        }

        words.Vietnamese.ShouldNotBe(words.English);
    }

    [Theory]
    [InlineData(ConflictKind.Date, "founding", "17/10/1950", "18/10/1950", "Hai nguồn ghi ngày khác nhau cho cùng một sự kiện: “17/10/1950” và “18/10/1950”.", "Two sources give different days for one happening: “17/10/1950” and “18/10/1950”.")]
    [InlineData(ConflictKind.Date, "Born", "năm 1904", "1906", "Hai nguồn ghi thời gian sinh khác nhau của cùng một người: “năm 1904” và “1906”.", "Two sources give different dates of birth of one person: “năm 1904” and “1906”.")]
    [InlineData(ConflictKind.Citation, "Issued", "27/11/2022", "27/12/2022", "Hai nguồn ghi ngày khác nhau cho cùng một văn bản: “27/11/2022” và “27/12/2022”.", "Two sources give different days of one paper: “27/11/2022” and “27/12/2022”.")]
    [InlineData(ConflictKind.NameVariant, "name", "Nọn", "Nộn", "Hai nguồn ghi cùng một tên theo hai cách viết: “Nọn” và “Nộn”.", "Two sources give one name in two spellings: “Nọn” and “Nộn”.")]
    public void A_conflict_says_what_both_give_and_never_who_is_right(ConflictKind kind, string about, string a, string b, string vietnamese, string english)
    {
        JudgementWords.Explain(Judged(kind, JudgementReason.Contradiction, about), a, b).ShouldBe(new BilingualText(vietnamese, english));
    }

    [Theory]
    [InlineData(ConflictKind.Figure, JudgementReason.Unit, "35 vạn", "350.000", "“35 vạn” và “350.000” là cùng một số, khác cách ghi.", "“35 vạn” and “350.000” are one number, written in two ways.")]
    [InlineData(ConflictKind.Figure, JudgementReason.Rounding, "hơn 8.000", "8.300", "“hơn 8.000” và “8.300” là cùng một số, một bên làm tròn.", "“hơn 8.000” and “8.300” are one number, rounded in one of them.")]
    [InlineData(ConflictKind.Date, JudgementReason.Precision, "tháng 8/1945", "19/8/1945", "“tháng 8/1945” và “19/8/1945” cùng chỉ một thời gian, một bên ghi chi tiết hơn.", "“tháng 8/1945” and “19/8/1945” mean one date, told more exactly in one of them.")]
    [InlineData(ConflictKind.Person, JudgementReason.Alias, "Nguyễn Ái Quốc", "Hồ Chí Minh", "“Nguyễn Ái Quốc” và “Hồ Chí Minh” là hai tên của cùng một người.", "“Nguyễn Ái Quốc” and “Hồ Chí Minh” are two names of one person.")]
    [InlineData(ConflictKind.Place, JudgementReason.RenamedPlace, "tỉnh Hà Đông", "Hà Nội", "“tỉnh Hà Đông” và “Hà Nội” là cùng một nơi, trước và sau khi đổi tên hoặc sáp nhập.", "“tỉnh Hà Đông” and “Hà Nội” are one place, before and after it was renamed or merged.")]
    public void What_agrees_says_why(ConflictKind kind, JudgementReason reason, string a, string b, string vietnamese, string english)
    {
        JudgementWords.Explain(Judged(kind, reason), a, b).ShouldBe(new BilingualText(vietnamese, english));
    }

    [Fact]
    public void Two_places_of_one_document_are_not_called_two_sources()
    {
        Judgement judgement = Judged(ConflictKind.Date, JudgementReason.Contradiction, "Died");
        BilingualText words = JudgementWords.Explain(judgement with { B = judgement.B with { Document = judgement.A.Document } }, "1971", "1972");

        words.ShouldBe(new BilingualText(
            "Hai chỗ của cùng một tài liệu ghi thời gian mất khác nhau của cùng một người: “1971” và “1972”.",
            "Two places of one document give different dates of death of one person: “1971” and “1972”."));
    }

    [Fact]
    public void A_long_quote_is_cut_at_a_word()
    {
        string quote = string.Join(' ', Enumerable.Repeat("Thanh Khê", 40));

        string sentence = JudgementWords.Explain(Judged(ConflictKind.Place, JudgementReason.Contradiction), quote, "Hà Nội").Vietnamese;

        sentence.Length.ShouldBeLessThan(200);
        sentence.ShouldContain("Thanh Khê…”");
    }

    [Theory]
    [InlineData(TellingLanguage.Vietnamese)]
    [InlineData(TellingLanguage.English)]
    public void Every_kind_reason_weight_property_and_entity_has_a_name_of_its_own(TellingLanguage language)
    {
        Enum.GetValues<ConflictKind>().Select(kind => JudgementWords.Of(kind, language)).ShouldBeUnique();
        Enum.GetValues<JudgementReason>().Select(reason => JudgementWords.Of(reason, language)).ShouldBeUnique();
        Enum.GetValues<ConflictSeverity>().Select(severity => JudgementWords.Of(severity, language)).ShouldBeUnique();
        Enum.GetValues<FactProperty>().Select(property => FactWords.Of(property, language)).ShouldBeUnique();
        Enum.GetValues<EntityKind>().Select(kind => FactWords.Of(kind, language)).ShouldBeUnique();
        Enum.GetValues<LinkReason>().Select(reason => FactWords.Of(reason, language)).ShouldBeUnique();
    }

    [Theory]
    [InlineData("founding", "Thành lập")]
    [InlineData("NativePlace", "Quê quán")]
    [InlineData("dân công", "dân công")]
    [InlineData("name", "")]
    [InlineData("other", "")]
    public void What_a_judgement_is_about_is_said_in_words(string about, string words) =>
        FactWords.About(about, TellingLanguage.Vietnamese).ShouldBe(words);

    private static Judgement Judged(ConflictKind kind, JudgementReason reason, string about = "other") =>
        new(kind, reason, ConflictSeverity.Medium, new Side(1, new TextSpan(0, 5), default), new Side(2, new TextSpan(0, 5), default), 1, about);
}

using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Tests.Properties;
using BienNien.Text;
using BienNien.Text.Syllables;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace BienNien.Tests.Reading.Repairing;

/// <summary>What holds of every mark, and what finders make of marks.</summary>
public sealed class DamageTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    private static readonly string[] _words =
    [
        "ngày", "l5/8/l945", "phân", "đấu", "Tur", "lệnh", "diêm", "dân", "cư", "21/0/1973", "Điều", "l", ".", ",", "thế", "kỷ", "XHI", "Đảng", "bộ", "tỉnh", "lẩn", "thứ",
        "hóan", "thành", "rnùa", "xuân", "Nguyễn", "2O", "tháng", "chiên", "tranh", "\n", "UBND", "12-CT/TU", "H'Mông", "\u0301", "l945", "và", "của", "nhâ\u0323n",
    ];

    [Theory]
    [InlineData("Hội nghị họp ngày l5/8/l945 tại Hà Nội.", "l5/8/l945", "15/8/1945", DamageReason.LetterForDigit)]
    [InlineData("Theo Điều l của luật này.", "l", "1", DamageReason.LetterForDigit)]
    [InlineData("Trận đánh năm 19S4 kết thúc.", "19S4", "1954", DamageReason.LetterForDigit)]
    [InlineData("Chuông đúc hồi thế kỷ XHI, nay vẫn còn.", "XHI", "XIII", DamageReason.LetterForDigit)]
    [InlineData("Xã xây dựng diêm dân cư mới.", "diêm", "điểm", DamageReason.UnlikelySyllable)]
    [InlineData("Bộ đội làrn đường mới.", "làrn", "làm", DamageReason.ImpossibleSyllable)]
    [InlineData("Đồng chí làm Tur lệnh quân khu.", "Tur", "Tư", DamageReason.ImpossibleSyllable)]
    public void A_damaged_word_is_marked_with_its_reading(string text, string printed, string reading, DamageReason reason)
    {
        Document document = EngineFixture.Read(text);

        Damage damage = document.Damages.ShouldHaveSingleItem();
        (document.Surface(damage.Span), damage.Reading, damage.Reason).ShouldBe((printed, reading, reason));
    }

    [Theory]
    [InlineData("Họp ngày 21/0/1973 tại xã.")]
    public void A_lost_figure_is_only_a_guess(string text) =>
        EngineFixture.Read(text).Damages.ShouldHaveSingleItem().Confidence.ShouldBeLessThan(RepairedView.LeastConfidence);

    [Theory]
    [InlineData("Điểm l khoản 2 Điều 5 quy định như vậy.")]
    [InlineData("Máy bay L19 và cối B1O của tiểu đoàn d7 ở lô I2.")]
    [InlineData("Mua 2l dầu và 5l nước mắm cho bếp ăn.")]
    [InlineData("Nguyen Van An gui thu cho ban, noi rang tinh hinh van binh thuong.")]
    [InlineData("Rừng có lát hoa (Chukrasia tabularis) và pơ mu (Fokienia hodginsii).")]
    public void What_only_looks_like_damage_is_left_alone(string text) => EngineFixture.Read(text).Damages.ShouldBeEmpty();

    [Fact]
    public void A_damaged_date_is_read_and_stands_where_it_is_printed()
    {
        Document document = EngineFixture.Read("Hội nghị họp ngày l5/8/l945 tại Hà Nội.");

        Mention time = fixture.Engine.Analyze(document).Mentions.Single(static mention => mention.Kind == MentionKind.Time);

        ((TimeValue)time.Value).Value.ShouldBe("1945-08-15");
        document.Surface(time.Span).ShouldBe("ngày l5/8/l945");
        time.ReadAs.ShouldBe("ngày 15/8/1945");
        fixture.Engine.Finder.Find(document).ShouldContain(time);
    }

    [Fact]
    public void Marks_lie_in_the_text_in_order_and_say_something_else_that_can_be() =>
        Seeded.Check(Texts(), 400, static text =>
        {
            Document document = EngineFixture.Read(text);
            int end = 0;
            foreach (Damage damage in document.Damages)
            {
                if (damage.Span.Start < end || damage.Span.Length == 0 || damage.Span.End > document.Text.Length
                    || damage.Reading == document.Surface(damage.Span) || damage.Confidence is not (> 0 and <= 1) || !damage.Reading.IsNormalized()
                    || !(SyllableGrammar.IsPossible(damage.Reading) || IsFigure(damage.Reading)))
                {
                    return false;
                }

                end = damage.Span.End;
            }

            return true;
        });

    [Fact]
    public void A_repaired_view_leads_every_token_back_into_the_document() =>
        Seeded.Check(Texts(), 400, text =>
        {
            Document document = EngineFixture.Read(text);
            if (RepairedView.Of(document) is not { } view)
            {
                return true;
            }

            TokenizedDocument tokens = view.ToPrinted(fixture.Engine.Finder.Lexer.Tokenize(view.Repaired));
            return tokens.Tokens.All(token => token.Start >= 0 && token.Length > 0 && token.End <= document.Text.Length)
                && tokens.Tokens.Zip(tokens.Tokens.Skip(1)).All(static pair => pair.First.Start <= pair.Second.Start)
                && fixture.Engine.Analyze(document).Mentions.All(mention => mention.ReadAs is not null || !document.Damages.Any(damage =>
                    RepairedView.IsTaken(document, damage) && mention.Span.Contains(damage.Span)));
        });

    [Fact]
    public void What_is_repaired_is_damaged_no_more() =>
        Seeded.Check(Texts(), 400, static text =>
        {
            Document document = EngineFixture.Read(text);
            return RepairedView.Of(document) is not { } view
                || !view.Repaired.Text.Contains("15/8/1945", StringComparison.Ordinal)
                || EngineFixture.Read(view.Repaired.Text).Damages.All(damage => damage.Reading != "15/8/1945");
        });

    private static Gen<string> Texts() =>
        Gen.Elements(_words).ListOf(24).Select(static words => string.Join(' ', words).Normalize());

    private static bool IsFigure(string reading) => reading.All(static c => char.IsAsciiDigit(c) || "/.,-XVI".Contains(c, StringComparison.Ordinal));
}

using BienNien.Text;
using Shouldly;

namespace BienNien.Tests.Text;

public sealed class LexerTests
{
    private static readonly Vocabulary.Builder _words = new();
    private static readonly int _hoa = _words.Add("hòa");
    private static readonly WordSet _abbreviations = _words.AddSet("TP", "GS");
    private static readonly WordSet _continuations = _words.AddSet("NXB");
    private static readonly Lexer _lexer = new(_words.Build(), _abbreviations, _continuations);

    [Theory]
    [InlineData("Ngày 01/4/1930, ở Nặm Lìn.", "Ngày|01|/|4|/|1930|,|ở|Nặm|Lìn|.")]
    [InlineData("rộng 6.724,72 km2, dài 333km", "rộng|6|.|724|,|72|km2|,|dài|333|km")]
    [InlineData("Ngày19tháng5năm1941, từ1945-1954", "Ngày|19|tháng|5|năm|1941|,|từ|1945|-|1954")]
    [InlineData("xe F16, B52, T9, đường ĐT741, km2, mục 1a, lô đ5", "xe|F16|,|B52|,|T9|,|đường|ĐT741|,|km2|,|mục|1|a|,|lô|đ5")]
    [InlineData("số 30/2020/NĐ-CP", "số|30|/|2020|/|NĐ|-|CP")]
    [InlineData("huyện Đắk R'lấp, người K’Ho", "huyện|Đắk|R'lấp|,|người|K’Ho")]
    [InlineData("suốt **93 năm** *qua*…", "suốt|93|năm|qua|…")]
    [InlineData("địch<sup>3</sup> rút<br/>chạy", "địch|3|rút|chạy")]
    [InlineData("rộng 12 m² và 3 < 4", "rộng|12|m²|và|3|<|4")]
    [InlineData("chú thích[^12] và ¹ nữa", "chú|thích|[^12]|và|¹|nữa")]
    [InlineData("((a)) ... -- x", "(|(|a|)|)|...|--|x")]
    public void Text_is_cut_into_words_numbers_and_marks(string text, string tokens)
    {
        TokenizedDocument document = _lexer.Tokenize(EngineFixture.Read(text));

        string.Join('|', document.Tokens.Select(token => document.Document.Surface(token.Span))).ShouldBe(tokens);
    }

    [Theory]
    [InlineData("Năm 1945. Mùa thu.", 2)]
    [InlineData("Ở TP. Hà Nội có GS. Nam. Ông dạy học.", 2)]
    [InlineData("Xem tập 11. NXB Trẻ in năm ấy. Hết.", 2)]
    [InlineData("Theo V. I. Lênin thì khác.", 1)]
    [InlineData("1. Bối cảnh chung", 1)]
    [InlineData("Có 6.724 km2. 12 huyện.", 2)]
    [InlineData("Ông hỏi: “Đi đâu?” rồi thôi.", 1)]
    [InlineData("Người viết: “Không có gì quý hơn.” Câu ấy còn lại.", 2)]
    [InlineData("gạo, muối... được chở lên", 1)]
    public void Sentences_end_where_a_reader_stops(string text, int sentences) =>
        _lexer.Tokenize(EngineFixture.Read(text)).Sentences.Length.ShouldBe(sentences);

    [Fact]
    public void The_place_of_the_tone_mark_and_case_do_not_change_the_word()
    {
        TokenizedDocument document = _lexer.Tokenize(EngineFixture.Read("hòa hoà HOÀ Hòa hoa hõa"));

        document.Tokens.Select(token => token.Word == _hoa).ShouldBe([true, true, true, true, false, false]);
    }

    [Fact]
    public void A_number_in_superscript_is_no_figure()
    {
        TokenizedDocument document = _lexer.Tokenize(EngineFixture.Read("giải phóng<sup>1</sup> ngày 2"));

        document.Tokens.Select(token => token.Kind).ShouldBe([TokenKind.Word, TokenKind.Word, TokenKind.NoteMark, TokenKind.Word, TokenKind.Number]);
    }

    [Fact]
    public void Roman_numerals_carry_their_value()
    {
        TokenizedDocument document = _lexer.Tokenize(EngineFixture.Read("thế kỷ XIX, khóa VI, IIII"));

        document.Tokens.Where(token => token.IsRoman).Select(token => token.Number).ShouldBe([19, 6]);
    }

    [Fact]
    public void A_sentence_answers_an_empty_token_outside_its_bounds()
    {
        Sentence sentence = _lexer.Tokenize(EngineFixture.Read("một hai")).SentenceAt(0);

        sentence[-1].ShouldBe(default);
        sentence[2].Kind.ShouldBe(TokenKind.None);
        sentence.Surface(2).Length.ShouldBe(0);
    }

    [Fact]
    public void Text_without_end_is_cut_into_sentences_of_bounded_length()
    {
        TokenizedDocument document = _lexer.Tokenize(EngineFixture.Read(string.Join(' ', Enumerable.Repeat("chữ", 5_000))));

        document.Sentences.ShouldAllBe(range => range.End - range.First <= Lexer.LongestSentence);
        document.Sentences.Sum(range => range.End - range.First).ShouldBe(5_000);
    }
}

using System.Globalization;
using BienNien.Finding.Quantities;
using BienNien.Text;
using Shouldly;

namespace BienNien.Tests.Finding.Quantities;

public sealed class NumberReaderTests
{
    [Theory]
    [InlineData("5.700.000", "5700000")]
    [InlineData("6.724,72", "6724.72")]
    [InlineData("26,7", "26.7")]
    [InlineData("02", "2")]
    [InlineData("7.5", "7.5")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("10 vạn", "100000")]
    [InlineData("1.090 tỷ", "1090000000000")]
    [InlineData("2 triệu rưỡi", "2500000")]
    [InlineData("1 triệu 200 nghìn", "1200000")]
    [InlineData("3 nghìn tỷ", "3000000000000")]
    [InlineData("5 tỷ lệ", "5")]
    public void Figures_are_read_with_their_scale(string text, string value) =>
        Read(text, (reader, sentence) => reader.FiguresAt(sentence, 0)).Value.ShouldBe(decimal.Parse(value, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("hai mươi lăm", 25)]
    [InlineData("mười hai", 12)]
    [InlineData("một trăm linh năm", 105)]
    [InlineData("ba nghìn không trăm bốn mươi mốt", 3041)]
    [InlineData("hai vạn năm nghìn", 25000)]
    [InlineData("một nghìn chín trăm bảy mươi lăm", 1975)]
    [InlineData("hai triệu rưỡi", 2500000)]
    public void Words_are_read_as_numbers(string text, int value)
    {
        ReadNumber number = Read(text, (reader, sentence) => reader.WordsAt(sentence, 0));
        number.Value.ShouldBe(value);
        number.Words.ShouldBe(text.Split(' ').Length);
    }

    [Theory]
    [InlineData("hai ba người", 1)]
    [InlineData("năm Tỵ", 1)]
    [InlineData("một cách", 1)]
    public void A_number_in_words_ends_where_grammar_ends_it(string text, int end) =>
        Read(text, (reader, sentence) => reader.WordsAt(sentence, 0)).End.ShouldBe(end);

    [Fact]
    public void What_is_no_number_has_no_end() =>
        Read("người dân", (reader, sentence) => reader.WordsAt(sentence, 0)).End.ShouldBe(0);

    private delegate ReadNumber Reading(NumberReader reader, Sentence sentence);

    private static ReadNumber Read(string text, Reading reading)
    {
        Vocabulary.Builder words = new();
        NumberReader reader = new(words);
        Lexer lexer = new(words.Build(), new WordSet([]), new WordSet([]));
        return reading(reader, lexer.Tokenize(EngineFixture.Read(text)).SentenceAt(0));
    }
}

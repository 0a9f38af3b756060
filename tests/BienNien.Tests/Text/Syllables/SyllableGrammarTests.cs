using BienNien.Knowledge;
using BienNien.Tests.Properties;
using BienNien.Text.Syllables;
using FsCheck.Fluent;
using Shouldly;

namespace BienNien.Tests.Text.Syllables;

public sealed class SyllableGrammarTests
{
    // The marks in the order of Tone.
    private static readonly string[] _marks = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"];

    [Theory]
    [InlineData("hoà hòa thuỷ thủy khoẻ khỏe quý quả quốc quýt quỳnh quyển giếng gìn gì già giữa giặc giết ghế nghiêng nghĩ kẻ kỷ cuộc của ngoằn")]
    [InlineData("xoong goòng moóc xẻng séc huơ thuở khuya khuỷu khuỵu tuýp buýt voan ngoao khoèo ngoẹo hươu rượu bướu khuếch huênh khuâng uống oanh uỷ ủy")]
    [InlineData("yên yết yêu yểng ý y lý mỹ tỷ hy kỳ sĩ ỉa ốc ăn âm êm đường ĐƯỜNG Đảng ĐẢNG Nguyễn NGUYỄN Ủy hoẵng loắt choắt chuếnh choáng ngoạm quạu quều quờ")]
    [InlineData("Pác Bó Lũng Khuổi Nậm Bản Mường Lò Sa Pa Nùng Chí Cao Ký nghèo nghễnh nghệch gầm ghềnh giạ giặt giã gion")]
    public void Syllables_of_the_language_are_possible(string words) =>
        words.Split(' ').ShouldAllBe(static word => SyllableGrammar.IsPossible(word));

    [Theory]
    [InlineData("Tur lênh1 nghuyên ghuy l945 Đ1ều")]
    [InlineData("ka ce ghà ngè nghà gê kuộc cyu qa quu qốc coa cuy cuên boăn")]
    [InlineData("cac dat lich mẻp tốch nhảt hoàt")]
    [InlineData("Đắk Lắk Kon Kạn street pour fin Washington affaires")]
    [InlineData("tóan qúy gìa ngừơi thùân bóà")]
    public void What_the_spelling_does_not_allow_is_not_possible(string words) =>
        words.Split(' ').ShouldAllBe(static word => !SyllableGrammar.IsPossible(word));

    [Theory]
    [InlineData("nghiêng", "ngh", "iêng", Tone.Level, ToneMark.None)]
    [InlineData("GIẾNG", "gi", "iêng", Tone.Rising, ToneMark.Regular)]
    [InlineData("già", "gi", "a", Tone.Falling, ToneMark.Regular)]
    [InlineData("gìn", "gi", "in", Tone.Falling, ToneMark.Regular)]
    [InlineData("Quốc", "qu", "ôc", Tone.Rising, ToneMark.Regular)]
    [InlineData("hoà", "h", "oa", Tone.Falling, ToneMark.NewStyle)]
    [InlineData("hòa", "h", "oa", Tone.Falling, ToneMark.OldStyle)]
    [InlineData("hòan", "h", "oan", Tone.Falling, ToneMark.Misplaced)]
    [InlineData("qúy", "qu", "y", Tone.Rising, ToneMark.Misplaced)]
    [InlineData("uỷ", "", "uy", Tone.Dipping, ToneMark.NewStyle)]
    [InlineData("khuỵu", "kh", "uyu", Tone.Heavy, ToneMark.Regular)]
    [InlineData("khuyến", "kh", "uyên", Tone.Rising, ToneMark.Regular)]
    [InlineData("yểng", "", "yêng", Tone.Dipping, ToneMark.Regular)]
    [InlineData("ngã", "ng", "a", Tone.Broken, ToneMark.Regular)]
    public void A_syllable_is_taken_apart(string word, string onset, string rime, Tone tone, ToneMark mark)
    {
        SyllableGrammar.TryTakeApart(word, out Syllable syllable).ShouldBeTrue();
        syllable.ShouldBe(new Syllable(onset, rime, tone, mark));
    }

    [Fact]
    public void Every_composition_of_the_tables_is_taken_apart_into_what_it_was_made_of()
    {
        int composed = 0;
        foreach ((string onset, string rime, int mark, bool stop) in Compositions())
        {
            for (int tone = 0; tone < _marks.Length; tone++)
            {
                string bare = Write(onset, rime);
                int at = bare.Length - rime.Length + mark + 1;
                string word = (bare[..at] + _marks[tone] + bare[at..]).Normalize();
                bool possible = SyllableGrammar.TryTakeApart(word, out Syllable syllable);

                possible.ShouldBe(!stop || tone is 2 or 5, word);
                SyllableGrammar.IsPossible(word.ToUpperInvariant()).ShouldBe(possible, word);
                if (possible)
                {
                    (syllable.Onset, syllable.Rime, syllable.Tone).ShouldBe((onset, rime, (Tone)tone), word);
                    syllable.Mark.ShouldNotBe(ToneMark.Misplaced, word);
                    composed++;
                }
            }
        }

        composed.ShouldBeGreaterThan(10_000);
    }

    [Fact]
    public void A_second_tone_a_foreign_letter_or_a_further_letter_makes_a_syllable_impossible()
    {
        string[] words = [.. Compositions().Select(static one => Write(one.Onset, one.Rime))];
        Seeded.Check(
            from word in Gen.Elements(words)
            from at in Gen.Choose(0, word.Length)
            from strange in Gen.Elements('f', 'j', 'w', 'z', '1', '-', 'é', 'ñ', 'ö', '\u0301', ' ')
            select (word, at, strange),
            2000,
            static one => one.strange == 'é'
                ? !SyllableGrammar.IsPossible(one.word + "àá")
                : !SyllableGrammar.IsPossible(one.word.Insert(one.at, one.strange.ToString())));
    }

    [Fact]
    public void Nothing_is_no_syllable() => SyllableGrammar.IsPossible("").ShouldBeFalse();

    private static string Write(string onset, string rime) => onset == "gi" && rime[0] == 'i' ? "g" + rime : onset + rime;

    /// <summary>Onset, rime, the letter that bears the mark (either style), and whether a stop closes it: read from the tables without the grammar's own code.</summary>
    private static IEnumerable<(string Onset, string Rime, int Mark, bool Stop)> Compositions()
    {
        DataTable onsets = DataTable.Load("syllable-onsets");
        DataTable rimes = DataTable.Load("syllable-rimes");
        foreach (string[] rime in rimes.Rows.Select(static row => row.ToArray()))
        {
            string[] listed = rime[rimes.IndexOf("onsets")].Split(' ');
            foreach ((string onset, string before) in onsets.Rows.Select(row => (row[0], row[1])).Append(("", "any")))
            {
                string name = onset.Length == 0 ? "-" : onset;
                bool allowed = (listed.Contains(name) || (listed.Contains("*") && onset != "qu")) && !listed.Contains("!" + name);
                bool front = "eêiy".Contains(rime[0][0], StringComparison.Ordinal);
                if (allowed && (before == "any" || before == "front" == front))
                {
                    bool stop = rime[1] == "stop";
                    yield return (onset, rime[0], rime[2][0] - '1', stop);
                    yield return (onset, rime[0], rime[3][0] - '1', stop);
                }
            }
        }
    }
}

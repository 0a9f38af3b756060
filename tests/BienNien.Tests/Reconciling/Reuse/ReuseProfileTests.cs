using System.Text;
using BienNien.Reconciling.Reuse;
using BienNien.Tests.Properties;
using BienNien.Text;
using FsCheck.Fluent;
using Shouldly;

namespace BienNien.Tests.Reconciling.Reuse;

public sealed class ReuseProfileTests
{
    [Theory]
    [InlineData("Hoà Bình, thuỷ lợi", "hòa bình thủy lợi")]
    [InlineData("“Ban Chấp hành” (khoá IX)!", "ban chấp hành khóa ix")]
    [InlineData("ngày 01/04/1930", "ngày 1-4-1930")]
    [InlineData("đồn D'Entrecasteaux", "Đồn D’Entrecasteaux")]
    [InlineData("**93 năm** giữ nước[^1]", "93 năm giữ nước")]
    public void What_only_looks_different_has_the_same_hashes(string one, string other)
    {
        Hashes(one).ShouldBe(Hashes(other));
        Hashes(one).ShouldNotBeEmpty();
    }

    [Fact]
    public void Decomposed_text_has_the_same_hashes()
    {
        const string Text = "Đội tự vệ xã Nà Lốc giữ bến phà suốt mùa nước lũ";
        Hashes(Text.Normalize(NormalizationForm.FormD)).ShouldBe(Hashes(Text));
    }

    [Theory]
    [InlineData("Nọn", "Nộn")]
    [InlineData("xả", "xã")]
    [InlineData("đò", "dò")]
    public void Words_that_differ_in_marks_alone_have_one_folded_and_two_exact_hashes(string one, string other)
    {
        ReuseWord a = ReuseTexts.Profile(one).Words[0];
        ReuseWord b = ReuseTexts.Profile(other).Words[0];
        a.Folded.ShouldBe(b.Folded);
        a.Exact.ShouldNotBe(b.Exact);
    }

    [Theory]
    [InlineData("1,05", "1,5")]
    [InlineData("105", "15")]
    [InlineData("0", "7")]
    [InlineData("lí", "ly")]
    public void Other_words_and_numbers_have_other_hashes(string one, string other) => Hashes(one).ShouldNotBe(Hashes(other));

    [Fact]
    public void Places_are_those_of_the_text()
    {
        const string Text = "Số: 27/QĐ-UB,\n  ngày 5 tháng 3";
        ReuseProfile profile = ReuseTexts.Profile(Text);
        Enumerable.Range(0, profile.Count).Select(word => ReuseTexts.At(Text, profile.SpanOf(word, word + 1))).ShouldBe(["Số", "27", "QĐ", "UB", "ngày", "5", "tháng", "3"]);
        ReuseTexts.At(Text, profile.SpanOf(2, 6)).ShouldBe("QĐ-UB,\n  ngày 5");
        profile.SpanOf(4, 4).ShouldBe(new TextSpan(Text.IndexOf("ngày", StringComparison.Ordinal), 0));
        profile.SpanOf(8, 8).ShouldBe(new TextSpan(Text.Length, 0));
    }

    /// <summary>Libraries keep these bytes. When this fails, the version has to change.</summary>
    [Fact]
    public void Bytes_are_the_same_in_every_run()
    {
        ReuseProfile profile = ReuseTexts.Profile("Ngày 01/4, bến Hoà lập. Bến hòa có 7 đò lớn.");
        Convert.ToHexStringLower(profile.ToBytes()).ShouldBe(
            "010a540e79e84f300fb4d6d320e0d6d320e0f49f843bf49f843bf3aaf0b38be6c77db9c40928c55a98c3885c00e43ff0537294d349fcdefab35497a72bf597a72bf5b1d78fb1257f45b119519cf8db263ed5"
            + "0c000204011002021501032403041003051003032603041003061002071001081002091003");
        profile.Hashes.Select(static hash => hash.ToString("x16", System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(["07449f27543336d5", "4bbc9a5f0a0157e5"]);
    }

    [Fact]
    public void Bytes_lead_back_to_the_same_profile() => Seeded.Check(Texts.Documents, 200, static text =>
    {
        ReuseProfile profile = ReuseTexts.Profile(text);
        ReuseProfile again = ReuseProfile.FromBytes(profile.ToBytes());
        return again.Words.SequenceEqual(profile.Words) && again.Fingerprints.SequenceEqual(profile.Fingerprints);
    });

    [Fact]
    public void Words_that_are_read_before_earlier_ones_keep_their_places()
    {
        ReuseProfile profile = new([new ReuseWord(1, 2, 100, 4, ReuseTraits.OpensSentence), new ReuseWord(3, 4, 20, 5, ReuseTraits.AfterMark)]);
        ReuseProfile.FromBytes(profile.ToBytes()).Words.ToArray().ShouldBe(profile.Words.ToArray());
        profile.SpanOf(0, 2).ShouldBe(TextSpan.Between(20, 104));
    }

    [Fact]
    public void Bytes_are_not_many_more_than_those_of_the_text()
    {
        string text = string.Join(' ', Enumerable.Range(0, 4000).Select(static i => $"tổ {i % 97} nhận ruộng của bà con ở làng {i % 13},"));
        ReuseTexts.Profile(text).ToBytes().Length.ShouldBeLessThan(Encoding.UTF8.GetByteCount(text));
    }

    [Fact]
    public void Damaged_bytes_are_refused_or_give_a_profile()
    {
        byte[] bytes = ReuseTexts.Profile("Xã có 3 thôn, 412 hộ, 1.986 khẩu; thôn lớn nhất có 150 hộ.").ToBytes();
        for (int length = 0; length < bytes.Length; length++)
        {
            Should.Throw<FormatException>(() => ReuseProfile.FromBytes(bytes.AsMemory(0, length)));
        }

        int refused = 0;
        for (int at = 0; at < bytes.Length; at++)
        {
            for (int value = 0; value < 256; value += 15)
            {
                byte[] damaged = [.. bytes];
                damaged[at] = (byte)value;
                try
                {
                    ReuseProfile profile = ReuseProfile.FromBytes(damaged);
                    profile.Words.ToArray().ShouldAllBe(static word => word.Start >= 0 && word.End > word.Start);
                }
                catch (FormatException)
                {
                    refused++;
                }
            }
        }

        refused.ShouldBeGreaterThan(0);
        Should.Throw<FormatException>(() => ReuseProfile.FromBytes(new byte[] { ReuseProfile.Version + 1, 0, 0 }));
        Should.Throw<FormatException>(() => ReuseProfile.FromBytes(new byte[] { ReuseProfile.Version, 0xFF, 0xFF, 0xFF, 0xFF, 0x07 }));
    }

    [Fact]
    public void A_run_of_guaranteed_length_shares_a_fingerprint() => Seeded.Check(
        from shared in ReuseTexts.Words(Winnowing.Guarantee, Winnowing.Guarantee + 3)
        from beforeA in ReuseTexts.Words(0, 9)
        from afterA in ReuseTexts.Words(0, 9)
        from beforeB in ReuseTexts.Words(0, 9)
        from afterB in ReuseTexts.Words(0, 9)
        select (A: string.Join(' ', [.. beforeA, .. shared, .. afterA]), B: string.Join(' ', [.. beforeB, .. shared, .. afterB])),
        1000,
        static pair => ReuseTexts.Profile(pair.A).Hashes.Intersect(ReuseTexts.Profile(pair.B).Hashes).Any());

    [Fact]
    public void Two_of_five_runs_are_fingerprints_of_ordinary_text() => Seeded.Check(ReuseTexts.Words(3000, 3000), 5, static words =>
        Math.Abs((ReuseTexts.Profile(string.Join(' ', words)).Fingerprints.Length / (double)(words.Length - Winnowing.Run + 1)) - (2.0 / (Winnowing.Window + 1))) < 0.03);

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Too_few_words_have_no_fingerprint(int count)
    {
        ReuseProfile profile = ReuseTexts.Profile(string.Join(' ', Enumerable.Repeat("lúa", count)));
        profile.Count.ShouldBe(count);
        profile.Fingerprints.ShouldBeEmpty();
        profile.Hashes.ShouldBeEmpty();
    }

    private static (uint, uint)[] Hashes(string text) => [.. ReuseTexts.Profile(text).Words.ToArray().Select(static word => (word.Folded, word.Exact))];
}

using System.Collections.Immutable;
using System.Diagnostics;
using BienNien.Reconciling.Reuse;
using Shouldly;

namespace BienNien.Tests.Reconciling.Reuse;

/// <summary>Texts that would take a careless search the square of their length.</summary>
public sealed class HostileReuseTests
{
    private const int Size = 1_000_000;

    // The worst of these needs 113; the square of the length would be hundreds of thousands.
    private const int MostWorkPerWord = 150;

    // What is not counted as work takes time, too. Less than a second is needed (docs/reuse.md), unless the machine is busy with other things.
    private static readonly TimeSpan _most = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("lúa ", "lúa ")]
    [InlineData("lúa ", "lúa lúa lúa lúa lúa lúa lúa lúa lúa lúa lúa lúa ngô ")]
    [InlineData("Xã giao đủ thóc cho kho huyện trước ngày mồng 10. ", "Xã giao đủ thóc cho kho huyện trước ngày mồng 10. ")]
    [InlineData("Xã giao đủ thóc cho kho huyện trước ngày mồng 10. ", "Xã giao đủ thóc cho kho huyện trước ngày mồng 12. ")]
    public void Repetition_is_aligned_soon(string one, string other)
    {
        ReuseProfile a = ReuseTexts.Profile(Repeat(one, Size));
        ReuseProfile b = ReuseTexts.Profile(Repeat(other, Size / 2 * 3));
        ImmutableArray<ReusedPassage> passages = Aligned(a, b);
        passages.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_number_without_end_is_not_cut()
    {
        ReuseProfile a = ReuseTexts.Profile(Repeat("1.1/", Size));
        ReuseProfile b = ReuseTexts.Profile(Repeat("1.1.", Size / 2 * 3));
        Aligned(a, b).ShouldBeEmpty();
    }

    [Fact]
    public void Two_words_in_any_order_are_aligned_soon()
    {
        Random random = new(17);
        string[] texts = [.. Enumerable.Range(0, 2).Select(_ => string.Concat(Enumerable.Range(0, Size / 4).Select(_ => random.Next(2) == 0 ? "có " : "không ")))];
        ReuseProfile[] profiles = [.. texts.Select(ReuseTexts.Profile)];
        Aligned(profiles[0], profiles[1]).ShouldNotBeEmpty();
    }

    [Fact]
    public void Thousands_of_short_common_phrases_are_left_alone_soon()
    {
        Random random = new(18);
        string[] phrases = [.. Enumerable.Range(0, 3000).Select(i => string.Join(' ', Enumerable.Range(0, 6).Select(j => $"p{i}q{j}")))];
        string[] texts = [.. Enumerable.Range(0, 2).Select(text => string.Join(' ', Enumerable.Range(0, 8).SelectMany(round =>
        {
            random.Shuffle(phrases);
            return phrases.Select((phrase, i) => $"{phrase} t{text}r{round}i{i} t{text}");
        })))];
        ReuseProfile[] profiles = [.. texts.Select(ReuseTexts.Profile)];
        Aligned(profiles[0], profiles[1]).ShouldBeEmpty();
    }

    [Fact]
    public void A_word_of_a_million_letters_is_a_word()
    {
        ReuseProfile profile = ReuseTexts.Profile(new string('ộ', Size));
        profile.Count.ShouldBe(1);
        profile.Words[0].Exact.ShouldNotBe(ReuseTexts.Profile(new string('o', Size)).Words[0].Exact);
        profile.Words[0].Folded.ShouldBe(ReuseTexts.Profile(new string('o', Size)).Words[0].Folded);
    }

    private static string Repeat(string text, int length) => string.Concat(Enumerable.Repeat(text, length / text.Length));

    private static ImmutableArray<ReusedPassage> Aligned(ReuseProfile a, ReuseProfile b)
    {
        Stopwatch watch = Stopwatch.StartNew();
        ImmutableArray<ReusedPassage> passages = PassageAligner.Align(a, b, out long work);
        watch.Elapsed.ShouldBeLessThan(_most);
        (work / (a.Count + b.Count)).ShouldBeLessThan(MostWorkPerWord);
        return passages;
    }
}

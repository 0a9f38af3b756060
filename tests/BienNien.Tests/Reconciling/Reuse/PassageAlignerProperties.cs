using System.Collections.Immutable;
using BienNien.Reconciling.Reuse;
using BienNien.Tests.Properties;
using BienNien.Text;
using FsCheck;
using FsCheck.Fluent;

namespace BienNien.Tests.Reconciling.Reuse;

/// <summary>What must hold of the passages of any two texts.</summary>
public sealed class PassageAlignerProperties
{
    // What was done to a word of a copy.
    private static Gen<string[]> Edited(string word) =>
        from kind in Gen.Choose(0, 2)
        from other in ReuseTexts.Word
        select kind switch { 0 => new[] { other }, 1 => [], _ => [other, word] };

    private static Gen<string[]> Copies(string[] words, int percent) =>
        from places in Gen.Shuffle(Enumerable.Range(0, words.Length).ToArray())
        from edits in Gen.CollectToArray(words, Edited)
        select words.SelectMany((word, i) => Array.IndexOf(places, i) < words.Length * percent / 100 ? edits[i] : [word]).ToArray();

    private static Gen<(string A, string B, string Passage, string Copy)> Planted =>
        from passage in ReuseTexts.Words(40, 120)
        from copy in Copies(passage, percent: 10)
        from before in ReuseTexts.Words(0, 80)
        from after in ReuseTexts.Words(0, 80)
        from otherBefore in ReuseTexts.Words(0, 80)
        from otherAfter in ReuseTexts.Words(0, 80)
        select (Join([.. before, .. passage, .. after]), Join([.. otherBefore, .. copy, .. otherAfter]), Join(passage), Join(copy));

    // Pairs that share several passages, in any order, of few words, so that chance and repetition have their part.
    private static Gen<(string A, string B)> Shuffled =>
        from parts in ReuseTexts.Words(10, 60).ArrayOf(4)
        from copies in Gen.CollectToArray(parts, static part => Copies(part, percent: 15))
        from order in Gen.Choose(0, 3).ArrayOf(5)
        select (string.Join(".\n\n", parts.Select(Join)), string.Join(".\n\n", order.Select(i => Join(copies[i]))));

    private static Gen<(string A, string B)> Pairs => Gen.OneOf(Shuffled, Planted.Select(static sample => (sample.A, sample.B)), Two(Texts.Documents), Two(FewWords));

    private static Gen<string> FewWords => Gen.Elements("một", "hai", "hài", "ba,", "bốn.", "1/5", "1.5").ListOf(80).Select(static words => string.Join(' ', words));

    [Fact]
    public void A_planted_copy_is_found() => Seeded.Check(Planted, 500, static sample =>
        ReuseTexts.Passages(sample.A, sample.B).Any(found => Covers(found.A, sample.A, sample.Passage) && Covers(found.B, sample.B, sample.Copy)));

    [Fact]
    public void Turned_round_documents_have_the_passages_turned_round() => Seeded.Check(Pairs, 500, static pair =>
    {
        ReuseProfile a = ReuseTexts.Profile(pair.A);
        ReuseProfile b = ReuseTexts.Profile(pair.B);
        return PassageAligner.Align(a, b).Select(Form).Order(StringComparer.Ordinal)
            .SequenceEqual(PassageAligner.Align(b, a).Select(Turned).Select(Form).Order(StringComparer.Ordinal));
    });

    [Fact]
    public void Edits_make_the_words_of_one_side_out_of_the_other() => Seeded.Check(Pairs, 500, static pair =>
        PassageAligner.Align(ReuseTexts.Profile(pair.A), ReuseTexts.Profile(pair.B)).All(passage =>
        {
            List<string> made = [];
            int at = passage.A.Start;
            foreach (ReuseEdit edit in passage.Edits)
            {
                made.AddRange(Forms(pair.A[at..edit.A.Start]));
                made.AddRange(Forms(ReuseTexts.At(pair.B, edit.B)));
                at = edit.A.End;
            }

            made.AddRange(Forms(pair.A[at..passage.A.End]));
            return made.SequenceEqual(Forms(ReuseTexts.At(pair.B, passage.B)));
        }));

    [Fact]
    public void Passages_are_long_and_alike_enough_and_share_no_word() => Seeded.Check(Pairs, 500, static pair =>
    {
        ImmutableArray<ReusedPassage> passages = PassageAligner.Align(ReuseTexts.Profile(pair.A), ReuseTexts.Profile(pair.B));
        return passages.All(passage => passage.Similarity is >= PassageAligner.LeastSimilarity and <= 1
                && Forms(ReuseTexts.At(pair.A, passage.A)).Length >= PassageAligner.LeastWords
                && Forms(ReuseTexts.At(pair.B, passage.B)).Length >= PassageAligner.LeastWords
                && passage.Edits.All(edit => passage.A.Contains(edit.A) && passage.B.Contains(edit.B)))
            && passages.All(one => passages.All(other => ReferenceEquals(one, other) || (!one.A.Overlaps(other.A) && !one.B.Overlaps(other.B))));
    });

    [Fact]
    public void A_document_is_one_passage_of_itself() => Seeded.Check(Gen.OneOf(ReuseTexts.Words(25, 300).Select(Join), FewWords), 300, static text =>
        ReuseTexts.Passages(text, text) is [var whole] && whole.A == whole.B && whole.Edits.Length == 0 && ReuseTexts.Profile(ReuseTexts.At(text, whole.A)).Count == ReuseTexts.Profile(text).Count);

    [Fact]
    public void Text_put_before_a_document_only_shifts_its_passages() => Seeded.Check(
        from pair in Planted
        from count in Gen.Choose(1, 60)
        select (pair.A, pair.B, Before: string.Concat(Enumerable.Range(0, count).Select(static i => $"w{i}x "))),
        300,
        static sample => PassageAligner.Align(ReuseTexts.Profile(sample.A), ReuseTexts.Profile(sample.Before + sample.B)).Select(Form)
            .SequenceEqual(PassageAligner.Align(ReuseTexts.Profile(sample.A), ReuseTexts.Profile(sample.B)).Select(passage => Form(Shift(passage, sample.Before.Length)))));

    [Fact]
    public void Unrelated_texts_share_nothing() => Seeded.Check(
        from a in ReuseTexts.Words(300, 600)
        from b in ReuseTexts.Words(300, 600)
        select (Join(a), Join(b)),
        300,
        static pair => ReuseTexts.Passages(pair.Item1, pair.Item2).Length == 0);

    /// <summary>A passage with all its edits as text, to compare.</summary>
    internal static string Form(ReusedPassage passage) =>
        string.Create(null, $"{passage.A} {passage.B} {passage.Similarity:R} {string.Join(' ', passage.Edits.Select(static edit => $"{edit.A}→{edit.B}"))}");

    private static ReusedPassage Turned(ReusedPassage passage) =>
        new(passage.B, passage.A, passage.Similarity, [.. passage.Edits.Select(static edit => new ReuseEdit(edit.B, edit.A))]);

    private static ReusedPassage Shift(ReusedPassage passage, int by) =>
        passage with { B = Shift(passage.B, by), Edits = [.. passage.Edits.Select(edit => edit with { B = Shift(edit.B, by) })] };

    private static TextSpan Shift(TextSpan span, int by) => new(span.Start + by, span.Length);

    // Nearly all of a planted passage: words at its ends may be edited themselves.
    private static bool Covers(TextSpan found, string text, string planted)
    {
        int start = text.IndexOf(planted, StringComparison.Ordinal);
        int common = Math.Min(found.End, start + planted.Length) - Math.Max(found.Start, start);
        return common >= 0.6 * planted.Length;
    }

    private static (uint Folded, uint Exact)[] Words(string text) => [.. ReuseTexts.Profile(text).Words.ToArray().Select(static word => (word.Folded, word.Exact))];

    private static string[] Forms(string text) => [.. Words(text).Select(static word => word.ToString())];

    private static string Join(string[] words) => string.Join(' ', words);

    private static Gen<(string, string)> Two(Gen<string> texts) => from a in texts from b in texts select (a, b);
}

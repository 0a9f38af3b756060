using System.Collections.Immutable;
using System.Text;
using BienNien.Finding;
using BienNien.Text;

namespace BienNien.Tests.Properties;

/// <summary>What must hold of mentions in any text.</summary>
public sealed class FindingProperties(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    // Ends every paragraph, list and sentence that a generated text could go on with, and names nothing.
    private const string Before = "Đoạn này mở đầu và không kể điều gì.\n\n";

    [Fact]
    public void Mentions_lie_in_the_text_begin_and_end_with_words_and_come_in_order() => Seeded.Check(Texts.Documents, 300, text =>
    {
        Document document = EngineFixture.Read(text);
        ImmutableArray<Mention> mentions = fixture.Engine.Finder.Find(document);
        for (int i = 0; i < mentions.Length; i++)
        {
            TextSpan span = mentions[i].Span;
            if (span.Start < 0 || span.Length == 0 || span.End > document.Text.Length
                || char.IsWhiteSpace(document.Text[span.Start]) || char.IsWhiteSpace(document.Text[span.End - 1])
                || (i > 0 && span < mentions[i - 1].Span))
            {
                return false;
            }
        }

        return true;
    });

    [Fact]
    public void Mentions_of_one_kind_do_not_overlap() => Seeded.Check(Texts.Documents, 300, text =>
        fixture.Engine.Finder.Find(EngineFixture.Read(text))
            .GroupBy(static mention => mention.Kind)
            .All(static kind => kind.Zip(kind.Skip(1)).All(static pair => !pair.First.Span.Overlaps(pair.Second.Span))));

    [Fact]
    public void Composed_and_decomposed_files_give_the_same_mentions_each_leading_back_to_its_own_file() => Seeded.Check(Texts.Documents, 300, text =>
    {
        string decomposed = text.Normalize(NormalizationForm.FormD);
        Document one = EngineFixture.Read(text.Normalize());
        Document other = EngineFixture.Read(decomposed);
        ImmutableArray<Mention> mentions = fixture.Engine.Finder.Find(other);
        return Same(fixture.Engine.Finder.Find(one), mentions, 0) && mentions.All(mention =>
        {
            int start = other.SourceMap.ToSource(mention.Span.Start);
            int end = other.SourceMap.ToSource(mention.Span.End);
            return decomposed[start..end].Normalize() == other.Surface(mention.Span);
        });
    });

    [Fact]
    public void A_paragraph_before_only_shifts_spans() => Seeded.Check(Texts.Documents, 300, text =>
        Same(fixture.Engine.Finder.Find(EngineFixture.Read(text)), fixture.Engine.Finder.Find(EngineFixture.Read(Before + text)), Before.Length));

    [Fact]
    public void Finding_twice_and_on_many_threads_gives_the_same() => Seeded.Check(Texts.Documents, 40, text =>
    {
        Document document = EngineFixture.Read(text);
        ImmutableArray<Mention> once = fixture.Engine.Finder.Find(document);
        return Enumerable.Range(0, 8).AsParallel().All(_ => Same(once, fixture.Engine.Finder.Find(document), 0));
    });

    private static bool Same(ImmutableArray<Mention> left, ImmutableArray<Mention> right, int shift) =>
        left.Select(static mention => (mention.Kind, mention.Span.Start, mention.Span.Length, mention.Rule, Attributes(mention)))
            .SequenceEqual(right.Select(mention => (mention.Kind, mention.Span.Start - shift, mention.Span.Length, mention.Rule, Attributes(mention))));

    // Values hold collections, which records compare by reference: their JSON says what they mean.
    private static string Attributes(Mention mention) => MentionJson.Attributes(mention.Value);
}

using System.Collections.Immutable;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.Quotes.Rules;

/// <summary>QUO003. Words in quotation marks of which the text says afterwards whose they are: “…”, bà Lý kể; “…” như lời cụ Phan.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: QuoteBeforeSpeaker.md, beside this file.</remarks>
internal sealed class QuoteBeforeSpeaker : IQuoteRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("QUO003");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords => [];

    /// <inheritdoc/>
    public Openings Openings => Openings.None;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        // Asked nowhere: QuoteFinder asks for the speaker once all other mentions are known.
    }

    /// <inheritdoc/>
    public string? SpeakerOf(in QuoteScene scene)
    {
        if (scene.IsVerse)
        {
            return null;
        }

        Sentence sentence = scene.Before(out int end);
        return !scene.OpensSentence && scene.Grammar.CueBefore(sentence, end, out _) is "title" ? null : scene.NamedAfter();
    }
}

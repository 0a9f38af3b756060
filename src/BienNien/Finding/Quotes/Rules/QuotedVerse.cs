using System.Collections.Immutable;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.Quotes.Rules;

/// <summary>QUO004. Lines of verse without quotation marks, after a colon and a word for verse.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: QuotedVerse.md, beside this file.</remarks>
internal sealed class QuotedVerse : IQuoteRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("QUO004");

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
        if (!scene.IsVerse)
        {
            return null;
        }

        Sentence sentence = scene.Before(out int end);
        return scene.NamedBefore(sentence.FirstToken + end, sentence.FirstToken) ?? "";
    }
}

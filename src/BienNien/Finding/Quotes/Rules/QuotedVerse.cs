using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.Quotes.Rules;

/// <summary>QUO004. Lines of verse without quotation marks, after a colon and a word for verse.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: QuotedVerse.md, beside this file.</remarks>
internal sealed class QuotedVerse() : ResolvedRule(new RuleId("QUO004")), IQuoteRule
{
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

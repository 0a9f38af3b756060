using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.Quotes.Rules;

/// <summary>QUO003. Words in quotation marks of which the text says afterwards whose they are: “…”, bà Lý kể; “…” như lời cụ Phan.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: QuoteBeforeSpeaker.md, beside this file.</remarks>
internal sealed class QuoteBeforeSpeaker() : ResolvedRule(new RuleId("QUO003")), IQuoteRule
{
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

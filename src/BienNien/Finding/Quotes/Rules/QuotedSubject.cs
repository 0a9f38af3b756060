using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.Quotes.Rules;

/// <summary>QUO002. The subject of a paper in quotation marks, right after its reference or “về”: “Chỉ thị số 05-CT/TW về ‘đẩy mạnh …’”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: QuotedSubject.md, beside this file.</remarks>
internal sealed class QuotedSubject(Vocabulary.Builder words) : ResolvedRule(new RuleId("QUO002")), IQuoteRule
{
    private readonly WordSet _about = words.AddSet("về");

    /// <inheritdoc/>
    public string? SpeakerOf(in QuoteScene scene)
    {
        if (scene.IsVerse || scene.PaperBefore(out int end) is not { } paper)
        {
            return null;
        }

        return end == scene.Quotation.Open || _about.Contains(scene.Document.Tokens[end]) ? paper : null;
    }
}

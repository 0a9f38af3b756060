using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.Quotes.Rules;

/// <summary>QUO001. Somebody's words in quotation marks, announced by a colon or a word of saying: the first six.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: AttributedQuote.md, beside this file.</remarks>
internal sealed class AttributedQuote() : ResolvedRule(new RuleId("QUO001")), IQuoteRule
{
    // Words between a word of saying and the marks (“viết cho vợ”), without and with a colon.
    private const int FarthestCue = 4;
    private const int FarthestWithColon = 30;
    private const int FarthestMotto = 4;
    private const int FarthestMottoWithColon = 8;

    /// <inheritdoc/>
    public string? SpeakerOf(in QuoteScene scene)
    {
        if (scene.IsVerse)
        {
            return null;
        }

        Sentence sentence = scene.Before(out int end);
        bool colon = end > 0 && sentence.Surface(end - 1) is ":";
        if (scene.OpensSentence && !colon)
        {
            // “…”. “…”: the same person goes on.
            return scene.Previous;
        }

        end -= colon ? 1 : 0;
        QuoteGrammar grammar = scene.Grammar;
        int said = grammar.LastSaying(sentence, Math.Max(0, end - (colon ? FarthestWithColon : FarthestCue)), end, out int start);
        if (said > 0 && !colon && HasMark(sentence, said, end))
        {
            said = 0;
        }

        string? role = grammar.CueBefore(sentence, end, out _);
        if (said == 0 && role is null)
        {
            role = grammar.HasMotto(sentence, Math.Max(0, end - (colon ? FarthestMottoWithColon : FarthestMotto)), end) ? "motto" : null;
        }

        if (said == 0 && role is "title")
        {
            return null;
        }

        // “Theo bà Hoa, ‘…’”: “theo” announces as a word of saying does.
        bool according = said == 0 && end > 0 && sentence[end - 1].IsMark && According(grammar, sentence, end - 1);
        if (said == 0 && !colon && !according && role is not "motto")
        {
            return null;
        }

        int first = sentence.FirstToken;
        string? by = scene.NamedBefore(first + (said > 0 ? start : end), first) ?? (said > 0 ? scene.NamedBefore(first + end, first) : null);
        bool pronoun = false;
        for (int i = 0; i < (said > 0 ? start : end); i++)
        {
            pronoun |= grammar.IsPronoun(sentence, i);
        }

        // A motto is quoted only from somebody.
        if (by is null && role is "motto" && said == 0)
        {
            return grammar.NamesAuthority(sentence, end) ? "" : null;
        }

        return by ?? (said > 0 || pronoun || colon ? scene.Referent(first) : null) ?? "";
    }

    private static bool HasMark(Sentence sentence, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (sentence[i].IsMark && sentence.Surface(i) is not ",")
            {
                return true;
            }
        }

        return false;
    }

    private static bool According(QuoteGrammar grammar, Sentence sentence, int end)
    {
        for (int i = end - 1; i >= 0 && end - i < 14; i--)
        {
            if (grammar.IsAccording(sentence, i))
            {
                return i == 0 || sentence[i - 1].IsMark;
            }
        }

        return false;
    }
}

using System.Collections.Immutable;
using BienNien.Checking.Spelling;
using BienNien.Reading.Repairing;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking.Rules;

/// <summary>CHK018. A word that a scan or a slip of typing has damaged: “công sản”, “nên tảng”, “l945”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: OcrMisspelling.md, beside this file. Reading finds the damage; here it is told.</remarks>
internal sealed class OcrMisspelling(Vocabulary.Builder words) : CheckRule("CHK018", "ocr-misspelling", DiagnosticSeverity.Warning)
{
    // Below it one of several tells nothing wrong.
    private const double Least = 0.9;
    private const double Sure = 0.97;

    // Real syllables deceive more than impossible ones.
    private const double SureSyllable = 0.98;

    private readonly FixedPhrases _phrases = new(words);
    private readonly SyllablePairs _pairs = new();

    /// <inheritdoc/>
    public override void Check(DocumentAnalysis analysis, DiagnosticSink found)
    {
        string text = analysis.Document.Text;
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        List<TextSpan> told = [];
        List<PhraseSlip> slips = [];
        foreach (SentenceRange sentence in analysis.Tokens.Sentences)
        {
            slips.Clear();
            _phrases.Find(text, tokens.AsSpan()[sentence.First..sentence.End], _pairs, slips);
            foreach (PhraseSlip slip in slips)
            {
                TextSpan span = TextSpan.Between(tokens[sentence.First + slip.First].Start, tokens[sentence.First + slip.End - 1].End);
                string reading = SyllableDamage.InCaseOf(text.AsSpan(span.Start, span.Length), slip.Reading);
                told.Add(span);
                Report(analysis.Document, found, span, reading, slip.Length > 2, ("cụm từ cố định, chỗ này khác một chữ", "a fixed phrase, here with one syllable other"));
            }
        }

        List<SpellingSlip> misspelt = [];
        TitleSlips.Find(analysis, misspelt);
        WordSlips.Find(analysis, _pairs, misspelt);
        foreach (SpellingSlip slip in misspelt)
        {
            if (!told.Exists(span => span.Overlaps(slip.Span)))
            {
                told.Add(slip.Span);
                Report(analysis.Document, found, slip.Span, slip.Reading, slip.IsSure, (slip.Why.Vietnamese, slip.Why.English));
            }
        }

        foreach (Damage damage in analysis.Document.Damages)
        {
            if (damage.Confidence >= Least && !told.Exists(span => span.Overlaps(damage.Span)) && IsPlain(analysis, damage))
            {
                Report(analysis.Document, found, damage.Span, damage.Reading, damage.Confidence >= Sure, damage.Reason switch
                {
                    DamageReason.ImpossibleSyllable => ("chữ Việt không có vần này", "no Vietnamese syllable is written so"),
                    DamageReason.LetterForDigit => ("chữ cái đứng vào chỗ chữ số hoặc ngược lại", "letters stand where figures must, or the other way round"),
                    DamageReason.BrokenDate => ("ngày tháng bị vỡ", "a date is broken"),
                    _ => ("không đi được với các chữ bên cạnh", "it does not go with the words beside it"),
                });
            }
        }
    }

    // In a document that nobody scanned a rare word is more likely than a damaged one, unless the reading makes a word with its neighbour.
    private bool IsPlain(DocumentAnalysis analysis, Damage damage)
    {
        int token = analysis.Tokens.TokenAt(damage.Span.Start);
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        if (damage.Reason is not (DamageReason.UnlikelySyllable or DamageReason.ImpossibleSyllable))
        {
            return true;
        }

        // Verse and words of others keep their own spelling.
        if (analysis.Document.Blocks[analysis.Tokens.Sentences[analysis.Tokens.SentenceOfToken(token)].Block].Kind is BlockKind.Verse or BlockKind.Quotation || IsQuoted(analysis, token))
        {
            return false;
        }

        string text = analysis.Document.Text;
        Token before = token > 0 ? tokens[token - 1] : default;
        Token after = token + 1 < tokens.Length ? tokens[token + 1] : default;
        bool impossible = damage.Reason == DamageReason.ImpossibleSyllable;
        return damage.Confidence >= (impossible ? Sure : SureSyllable) && !tokens[token].Capitalised && (impossible || _pairs.IsRare(text, tokens[token])) && !_pairs.IsPair(text, before, tokens[token]) && !_pairs.IsPair(text, tokens[token], after)
            && (_pairs.IsCompound(text, before, damage.Reading, syllableFirst: false) || _pairs.IsCompound(text, after, damage.Reading, syllableFirst: true)
                || (_pairs.IsRare(text, tokens[token]) && SyllablePairs.IsFunction(damage.Reading) && SyllablePairs.IsToneApart(text.AsSpan(damage.Span.Start, damage.Span.Length), damage.Reading)));
    }

    private static bool IsQuoted(DocumentAnalysis analysis, int token)
    {
        SentenceRange sentence = analysis.Tokens.Sentences[analysis.Tokens.SentenceOfToken(token)];
        QuoteDepth quotes = default;
        for (int i = sentence.First; i < token; i++)
        {
            if (analysis.Tokens.Tokens[i].IsMark)
            {
                quotes.Read(analysis.Document.Text[analysis.Tokens.Tokens[i].Start]);
            }
        }

        return quotes.IsQuoted;
    }

    private static void Report(Document document, DiagnosticSink found, TextSpan span, string reading, bool sure, (string Vietnamese, string English) why)
    {
        string said = document.Surface(span).ReplaceLineEndings(" ");
        found.Report(
            span,
            new BilingualText($"“{said}” có lẽ là “{reading}”: {why.Vietnamese}.", $"“{said}” is probably “{reading}”: {why.English}."),
            expected: reading,
            confidence: sure ? DiagnosticConfidence.Certain : DiagnosticConfidence.Likely,
            fix: sure ? new TextEdit(span, reading) : null);
    }
}

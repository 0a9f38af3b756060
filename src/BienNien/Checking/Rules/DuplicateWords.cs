using System.Collections.Frozen;
using BienNien.Checking.Spelling;
using BienNien.Knowledge;
using BienNien.Relating;
using BienNien.Text;
using BienNien.Text.Syllables;

namespace BienNien.Checking.Rules;

/// <summary>CHK020. Words written twice by mistake: “được được”, “trong quá trình trong quá trình”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: DuplicateWords.md, beside this file.</remarks>
internal sealed class DuplicateWords() : CheckRule("CHK020", "duplicate-words", DiagnosticSeverity.Warning)
{
    private const int LongestGroup = 8;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words = Load("word");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _slips = Load("slip");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _opens = Load("opens");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _after = Load("after");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _dated = Load("dated");

    private readonly SyllablePairs _pairs = new();

    /// <inheritdoc/>
    public override void Check(DocumentAnalysis analysis, DiagnosticSink found)
    {
        Document document = analysis.Document;
        foreach (SentenceRange sentence in analysis.Tokens.Sentences)
        {
            // Verse says things twice on purpose.
            if (document.Blocks[sentence.Block].Kind == BlockKind.Verse)
            {
                continue;
            }

            ReadOnlySpan<Token> tokens = analysis.Tokens.Tokens.AsSpan()[sentence.First..sentence.End];
            for (int at = 0; at + 1 < tokens.Length; at++)
            {
                for (int length = Math.Min(LongestGroup, (tokens.Length - at) / 2); length > 0; length--)
                {
                    if (IsRepeated(document.Text, tokens, at, length) && Judge(document.Text, tokens, at, length) is { } confidence)
                    {
                        Report(document, found, tokens, at, length, confidence);
                        at += (2 * length) - 1;
                        break;
                    }
                }
            }
        }
    }

    private static bool IsRepeated(string text, ReadOnlySpan<Token> tokens, int at, int length)
    {
        for (int i = at; i < at + length; i++)
        {
            Token one = tokens[i];
            Token other = tokens[i + length];
            if (!one.IsWord || !other.IsWord || one.Length != other.Length || (one.Traits & TokenTraits.HasDigit) != 0
                || !text.AsSpan(one.Start, one.Length).Equals(text.AsSpan(other.Start, other.Length), StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    // Null when it may well be meant.
    private DiagnosticConfidence? Judge(string text, ReadOnlySpan<Token> tokens, int at, int length)
    {
        if (length > 1)
        {
            bool named = true;
            for (int i = at; i < at + length; i++)
            {
                named &= tokens[i].Capitalised;
            }

            // “từng bước từng bước”; “Tân Tiến Tân Tiến” are two names without a comma, and in capitals nothing tells names.
            return Is(_opens, text, tokens[at]) || (named && !tokens[at].AllUpper) ? null : DiagnosticConfidence.Certain;
        }

        Token one = tokens[at];
        Token other = tokens[at + 1];

        // “năm năm 2019”, “ngày ngày 12-5”: the date has one word too many; “năm năm” alone is five years, “ngày ngày” every day.
        if (at + 2 < tokens.Length && tokens[at + 2] is { IsNumber: true } && Is(_dated, text, one))
        {
            // “năm năm 2011 - 2015”: five years.
            bool interval = at + 3 < tokens.Length && tokens[at + 3].IsMark && text[tokens[at + 3].Start] is '-' or '–';
            return (tokens[at + 2].Length == 4 && !interval) || !text.AsSpan(one.Start, one.Length).Equals("năm", StringComparison.OrdinalIgnoreCase) ? DiagnosticConfidence.Certain : null;
        }

        bool opens = (one.Traits & TokenTraits.SentenceStart) != 0;
        if ((one.Capitalised && !opens && !one.AllUpper) || (other.Capitalised && !other.AllUpper) || Is(_words, text, one) || IsDoubledBeside(text, tokens, at))
        {
            return null;
        }

        // “bay là là”
        if (at > 0 && Is(_after, text, tokens[at - 1]))
        {
            return null;
        }

        // “hang hang Hòn Mây”, “ông ông Trương”: what stands before a name stands there once.
        if (at + 2 < tokens.Length && !one.Capitalised && tokens[at + 2] is { IsWord: true, Capitalised: true, AllUpper: false } && SyllableGrammar.IsPossible(text.AsSpan(one.Start, one.Length)))
        {
            return DiagnosticConfidence.Likely;
        }

        // “thực hiện hiện đại hóa”: the one ends a word, the other begins the next.
        bool parts = at > 0 && at + 2 < tokens.Length && _pairs.IsCompound(text, tokens[at - 1], one) && _pairs.IsCompound(text, other, tokens[at + 2]);

        // “nhân dân dân thị trấn”: the first ends a word, and nothing begins with the second.
        if (at > 0 && at + 2 < tokens.Length && tokens[at + 2].IsWord && !opens && _pairs.IsCompound(text, tokens[at - 1], one) && !_pairs.IsCompound(text, one, other)
            && (!_pairs.IsPair(text, other, tokens[at + 2]) || (at + 3 < tokens.Length && !_pairs.IsCompound(text, other, tokens[at + 2]) && _pairs.IsCompound(text, tokens[at + 2], tokens[at + 3]))))
        {
            return DiagnosticConfidence.Likely;
        }

        return Is(_slips, text, one) && !parts ? DiagnosticConfidence.Certain : null;
    }

    // “gùi gùi gánh gánh”, “ha ha ha”.
    private static bool IsDoubledBeside(string text, ReadOnlySpan<Token> tokens, int at) =>
        (at + 2 < tokens.Length && IsSame(text, tokens[at], tokens[at + 2]))
        || (at + 3 < tokens.Length && tokens[at + 2].IsWord && IsSame(text, tokens[at + 2], tokens[at + 3]))
        || (at >= 2 && tokens[at - 1].IsWord && IsSame(text, tokens[at - 2], tokens[at - 1]));

    private static bool IsSame(string text, Token one, Token other) =>
        text.AsSpan(one.Start, one.Length).Equals(text.AsSpan(other.Start, other.Length), StringComparison.OrdinalIgnoreCase);

    private static bool Is(FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words, string text, Token token)
    {
        Span<char> lower = stackalloc char[Letters.LongestWord];
        return token.Length <= lower.Length && words.Contains(lower[..text.AsSpan(token.Start, token.Length).ToLowerInvariant(lower)]);
    }

    private static void Report(Document document, DiagnosticSink found, ReadOnlySpan<Token> tokens, int at, int length, DiagnosticConfidence confidence)
    {
        TextSpan both = TextSpan.Between(tokens[at].Start, tokens[at + (2 * length) - 1].End);
        TextSpan once = TextSpan.Between(tokens[at].Start, tokens[at + length - 1].End);
        string said = document.WordsAt(both);
        string right = document.WordsAt(once);
        found.Report(
            both,
            new BilingualText($"“{said}”: “{right}” viết hai lần liền nhau.", $"“{said}”: “{right}” is written twice in a row."),
            expected: right,
            confidence: confidence,
            fix: confidence == DiagnosticConfidence.Certain ? new TextEdit(TextSpan.Between(once.End, both.End), "") : null);
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Load(string kind)
    {
        DataTable table = DataTable.Load("doubled-words");
        (int words, int kinds) = (table.IndexOf("words"), table.IndexOf("kind"));
        return table.Rows.Where(row => row[kinds] == kind).SelectMany(row => row[words].Split(' '))
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}

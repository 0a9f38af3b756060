using System.Collections.Frozen;
using BienNien.Knowledge;
using BienNien.Relating;
using BienNien.Text;
using BienNien.Text.Syllables;

namespace BienNien.Checking.Layout;

/// <summary>The number of a note that stayed in the text when the note was lost: “trước khi rút4”.</summary>
internal static class GluedNotes
{
    // A text with more of them has its notes somewhere, set as its converter sets them.
    private const int Most = 2;

    private static readonly FrozenSet<string> _units = DataTable.Load("units").Column("unit").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reports the faults of a document.</summary>
    public static void Check(DocumentAnalysis analysis, LayoutSink sink)
    {
        string text = analysis.Document.Text;
        List<Token> found = [];
        foreach (Token token in analysis.Tokens.Tokens)
        {
            if (token.IsWord && (token.Traits & TokenTraits.HasDigit) != 0 && IsGlued(text.AsSpan(token.Start, token.Length)))
            {
                found.Add(token);
            }
        }

        if (found.Count > Most || analysis.Document.Notes.Length > 0)
        {
            return;
        }

        foreach (Token token in found)
        {
            int letters = token.Start;
            while (!char.IsAsciiDigit(text[letters]))
            {
                letters++;
            }

            sink.Report(
                token.Span, new TextEdit(TextSpan.Between(letters, token.End), ""), DiagnosticConfidence.Likely,
                "số chú thích dính vào chữ mà không có chú thích", "the number of a note stuck to a word, and no note");
        }
    }

    // A syllable in small letters, then one or two digits; “km2”, “m3” are units.
    private static bool IsGlued(ReadOnlySpan<char> word)
    {
        int letters = word.IndexOfAnyInRange('0', '9');
        return letters > 2 && word.Length - letters <= 2 && word[letters..].IndexOfAnyExceptInRange('0', '9') < 0 && word[0] is var first && char.IsLower(first)
            && SyllableGrammar.IsPossible(word[..letters]) && !_units.Contains(word[..letters].ToString());
    }
}

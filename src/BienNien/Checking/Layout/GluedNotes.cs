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
        List<(TextSpan Word, TextSpan Number)> found = [];
        Token before = default;
        foreach (Token token in analysis.Tokens.Tokens)
        {
            if (token.IsWord && (token.Traits & TokenTraits.HasDigit) != 0 && text.AsSpan(token.Start, token.Length).IndexOfAnyInRange('0', '9') is > 0 and int letters && IsGlued(text.AsSpan(token.Start, letters), token.Length - letters))
            {
                found.Add((token.Span, TextSpan.Between(token.Start + letters, token.End)));
            }
            else if (token.IsNumber && !token.SpaceBefore && before.IsWord && IsGlued(text.AsSpan(before.Start, before.Length), token.Length))
            {
                found.Add((TextSpan.Between(before.Start, token.End), token.Span));
            }

            before = token;
        }

        if (found.Count > Most || analysis.Document.Notes.Length > 0)
        {
            return;
        }

        foreach ((TextSpan word, TextSpan number) in found)
        {
            sink.Report(
                word, new TextEdit(number, ""), DiagnosticConfidence.Likely, "số chú thích dính vào chữ mà không có chú thích", "the number of a note stuck to a word, and no note");
        }
    }

    // A syllable in small letters, then one or two digits; “km2”, “m3” are units.
    private static bool IsGlued(ReadOnlySpan<char> word, int digits) =>
        word.Length > 2 && digits <= 2 && char.IsLower(word[0]) && SyllableGrammar.IsPossible(word) && !_units.Contains(word.ToString());
}

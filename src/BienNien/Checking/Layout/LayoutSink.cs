using BienNien.Text;

namespace BienNien.Checking.Layout;

/// <summary>Takes faults of layout, and words them alike.</summary>
internal sealed class LayoutSink(Document document, DiagnosticSink found)
{
    private readonly List<TextSpan> _spoilt = [];

    /// <summary>Takes words that are no words: no other fault in them is told.</summary>
    public void Spoil(TextSpan words) => _spoilt.Add(words);

    /// <summary>Reports a fault.</summary>
    /// <param name="span">The words around it.</param>
    /// <param name="edit">The correction, or null where only a person can tell.</param>
    /// <param name="confidence">How sure it is.</param>
    /// <param name="vietnamese">What is wrong, in Vietnamese, small first letter, no stop.</param>
    /// <param name="english">The same in English.</param>
    /// <param name="expected">How the words should read; null where the edit tells.</param>
    public void Report(
        TextSpan span, TextEdit? edit, DiagnosticConfidence confidence, string vietnamese, string english, string? expected = null)
    {
        if (_spoilt.Exists(words => words.Overlaps(span)))
        {
            return;
        }

        string said = document.Surface(span).ReplaceLineEndings(" ");
        string? right = expected ?? (edit is null || !Holds(span, edit.Span) ? null
            : string.Concat(document.Text.AsSpan(span.Start, edit.Span.Start - span.Start), edit.Replacement, document.Text.AsSpan(edit.Span.End, span.End - edit.Span.End)).ReplaceLineEndings(" "));
        found.Report(span, new BilingualText($"“{said}”: {vietnamese}.", $"“{said}”: {english}."), right, confidence, edit);
    }

    /// <summary>The words that a place lies in or between: from the beginning of the one before to the end of the one after.</summary>
    public static TextSpan Around(string text, TextSpan place)
    {
        int start = place.Start;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        int end = place.End;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return TextSpan.Between(start, end);
    }

    private static bool Holds(TextSpan whole, TextSpan part) => whole.Start <= part.Start && part.End <= whole.End;
}

using System.Collections.Immutable;
using System.Text;
using BienNien.Text;

namespace BienNien.Checking;

/// <summary>Corrections of a document put together.</summary>
public static class TextEdits
{
    /// <summary>The corrections of diagnostics: by span, none touching another; of two that do, the earlier stays.</summary>
    /// <param name="diagnostics">By span.</param>
    public static ImmutableArray<TextEdit> Of(ImmutableArray<Diagnostic> diagnostics)
    {
        ImmutableArray<TextEdit>.Builder edits = ImmutableArray.CreateBuilder<TextEdit>();
        foreach (TextEdit edit in diagnostics.Select(static diagnostic => diagnostic.Fix).OfType<TextEdit>().OrderBy(static edit => edit.Span))
        {
            if (edits.Count == 0 || edits[^1].Span.End <= edit.Span.Start && edits[^1].Span != edit.Span)
            {
                edits.Add(edit);
            }
        }

        return edits.ToImmutable();
    }

    /// <summary>The text of a file with the corrections of its document: what is not corrected keeps its characters, also where the document composed them.</summary>
    /// <param name="source">The file's characters, as it was decoded.</param>
    /// <param name="document">The document read from them.</param>
    /// <param name="edits">By span, not overlapping.</param>
    public static string Apply(string source, Document document, ImmutableArray<TextEdit> edits)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(document);
        StringBuilder changed = new(source.Length);
        int done = 0;
        foreach (TextEdit edit in edits)
        {
            int start = document.SourceMap.ToSource(edit.Span.Start);
            int end = document.SourceMap.ToSource(edit.Span.End);
            changed.Append(source, done, start - done).Append(edit.Replacement);
            done = end;
        }

        return changed.Append(source, done, source.Length - done).ToString();
    }
}

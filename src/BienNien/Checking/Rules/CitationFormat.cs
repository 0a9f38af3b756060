using BienNien.Checking.Citations;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking.Rules;

/// <summary>CHK023. A paper cited with its number or date left blank or malformed, a book cited otherwise than the document's other books.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: CitationFormat.md, beside this file.</remarks>
internal sealed class CitationFormat(Vocabulary.Builder words) : CheckRule("CHK023", "citation-format", DiagnosticSeverity.Warning)
{
    private readonly PaperNumberShapes _numbers = new(words);
    private readonly BookStyles _books = new(words);
    private readonly NoteStyles _notes = new(words);

    /// <inheritdoc/>
    public override void Check(DocumentAnalysis analysis, DiagnosticSink found)
    {
        List<CitationFault> faults = [];
        _numbers.Find(analysis, faults);
        _books.Find(analysis, faults);
        _notes.Find(analysis, faults);
        foreach (CitationFault fault in faults)
        {
            string said = analysis.Document.WordsAt(fault.Span);
            found.Report(
                fault.Span,
                new BilingualText($"“{said}”: {fault.Why.Vietnamese}.", $"“{said}”: {fault.Why.English}."),
                expected: fault.Expected,
                confidence: fault.Expected is null ? DiagnosticConfidence.Likely : DiagnosticConfidence.Certain);
        }
    }
}

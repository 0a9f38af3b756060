using BienNien.Checking.Layout;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking.Rules;

/// <summary>CHK022. What typing, pasting and converting left in the text: debris of programs, spoilt letters, spaces, unpaired marks, cut sentences.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: EncodingOrLayout.md, beside this file; each sort of fault in its file under <c>Layout/</c>.</remarks>
internal sealed class EncodingOrLayout() : CheckRule("CHK022", "encoding-or-layout", DiagnosticSeverity.Warning)
{
    /// <inheritdoc/>
    public override void Check(DocumentAnalysis analysis, DiagnosticSink found)
    {
        Document document = analysis.Document;
        LayoutSink sink = new(document, found);
        foreach (Block block in document.Blocks)
        {
            if (block.Kind == BlockKind.Debris)
            {
                sink.Report(
                    block.Span, new TextEdit(block.Span, ""), DiagnosticConfidence.Certain, "mảnh vụn do chương trình soạn thảo để lại",
                    "debris left by a program");
                sink.Spoil(block.Span);
            }
        }

        BrokenCharacters.Check(document, sink);
        Spacing.Check(document, sink);
        Pairing.Check(document, sink);
        CutSentences.Check(document, sink);
        GluedNotes.Check(analysis, sink);
    }
}

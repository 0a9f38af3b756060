using BienNien.Text;

namespace BienNien.Checking.Form.Rules;

/// <summary>CHK046. Paragraphs that stand closer than prescribed.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: FormParagraphSpacing.md, beside this file.</remarks>
internal sealed class FormParagraphSpacing() : FormCheck("CHK046", "form-paragraph-spacing")
{
    /// <inheritdoc/>
    public override void Check(PaperForm paper, DiagnosticSink found)
    {
        if (paper.Standard.Limit("body", "space-between") is not { } limit)
        {
            return;
        }

        FormTally tally = new(paper);
        for (int i = 1; i < paper.Body.Length; i++)
        {
            (FormParagraph above, FormParagraph below) = (paper.Body[i - 1], paper.Body[i]);
            bool adjoining = !below.BlankBefore && !below.HasRule && below.Section == above.Section && IsBetweenEmpty(paper, above.Span.End, below.Span.Start);
            if (adjoining && above.SpaceAfter is { } after && below.SpaceBefore is { } before && paper.IsRunning(above) && paper.IsRunning(below))
            {
                decimal space = (above.KeepsClose || below.KeepsClose) && above.Style == below.Style ? 0 : after + before;
                if (!limit.Allows(space))
                {
                    tally.Add(below, new FormFault(
                        Measures.Say("cách đoạn trước {0} pt", "{0} pt below the one before", Measures.Number(space)), Measures.Say("tối thiểu {0} pt", "at least {0} pt", limit.Range), limit.Source));
                }
            }
        }

        tally.Report(found, new BilingualText("Đoạn văn", "Paragraph"));
    }

    private static bool IsBetweenEmpty(PaperForm paper, int start, int end) => start <= end && paper.Document.Text.AsSpan(start, end - start).IsWhiteSpace();
}

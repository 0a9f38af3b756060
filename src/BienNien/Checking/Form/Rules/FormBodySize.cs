using BienNien.Text;

namespace BienNien.Checking.Form.Rules;

/// <summary>CHK043. Letters of the body larger or smaller than prescribed.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: FormBodySize.md, beside this file.</remarks>
internal sealed class FormBodySize() : FormCheck("CHK043", "form-body-size")
{
    /// <inheritdoc/>
    public override void Check(PaperForm paper, DiagnosticSink found)
    {
        if (paper.Standard.Limit("body", "size") is not { } limit)
        {
            return;
        }

        FormTally tally = new(paper);
        foreach (FormParagraph paragraph in paper.Body)
        {
            foreach (FormRun run in paragraph.Runs)
            {
                if (run is { Raised: false, Size: { } size } && !limit.Allows(size) && paper.HasLetters(run.Span))
                {
                    tally.Add(paragraph, new FormFault(Measures.Say("cỡ chữ {0}", "size {0}", Measures.Number(size)), Measures.Say("cỡ chữ {0}", "size {0}", limit.Range), limit.Source), run.Span);
                }
            }
        }

        tally.Report(found, new BilingualText("Nội dung văn bản", "Body"));
    }
}

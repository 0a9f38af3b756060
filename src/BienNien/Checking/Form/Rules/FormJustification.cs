using BienNien.Text;

namespace BienNien.Checking.Form.Rules;

/// <summary>CHK044. Running text that is not set flush at both margins.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: FormJustification.md, beside this file.</remarks>
internal sealed class FormJustification() : FormCheck("CHK044", "form-justification")
{
    /// <inheritdoc/>
    public override void Check(PaperForm paper, DiagnosticSink found)
    {
        if (paper.Standard.Limit("body", "alignment") is not { } limit)
        {
            return;
        }

        FormTally tally = new(paper);
        foreach (FormParagraph paragraph in paper.Body)
        {
            // What stands in the middle is meant to: a slogan, verses, the line of an enclosure.
            if (paragraph.Alignment is FormAlignment.Left or FormAlignment.Right && paper.IsRunning(paragraph))
            {
                tally.Add(paragraph, new FormFault(FormLooks.Of(paragraph.Alignment), FormLooks.Of(FormAlignment.Both), limit.Source));
            }
        }

        tally.Report(found, new BilingualText("Đoạn văn", "Paragraph"));
    }
}

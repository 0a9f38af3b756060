using BienNien.Text;

namespace BienNien.Checking.Form.Rules;

/// <summary>CHK050. The Party's heading not set as prescribed.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: FormPartyHeading.md, beside this file.</remarks>
internal sealed class FormPartyHeading() : FormCheck("CHK050", "form-party-heading")
{
    /// <inheritdoc/>
    public override void Check(PaperForm paper, DiagnosticSink found)
    {
        if (paper.Standard.Limit("party-heading", "size") is null)
        {
            return;
        }

        List<FormFault> faults = FormLooks.Faults(paper, "party-heading", [paper.Heading]);
        if (paper.Standard.Limit("party-heading", "rule") is { } rule && !HeadRules.Any(paper))
        {
            faults.Add(new FormFault(new BilingualText("phía dưới không có đường kẻ", "no line under it"), new BilingualText("có đường kẻ ngang nét liền phía dưới", "a solid line under it"), rule.Source));
        }

        FormLooks.Report(found, new BilingualText("Tiêu đề", "Heading"), paper.Heading, faults);
    }
}

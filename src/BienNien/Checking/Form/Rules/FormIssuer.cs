using BienNien.Text;

namespace BienNien.Checking.Form.Rules;

/// <summary>CHK051. The name of who issued the paper, or of the body above, not set as prescribed.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: FormIssuer.md, beside this file.</remarks>
internal sealed class FormIssuer() : FormCheck("CHK051", "form-issuer")
{
    /// <inheritdoc/>
    public override void Check(PaperForm paper, DiagnosticSink found)
    {
        if (paper.Header.Above is { } above)
        {
            FormLooks.Report(
                found, new BilingualText("Tên cơ quan chủ quản, cấp trên", "Name of the body above"), above.Span, FormLooks.Faults(paper, "above", above.Parts, leniently: true));
        }

        if (paper.Header.Issuer is not { } issuer)
        {
            return;
        }

        List<FormFault> faults = FormLooks.Faults(paper, "issuer", issuer.Parts, leniently: true);
        if (paper.Standard.Limit("issuer", "star") is { } star && issuer.Span.End < paper.BodyStart && !paper.Document.Text.AsSpan(issuer.Span.End, paper.BodyStart - issuer.Span.End).Contains('*'))
        {
            faults.Add(new FormFault(new BilingualText("phía dưới không có dấu sao", "no asterisk under it"), new BilingualText("có dấu sao (*) phía dưới", "an asterisk (*) under it"), star.Source));
        }

        FormLooks.Report(found, new BilingualText("Tên cơ quan ban hành", "Name of the issuer"), issuer.Span, faults);
    }
}

using BienNien.Text;

namespace BienNien.Checking.Form.Rules;

/// <summary>CHK056. “Kính gửi” and “Nơi nhận” with those named under them not set as prescribed.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: FormRecipients.md, beside this file.</remarks>
internal sealed class FormRecipients() : FormCheck("CHK056", "form-recipients")
{
    /// <inheritdoc/>
    public override void Check(PaperForm paper, DiagnosticSink found)
    {
        if (!paper.Header.Addressees.IsEmpty)
        {
            TextSpan first = paper.Header.Addressees[0].Span;
            FormLooks.Report(
                found, new BilingualText("Nơi gửi (Kính gửi)", "Addressees (Kính gửi)"), first,
                FormLooks.Faults(paper, "addressee", [.. paper.Header.Addressees.SelectMany(static one => one.Parts)]));
        }

        if (paper.RecipientsLabel is { } label)
        {
            List<FormFault> faults = FormLooks.Faults(paper, "recipients-label", [label]);
            string text = paper.Document.Text;
            string? expected = null;
            if (paper.Standard.Limit("recipients-label", "text") is { } words && !text.AsSpan(label.End, Math.Min(3, text.Length - label.End)).TrimStart().StartsWith(":"))
            {
                faults.Add(new FormFault(new BilingualText("không có dấu hai chấm", "no colon"), Measures.Say("“{0}”", "“{0}”", Measures.Same(words.Least)), words.Source));
                expected = words.Least;
            }

            FormLooks.Report(found, new BilingualText("Từ “Nơi nhận”", "The words “Nơi nhận”"), label, faults, expected);
        }

        if (!paper.Header.Recipients.IsEmpty)
        {
            TextSpan first = paper.Header.Recipients[0].Span;
            FormLooks.Report(
                found, new BilingualText("Danh sách nơi nhận", "List of recipients"), first,
                FormLooks.Faults(paper, "recipients", [.. paper.Header.Recipients.SelectMany(static one => one.Parts)]));
        }
    }
}

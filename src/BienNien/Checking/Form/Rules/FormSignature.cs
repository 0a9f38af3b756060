using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Checking.Form.Rules;

/// <summary>CHK055. The right in which a paper is signed, the office and the name not written or set as prescribed.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: FormSignature.md, beside this file.</remarks>
internal sealed class FormSignature() : FormCheck("CHK055", "form-signature")
{
    /// <inheritdoc/>
    public override void Check(PaperForm paper, DiagnosticSink found)
    {
        if (paper.Header.Signer is not { } signer)
        {
            return;
        }

        ImmutableArray<FormLimit> marks = paper.Standard.Limits("authority", "mark");
        foreach (TextSpan form in signer.Form?.Parts ?? [])
        {
            List<FormFault> faults = FormLooks.Faults(paper, "authority", [form]);
            string words = paper.Document.Surface(form);
            int end = words.AsSpan().IndexOfAny(' ', '\n', '\u00A0');
            string mark = end < 0 ? words : words[..end];
            string? expected = null;
            if (mark.Length <= 5 && marks.FirstOrDefault(limit => Initials(limit.Least) == Initials(mark)) is { } right && mark != right.Least)
            {
                faults.Add(new FormFault(Measures.Say("viết “{0}”", "written “{0}”", Measures.Same(mark)), Measures.Say("“{0}”", "“{0}”", Measures.Same(right.Least)), right.Source));
                expected = right.Least + words[mark.Length..];
            }

            FormLooks.Report(found, new BilingualText("Quyền hạn của người ký", "Right in which it is signed"), form, faults, expected);
        }

        if (signer.Office is { } office)
        {
            FormLooks.Report(found, new BilingualText("Chức vụ của người ký", "Office of who signs"), office.Span, FormLooks.Faults(paper, "authority", office.Parts));
        }

        if (signer.Name is { } name)
        {
            FormLooks.Report(found, new BilingualText("Họ tên của người ký", "Name of who signs"), name.Span, FormLooks.Faults(paper, "name", name.Parts));
        }
    }

    private static string Initials(string mark) => string.Concat(mark.Where(char.IsLetter)).ToUpperInvariant();
}

using BienNien.Reading.Papers;
using BienNien.Text;

namespace BienNien.Checking.Form.Rules;

/// <summary>CHK054. The type of the paper and what it is about not set as prescribed.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: FormTitle.md, beside this file.</remarks>
internal sealed class FormTitle() : FormCheck("CHK054", "form-title")
{
    /// <inheritdoc/>
    public override void Check(PaperForm paper, DiagnosticSink found)
    {
        if (paper.Header.Type is not { } type)
        {
            if (paper.Header.Title is { } subject)
            {
                FormLooks.Report(found, new BilingualText("Trích yếu công văn", "Subject of the letter"), subject.Span, FormLooks.Faults(paper, "subject", subject.Parts));
            }

            return;
        }

        FormLooks.Report(found, new BilingualText("Tên loại văn bản", "Type of the paper"), type.Span, FormLooks.Faults(paper, "type", type.Parts));
        if (paper.Header.Title is not { } title)
        {
            return;
        }

        List<FormFault> faults = FormLooks.Faults(paper, "title", title.Parts);
        if (paper.Standard.Limit("title", "hyphens") is { } hyphens && Hyphens(paper, title, hyphens) is { } fault)
        {
            faults.Add(fault);
        }

        FormLooks.Report(found, new BilingualText("Trích yếu nội dung", "What the paper is about"), title.Span, faults);
    }

    private static FormFault? Hyphens(PaperForm paper, PaperPart<string> title, FormLimit limit)
    {
        int count = HeadRules.HyphensAfter(paper, title.Span.End);
        bool drawn = paper.Word.Paragraphs.Any(paragraph => paragraph.HasRule && paragraph.Span.End > title.Span.Start && paragraph.Span.Start <= paper.BodyEnd && paragraph.Span.Start >= title.Span.Start);
        return limit.Allows(count) || (count == 0 && drawn) ? null
            : new FormFault(
                count == 0 ? new BilingualText("phía dưới không có dấu gạch nối", "no hyphens under it") : Measures.Say("phía dưới có {0} dấu gạch nối", "{0} hyphens under it", Measures.Number(count)),
                Measures.Say("{0} dấu gạch nối phía dưới", "{0} hyphens under it", limit.Range), limit.Source);
    }
}

using BienNien.Text;

namespace BienNien.Checking.Form.Rules;

/// <summary>CHK048. Page numbers that are missing, or not in the middle of the upper margin, or on the first page.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: FormPageNumber.md, beside this file.</remarks>
internal sealed class FormPageNumber() : FormCheck("CHK048", "form-page-number")
{
    /// <inheritdoc/>
    public override void Check(PaperForm paper, DiagnosticSink found)
    {
        if (paper.Standard.Limit("page-number", "place") is not { } place || paper.OwnSections == 0)
        {
            return;
        }

        List<FormFault> faults = [];
        FormSection first = paper.Word.Sections[0];
        PageNumberPlace[] numbers = [.. paper.Word.Sections.Take(paper.OwnSections).SelectMany(static section => section.PageNumbers).Distinct()];
        if (numbers.Length == 0)
        {
            if (paper.Document.PageCount >= 2)
            {
                Add(place, new BilingualText("văn bản có từ hai trang mà không có", "two pages or more without any"), new BilingualText("đánh số trang từ trang thứ hai", "numbers from the second page on"));
            }

            Report();
            return;
        }

        if (numbers.Any(static number => !number.InHeader))
        {
            Add(place, new BilingualText("ở lề dưới", "in the lower margin"), new BilingualText("đặt ở lề trên", "the upper margin"));
        }

        if (paper.Standard.Limit("page-number", "alignment") is { } alignment && Array.Find(numbers, static number => number.Alignment is { } side && side != FormAlignment.Centre) is { } aside)
        {
            Add(alignment, FormLooks.Of(aside.Alignment!.Value), FormLooks.Of(FormAlignment.Centre));
        }

        if (paper.Standard.Limit("page-number", "size") is { } size && Array.Find(numbers, number => number.Size is { } points && !size.Allows(points)) is { } large)
        {
            Add(size, Measures.Say("cỡ chữ {0}", "size {0}", Measures.Number(large.Size!.Value)), Measures.Say("cỡ chữ {0}", "size {0}", size.Range));
        }

        if (paper.Standard.Limit("page-number", "slant") is { } slant && numbers.Any(static number => number.Italic))
        {
            Add(slant, new BilingualText("nghiêng", "italic"), new BilingualText("đứng", "upright"));
        }

        if (paper.Standard.Limit("page-number", "figures") is { } figures && first.HasOtherFigures)
        {
            Add(figures, new BilingualText("không phải chữ số Ả Rập", "not in Arabic figures"), new BilingualText("dùng chữ số Ả Rập", "Arabic figures"));
        }

        if (paper.Standard.Limit("page-number", "first-page") is { } hidden && first.NumbersFirstPage)
        {
            Add(hidden, new BilingualText("hiện cả ở trang thứ nhất", "shown on the first page, too"), new BilingualText("không hiển thị ở trang thứ nhất", "none on the first page"));
        }

        Report();

        void Add(FormLimit limit, BilingualText measured, BilingualText required) => faults.Add(new FormFault(measured, required, limit.Source));

        void Report() => FormLooks.Report(found, new BilingualText("Số trang", "Page numbers"), paper.FirstLine(0), faults);
    }
}

using BienNien.Reading.Papers;
using BienNien.Text;

namespace BienNien.Checking.Form.Rules;

/// <summary>CHK040. Pages that are not of A4, or whose first lies on its long side.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: FormPaperSize.md, beside this file.</remarks>
internal sealed class FormPaperSize() : FormCheck("CHK040", "form-paper-size")
{
    // A size is often given in inches or rounded to millimetres.
    private const decimal Rounding = 1;

    private const decimal SmallWidth = 148;
    private const decimal SmallHeight = 210;

    /// <inheritdoc/>
    public override void Check(PaperForm paper, DiagnosticSink found)
    {
        if (paper.Standard.Limit("paper", "width") is not { } width || paper.Standard.Limit("paper", "height") is not { } height)
        {
            return;
        }

        List<(decimal, decimal)> told = [];
        for (int i = 0; i < paper.OwnSections; i++)
        {
            if (paper.Word.Sections[i] is not { Width: { } across, Height: { } along } section || told.Contains((across, along)))
            {
                continue;
            }

            List<FormFault> faults = [];
            decimal shorter = Math.Min(across, along);
            decimal longer = Math.Max(across, along);
            if ((!width.Allows(shorter, Rounding) || !height.Allows(longer, Rounding)) && !MayBeSmall(paper, shorter, longer))
            {
                faults.Add(new FormFault(
                    Measures.Say("{0} × {1} mm", "{0} × {1} mm", Measures.Number(across), Measures.Number(along)), Measures.Say("{0} × {1} mm (A4)", "{0} × {1} mm (A4)", width.Range, height.Range), width.Source));
            }

            if (i == 0 && section.IsLandscape && paper.Standard.Limit("paper", "orientation") is { } orientation)
            {
                faults.Add(new FormFault(new BilingualText("theo chiều rộng", "landscape"), new BilingualText("trình bày theo chiều dài", "portrait"), orientation.Source));
            }

            told.Add((across, along));
            FormLooks.Report(found, new BilingualText("Khổ giấy", "Paper"), paper.FirstLine(i), faults);
        }
    }

    // Letters of introduction, invitations and slips of the Party may be of A5.
    private static bool MayBeSmall(PaperForm paper, decimal shorter, decimal longer) =>
        paper.Standard.Code == "HD36" && paper.Header.Kind is PaperKind.Certificate or PaperKind.Invitation or PaperKind.OfficialLetter
        && Math.Abs(shorter - SmallWidth) <= Rounding && Math.Abs(longer - SmallHeight) <= Rounding;
}

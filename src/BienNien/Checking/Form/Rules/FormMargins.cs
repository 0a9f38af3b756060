using BienNien.Text;

namespace BienNien.Checking.Form.Rules;

/// <summary>CHK041. Margins wider or narrower than prescribed.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: FormMargins.md, beside this file.</remarks>
internal sealed class FormMargins() : FormCheck("CHK041", "form-margins")
{
    // 0.79 inches for 20 mm.
    private const decimal Rounding = 0.5m;

    private static readonly (string Property, Func<FormSection, decimal?> Of, BilingualText Name)[] _sides =
    [
        ("top", static section => section.Top, new BilingualText("trên {0} mm", "top {0} mm")),
        ("bottom", static section => section.Bottom, new BilingualText("dưới {0} mm", "bottom {0} mm")),
        ("left", static section => section.Left, new BilingualText("trái {0} mm", "left {0} mm")),
        ("right", static section => section.Right, new BilingualText("phải {0} mm", "right {0} mm")),
    ];

    /// <inheritdoc/>
    public override void Check(PaperForm paper, DiagnosticSink found)
    {
        HashSet<string> told = new(StringComparer.Ordinal);
        for (int i = 0; i < paper.OwnSections; i++)
        {
            FormSection section = paper.Word.Sections[i];
            if (section.IsLandscape)
            {
                continue;
            }

            List<FormFault> faults = [];
            foreach ((string property, Func<FormSection, decimal?> of, BilingualText name) in _sides)
            {
                if (of(section) is { } measured && paper.Standard.Limit("margin", property) is { } limit && !limit.Allows(measured, Rounding))
                {
                    faults.Add(new FormFault(
                        Measures.Say(name.Vietnamese, name.English, Measures.Number(measured)), Measures.Say(name.Vietnamese, name.English, limit.Range), limit.Source));
                }
            }

            if (faults.Count > 0 && told.Add(Measures.Join(faults.Select(static fault => fault.Measured)).English))
            {
                FormLooks.Report(found, new BilingualText("Lề trang", "Margins"), paper.FirstLine(i), faults);
            }
        }
    }
}

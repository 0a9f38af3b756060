using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Checking.Form.Rules;

/// <summary>CHK045. First lines that do not begin as far from the margin as prescribed.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: FormIndent.md, beside this file.</remarks>
internal sealed class FormIndent() : FormCheck("CHK045", "form-indent")
{
    private const decimal Rounding = 0.35m;

    // “About” 10 mm: 1.27 cm, a step of the tabulator, is still about that.
    private const decimal About = 3;

    /// <inheritdoc/>
    public override void Check(PaperForm paper, DiagnosticSink found)
    {
        ImmutableArray<FormLimit> exact = paper.Standard.Limits("body", "first-line");
        ImmutableArray<FormLimit> near = paper.Standard.Limits("body", "first-line-about");
        if (exact.IsEmpty && near.IsEmpty)
        {
            return;
        }

        FormLimit first = exact.Concat(near).First();
        BilingualText required = near.IsEmpty
            ? Measures.Say("lùi {0} mm", "{0} mm", Join(exact))
            : Measures.Say("lùi khoảng {0} mm", "about {0} mm", Join(near));
        FormTally tally = new(paper);
        foreach (FormParagraph paragraph in paper.Body)
        {
            if (paragraph is { InList: false, IsPushedIn: false, Alignment: FormAlignment.Both or FormAlignment.Left, FirstLine: { } begins } && paper.IsRunning(paragraph)
                && !exact.Any(limit => limit.Allows(begins, Rounding)) && !near.Any(limit => limit.Allows(begins, About)))
            {
                tally.Add(paragraph, new FormFault(Measures.Say("lùi {0} mm", "{0} mm", Measures.Number(begins)), required, first.Source));
            }
        }

        tally.Report(found, new BilingualText("Chữ đầu dòng", "First line"));
    }

    private static BilingualText Join(ImmutableArray<FormLimit> limits) => new(
        string.Join(" hoặc ", limits.Select(static limit => limit.Range.Vietnamese)), string.Join(" or ", limits.Select(static limit => limit.Range.English)));
}

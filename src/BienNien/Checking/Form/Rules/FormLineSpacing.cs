using BienNien.Text;

namespace BienNien.Checking.Form.Rules;

/// <summary>CHK047. Lines of running text closer or wider apart than prescribed.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: FormLineSpacing.md, beside this file.</remarks>
internal sealed class FormLineSpacing() : FormCheck("CHK047", "form-line-spacing")
{
    // A single line of Times New Roman is so many times as high as its letters are large.
    private const decimal SingleLine = 1.149m;
    private const decimal PointRounding = 0.5m;
    private const decimal LineRounding = 0.005m;

    /// <inheritdoc/>
    public override void Check(PaperForm paper, DiagnosticSink found)
    {
        FormLimit? lines = paper.Standard.Limit("body", "lines");
        FormLimit? points = paper.Standard.Limit("body", "line");
        FormTally tally = new(paper);
        foreach (FormParagraph paragraph in paper.Body)
        {
            if (!paper.IsRunning(paragraph) || Single(paragraph) is not { } single)
            {
                continue;
            }

            if (lines is not null && !InLines(paragraph, single, lines))
            {
                tally.Add(paragraph, new FormFault(Measured(paragraph), Measures.Say("từ dòng đơn đến {0} dòng", "single to {0} lines", Measures.Number(lines.To)), lines.Source));
            }

            decimal height = paragraph.LineRule switch
            {
                FormLineRule.Exactly => paragraph.Line,
                FormLineRule.AtLeast => Math.Max(paragraph.Line, single),
                _ => paragraph.Line * single,
            };
            if (points is not null && !points.Allows(height, PointRounding))
            {
                tally.Add(paragraph, new FormFault(Measured(paragraph), Measures.Say("tối thiểu {0} pt (Exactly)", "at least {0} pt (Exactly)", points.Range), points.Source));
            }
        }

        tally.Report(found, new BilingualText("Khoảng cách dòng", "Line spacing"));
    }

    private static decimal? Single(FormParagraph paragraph) => paragraph.Runs.Max(static run => run.Size) * SingleLine;

    private static bool InLines(FormParagraph paragraph, decimal single, FormLimit limit) => paragraph.LineRule switch
    {
        FormLineRule.Lines => limit.Allows(paragraph.Line, LineRounding),
        FormLineRule.AtLeast => paragraph.Line <= (limit.To * single) + PointRounding,
        _ => paragraph.Line >= (limit.From * single) - PointRounding && paragraph.Line <= (limit.To * single) + PointRounding,
    };

    private static BilingualText Measured(FormParagraph paragraph)
    {
        // Two figures behind the point: 1.08 is not 1.1.
        BilingualText number = Measures.Both(format => Math.Round(paragraph.Line, 2).ToString("0.##", format));
        return paragraph.LineRule switch
        {
            FormLineRule.Lines => Measures.Say("{0} dòng", "{0} lines", number),
            FormLineRule.AtLeast => Measures.Say("ít nhất {0} pt", "at least {0} pt", number),
            _ => Measures.Say("{0} pt", "{0} pt", number),
        };
    }
}

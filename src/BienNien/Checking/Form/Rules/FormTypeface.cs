using BienNien.Reading.Encodings;
using BienNien.Text;

namespace BienNien.Checking.Form.Rules;

/// <summary>CHK042. Letters of another font than Times New Roman, of an older encoding, or not black.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: FormTypeface.md, beside this file.</remarks>
internal sealed class FormTypeface() : FormCheck("CHK042", "form-typeface")
{
    /// <inheritdoc/>
    public override void Check(PaperForm paper, DiagnosticSink found)
    {
        FormLimit? font = paper.Standard.Limit("letters", "font");
        FormLimit? encoding = paper.Standard.Limit("letters", "encoding");
        FormLimit? colour = paper.Standard.Limit("letters", "colour");
        FormTally tally = new(paper);
        foreach (FormParagraph paragraph in paper.Word.Paragraphs)
        {
            foreach (FormRun run in paragraph.Runs)
            {
                bool wrongFont = font is not null && run.Font is { } name && !name.Equals(font.Least, StringComparison.OrdinalIgnoreCase);
                bool wrongColour = colour is not null && run.Colour is { } shown && shown != colour.Least;
                if ((!wrongFont && !wrongColour) || !paper.HasLetters(run.Span))
                {
                    continue;
                }

                if (wrongFont)
                {
                    tally.Add(paragraph, Font(run.Font!, font!, FontEncoding.Of(run.Font) is null ? null : encoding), run.Span);
                }

                if (wrongColour)
                {
                    tally.Add(paragraph, new FormFault(Measures.Say("màu #{0}", "colour #{0}", Measures.Same(run.Colour!)), new BilingualText("màu đen", "black"), colour!.Source), run.Span);
                }
            }
        }

        tally.Report(found, new BilingualText("Chữ", "Letters"));
    }

    private static FormFault Font(string seen, FormLimit font, FormLimit? encoding) => encoding is null
        ? new FormFault(Measures.Say("phông chữ {0}", "font {0}", Measures.Same(seen)), Measures.Say("phông chữ {0}", "font {0}", Measures.Same(font.Least)), font.Source)
        : new FormFault(
            Measures.Say("phông chữ {0}, không phải bộ mã Unicode", "font {0}, not in Unicode", Measures.Same(seen)),
            Measures.Say("phông chữ {0}, bộ mã {1}", "font {0}, encoding {1}", Measures.Same(font.Least), Measures.Same(encoding.Least)), encoding.Source);
}

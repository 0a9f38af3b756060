using System.Text;
using BienNien.Text;

namespace BienNien.Checking.Form.Rules;

/// <summary>CHK049. The quốc hiệu and the tiêu ngữ not set as prescribed.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: FormNationalHeading.md, beside this file.</remarks>
internal sealed class FormNationalHeading() : FormCheck("CHK049", "form-national-heading")
{
    /// <inheritdoc/>
    public override void Check(PaperForm paper, DiagnosticSink found)
    {
        if (paper.Standard.Limit("national-heading", "size") is null)
        {
            return;
        }

        FormLooks.Report(found, new BilingualText("Quốc hiệu", "Quốc hiệu"), paper.Heading, FormLooks.Faults(paper, "national-heading", [paper.Heading]));
        if (paper.Motto is not { } motto)
        {
            return;
        }

        List<FormFault> faults = FormLooks.Faults(paper, "motto", [motto]);
        string? expected = null;
        TextEdit? fix = null;
        string seen = paper.Document.Surface(motto);
        if (paper.Standard.Limit("motto", "text") is { } words && Marks(seen) != Marks(words.Least))
        {
            faults.Add(new FormFault(
                Measures.Say("viết “{0}”", "written “{0}”", Measures.Same(seen)), Measures.Say("gạch nối (-) có cách chữ giữa các cụm từ: “{0}”", "hyphens with spaces between the phrases: “{0}”", Measures.Same(words.Least)), words.Source));
            expected = words.Least;
            fix = new TextEdit(motto, words.Least);
        }

        if (paper.Standard.Limit("motto", "rule") is { } rule && !HeadRules.Any(paper))
        {
            faults.Add(new FormFault(new BilingualText("phía dưới không có đường kẻ", "no line under it"), new BilingualText("có đường kẻ ngang nét liền phía dưới", "a solid line under it"), rule.Source));
        }

        FormLooks.Report(found, new BilingualText("Tiêu ngữ", "Tiêu ngữ"), motto, faults, expected, fix);
    }

    // What stands between the words: how they are written is another matter.
    private static string Marks(string text)
    {
        StringBuilder marks = new(text.Length);
        foreach (char c in text.Trim())
        {
            if (!char.IsLetter(c))
            {
                marks.Append(c == '\u00A0' ? ' ' : c);
            }
            else if (marks.Length == 0 || marks[^1] != 'a')
            {
                marks.Append('a');
            }
        }

        return marks.ToString();
    }
}

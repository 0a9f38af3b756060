using BienNien.Finding;
using BienNien.Finding.Quantities;
using BienNien.Relating;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Checking.Rules;

/// <summary>CHK006. A number dressed otherwise than the document's numbers: “12,500.75” among “6.724,72”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: NumberFormat.md, beside this file.</remarks>
internal sealed class NumberFormat : ICheck
{
    // A convention is what at least so many numbers show, and so many times as many as depart from it.
    private const int LeastShown = 3;
    private const int TimesAsMany = 3;

    /// <inheritdoc/>
    public RuleId Id { get; } = new("CHK006");

    /// <inheritdoc/>
    public string Slug => "number-format";

    /// <inheritdoc/>
    public DiagnosticSeverity Severity => DiagnosticSeverity.Warning;

    /// <inheritdoc/>
    public void Check(DocumentAnalysis analysis, DiagnosticSink found)
    {
        int vietnamese = 0;
        int english = 0;
        Mention? example = null;
        foreach (Mention mention in analysis.Mentions)
        {
            if (mention.Value is QuantityValue { DepartsInDress: false, Dress: NumberDress.Vietnamese or NumberDress.English } value)
            {
                vietnamese += value.Dress == NumberDress.Vietnamese ? 1 : 0;
                english += value.Dress == NumberDress.English ? 1 : 0;
                example ??= mention;
            }
        }

        // Numbers that depart have the other dress: of those that do not, all have one.
        int departing = analysis.Mentions.Count(static mention => mention.Value is QuantityValue { DepartsInDress: true, Dress: NumberDress.Vietnamese or NumberDress.English });
        int shown = Math.Max(vietnamese, english);
        if (example is null || departing == 0 || shown < LeastShown || shown < TimesAsMany * departing)
        {
            return;
        }

        bool isVietnamese = vietnamese > english;
        string usual = analysis.Document.Surface(example.Span);
        foreach (Mention mention in analysis.Mentions)
        {
            if (mention.Value is QuantityValue { DepartsInDress: true, Dress: NumberDress.Vietnamese or NumberDress.English })
            {
                string said = analysis.Document.Surface(mention.Span);
                string expected = Swapped(said);
                found.Report(
                    mention.Span,
                    new BilingualText(
                        $"“{said}” viết theo lối {(isVietnamese ? "Anh" : "Việt")}; các số khác trong văn bản viết theo lối {(isVietnamese ? "Việt" : "Anh")} (“{usual}”).",
                        $"“{said}” is written the {(isVietnamese ? "English" : "Vietnamese")} way; the document's other numbers are written the {(isVietnamese ? "Vietnamese" : "English")} way (“{usual}”)."),
                    expected,
                    fix: new TextEdit(mention.Span, expected),
                    related: new RelatedPlace(example.Span, new BilingualText($"“{usual}”: lối viết của văn bản.", $"“{usual}”: the document's way.")));
            }
        }
    }

    // Points for commas and commas for points, between figures.
    private static string Swapped(string said) => string.Create(said.Length, said, static (room, text) =>
    {
        for (int i = 0; i < text.Length; i++)
        {
            bool between = i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);
            room[i] = between && text[i] == '.' ? ',' : between && text[i] == ',' ? '.' : text[i];
        }
    });
}

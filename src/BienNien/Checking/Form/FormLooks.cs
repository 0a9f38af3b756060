using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Checking.Form;

/// <summary>What is wrong with one part of a paper.</summary>
/// <param name="Measured">What was seen.</param>
/// <param name="Required">What should be.</param>
/// <param name="Source">Which provision says so.</param>
internal readonly record struct FormFault(BilingualText Measured, BilingualText Required, BilingualText Source);

/// <summary>Compares how a part of a paper looks with what is prescribed of it.</summary>
internal static class FormLooks
{
    private static readonly BilingualText _bold = new("đậm", "bold");
    private static readonly BilingualText _notBold = new("không đậm", "not bold");
    private static readonly BilingualText _italic = new("nghiêng", "italic");
    private static readonly BilingualText _upright = new("đứng", "upright");
    private static readonly BilingualText _capitals = new("in hoa", "in capitals");
    private static readonly BilingualText _small = new("in thường", "in small letters");

    /// <summary>The name of a way to stand between the margins.</summary>
    public static BilingualText Of(FormAlignment alignment) => alignment switch
    {
        FormAlignment.Centre => new("canh giữa", "centred"),
        FormAlignment.Right => new("canh phải", "aligned to the right"),
        FormAlignment.Both => new("canh đều cả hai lề", "justified"),
        _ => new("canh trái", "aligned to the left"),
    };

    /// <summary>What is wrong with the letters of a part, and with how it stands.</summary>
    /// <param name="paper">The paper.</param>
    /// <param name="part">The part's name in <c>data/form-limits.tsv</c>.</param>
    /// <param name="spans">Where it stands.</param>
    /// <param name="leniently">Whether heavy and light letters may stand side by side: the part may hold lines of two kinds.</param>
    public static List<FormFault> Faults(PaperForm paper, string part, ImmutableArray<TextSpan> spans, bool leniently = false)
    {
        List<FormFault> faults = [];
        ImmutableArray<FormRun> runs = [.. spans.SelectMany(paper.Runs)];
        if (runs.IsEmpty)
        {
            return faults;
        }

        FormStandard standard = paper.Standard;
        if (standard.Limit(part, "size") is { } size && runs.Where(run => run.Size is { } points && !size.Allows(points)).Select(static run => run.Size!.Value).Distinct().ToArray() is { Length: > 0 } sizes)
        {
            faults.Add(new FormFault(
                Measures.Say("cỡ chữ {0}", "size {0}", Measures.Join(sizes.Select(Measures.Number))), Measures.Say("cỡ chữ {0}", "size {0}", size.Range), size.Source));
        }

        if (standard.Limit(part, "weight") is { } weight)
        {
            int bold = runs.Count(static run => run.Bold);
            bool wrong = weight.Least == "bold" ? (leniently ? bold == 0 : bold < runs.Length) : leniently ? bold == runs.Length : bold > 0;
            Add(wrong, weight, bold > 0 && bold < runs.Length ? Measures.Say("có chỗ {0}", "partly {0}", weight.Least == "bold" ? _notBold : _bold) : bold > 0 ? _bold : _notBold, weight.Least == "bold" ? _bold : _notBold);
        }

        if (standard.Limit(part, "slant") is { } slant)
        {
            int slanting = runs.Count(static run => run.Italic);
            Add(slant.Least == "italic" ? slanting < runs.Length : slanting > 0, slant, slanting > 0 ? _italic : _upright, slant.Least == "italic" ? _italic : _upright);
        }

        if (standard.Limit(part, "case") is { } letters)
        {
            bool capitals = spans.All(span => IsCapitals(paper, span));
            Add(letters.Least == "upper" ? !capitals : capitals, letters, capitals ? _capitals : _small, letters.Least == "upper" ? _capitals : _small);
        }

        if (standard.Limit(part, "alignment") is { } alignment && paper.ParagraphAt(spans[0].Start) is { InTable: false, InBox: false } paragraph && paragraph.Alignment != FormAlignment.Centre)
        {
            Add(wrong: true, alignment, Of(paragraph.Alignment), Of(FormAlignment.Centre));
        }

        return faults;

        void Add(bool wrong, FormLimit limit, BilingualText measured, BilingualText required)
        {
            if (wrong)
            {
                faults.Add(new FormFault(measured, required, limit.Source));
            }
        }
    }

    /// <summary>Reports all that is wrong with a part in one sentence.</summary>
    /// <param name="found">Where to report.</param>
    /// <param name="part">What the part is called.</param>
    /// <param name="span">Its words.</param>
    /// <param name="faults">What is wrong; nothing is reported when there is none.</param>
    /// <param name="expected">The words that should stand there, where words are wrong.</param>
    /// <param name="fix">The one correction that can be meant, or null.</param>
    public static void Report(DiagnosticSink found, BilingualText part, TextSpan span, IReadOnlyCollection<FormFault> faults, string? expected = null, TextEdit? fix = null)
    {
        if (faults.Count == 0)
        {
            return;
        }

        BilingualText rules = Measures.Join(
            faults.GroupBy(static fault => fault.Source).Select(static group => Measures.Say("{0} quy định {1}", "{0} prescribes {1}", group.Key, Measures.Join(group.Select(static fault => fault.Required)))), "; ");
        BilingualText measured = Measures.Join(faults.Select(static fault => fault.Measured));
        found.Report(span, Measures.Say("{0}: {1}; {2}.", "{0}: {1}; {2}.", part, measured, rules), expected, fix: fix);
    }

    private static bool IsCapitals(PaperForm paper, TextSpan span)
    {
        bool shown = paper.Runs(span).All(static run => run.Capitals);
        return shown || !paper.Document.Surface(span).Any(char.IsLower);
    }
}

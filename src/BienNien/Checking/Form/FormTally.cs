using BienNien.Text;

namespace BienNien.Checking.Form;

/// <summary>Gathers what is wrong alike in many places: it is told once, at the first of them.</summary>
/// <param name="paper">The paper.</param>
internal sealed class FormTally(PaperForm paper)
{
    private const int MostRelated = 3;

    private static readonly BilingualText _alike = new("cũng vậy", "likewise");

    private readonly Dictionary<string, Seen> _faults = new(StringComparer.Ordinal);

    /// <summary>One place; several of one paragraph count once.</summary>
    public void Add(FormParagraph paragraph, FormFault fault, TextSpan? words = null)
    {
        if (!_faults.TryGetValue(fault.Measured.English, out Seen? seen))
        {
            seen = new Seen(fault);
            _faults.Add(fault.Measured.English, seen);
        }

        if (!ReferenceEquals(seen.Last, paragraph))
        {
            seen.Last = paragraph;
            seen.Places.Add(words ?? paragraph.Span);
        }
    }

    /// <summary>Tells what was gathered.</summary>
    /// <param name="found">Where to report.</param>
    /// <param name="subject">What was measured.</param>
    public void Report(DiagnosticSink found, BilingualText subject)
    {
        foreach (Seen seen in _faults.Values)
        {
            (FormFault fault, List<TextSpan> places) = (seen.Fault, seen.Places);
            BilingualText where = places.Count == 1 ? Measures.Same("") : Measures.Say(" ở {0} chỗ", " in {0} places", Measures.Number(places.Count));
            found.Report(
                paper.FirstWords(places[0]),
                Measures.Say("{0}{1}: {2}; {3} quy định {4}.", "{0}{1}: {2}; {3} prescribes {4}.", subject, where, fault.Measured, fault.Source, fault.Required),
                related: [.. places.Skip(1).Take(MostRelated).Select(place => new RelatedPlace(paper.FirstWords(place), _alike))]);
        }
    }

    private sealed class Seen(FormFault fault)
    {
        public FormFault Fault { get; } = fault;

        public List<TextSpan> Places { get; } = [];

        public FormParagraph? Last { get; set; }
    }
}

using BienNien.Reading.Papers;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Resolving;

/// <summary>When a document was written, as far as it says so itself: worked out when a time first asks for it.</summary>
/// <remarks>The date of its form; failing that, the later date of the anniversary in its title: “(01/4/1930 - 01/4/2023)”.</remarks>
internal sealed class DocumentDate(TokenizedDocument document, List<Proposal> mentions, PaperHeaderReader headers)
{
    private const int BlocksOfTitle = 12;

    private bool _known;
    private DatedAnchor? _date;

    /// <summary>The date; null when the document does not say.</summary>
    public DatedAnchor? Date
    {
        get
        {
            if (!_known)
            {
                (_known, _date) = (true, OfHeader() ?? OfAnniversary());
            }

            return _date;
        }
    }

    private DatedAnchor? OfHeader() =>
        headers.Read(document.Document)?.Date is { } date && Edtf.TryParse(date.Value) is { } edtf ? DatedAnchor.Of(edtf, date.Span) : null;

    private DatedAnchor? OfAnniversary()
    {
        foreach (var proposal in mentions)
        {
            if (document.Sentences[document.SentenceOfToken(proposal.FirstToken)].Block >= BlocksOfTitle)
            {
                return null;
            }

            if (proposal.Mention.Value is TimeValue { Type: TimexType.Date, Reading: null } value && Edtf.TryParse(value.Value) is { IsInterval: true, StartKind: EdtfEnd.Known, EndKind: EdtfEnd.Known } dates
                && dates.Start.Month is not null && dates.Start.Month == dates.End.Month && dates.Start.Day == dates.End.Day && dates.Start.Year < dates.End.Year)
            {
                return DatedAnchor.Of(Edtf.Of(dates.End), proposal.Mention.Span);
            }
        }

        return null;
    }
}

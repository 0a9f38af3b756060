using BienNien.Reading.Papers;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Resolving;

/// <summary>When a document was written, as far as it says so itself: worked out when a time first asks for it.</summary>
/// <remarks>The date of its form; failing that, the day of a byline; failing that, the later date of the anniversary in its title: “(01/4/1930 - 01/4/2023)”.</remarks>
internal sealed class DocumentDate(TokenizedDocument document, List<Proposal> mentions, PaperHeaderReader headers)
{
    private const int BlocksOfTitle = 12;

    private bool _known;
    private bool _told;
    private DatedAnchor? _date;

    /// <summary>The date; null when the document does not say.</summary>
    public DatedAnchor? Date
    {
        get
        {
            if (!_known)
            {
                _date = OfHeader() ?? OfByline();
                _told = _date is not null;
                _date ??= OfAnniversary();
                _known = true;
            }

            return _date;
        }
    }

    /// <summary>Whether the document tells its day itself; the day of an anniversary is only near to it.</summary>
    public bool IsTold => Date is not null && _told;

    private DatedAnchor? OfHeader() =>
        headers.Read(document.Document)?.Date is { } date && Edtf.TryParse(date.Value) is { } edtf ? DatedAnchor.Of(edtf, date.Span) : null;

    // “Thứ Bảy, 24/02/2024 - 15:42” under the title of a news story: a line that is a day and little else
    private DatedAnchor? OfByline()
    {
        const int BlocksOfByline = 5;
        const int OtherLetters = 24;
        foreach (var proposal in mentions)
        {
            var block = document.Sentences[document.SentenceOfToken(proposal.FirstToken)].Block;
            if (block >= BlocksOfByline)
            {
                return null;
            }

            if (proposal.Mention.Value is TimeValue { Reading: null } value && Edtf.TryParse(value.Value) is { IsInterval: false, Start: { Year: not null, Day: not null } } day
                && document.Document.Blocks[block] is { Kind: not (BlockKind.Heading or BlockKind.ListItem) } line && line.Span.Length <= proposal.Mention.Span.Length + OtherLetters && document.Document.Text[line.Span.End - 1] != ':')
            {
                return DatedAnchor.Of(day, proposal.Mention.Span);
            }
        }

        return null;
    }

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

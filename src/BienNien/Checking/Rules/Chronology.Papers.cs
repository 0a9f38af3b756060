using BienNien.Finding;
using BienNien.Finding.DocumentReferences;
using BienNien.Relating;
using BienNien.Relating.Facts;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Checking.Rules;

// Papers held against those that they carry out or rest on.
internal sealed partial class Chronology
{
    // A paper that carries out one of a later date.
    private void CheckPapers(DocumentAnalysis analysis, MentionView view, HashSet<TextSpan> told, DiagnosticSink found)
    {
        foreach (Claim claim in analysis.Claims)
        {
            if (claim is FactClaim { Property: FactProperty.Implements, Status: ClaimStatus.Asserted, Subject: >= 0, Object: >= 0 } fact
                && DateOf(view.Mentions[fact.Subject]) is { } own && DateOf(view.Mentions[fact.Object]) is { } other && own.Latest < other.Earliest)
            {
                ReportOrder(view, DateSpan(view, view.Mentions[fact.Subject]), DateSpan(view, view.Mentions[fact.Object]), told, found, "văn bản được thực hiện", "the paper carried out");
            }
        }

        // “Quyết định số 12 … ngày 5/3/2019 … thực hiện Nghị quyết số 30 … ngày 10/12/2019”
        Mention? carrier = null;
        foreach (Mention mention in view.Mentions)
        {
            if (mention.Value is not DocumentReferenceValue)
            {
                continue;
            }

            (int start, _) = view.RangeOf(mention.Span);
            if (carrier is not null && view.SentenceOf(view.RangeOf(carrier.Span).First) == view.SentenceOf(start) && start > view.RangeOf(carrier.Span).End && _carries.Contains(view[start - 1]) && _carriesFirst.Contains(view[start - 2])
                && start - view.RangeOf(carrier.Span).End <= LongestLead + LongestReach && !Breaks(view, view.RangeOf(carrier.Span).End, start)
                && DateOf(carrier) is { } carrying && DateOf(mention) is { } carried && carrying.Latest < carried.Earliest)
            {
                ReportOrder(view, DateSpan(view, mention), DateSpan(view, carrier), told, found, "văn bản thực hiện", "the paper that carries it out");
            }

            carrier = mention;
        }

        // The paper's own number and date at its head, the papers that it rests on below.
        int last = Math.Min(TitleBlocks, view.Document.Blocks.Length);
        Mention? title = null;
        foreach (Mention mention in view.Mentions)
        {
            if (mention.Value is not DocumentReferenceValue)
            {
                continue;
            }

            (int first, int after) = view.RangeOf(mention.Span);
            bool opens = view.SentenceOf(first).First == first && view.SentenceOf(first).End <= after + 1;
            if (title is null)
            {
                if (!opens || last == 0 || mention.Span.Start >= view.Document.Blocks[last - 1].Span.End || DateOf(mention) is null || view.Document.Blocks[view.BlockOf(first)].Kind is not BlockKind.Heading)
                {
                    return;
                }

                title = mention;
            }
            else if (first - view.SentenceOf(first).First <= 3 && _bases.Contains(view[first - 1]) && DateOf(mention) is { } rests && DateOf(title) is { } own && own.Latest < rests.Earliest)
            {
                ReportOrder(view, DateSpan(view, title), DateSpan(view, mention), told, found, "văn bản làm căn cứ", "the paper it rests on");
                return;
            }
        }
    }

    private bool Breaks(MentionView view, int from, int to)
    {
        for (int at = from; at < to; at++)
        {
            if (_stops.Contains(view[at]))
            {
                return true;
            }
        }

        return false;
    }

    private static Edtf? DateOf(Mention mention) => mention.Value is DocumentReferenceValue { Date: { } date } ? Edtf.TryParse(date) : null;

    // The words of the date inside the words of a cited paper.
    private static TextSpan DateSpan(MentionView view, Mention paper)
    {
        TextSpan span = paper.Span;
        (int first, int end) = view.RangeOf(paper.Span);
        for (int at = end - 1; at >= first; at--)
        {
            if (view[at] is { IsNumber: true, Length: 4 } year)
            {
                int from = at;
                while (from > first && (view[from - 1].IsNumber || (view[from - 1].IsMark && !view[from - 1].SpaceBefore && view[from - 2].IsNumber)))
                {
                    from--;
                }

                return TextSpan.Between(view[from].Start, year.End);
            }
        }

        return span;
    }
}

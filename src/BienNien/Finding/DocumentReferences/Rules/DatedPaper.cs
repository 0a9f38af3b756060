using System.Collections.Immutable;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.DocumentReferences.Rules;

/// <summary>REF008. A paper by issuer, subject and date: “Chỉ thị của Tỉnh ủy về chống hạn, ngày 4/3/1998”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: DatedPaper.md, beside this file.</remarks>
internal sealed class DatedPaper(PaperGrammar papers, Vocabulary.Builder words) : IMentionRule
{
    private const int LongestSubject = 45;
    private const int LongestAddressee = 16;

    private readonly WordSet _to = words.AddSet("gửi");

    /// <inheritdoc/>
    public RuleId Id { get; } = new("REF008");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords => papers.TypeOpenings;

    /// <inheritdoc/>
    public Openings Openings => Openings.None;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        int next = papers.TypeAt(sentence, at, out PaperType? type);
        if (next == 0 || type!.Kind != PaperCitation.Paper || !sentence[at].Capitalised)
        {
            return;
        }

        if (papers.IsOf(sentence[next]))
        {
            FindBySubject(sentence, at, next + 1, type, found);
            return;
        }

        if (_to.Contains(sentence[next]))
        {
            FindByAddressee(sentence, at, next, type, found);
            return;
        }

        // “Nghị định ngày 1/11/1904 của Toàn quyền Đông Dương”
        int end = papers.TailAt(sentence, next, out string? date, out string? issuer);
        if (date is { Length: 10 } && issuer is not null)
        {
            found.Add(sentence, MentionKind.DocumentReference, at, end, new DocumentReferenceValue(type.Name) { Date = date, Issuer = issuer }, weight: -1);
        }
    }

    // “Thư gửi đồng bào Tây Nguyên ngày 19/4/1946”
    private void FindByAddressee(Sentence sentence, int at, int to, PaperType type, MentionSink found)
    {
        for (int i = to + 2; i < sentence.Count && i - to < LongestAddressee && sentence[i - 1].IsWord; i++)
        {
            if (papers.DateAt(sentence, i, out string? date) is var dated and > 0 && date is { Length: 10 })
            {
                found.Add(sentence, MentionKind.DocumentReference, at, dated, new DocumentReferenceValue(type.Name) { Title = PaperGrammar.Words(sentence, at, i), Date = date });
                return;
            }
        }
    }

    private void FindBySubject(Sentence sentence, int at, int first, PaperType type, MentionSink found)
    {
        int issued = papers.IssuerAt(sentence, first);
        if (issued == 0 || !papers.IsAbout(sentence[issued]))
        {
            return;
        }

        for (int comma = issued + 1; comma < sentence.Count && comma - issued < LongestSubject; comma++)
        {
            Token token = sentence[comma];
            if (token.IsMark && sentence.Text[token.Start] is ';' or '(' or '“')
            {
                return;
            }

            int dated = PaperGrammar.IsMark(sentence, comma, ',') ? papers.DateAt(sentence, comma + 1, out string? date) : Nothing(out date);
            if (dated > 0 && date!.Length >= 7 && Closes(sentence, dated))
            {
                found.Add(sentence, MentionKind.DocumentReference, at, dated, new DocumentReferenceValue(type.Name)
                {
                    Title = PaperGrammar.Words(sentence, issued, comma),
                    Date = date,
                    Issuer = PaperGrammar.Words(sentence, first, issued),
                });
                return;
            }
        }
    }

    private static int Nothing(out string? date)
    {
        date = null;
        return 0;
    }

    // In running text a date after a comma may begin the next clause; in a note it belongs to the paper.
    private static bool Closes(Sentence sentence, int at) =>
        at >= sentence.Count || (sentence[at] is { IsMark: true } mark && sentence.Text[mark.Start] is var c
            && (c is '.' or ';' or ')' || (c == ',' && sentence.Block.Kind == BlockKind.Footnote)));
}

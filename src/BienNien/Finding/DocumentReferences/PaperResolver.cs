using BienNien.Finding.Organisations;
using BienNien.Finding.People;
using BienNien.Finding.Places;
using BienNien.Text;

namespace BienNien.Finding.DocumentReferences;

/// <summary>Puts together papers and the names in and around them: who issued them, who wrote a book, what is only a word of its title.</summary>
/// <remarks>Asked after the resolvers of names, so that a name found again inside a title goes, too.</remarks>
internal sealed class PaperResolver(Vocabulary.Builder words, PaperGrammar papers) : IMentionResolver
{
    private const int FarthestIssuer = 6;

    private readonly WordSet _press = words.AddSet("NXB", "Nhà");
    private readonly WordSet _issuing = words.AddSet("ban", "hành", "ra", "ký", "có", "công", "bố", "đã", "vừa");
    private readonly int _house = words.Add("Nhà");
    private readonly int _book = words.Add("xuất");

    /// <inheritdoc/>
    public void Resolve(TokenizedDocument document, List<Proposal> mentions)
    {
        bool dropped = false;
        for (int i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Mention?.Value is not DocumentReferenceValue paper)
            {
                continue;
            }

            if (paper.Type == "Sách")
            {
                dropped |= SettleBook(document, mentions, i, paper);
            }
            else
            {
                ExtendToIssuer(document, mentions, i, paper);
            }
        }

        if (dropped)
        {
            mentions.RemoveAll(static proposal => proposal.Mention is null);
        }
    }

    // “… số 06/HD-TLĐ ngày 18/02/2025 của Đoàn Chủ tịch Tổng Liên đoàn …”: the issuer as the finder of bodies reads it;
    // “Ủy ban … ra Quyết định số 217”: the body before.
    private void ExtendToIssuer(TokenizedDocument document, List<Proposal> mentions, int index, DocumentReferenceValue paper)
    {
        Proposal proposal = mentions[index];
        for (int j = index + 1; j < mentions.Count && mentions[j].FirstToken <= proposal.EndToken + 1; j++)
        {
            Proposal body = mentions[j];
            bool follows = body.Mention is { Kind: MentionKind.Organisation } && body.EndToken > proposal.EndToken
                && papers.IsOf(document.Tokens[body.FirstToken - 1]) && (body.FirstToken == proposal.EndToken + 1 || body.FirstToken < proposal.EndToken);
            if (follows && document.SentenceOfToken(body.FirstToken) == document.SentenceOfToken(proposal.FirstToken))
            {
                TextSpan span = TextSpan.Between(proposal.Mention.Span.Start, body.Mention.Span.End);
                DocumentReferenceValue issued = paper with { Issuer = WordsOf(document, body.FirstToken, body.EndToken) };
                mentions[index] = proposal with { Mention = proposal.Mention with { Span = span, Value = issued }, EndToken = body.EndToken };
                return;
            }
        }

        if (paper.Issuer is not null || paper.Number is null)
        {
            return;
        }

        for (int j = index - 1; j >= 0 && proposal.FirstToken - mentions[j].EndToken <= FarthestIssuer; j--)
        {
            if (mentions[j].Mention is { Kind: MentionKind.Organisation } && mentions[j].EndToken < proposal.FirstToken && Issues(document, mentions[j].EndToken, proposal.FirstToken))
            {
                mentions[index] = proposal with { Mention = proposal.Mention with { Value = paper with { Issuer = WordsOf(document, mentions[j].FirstToken, mentions[j].EndToken) } } };
                return;
            }
        }
    }

    private bool Issues(TokenizedDocument document, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (!_issuing.Contains(document.Tokens[i]))
            {
                return false;
            }
        }

        return true;
    }

    // “Phan Huy Lê (chủ biên), Địa bạ Hà Đông, …”: the author is a person, the people and places in the title and in the name of the publisher are words of them.
    private bool SettleBook(TokenizedDocument document, List<Proposal> mentions, int index, DocumentReferenceValue paper)
    {
        Proposal book = mentions[index];
        int title = book.FirstToken;
        int press = book.EndToken;
        for (int i = book.FirstToken; i < book.EndToken; i++)
        {
            if (_press.Contains(document.Tokens[i]) && (document.Tokens[i].Word != _house || document.Tokens[i + 1].Word == _book))
            {
                press = i;
                break;
            }
        }

        for (int j = Math.Max(0, index - 2); j < mentions.Count && (mentions[j].Mention is null || mentions[j].Mention.Span.Start <= book.Mention.Span.Start); j++)
        {
            if (mentions[j].Mention is not null && mentions[j].FirstToken == book.FirstToken && mentions[j].Mention.Value is PersonValue or OrganisationValue && mentions[j].EndToken < press)
            {
                title = Math.Max(title, AfterAuthor(document, mentions[j].EndToken, press));
                break;
            }
        }

        if (title > book.FirstToken)
        {
            int end = press;
            if (press == book.EndToken)
            {
                // Without a publisher the year ends the title.
                end = title + 1;
                while (end < press && !PaperGrammar.IsYear(document.Tokens[end]))
                {
                    end++;
                }
            }

            while (end > title && document.Tokens[end - 1].IsMark && Mark(document, end - 1) is ',' or '.')
            {
                end--;
            }

            mentions[index] = book with { Mention = book.Mention with { Value = paper with { Title = WordsOf(document, title, end) } } };
        }

        int pressEnd = press;
        while (pressEnd < book.EndToken && !(document.Tokens[pressEnd].IsMark && Mark(document, pressEnd) is ','))
        {
            pressEnd++;
        }

        int start = index;
        while (start > 0 && (mentions[start - 1].Mention is null || mentions[start - 1].FirstToken >= book.FirstToken))
        {
            start--;
        }

        bool dropped = false;
        for (int j = start; j < mentions.Count && (mentions[j].Mention is null || mentions[j].Mention.Span.Start < book.Mention.Span.End); j++)
        {
            Proposal inner = mentions[j];
            bool word = inner.Mention?.Value is PersonValue or PlaceValue
                && ((inner.FirstToken >= title && inner.EndToken <= press && title <= press) || (inner.FirstToken >= press && inner.EndToken <= pressEnd));
            if (word)
            {
                mentions[j] = default;
                dropped = true;
            }
        }

        return dropped;
    }

    // Past “(chủ biên)” and one comma or colon; 0 when neither follows.
    private static int AfterAuthor(TokenizedDocument document, int at, int end)
    {
        int i = at;
        if (Mark(document, i) == '(')
        {
            while (i < end && Mark(document, i) != ')')
            {
                i++;
            }

            i++;
        }

        return i < end && Mark(document, i) is ',' or ':' ? i + 1 : 0;
    }

    private static char Mark(TokenizedDocument document, int at) =>
        document.Tokens[at] is { IsMark: true, Length: 1 } mark ? document.Document.Text[mark.Start] : '\0';

    private static string WordsOf(TokenizedDocument document, int first, int end) =>
        document.Document.WordsAt(TextSpan.Between(document.Tokens[first].Start, document.Tokens[end - 1].End));
}

using BienNien.Finding.People;
using BienNien.Finding.Times;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Awards;

/// <summary>Says to whom an award went and when, from the persons, bodies and dates of its sentence.</summary>
/// <remarks>Who stands between “được” and the award gave it; who stands before “được” or after “cho” got it.</remarks>
internal sealed class Recipients(Vocabulary.Builder words) : IMentionResolver
{
    private const int FarthestGiver = 6;

    private readonly WordSet _received = words.AddSet("được", "nhận");
    private readonly int _for = words.Add("cho");
    private readonly int _of = words.Add("của");
    private readonly WordSet _named = words.AddSet("khen", "đua", "đầu", "sắc");
    private readonly WordSet _office = words.AddSet("chủ", "tịch", "thủ", "tướng", "bộ", "trưởng", "tổng", "giám", "đốc", "ban", "chấp", "hành", "phó", "giám");
    private readonly WordSet _conferred = words.AddSet("tặng", "phong", "hiệu", "trao", "được", "nhận", "thưởng");

    /// <inheritdoc/>
    public void Resolve(TokenizedDocument document, List<Proposal> mentions)
    {
        DropTitles(document, mentions);
        for (int i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Mention.Value is not AwardValue { To: null } award)
            {
                continue;
            }

            ExtendToGiver(document, mentions, i);

            SentenceRange range = document.Sentences[document.SentenceOfToken(mentions[i].FirstToken)];
            int received = Last(document, range.First, mentions[i].FirstToken);
            string? to = null;
            string? date = null;
            int dates = 0;
            for (int j = i - 1; j >= 0 && mentions[j].FirstToken >= range.First; j--)
            {
                to ??= mentions[j].EndToken <= received ? NameOf(document, mentions[j].Mention) : null;
                if (mentions[j].Mention.Value is TimeValue { Type: TimexType.Date } time && char.IsAsciiDigit(time.Value[0]) && !time.Value.Contains('/', StringComparison.Ordinal))
                {
                    date = time.Value;
                    dates++;
                }
            }

            for (int j = i + 1; to is null && j < mentions.Count && mentions[j].FirstToken < range.End; j++)
            {
                bool given = mentions[j].FirstToken > mentions[i].EndToken && mentions[j].FirstToken - mentions[i].EndToken <= 4
                    && document.Tokens[mentions[i].EndToken].Word == _for;
                to = given ? NameOf(document, mentions[j].Mention) : null;
            }

            if (to is not null || dates == 1)
            {
                mentions[i] = mentions[i] with { Mention = mentions[i].Mention with { Value = award with { To = to, Date = dates == 1 ? date : null } } };
            }
        }
    }

    // “Mẹ Việt Nam anh hùng Lê Thị Tự”: a title before a name, nothing conferred here.
    private void DropTitles(TokenizedDocument document, List<Proposal> mentions)
    {
        int written = 0;
        for (int i = 0; i < mentions.Count; i++)
        {
            bool title = false;
            if (mentions[i].Mention.Value is AwardValue && !_conferred.Contains(document.Tokens[Math.Max(0, mentions[i].FirstToken - 1)]) && !_conferred.Contains(document.Tokens[Math.Max(0, mentions[i].FirstToken - 2)]))
            {
                for (int j = i + 1; j < mentions.Count && mentions[j].FirstToken <= mentions[i].EndToken && !title; j++)
                {
                    title = mentions[j].FirstToken == mentions[i].EndToken && mentions[j].Mention.Kind == MentionKind.Person;
                }
            }

            if (!title)
            {
                mentions[written++] = mentions[i];
            }
        }

        mentions.RemoveRange(written, mentions.Count - written);
    }

    // “Bằng khen của Bộ Nông nghiệp”, “Bằng khen của Chủ tịch UBND tỉnh”: the giver belongs to the name of what has no other.
    private void ExtendToGiver(TokenizedDocument document, List<Proposal> mentions, int index)
    {
        Proposal award = mentions[index];
        if (!_named.Contains(document.Tokens[award.EndToken - 1]) || award.EndToken >= document.Tokens.Length || document.Tokens[award.EndToken].Word != _of)
        {
            return;
        }

        for (int j = index + 1; j < mentions.Count && mentions[j].FirstToken - award.EndToken <= FarthestGiver; j++)
        {
            if (mentions[j].Mention.Kind == MentionKind.Organisation && mentions[j].FirstToken > award.EndToken
                && document.SentenceOfToken(mentions[j].FirstToken) == document.SentenceOfToken(award.FirstToken) && OnlyOffice(document, award.EndToken + 1, mentions[j].FirstToken))
            {
                TextSpan span = TextSpan.Between(award.Mention.Span.Start, mentions[j].Mention.Span.End);
                mentions[index] = award with { Mention = award.Mention with { Span = span }, EndToken = mentions[j].EndToken };
                return;
            }
        }
    }

    private bool OnlyOffice(TokenizedDocument document, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (!_office.Contains(document.Tokens[i]))
            {
                return false;
            }
        }

        return true;
    }

    private int Last(TokenizedDocument document, int first, int end)
    {
        for (int i = end - 1; i >= first; i--)
        {
            if (_received.Contains(document.Tokens[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static string? NameOf(TokenizedDocument document, Mention mention) => mention.Value switch
    {
        PersonValue person => person.Id,
        _ when mention.Kind == MentionKind.Organisation => document.Document.WordsAt(mention.Span),
        _ => null,
    };
}

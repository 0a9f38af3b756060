using BienNien.Finding.Times;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Awards;

/// <summary>Says to whom an award went and when, from the persons, bodies and dates of its sentence.</summary>
/// <remarks>Who stands between “được” and the award gave it; who stands before “được” or after “cho” got it.</remarks>
internal sealed class Recipients(Vocabulary.Builder words) : IMentionResolver
{
    private readonly WordSet _received = words.AddSet("được", "nhận");
    private readonly int _for = words.Add("cho");

    /// <inheritdoc/>
    public void Resolve(TokenizedDocument document, List<Proposal> mentions)
    {
        for (int i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Mention.Value is not AwardValue { To: null } award)
            {
                continue;
            }

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
                bool given = mentions[j].FirstToken > 0 && mentions[j].FirstToken - mentions[i].EndToken <= 4
                    && document.Tokens[mentions[i].EndToken].Word == _for;
                to = given ? NameOf(document, mentions[j].Mention) : null;
            }

            if (to is not null || dates == 1)
            {
                mentions[i] = mentions[i] with { Mention = mentions[i].Mention with { Value = award with { To = to, Date = dates == 1 ? date : null } } };
            }
        }
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

    private static string? NameOf(TokenizedDocument document, Mention mention) =>
        mention.Kind is MentionKind.Person or MentionKind.Organisation ? document.Document.Surface(mention.Span) : null;
}

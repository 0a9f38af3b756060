using BienNien.Finding.Names;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.Places;

/// <summary>Finds the unknown places of a list that only their neighbours tell: “từ Quỳnh Khê, Vật Cách tới ga Dụ Nghĩa”.</summary>
internal sealed class PlaceLists(Vocabulary.Builder words, NameReader names, RuleId rule)
{
    private const int LongestName = 4;

    private readonly WordSet _joints = words.AddSet(",", "và", "–", "-");
    private readonly WordSet _onward = words.AddSet("tới", "đến", "về", "qua", "sang", "rồi");

    /// <summary>Adds what it finds to the mentions.</summary>
    public void Find(TokenizedDocument document, List<Proposal> mentions)
    {
        List<Proposal> added = [];
        for (int i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Mention.Value is not PlaceValue place || place.Level is "country" or "region")
            {
                continue;
            }

            Sentence sentence = document.SentenceAt(document.SentenceOfToken(mentions[i].FirstToken));
            int start = mentions[i].FirstToken - sentence.FirstToken;
            int at = mentions[i].EndToken - sentence.FirstToken;
            bool bare = names.Lexicon.PlaceTypes.Longest(sentence, start, out _) == 0;
            bool located = bare && PlaceContext.IsLocated(names, sentence, start);
            while (_joints.Contains(sentence[at]) && NameReader.IsName(sentence, at + 1) && !NameReader.Shouts(sentence, at + 1))
            {
                int first = at + 1;
                int end = names.RunEnd(sentence, first);
                if (end - first is < 2 or > LongestName || IsTaken(mentions, i + 1, sentence.FirstToken + first, sentence.FirstToken + end) || LooksLikeAnother(sentence, first, end)
                    || !(PlaceFollows(mentions, i + 1, sentence, end) || (located && (names.Lexicon.And.Contains(sentence[at]) || _onward.Contains(sentence[end])))))
                {
                    break;
                }

                Mention mention = new(MentionKind.Place, sentence.Span(first, end), rule, new PlaceValue(place.Level));
                added.Add(new Proposal(mention, sentence.FirstToken + first, sentence.FirstToken + end, Weight: 0));
                at = end;
            }
        }

        if (added.Count > 0)
        {
            mentions.AddRange(added);
            ByStart.Sort(mentions);
        }
    }

    private static bool IsTaken(List<Proposal> mentions, int next, int first, int end)
    {
        for (int i = next; i < mentions.Count && mentions[i].FirstToken < end; i++)
        {
            if (mentions[i].EndToken > first && mentions[i].Mention.Kind is MentionKind.Person or MentionKind.Place or MentionKind.Organisation or MentionKind.Award or MentionKind.DocumentReference)
            {
                return true;
            }
        }

        return false;
    }

    // “…, Lạc Xao (Lào)”, “…, Vật Cách, ga Dụ Nghĩa”: between two places, or before the larger one.
    private bool PlaceFollows(List<Proposal> mentions, int next, Sentence sentence, int end)
    {
        if (!_joints.Contains(sentence[end]) && sentence[end].Word != names.Lexicon.Open && !_onward.Contains(sentence[end]))
        {
            return false;
        }

        int after = sentence.FirstToken + end + 1;
        for (int i = next; i < mentions.Count && mentions[i].FirstToken <= after; i++)
        {
            if (mentions[i].FirstToken == after && mentions[i].Mention.Kind == MentionKind.Place)
            {
                return true;
            }
        }

        return false;
    }

    private bool LooksLikeAnother(Sentence sentence, int at, int end) =>
        names.ReadsAsPerson(sentence, at, out _)
        || names.Lexicon.Persons.Longest(sentence, at, out _) > 0
        || names.Lexicon.Surnames.Contains(sentence[at]) && end - at > 2
        || names.Lexicon.Bodies.Longest(sentence, at, out _) > 0
        || names.Lexicon.OrganisationHeads.Longest(sentence, at, out _) > 0
        || names.Lexicon.OrganisationWords.Longest(sentence, at, out _) > 1
        || names.Lexicon.CapitalWords.Longest(sentence, at, out _) > 0
        || names.Lexicon.NotPersons.Longest(sentence, at, out _) > 0
        || names.Lexicon.Titles.Longest(sentence, at, out _) > 0
        || names.CutAtWord(sentence, at, end) != end;
}

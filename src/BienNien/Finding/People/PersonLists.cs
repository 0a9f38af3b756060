using BienNien.Finding.Names;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.People;

/// <summary>Finds the persons of a list that only their neighbours tell.</summary>
internal sealed class PersonLists(Vocabulary.Builder words, NameReader names, PersonEvidence evidence, RuleId rule)
{
    private const int LongestBracket = 16;
    private const int LongestName = 4;

    private readonly WordSet _joints = words.AddSet(",", "và", "cùng", "với", ";");
    private readonly WordSet _plurals = words.AddSet("các", "hai", "ba", "bốn", "năm", "sáu", "những", "gồm", "em");

    /// <summary>Adds what it finds to the mentions.</summary>
    public void Find(TokenizedDocument document, List<Proposal> mentions)
    {
        List<Proposal> added = [];
        HashSet<int> starts = [];
        for (int i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Mention.Value is not PersonValue)
            {
                continue;
            }

            Sentence sentence = document.SentenceAt(document.SentenceOfToken(mentions[i].FirstToken));
            FindBefore(sentence, mentions, i, starts, added);
            bool plural = IsPlural(sentence, mentions[i].FirstToken - sentence.FirstToken);
            int at = mentions[i].EndToken - sentence.FirstToken;
            int next = i + 1;
            while (Joined(sentence, at, out int first))
            {
                while (next < mentions.Count && mentions[next].FirstToken < sentence.FirstToken + first)
                {
                    next++;
                }

                int end = names.CutAtWord(sentence, first, names.RunEnd(sentence, first));
                if (end - first is < 1 or > LongestName || IsTaken(mentions, next, sentence.FirstToken + end) || !IsSomebody(sentence, first, end, plural, mentions, next))
                {
                    break;
                }

                Mention mention = new(MentionKind.Person, sentence.Span(first, end), rule, new PersonValue(SaidBefore.NameOf(sentence, first, end)));
                if (starts.Add(sentence.FirstToken + first))
                {
                    added.Add(new Proposal(mention, sentence.FirstToken + first, sentence.FirstToken + end, Weight: 0));
                }

                at = end;
            }
        }

        if (added.Count > 0)
        {
            mentions.AddRange(added);
            ByStart.Sort(mentions);
        }
    }

    // “Lâm Phú, Thạch Ngọc Biên và …”: the first of a list, which a place that nobody knows may be called like.
    private void FindBefore(Sentence sentence, List<Proposal> mentions, int index, HashSet<int> starts, List<Proposal> added)
    {
        int joint = mentions[index].FirstToken - sentence.FirstToken - 1;
        if (joint < 2 || !_joints.Contains(sentence[joint]) || !NameReader.IsName(sentence, joint - 1))
        {
            return;
        }

        int first = joint - 1;
        while (NameReader.ContinuesRun(sentence, first))
        {
            first--;
        }

        if (joint - first is < 2 or > LongestName || !names.Lexicon.Surnames.Contains(sentence[first]) || NameReader.Shouts(sentence, first)
            || names.Named(names.Lexicon.Places, sentence, first, out PlaceLevels levels) >= joint - first && (levels & PlaceLevels.WellKnown) != 0
            || Places.PlaceContext.IsLocated(names, sentence, first) || PersonContext.NamesAThing(names, sentence, first) || names.OpensSentenceAsWord(sentence, first)
            || names.Lexicon.PlaceTypes.Longest(sentence, first, out _) > 0 || names.Lexicon.Titles.Longest(sentence, first, out _) > 0 || names.Lexicon.NotPersons.Longest(sentence, first, out _) > 0
            || names.Lexicon.OrganisationHeads.Longest(sentence, first, out _) > 1)
        {
            return;
        }

        for (int i = index - 1; i >= 0 && mentions[i].EndToken > sentence.FirstToken + first - LongestName; i--)
        {
            if (mentions[i].EndToken > sentence.FirstToken + first && mentions[i].FirstToken < sentence.FirstToken + joint
                && mentions[i].Mention.Kind is MentionKind.Person or MentionKind.Place or MentionKind.Organisation or MentionKind.Award or MentionKind.DocumentReference)
            {
                return;
            }
        }

        Mention mention = new(MentionKind.Person, sentence.Span(first, joint), rule, new PersonValue(SaidBefore.NameOf(sentence, first, joint)));
        if (starts.Add(sentence.FirstToken + first))
        {
            added.Add(new Proposal(mention, sentence.FirstToken + first, sentence.FirstToken + joint, Weight: 0));
        }
    }

    private bool IsPlural(Sentence sentence, int at)
    {
        int title = NameReader.Before(names.Lexicon.Titles, names.Lexicon.TitleEnds, sentence, at, out _);
        return title > 0 && _plurals.Contains(sentence[at - title - 1]);
    }

    // Past a bracket and one comma or “và”.
    private bool Joined(Sentence sentence, int at, out int first)
    {
        first = at;
        if (sentence[first].Word == names.Lexicon.Open)
        {
            int close = first + 1;
            while (close < sentence.Count && close - first < LongestBracket && sentence[close].Word != names.Lexicon.Close)
            {
                close++;
            }

            first = close + 1;
        }

        if (!_joints.Contains(sentence[first]))
        {
            return false;
        }

        first += sentence[first].Word == names.Lexicon.Comma && names.Lexicon.And.Contains(sentence[first + 1]) ? 2 : 1;
        return NameReader.IsName(sentence, first) && !NameReader.Shouts(sentence, first);
    }

    private static bool IsTaken(List<Proposal> mentions, int next, int end)
    {
        for (int i = next; i < mentions.Count && mentions[i].FirstToken < end; i++)
        {
            if (mentions[i].Mention.Kind is MentionKind.Person or MentionKind.Place or MentionKind.Organisation or MentionKind.Award or MentionKind.DocumentReference)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSomebody(Sentence sentence, int first, int end, bool plural, List<Proposal> mentions, int next)
    {
        if (evidence.IsAnotherThing(sentence, first, end, communeToo: !PersonFollows(sentence, end, mentions, next)) || names.Lexicon.PlaceTypes.Longest(sentence, first, out _) > 0
            || (end - first == 1 && names.Lexicon.Places.Longest(sentence, first, out _) > 0))
        {
            return false;
        }

        bool foreign = ForeignNames.IsForeign(sentence, first, ForeignNames.UnitEnd(names, sentence, first));
        if ((plural && (end - first > 1 || foreign)) || (end - first > 1 && names.Lexicon.Surnames.Contains(sentence[first])))
        {
            return true;
        }

        // Between two persons, or the last before a verb that only a person does.
        if (evidence.After(sentence, end) && (end - first > 1))
        {
            return true;
        }

        return PersonFollows(sentence, end, mentions, next);
    }

    private bool PersonFollows(Sentence sentence, int end, List<Proposal> mentions, int next)
    {
        if (!_joints.Contains(sentence[end]))
        {
            return false;
        }

        int after = end + (sentence[end].Word == names.Lexicon.Comma && names.Lexicon.And.Contains(sentence[end + 1]) ? 2 : 1);
        for (int i = next; i < mentions.Count && mentions[i].FirstToken <= sentence.FirstToken + after; i++)
        {
            if (mentions[i].FirstToken == sentence.FirstToken + after && mentions[i].Mention.Kind == MentionKind.Person)
            {
                return true;
            }
        }

        return false;
    }
}

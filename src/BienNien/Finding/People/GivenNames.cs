using BienNien.Finding.Names;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.People;

/// <summary>Finds the given name alone of persons whom the document names in full.</summary>
internal sealed class GivenNames(Vocabulary.Builder words, NameReader names, PersonEvidence evidence, RuleId rule)
{
    // At the start of a sentence, where every word has a capital, only of somebody named not long before.
    private const int FarthestBack = 150;
    private const string HoChiMinh = "Hồ Chí Minh";

    // Names of seasons, sides, nations and the like are words of their own wherever they stand.
    private readonly WordSet _words = words.AddSet(
        "xuân", "hạ", "thu", "đông", "tây", "nam", "bắc", "trung", "thượng", "tết", "đảng", "đoàn", "hội", "đội", "ban", "bộ", "sở", "nhà", "anh", "đức", "nga", "ý", "việt", "hán",
        "kinh", "thái", "dao", "mường", "hoa", "chăm", "nước", "trời", "phật", "chúa", "thánh", "người", "bác", "tổ", "bình", "hòa", "nhân", "dân", "công", "lễ", "đại", "tiểu", "hậu", "tiền");

    private readonly WordSet _within = words.AddSet("tại", "ở", "từ", "quanh", "thuộc");

    private readonly WordSet _uncle = words.AddSet("bác");
    private readonly WordSet _notUncle = words.AddSet("sĩ", "học", "cổ", "ái", "gái", "trai", "ruột", "đơn", "bỏ", "vật");

    /// <summary>Adds what it finds to the mentions.</summary>
    /// <param name="document">The document.</param>
    /// <param name="mentions">All kinds, by start; persons with their final ids.</param>
    public void Find(TokenizedDocument document, List<Proposal> mentions)
    {
        Dictionary<string, string?> byGiven = new(StringComparer.Ordinal);
        Dictionary<string, string?>.AlternateLookup<ReadOnlySpan<char>> lookup = byGiven.GetAlternateLookup<ReadOnlySpan<char>>();
        List<Proposal> added = [];
        HashSet<int> common = CommonWords(document, mentions);
        Dictionary<string, int> lastSeen = new(StringComparer.Ordinal);
        bool uncle = false;
        int next = 0;
        foreach (Proposal mention in mentions)
        {
            if (mention.Mention.Value is PersonValue person)
            {
                uncle |= person.Id == HoChiMinh;
                Learn(document, mention, person.Id, byGiven);
            }
        }

        for (int s = 0; s < document.Sentences.Length && (byGiven.Count > 0 || uncle); s++)
        {
            Sentence sentence = document.SentenceAt(s);
            for (int at = 0; at < sentence.Count; at++)
            {
                int token = sentence.FirstToken + at;
                bool taken = false;
                while (next < mentions.Count && mentions[next].FirstToken <= token)
                {
                    if (mentions[next].Mention.Value is PersonValue person)
                    {
                        lastSeen[person.Id] = mentions[next].FirstToken;
                    }

                    next++;
                }

                if (!sentence[at].IsWord || !sentence[at].Capitalised)
                {
                    continue;
                }

                for (int i = next - 1; i >= 0 && !taken && token - mentions[i].FirstToken < 60; i--)
                {
                    taken = mentions[i].EndToken > token
                        && mentions[i].Mention.Kind is MentionKind.Person or MentionKind.Place or MentionKind.Organisation or MentionKind.Award or MentionKind.DocumentReference;
                }

                if (taken || NameReader.ContinuesRun(sentence, at) || sentence[at] is { AllUpper: true, Length: > 1 })
                {
                    continue;
                }

                int end = ForeignNames.UnitEnd(names, sentence, at);
                if (NameReader.IsName(sentence, end) && !NameReader.IsApart(sentence, end))
                {
                    // “Sư Hồi dâng biểu”: the last two words of a name.
                    end = ForeignNames.UnitEnd(names, sentence, end);
                    if (NameReader.IsName(sentence, end) && !NameReader.IsApart(sentence, end))
                    {
                        continue;
                    }
                }

                if (uncle && end == at + 1 && _uncle.Contains(sentence[at]) && !_notUncle.Contains(sentence[end]))
                {
                    Add(sentence, at, end, HoChiMinh, NameLink.Known, added);
                }
                else if (lookup.TryGetValue(sentence.Text.AsSpan(sentence[at].Start, sentence[end - 1].End - sentence[at].Start), out string? id) && id is not null
                    && IsMeant(sentence, at, end, mayOpen: !common.Contains(token) && token - lastSeen.GetValueOrDefault(id, -FarthestBack) < FarthestBack))
                {
                    Add(sentence, at, end, id, NameLink.GivenName, added);
                    lastSeen[id] = token;
                }
            }
        }

        if (added.Count > 0)
        {
            mentions.AddRange(added);
            ByStart.Sort(mentions);
        }
    }

    // Tokens at which a given name begins that the document also writes in small letters: there it may be that word.
    private static HashSet<int> CommonWords(TokenizedDocument document, List<Proposal> mentions)
    {
        string text = document.Document.Text;
        HashSet<string> small = new(StringComparer.OrdinalIgnoreCase);
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup = small.GetAlternateLookup<ReadOnlySpan<char>>();
        HashSet<string> given = new(StringComparer.OrdinalIgnoreCase);
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> isGiven = given.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (Proposal proposal in mentions)
        {
            if (proposal.Mention.Value is PersonValue && proposal.EndToken - proposal.FirstToken > 1)
            {
                given.Add(text.Substring(document.Tokens[proposal.EndToken - 1].Start, document.Tokens[proposal.EndToken - 1].Length));
            }
        }

        HashSet<int> common = [];
        if (given.Count == 0)
        {
            return common;
        }

        foreach (Token token in document.Tokens)
        {
            ReadOnlySpan<char> surface = text.AsSpan(token.Start, token.Length);
            if (token.IsWord && !token.Capitalised && isGiven.Contains(surface))
            {
                lookup.Add(surface);
            }
        }

        for (int i = 0; i < document.Tokens.Length; i++)
        {
            if (document.Tokens[i] is { IsWord: true, Capitalised: true } token && lookup.Contains(text.AsSpan(token.Start, token.Length)))
            {
                common.Add(i);
            }
        }

        return common;
    }

    private void Add(Sentence sentence, int at, int end, string id, NameLink link, List<Proposal> added)
    {
        Mention mention = new(MentionKind.Person, sentence.Span(at, end), rule, new PersonValue(id) { Title = PersonContext.TitleBefore(names, sentence, at, out _), Link = link });
        added.Add(new Proposal(mention, sentence.FirstToken + at, sentence.FirstToken + end, Weight: 0));
    }

    // The last word of a name; of a foreigner's also the first. Two persons with one given name: it tells neither.
    private void Learn(TokenizedDocument document, Proposal proposal, string id, Dictionary<string, string?> byGiven)
    {
        if (proposal.EndToken - proposal.FirstToken < 2)
        {
            return;
        }

        Sentence sentence = document.SentenceAt(document.SentenceOfToken(proposal.FirstToken));
        int at = proposal.FirstToken - sentence.FirstToken;
        int end = proposal.EndToken - sentence.FirstToken;
        int last = at;
        int before = at;
        int units = 0;
        bool foreign = false;
        for (int i = at; i < end; i = ForeignNames.UnitEnd(names, sentence, i))
        {
            before = last;
            last = i;
            units++;
            foreign |= ForeignNames.IsForeign(sentence, i, ForeignNames.UnitEnd(names, sentence, i));
        }

        if (units < 2)
        {
            return;
        }

        Set(sentence, last, end, id, byGiven);
        if (units > 2)
        {
            // “Thạch Sa Rên … Sa Rên”
            Set(sentence, before, end, id, byGiven);
        }

        if (foreign)
        {
            Set(sentence, at, ForeignNames.UnitEnd(names, sentence, at), id, byGiven);
        }
    }

    private void Set(Sentence sentence, int at, int end, string id, Dictionary<string, string?> byGiven)
    {
        if (sentence[end - 1].End - sentence[at].Start < 2 || (end - at == 1 && _words.Contains(sentence[at])) || NameReader.Shouts(sentence, at))
        {
            return;
        }

        string given = SaidBefore.NameOf(sentence, at, end);
        byGiven[given] = byGiven.TryGetValue(given, out string? other) && other != id ? null : id;
    }

    private bool IsMeant(Sentence sentence, int at, int end, bool mayOpen)
    {
        if (PersonContext.NamesAThing(names, sentence, at) || names.IsCapitalWord(sentence, at)
            || names.Lexicon.Titles.Longest(sentence, at, out _) > 1 || names.Lexicon.OrganisationHeads.Longest(sentence, at, out _) > 0)
        {
            return false;
        }

        if (PersonContext.TitleBefore(names, sentence, at, out _) is not null)
        {
            return true;
        }

        // What follows must be the verb of somebody there, so that “Kiệt sức” is no man called Kiệt.
        bool opens = at == 0 || (sentence[at].Traits & TokenTraits.SentenceStart) != 0 || sentence[at - 1].IsMark;
        return opens
            ? !names.Lexicon.SentenceOpeners.Contains(sentence[at]) && ((mayOpen && (names.Lexicon.PersonVerbs.Longest(sentence, end, out _) > 0 || !sentence[end].IsWord)) || ForeignNames.IsForeign(sentence, at, end) || evidence.After(sentence, end) || names.Lexicon.And.Contains(sentence[end]) || sentence[at - 1].Word == names.Lexicon.Comma)
            : !_within.Contains(sentence[at - 1]) && names.Lexicon.PlaceTypes.Longest(sentence, at - 1, out _) == 0;
    }
}

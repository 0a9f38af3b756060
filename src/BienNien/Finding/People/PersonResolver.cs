using System.Collections.Frozen;
using BienNien.Finding.Names;
using BienNien.Knowledge;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.People;

/// <summary>Joins the names of one person within a document, and finds again the names that it has given.</summary>
internal sealed class PersonResolver(NameReader names, PersonLists lists, GivenNames givenNames, RuleId saidBefore) : IMentionResolver
{
    // Known names of two words and more, without their marks; empty where two known persons differ by marks alone.
    private static readonly Lazy<FrozenDictionary<string, string>> _knownByFold = new(LoadKnown);
    private static readonly Lazy<FrozenSet<string>> _knownIds = new(static () => _knownByFold.Value.Values.ToFrozenSet(StringComparer.Ordinal));

    private const int LongestChain = 8;

    /// <inheritdoc/>
    public void Resolve(TokenizedDocument document, List<Proposal> mentions)
    {
        lists.Find(document, mentions);
        Join(document, mentions);
        givenNames.Find(document, mentions);
    }

    private void Join(TokenizedDocument document, List<Proposal> mentions)
    {
        Dictionary<string, string> idOfName = new(StringComparer.OrdinalIgnoreCase);
        Dictionary<string, NameLink> links = new(StringComparer.OrdinalIgnoreCase);
        Dictionary<string, string?> idOfGivenName = new(StringComparer.OrdinalIgnoreCase);
        foreach (Proposal proposal in mentions)
        {
            if (proposal.Mention.Value is PersonValue person && (proposal.EndToken - proposal.FirstToken > 1 || IsForeign(document, proposal)))
            {
                string name = Joined(document, proposal);
                // A stated alias or a known name says more than a name that is its own id.
                if (!idOfName.TryGetValue(name, out string? id) || (id == name && person.Id != name))
                {
                    idOfName[name] = person.Id;
                    if (person.Link is { } link)
                    {
                        links[name] = link;
                    }
                }
            }
        }

        if (idOfName.Count == 0)
        {
            return;
        }

        Dictionary<string, (string Id, NameLink Link)> unified = Variants(document, mentions);
        AddKnownAliases(document, mentions, unified);
        AddOriginals(document, mentions, unified);
        AddOrdinals(document, mentions, unified);
        foreach ((string variant, (string id, NameLink link)) in unified)
        {
            idOfName[variant] = id;
            links[variant] = link;
        }

        // A name said of one who is somebody else's other name is that one's: at most as many steps as there are names.
        foreach (string name in idOfName.Keys.ToArray())
        {
            string id = idOfName[name];
            for (int steps = 0; steps < LongestChain && idOfName.TryGetValue(id, out string? next) && next != id; steps++)
            {
                id = next;
            }

            idOfName[name] = id;
        }

        foreach ((string name, string id) in idOfName)
        {
            // Several persons with one given name: it tells nobody.
            string given = name[(name.LastIndexOf(' ') + 1)..];
            idOfGivenName[given] = idOfGivenName.TryGetValue(given, out string? other) && other != id ? null : id;
        }

        for (int i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Mention.Value is PersonValue person)
            {
                string name = Joined(document, mentions[i]);
                bool alone = mentions[i].EndToken - mentions[i].FirstToken == 1 && person.Id == name && idOfGivenName.GetValueOrDefault(name) is not null;
                string id = alone ? idOfGivenName[name]! : idOfName.GetValueOrDefault(name, person.Id);
                id = idOfName.GetValueOrDefault(id, id);
                if (id != person.Id)
                {
                    NameLink link = alone ? NameLink.GivenName : links.TryGetValue(name, out NameLink known) ? known : links.GetValueOrDefault(person.Id, NameLink.Spelling);
                    mentions[i] = mentions[i] with { Mention = mentions[i].Mention with { Value = person with { Id = id, Link = link } } };
                }
            }
        }

        FindAgain(document, mentions, idOfName, links);
    }

    private void FindAgain(TokenizedDocument document, List<Proposal> mentions, Dictionary<string, string> idOfName, Dictionary<string, NameLink> links)
    {
        List<Proposal> added = [];
        new SaidBefore(idOfName.Select(pair => (pair.Key, pair.Value))).FindAgain(document, mentions, (sentence, at, length, id) =>
        {
            bool partOfLonger = !NameReader.Shouts(sentence, at) && (NameReader.ContinuesRun(sentence, at) || (NameReader.IsName(sentence, at + length) && !NameReader.IsApart(sentence, at + length)));
            if (!partOfLonger && !PersonContext.NamesAThing(names, sentence, at) && !PersonContext.NamesAReign(names, sentence, at, at + length))
            {
                string name = SaidBefore.NameOf(sentence, at, at + length);
                NameLink? link = name == id ? null : links.GetValueOrDefault(name, NameLink.Spelling);
                Mention mention = new(MentionKind.Person, sentence.Span(at, at + length), saidBefore, new PersonValue(id) { Link = link });
                added.Add(new Proposal(mention, sentence.FirstToken + at, sentence.FirstToken + at + length, Weight: 0));
            }
        });

        if (added.Count > 0)
        {
            mentions.AddRange(added);
            ByStart.Sort(mentions);
        }
    }

    // “Nguyễn Văn Thụy (tức Thoại Ngọc Hầu)”: history knows him under the name that is stated.
    private void AddKnownAliases(TokenizedDocument document, List<Proposal> mentions, Dictionary<string, (string Id, NameLink Link)> unified)
    {
        foreach (Proposal proposal in mentions)
        {
            if (proposal.Mention.Value is not PersonValue { Link: NameLink.Stated } person)
            {
                continue;
            }

            Sentence sentence = document.SentenceAt(document.SentenceOfToken(proposal.FirstToken));
            if (names.Named(names.Lexicon.Persons, sentence, proposal.FirstToken - sentence.FirstToken, out string? known) == proposal.EndToken - proposal.FirstToken
                && proposal.EndToken - proposal.FirstToken > 2 && known is not null && known != person.Id && !_knownIds.Value.Contains(person.Id))
            {
                unified.TryAdd(person.Id, (known, NameLink.Known));
            }
        }
    }

    // “Giăng Đuy-puy (Jean Dupuis)”: a transcription and the name that it transcribes.
    private void AddOriginals(TokenizedDocument document, List<Proposal> mentions, Dictionary<string, (string Id, NameLink Link)> unified)
    {
        Proposal before = default;
        foreach (Proposal proposal in mentions)
        {
            if (proposal.Mention.Value is not PersonValue original)
            {
                continue;
            }

            if (before.Mention?.Value is PersonValue transcribed && proposal.FirstToken == before.EndToken + 1 && transcribed.Id != original.Id)
            {
                Sentence sentence = document.SentenceAt(document.SentenceOfToken(before.FirstToken));
                int open = before.EndToken - sentence.FirstToken;
                int at = open + 1;
                bool first = IsTranscribed(sentence, before.FirstToken - sentence.FirstToken, open);
                bool second = IsTranscribed(sentence, at, proposal.EndToken - sentence.FirstToken);
                if (sentence[open].Word == names.Lexicon.Open && first && !second && ForeignNames.IsForeign(sentence, at, at + 1))
                {
                    unified.TryAdd(transcribed.Id, (original.Id, NameLink.Transcription));
                }
                else if (sentence[open].Word == names.Lexicon.Open && second && !first && ForeignNames.IsForeign(sentence, open - 1, open))
                {
                    // “Thomas Walker (Tô-mát Oan-cơ)”
                    unified.TryAdd(original.Id, (transcribed.Id, NameLink.Transcription));
                }
            }

            before = proposal;
        }
    }

    // “Bùi Văn Ỉn … thằng Út Ỉn”: the birth's order before the given name of the only one who has it.
    private void AddOrdinals(TokenizedDocument document, List<Proposal> mentions, Dictionary<string, (string Id, NameLink Link)> unified)
    {
        Dictionary<string, string?> byGiven = new(StringComparer.Ordinal);
        List<(string Id, string Given)> ordinals = [];
        foreach (Proposal proposal in mentions)
        {
            if (proposal.Mention.Value is not PersonValue { Link: null } person || person.Id.LastIndexOf(' ') is not (> 0 and int last))
            {
                continue;
            }

            string given = person.Id[(last + 1)..];
            if (proposal.EndToken - proposal.FirstToken == 2 && names.Lexicon.OrdinalNames.Contains(document.Tokens[proposal.FirstToken]))
            {
                ordinals.Add((person.Id, given));
            }
            else if (person.Id.IndexOf(' ', StringComparison.Ordinal) < last)
            {
                byGiven[given] = byGiven.TryGetValue(given, out string? other) && other != person.Id ? null : person.Id;
            }
        }

        foreach ((string id, string given) in ordinals)
        {
            if (byGiven.GetValueOrDefault(given) is { } full)
            {
                unified.TryAdd(id, (full, NameLink.GivenName));
            }
        }
    }

    private bool IsTranscribed(Sentence sentence, int at, int end)
    {
        for (int i = at; i < end; i++)
        {
            if (ForeignNames.UnitEnd(names, sentence, i) > i + 1 || (sentence[i].IsWord && names.Lexicon.ForeignGivenNames.Longest(sentence, i, out string? form) > 0 && form == "transcribed"))
            {
                return true;
            }
        }

        return false;
    }

    // One person's name spelt two ways, by the marks alone: a slip of a scanner or a typist. Two men called Cừ and Cư remain two:
    // joined are only a name with one used at least three times as often, and one whose stated alias is known to be that other's.
    private Dictionary<string, (string Id, NameLink Link)> Variants(TokenizedDocument document, List<Proposal> mentions)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        Dictionary<string, (string Id, NameLink Link)> unified = new(StringComparer.Ordinal);
        foreach (Proposal proposal in mentions)
        {
            if (proposal.Mention.Value is not PersonValue person)
            {
                continue;
            }

            counts[person.Id] = counts.GetValueOrDefault(person.Id) + 1;
            Sentence sentence = document.SentenceAt(document.SentenceOfToken(proposal.FirstToken));
            int at = proposal.FirstToken - sentence.FirstToken;
            if (names.Named(names.Lexicon.Persons, sentence, at, out string? known) == proposal.EndToken - proposal.FirstToken
                && known is not null && known != person.Id && Letters.Fold(known) == Letters.Fold(person.Id))
            {
                unified[person.Id] = (known, NameLink.Spelling);
            }
        }

        foreach (string id in counts.Keys)
        {
            // “Phạm Vãn Đồng”: general history knows one person of this name but for the marks. A given name with other marks is another name,
            // unless the document has the known one as well.
            if (_knownByFold.Value.TryGetValue(Letters.Fold(id), out string? known) && known != id && known.Length > 0
                && (counts.ContainsKey(known) || known[known.LastIndexOf(' ')..] == id[id.LastIndexOf(' ')..]))
            {
                unified.TryAdd(id, (known, NameLink.Spelling));
            }
        }

        foreach (IGrouping<string, string> spellings in counts.Keys.Where(static id => id.Count(static c => c == ' ') >= 2).GroupBy(static id => Letters.Fold(id)))
        {
            string usual = spellings.OrderByDescending(id => counts[id]).ThenBy(static id => id, StringComparer.Ordinal).First();
            foreach (string rare in spellings.Where(id => counts[usual] >= 3 * counts[id]))
            {
                unified.TryAdd(rare, (unified.TryGetValue(usual, out (string Id, NameLink Link) joined) ? joined.Id : usual, NameLink.Spelling));
            }
        }

        return unified;
    }

    private static bool IsForeign(TokenizedDocument document, Proposal proposal)
    {
        Sentence sentence = document.SentenceAt(document.SentenceOfToken(proposal.FirstToken));
        int at = proposal.FirstToken - sentence.FirstToken;
        return sentence[at].Length > 3 && ForeignNames.IsForeign(sentence, at, at + 1);
    }

    private static string Joined(TokenizedDocument document, Proposal proposal) =>
        proposal.EndToken - proposal.FirstToken == 1 ? document.Document.Surface(proposal.Mention.Span) : document.Document.WordsAt(proposal.Mention.Span);

    private static FrozenDictionary<string, string> LoadKnown()
    {
        Dictionary<string, string> known = new(StringComparer.Ordinal);
        foreach (DataTable table in (DataTable[])[DataTable.Load("persons-known"), DataTable.Load("persons-wider")])
        {
            (int name, int id) = (table.IndexOf("name"), table.IndexOf("id"));
            foreach (System.Collections.Immutable.ImmutableArray<string> row in table.Rows.Where(row => row[name].Contains(' ', StringComparison.Ordinal)))
            {
                string fold = Letters.Fold(row[name]);
                known[fold] = known.TryGetValue(fold, out string? other) && other != row[id] ? "" : row[id];
            }
        }

        return known.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

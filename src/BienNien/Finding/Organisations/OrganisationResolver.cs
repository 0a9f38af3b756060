using System.Collections.Immutable;
using BienNien.Finding.Names;
using BienNien.Finding.Places;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.Organisations;

/// <summary>Binds abbreviations to the names that they stand for, and bare tiers to the unit that the document is about.</summary>
internal sealed class OrganisationResolver(Vocabulary.Builder words, NameReader names, RuleId abbreviation) : IMentionResolver
{
    // A unit prevails when it is named at least so often, and in more than this share of all mentions of its level.
    private const int FewestNamed = 2;
    private const double PrevailingShare = 0.5;

    // Fewer words than this are too often something else in a headline.
    private const int ShortestHeadline = 3;

    private readonly ImmutableArray<ImmutableArray<int>> _shortForms =
    [
        words.AddPhrase("gọi tắt là"), words.AddPhrase("viết tắt là"), words.AddPhrase("viết tắt"), words.AddPhrase("sau đây gọi là"),
        words.AddPhrase("sau đây gọi tắt là"), words.AddPhrase("sau đây viết tắt là"), words.AddPhrase("tên viết tắt là"), words.AddPhrase("tên viết tắt"),
    ];

    private readonly PhraseTable<string> _tiers = Table(
        words,
        ("tỉnh", "province"), ("Tỉnh ủy", "province"), ("huyện", "district"), ("quận", "district"), ("thị xã", "district"), ("châu", "district"), ("phủ", "district"),
        ("Huyện ủy", "district"), ("Quận ủy", "district"), ("Thị ủy", "district"), ("xã", "commune"), ("phường", "commune"), ("thị trấn", "commune"));

    /// <inheritdoc/>
    public void Resolve(TokenizedDocument document, List<Proposal> mentions)
    {
        Dictionary<string, string?> full = new(StringComparer.Ordinal);
        Dictionary<string, Dictionary<string, int>> units = new(StringComparer.Ordinal);
        List<Proposal> added = [];
        foreach (Proposal proposal in mentions)
        {
            switch (proposal.Mention.Value)
            {
                case OrganisationValue:
                    Bind(document, proposal, full);
                    CountEnd(document, proposal, units);
                    break;
                case PlaceValue place:
                    Count(document, proposal, place.Level, units);
                    break;
            }
        }

        Dictionary<string, string> prevailing = Prevailing(units);
        for (int i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Mention.Value is OrganisationValue && TierOf(document, mentions[i]) is { } level && prevailing.TryGetValue(level, out string? unit))
            {
                mentions[i] = mentions[i] with { Mention = mentions[i].Mention with { Value = new OrganisationValue { In = unit } } };
            }
        }

        AddHeadlines(document, mentions);
        if (full.Count == 0)
        {
            return;
        }

        // One abbreviation bound to two bodies stands for neither.
        IEnumerable<(string, string)> bound = full.Where(static pair => pair.Value is not null).Select(static pair => (pair.Key, pair.Value!));
        new SaidBefore(bound).FindAgain(document, mentions, (sentence, at, length, name) =>
        {
            if (sentence[at].AllUpper)
            {
                Mention mention = new(MentionKind.Organisation, sentence.Span(at, at + length), abbreviation, new OrganisationValue { Full = name });
                added.Add(new Proposal(mention, sentence.FirstToken + at, sentence.FirstToken + at + length, Weight: 0));
            }
        });

        if (added.Count > 0)
        {
            mentions.AddRange(added);
            ByStart.Sort(mentions);
        }
    }

    // “TRƯỜNG THPT BẮC TRÀ LÝ” above a text on Trường THPT Bắc Trà Lý: capitals hide where a name ends, the text tells.
    private static void AddHeadlines(TokenizedDocument document, List<Proposal> mentions)
    {
        if (!HasHeadline(document))
        {
            return;
        }

        Dictionary<string, RuleId> said = new(StringComparer.OrdinalIgnoreCase);
        foreach (Proposal proposal in mentions)
        {
            if (proposal.Mention.Value is OrganisationValue && proposal.EndToken - proposal.FirstToken >= ShortestHeadline)
            {
                Sentence sentence = document.SentenceAt(document.SentenceOfToken(proposal.FirstToken));
                int first = proposal.FirstToken - sentence.FirstToken;
                if (!NameReader.Shouts(sentence, first))
                {
                    said.TryAdd(SaidBefore.NameOf(sentence, first, proposal.EndToken - sentence.FirstToken), proposal.Mention.Rule);
                }
            }
        }

        List<Proposal> added = [];
        new SaidBefore(said.Keys.Select(static name => (name, name))).FindAgain(document, mentions, (sentence, at, length, name) =>
        {
            if (NameReader.Shouts(sentence, at) && NameReader.Shouts(sentence, at + length - 1))
            {
                Mention mention = new(MentionKind.Organisation, sentence.Span(at, at + length), said[name], new OrganisationValue());
                added.Add(new Proposal(mention, sentence.FirstToken + at, sentence.FirstToken + at + length, Weight: 0));
            }
        });

        if (added.Count > 0)
        {
            mentions.AddRange(added);
            ByStart.Sort(mentions);
        }
    }

    // Three words in capitals side by side.
    private static bool HasHeadline(TokenizedDocument document)
    {
        int run = 0;
        foreach (Token token in document.Tokens)
        {
            run = token.IsWord && token.AllUpper && token.Length > 1 ? run + 1 : 0;
            if (run == ShortestHeadline)
            {
                return true;
            }
        }

        return false;
    }

    // “Công ty Than Hà Tu (HTC)”, “Tập đoàn … (viết tắt là TKV)”; an abbreviation that every document knows (UBND) needs no binding.
    private void Bind(TokenizedDocument document, Proposal proposal, Dictionary<string, string?> full)
    {
        Sentence sentence = document.SentenceAt(document.SentenceOfToken(proposal.FirstToken));
        int at = proposal.EndToken - sentence.FirstToken;
        bool bracket = sentence[at].Word == names.Lexicon.Open;
        if (!bracket && sentence[at].Word != names.Lexicon.Comma)
        {
            return;
        }

        at++;
        bool told = false;
        foreach (ImmutableArray<int> phrase in _shortForms)
        {
            if (sentence.Has(at, phrase.AsSpan()))
            {
                at += phrase.Length;
                told = true;
                break;
            }
        }

        // Without brackets only “gọi tắt là” makes it a short form.
        if (sentence[at] is not { IsWord: true, AllUpper: true, Length: > 1 } || (bracket ? sentence[at + 1].Word != names.Lexicon.Close : !told)
            || names.Lexicon.OrganisationHeads.Longest(sentence, at, out _) > 0 || names.Lexicon.Places.Longest(sentence, at, out _) > 0)
        {
            return;
        }

        string name = SaidBefore.NameOf(sentence, proposal.FirstToken - sentence.FirstToken, proposal.EndToken - sentence.FirstToken);
        string key = sentence.Surface(at).ToString();
        full[key] = full.TryGetValue(key, out string? other) && other != name ? null : name;
    }

    private void Count(TokenizedDocument document, Proposal proposal, string level, Dictionary<string, Dictionary<string, int>> units)
    {
        if (level is not ("province" or "district" or "commune"))
        {
            return;
        }

        Sentence sentence = document.SentenceAt(document.SentenceOfToken(proposal.FirstToken));
        int at = proposal.FirstToken - sentence.FirstToken;
        int type = names.Lexicon.PlaceTypes.Longest(sentence, at, out _);
        int end = proposal.EndToken - sentence.FirstToken;
        Count(SaidBefore.NameOf(sentence, type < end - at ? at + type : at, end), level, units);
    }

    // “Tỉnh ủy Bến Tre”: the unit stands at the end of the name.
    private void CountEnd(TokenizedDocument document, Proposal proposal, Dictionary<string, Dictionary<string, int>> units)
    {
        Sentence sentence = document.SentenceAt(document.SentenceOfToken(proposal.FirstToken));
        int end = proposal.EndToken - sentence.FirstToken;
        for (int start = end - 1; start > proposal.FirstToken - sentence.FirstToken && end - start <= 4; start--)
        {
            if (names.Named(names.Lexicon.Places, sentence, start, out PlaceLevels levels) == end - start && (levels & (PlaceLevels.Province | PlaceLevels.District)) != 0)
            {
                Count(SaidBefore.NameOf(sentence, start, end), (levels & PlaceLevels.Province) != 0 ? "province" : "district", units);
                return;
            }
        }
    }

    private static void Count(string name, string level, Dictionary<string, Dictionary<string, int>> units)
    {
        if (!units.TryGetValue(level, out Dictionary<string, int>? named))
        {
            units.Add(level, named = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase));
        }

        named[name] = named.GetValueOrDefault(name) + 1;
    }

    private static Dictionary<string, string> Prevailing(Dictionary<string, Dictionary<string, int>> units)
    {
        Dictionary<string, string> prevailing = new(StringComparer.Ordinal);
        foreach ((string level, Dictionary<string, int> named) in units)
        {
            (string name, int count) = named.OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key, StringComparer.Ordinal).First();
            if (count >= FewestNamed && count > PrevailingShare * named.Values.Sum())
            {
                prevailing.Add(level, name);
            }
        }

        return prevailing;
    }

    // The level of the bare tier with which a name ends: “HĐND huyện”, “Ban Thường vụ Tỉnh ủy”.
    private string? TierOf(TokenizedDocument document, Proposal proposal)
    {
        Sentence sentence = document.SentenceAt(document.SentenceOfToken(proposal.FirstToken));
        int end = proposal.EndToken - sentence.FirstToken;
        for (int length = Math.Min(2, proposal.EndToken - proposal.FirstToken - 1); length > 0; length--)
        {
            if (_tiers.Longest(sentence, end - length, out string? level) == length)
            {
                return level;
            }
        }

        return null;
    }

    private static PhraseTable<string> Table(Vocabulary.Builder words, params ReadOnlySpan<(string Phrase, string Level)> tiers)
    {
        PhraseTable<string>.Builder table = new();
        foreach ((string phrase, string level) in tiers)
        {
            table.Add(words.AddPhrase(phrase).AsSpan(), level);
        }

        return table.Build();
    }
}

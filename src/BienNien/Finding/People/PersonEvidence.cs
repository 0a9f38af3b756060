using BienNien.Finding.Names;
using BienNien.Text;

namespace BienNien.Finding.People;

/// <summary>What stands around a doubtful name and speaks for a human being.</summary>
internal sealed class PersonEvidence(Vocabulary.Builder words, NameReader names)
{
    private readonly int _is = words.Add("là");
    private readonly WordSet _kin = words.AddSet("gái", "trai", "vợ", "chồng", "mẹ", "cha", "bố", "con", "trưởng", "thứ", "út", "cả", "cháu", "trò");
    private readonly WordSet _signatures = words.AddSet("bài", "ảnh", "tin", "thơ", "nhạc", "lời", "tranh", "viết", "giả", "dịch", "soạn");
    private readonly WordSet _lives = words.AddSet("quê", "sinh", "người", "tức", "nguyên", "con", "vợ", "chồng", "cựu", "khi", "vốn", "tên");

    /// <summary>Whether what follows a name only a human being does, or tells of a life: “… sinh năm 1901”, “… (1901 – 1945)”, “…, quê ở …”.</summary>
    public bool After(Sentence sentence, int end)
    {
        NameLexicon lexicon = names.Lexicon;
        if ((lexicon.PersonVerbs.Longest(sentence, end, out bool sure) > 0 && sure))
        {
            return true;
        }

        if (sentence[end].Word == lexicon.Open)
        {
            return (sentence[end + 1].IsNumber && sentence[end + 1].Length == 4) || lexicon.AliasCues.Longest(sentence, end + 1, out _) > 0
                || (lexicon.PersonVerbs.Longest(sentence, end + 1, out bool sureInside) > 0 && sureInside);
        }

        return sentence[end].Word == lexicon.Comma
            && (_lives.Contains(sentence[end + 1]) || lexicon.AliasCues.Longest(sentence, end + 1, out _) > 0
                || (lexicon.Titles.Longest(sentence, end + 1, out string? category) is int title && title > 1 && category is "office" or "learning" or "military"));
    }

    /// <summary>Whether the words before mostly stand before somebody's name.</summary>
    public bool Before(Sentence sentence, int at) =>
        NameReader.Before(names.Lexicon.PersonLeads, names.Lexicon.PersonLeadEnds, sentence, at, out _) > 0;

    /// <summary>Whether the words before say that the next is a relative's or a writer's name, whatever it looks like: <c>con gái là</c>, <c>Ảnh:</c>.</summary>
    public bool IsTold(Sentence sentence, int at)
    {
        if (at > 1 && sentence[at - 1].Word == _is && _kin.Contains(sentence[at - 2]))
        {
            return true;
        }

        return at > 1 && sentence.Surface(at - 1) is ":" && sentence[at - 2].Capitalised && (at == 2 || sentence[at - 3].IsMark || (sentence[at - 2].Traits & TokenTraits.LineBefore) != 0)
            && _signatures.Contains(sentence[at - 2]);
    }

    /// <summary>Whether a run of name words can be nobody's name, whatever stands around it.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">The first word.</param>
    /// <param name="end">One past the last.</param>
    /// <param name="communeToo">Whether a name is another thing already when some commune bears it: the register has one for nearly every pair of syllables.</param>
    public bool IsAnotherThing(Sentence sentence, int at, int end, bool communeToo = true)
    {
        NameLexicon lexicon = names.Lexicon;
        return PersonContext.NamesAThing(names, sentence, at)
            || lexicon.OfficeStarts.Contains(sentence[at])
            || lexicon.NotPersons.Longest(sentence, at, out _) > 0
            || lexicon.Bodies.Longest(sentence, at, out _) > 0
            || lexicon.OrganisationHeads.Longest(sentence, at, out _) > 1
            || lexicon.OrganisationWords.Longest(sentence, at, out _) > 1
            || lexicon.Titles.Longest(sentence, at, out _) > 1
            || lexicon.CapitalWords.Longest(sentence, at, out _) > 1
            || lexicon.AlsoWords.Longest(sentence, at, out _) > 0
            || names.Named(lexicon.Places, sentence, at, out PlaceLevels levels) is int place && place > 0 && ((communeToo && place >= end - at) || (levels & PlaceLevels.WellKnown) != 0);
    }
}

using System.Collections.Immutable;
using BienNien.Finding.Names;
using BienNien.Finding.People;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.Places.Rules;

/// <summary>PLA003. A bare name that the gazetteers know: “Gò Công”, “Giơ-ne-vơ”, “Nam Bộ”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: KnownPlace.md, beside this file.</remarks>
internal sealed class KnownPlace(Vocabulary.Builder words, NameReader names) : IMentionRule
{
    private readonly WordSet _sides = words.AddSet("phía", "hướng");
    private readonly WordSet _ordinal = words.AddSet("thứ");
    private readonly WordSet _listMarks = words.AddSet(",", "(", ";", "-", "–", "và");

    /// <inheritdoc/>
    public RuleId Id { get; } = new("PLA003");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords => [];

    /// <inheritdoc/>
    public Openings Openings => Openings.Capitals;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        NameLexicon lexicon = names.Lexicon;
        int length = lexicon.Places.Longest(sentence, at, out PlaceLevels levels);
        if (length > 0 && !names.IsWrittenAsName(sentence, at, length) && !IsMixed(sentence, at, length, levels))
        {
            length = 0;
        }

        if (length == 0 || IsDirection(sentence, at, levels) || PlaceContext.NamesAnEvent(names, sentence, at))
        {
            return;
        }

        // “năm Thái Hòa thứ 3”: an era, whatever places bear its name.
        if (_ordinal.Contains(sentence[at + length]) && sentence[at + length + 1].IsNumber)
        {
            return;
        }

        bool shouts = NameReader.Shouts(sentence, at);
        if (shouts ? !IsSureInCapitals(sentence, at, length, levels) : IsInsideLongerName(sentence, at, length))
        {
            return;
        }

        // “hiệu Tây Hồ”, “bí danh Hồng Hà”: what is named is a person.
        if (NameReader.Before(lexicon.AliasCues, lexicon.AliasCueEnds, sentence, at, out string? relation) > 0 && relation is not ("alias" or "former name"))
        {
            return;
        }

        bool country = (levels & PlaceLevels.Country) != 0;
        if (country ? !PlaceContext.NamesTheCountry(names, sentence, at, length) : !IsTrusted(sentence, at, length, levels))
        {
            return;
        }

        if (names.Named(lexicon.Persons, sentence, at, out _) >= length && !PlaceContext.IsLocated(names, sentence, at))
        {
            return;
        }

        // “ông Trần Văn Thời”: the man, whatever district bears his name.
        if (PersonContext.TitleBefore(names, sentence, at, out string? category) is { } title
            && ((lexicon.Surnames.Contains(sentence[at]) && category == "address") || PersonContext.IsAbbreviation(title)))
        {
            return;
        }

        found.Add(sentence, MentionKind.Place, at, at + length, new PlaceValue(PlaceLevelNames.Likeliest(levels)));
    }

    // “Việt Nam Dân chủ Cộng hòa”: small words inside, but more than one capital.
    private static bool IsMixed(Sentence sentence, int at, int length, PlaceLevels levels)
    {
        int capitals = 0;
        for (int i = at; i < at + length; i++)
        {
            capitals += sentence[i].Capitalised || sentence[i].IsNumber ? 1 : 0;
        }

        return (levels & PlaceLevels.Mixed) != 0 && sentence[at].Capitalised && capitals > 1;
    }

    // “ở phía Đông Bắc của tỉnh” is a side, not the region.
    private bool IsDirection(Sentence sentence, int at, PlaceLevels levels) =>
        (levels & PlaceLevels.Region) != 0 && _sides.Contains(sentence[at - 1]);

    private bool IsTrusted(Sentence sentence, int at, int length, PlaceLevels levels)
    {
        bool located = PlaceContext.IsLocated(names, sentence, at);
        if (names.Lexicon.AlsoWords.Longest(sentence, at, out _) == length)
        {
            return located || IsInPlaceList(sentence, at, length);
        }

        if ((levels & PlaceLevels.WellKnown) != 0)
        {
            return length > 1 || located || !names.OpensSentenceAsWord(sentence, at);
        }

        // The register has a commune for nearly every pair of auspicious syllables.
        return length > 1 && (located || PlaceContext.IsAnnounced(names, sentence, at) || IsInPlaceList(sentence, at, length));
    }

    // “Tân Lập, Tây Ninh”, “(Bến Tre)”, “Vĩnh Linh và Gio Linh”: beside another place.
    private bool IsInPlaceList(Sentence sentence, int at, int length)
    {
        int after = at + length;
        if (_listMarks.Contains(sentence[after])
            && ((names.Named(names.Lexicon.Places, sentence, after + 1, out PlaceLevels next) > 0 && (next & PlaceLevels.WellKnown) != 0)
                || (names.Lexicon.PlaceTypes.Longest(sentence, after + 1, out PlaceType? type) is int words && words > 0
                    && type is { NeedsKnown: false } && NameReader.IsName(sentence, after + 1 + words))))
        {
            return true;
        }

        if (!_listMarks.Contains(sentence[at - 1]))
        {
            return false;
        }

        for (int start = at - 2; start >= 0 && at - start <= 5; start--)
        {
            if (names.Named(names.Lexicon.Places, sentence, start, out PlaceLevels before) == at - 1 - start && (before & PlaceLevels.WellKnown) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsInsideLongerName(Sentence sentence, int at, int length)
    {
        int end = at + length;
        if (sentence[end].IsWord && NameReader.IsName(sentence, end) && !PlaceReader.BeginsAnother(names, sentence, end))
        {
            return true;
        }

        if (!NameReader.ContinuesRun(sentence, at) || names.OpensSentenceAsWord(sentence, at - 1))
        {
            return false;
        }

        // After a name that is complete by itself another may begin: “Bắc Bộ Việt Nam”.
        for (int start = at - 1; start >= 0 && at - start <= 5; start--)
        {
            if (names.Named(names.Lexicon.Places, sentence, start, out _) == at - start)
            {
                return false;
            }
        }

        return true;
    }

    private bool IsSureInCapitals(Sentence sentence, int at, int length, PlaceLevels levels) =>
        length > 1 && (levels & (PlaceLevels.Province | PlaceLevels.Country | PlaceLevels.Region | PlaceLevels.District)) != 0
        && (levels & PlaceLevels.WellKnown) != 0 && names.Lexicon.AlsoWords.Longest(sentence, at, out _) == 0;
}

using BienNien.Finding.Names;
using BienNien.Text;

namespace BienNien.Finding.Places;

/// <summary>Reads place names with their type words.</summary>
internal static class PlaceReader
{
    private const int LongestUnknown = 4;

    /// <summary>Reads a type word and the name after it.</summary>
    /// <param name="names">The reader.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">The type word's first token.</param>
    /// <param name="end">One past the name.</param>
    /// <param name="level">The level that the type word gives.</param>
    public static bool TryReadTyped(NameReader names, Sentence sentence, int at, out int end, out string level)
    {
        NameLexicon lexicon = names.Lexicon;
        end = at;
        level = "other";
        int known = lexicon.Places.Longest(sentence, at, out PlaceLevels levels);
        int type = lexicon.PlaceTypes.Longest(sentence, at, out PlaceType? word);

        // The whole phrase is a name of the gazetteer: “sông Hồng”, “đường số 4”, “miền Nam”, “vĩ tuyến 17”.
        if (known > type && (levels & PlaceLevels.SmallStart) != 0
            && (!sentence[at].Capitalised || !names.IsWrittenAsName(sentence, at, known)) && HasName(sentence, at, known))
        {
            int longer = type > 0 && !word!.NeedsKnown ? NameEnd(names, sentence, at + type, word) : 0;
            end = Math.Max(at + known, longer);
            level = PlaceLevelNames.Likeliest(levels);
            return true;
        }

        if (type == 0 || word is null)
        {
            return false;
        }

        int name = at + type;
        if (type == 1 && !sentence[at].Capitalised && NameReader.Before(lexicon.NotPlaceTypes, lexicon.NotPlaceTypeEnds, sentence, name, out _) > type)
        {
            return false;       // “yêu cầu Nghệ An”
        }

        if (NameReader.Before(lexicon.Titles, lexicon.TitleEnds, sentence, name, out _) > type)
        {
            return false;       // “Tuần phủ Bùi Thức Kiên”, “Chánh tổng Nguyễn Doãn Cáp”
        }

        if (word.ForPersons && PersonEnd(names, sentence, name, titled: !word.NeedsKnown) is var person && person > name)
        {
            end = person;
            level = word.Level;
            return true;
        }

        end = NameEnd(names, sentence, name, word);
        if (end == name && word is { NeedsKnown: true, Level: "site" or "commune" or "hamlet" or "water" or "mountain" or "other" }
            && (word.Level == "site" || PlaceContext.IsLocated(names, sentence, at) || names.Lexicon.NativeOf.Contains(sentence[at - 1])) && IsSite(names, sentence, at))
        {
            word = word with { NeedsKnown = false };
            end = NameEnd(names, sentence, name, word);
            end = end - name < (at == 0 ? 2 : 1) ? name : end;
        }

        if (end == name && word.Level == "site" && !word.NeedsKnown && !sentence[name].Capitalised && TryReadTyped(names, sentence, name, out int inner, out _))
        {
            // “Khu du lịch thác Bản Giốc”: the name has a type word of its own.
            end = inner;
        }

        level = word.Level == "district" && end - name > 0 && IsCentralCity(names, sentence, at, name) ? "province" : word.Level;
        if (end > name && word.Level == "street" && sentence[name].IsNumber)
        {
            level = "route";
        }

        if (known > 0 && at + known == end)
        {
            // “Dinh Độc Lập”, known as a whole.
            level = PlaceLevelNames.Likeliest(levels);
        }

        return end > name;
    }

    // “khu lưu niệm Tổng Bí thư Trần Phú”, “mộ Thái Phiên - Trần Cao Vân”, “nhà thờ họ Phan Huy”.
    private static int PersonEnd(NameReader names, Sentence sentence, int at, bool titled)
    {
        int name = at;
        while (titled && names.Lexicon.Titles.Longest(sentence, name, out _) is int title && title > 0 && NameReader.IsName(sentence, name + title))
        {
            name += title;
        }

        int end = OnePerson(names, sentence, name);
        if (end > name && names.Lexicon.Hyphen.Contains(sentence[end]) && OnePerson(names, sentence, end + 1) is var second && second > end + 1)
        {
            return second;
        }

        return end > name ? end : at;
    }

    private static int OnePerson(NameReader names, Sentence sentence, int at)
    {
        int known = names.Named(names.Lexicon.Persons, sentence, at, out _);
        return known > 0 ? at + known : names.ReadsAsPerson(sentence, at, out int end) ? end : at;
    }

    // “Cầu Ghềnh Đá bắc qua”, “ở đình Tân Hội”: where nothing before can make another word of the type (“nhu cầu”, “trở thành”).
    private static bool IsSite(NameReader names, Sentence sentence, int at) =>
        (sentence[at].Word != names.Lexicon.City || PlaceContext.IsLocated(names, sentence, at)) && !NameReader.Shouts(sentence, at)
        && ((at == 0 && sentence[at].Capitalised) || names.Lexicon.Prepositions.Contains(sentence[at - 1]) || names.Lexicon.NativeOf.Contains(sentence[at - 1]))
        && names.Named(names.Lexicon.Persons, sentence, at + 1, out _) == 0 && !names.ReadsAsPerson(sentence, at + 1, out _)
        && names.Lexicon.Titles.Longest(sentence, at + 1, out _) == 0 && names.Lexicon.OrganisationHeads.Longest(sentence, at + 1, out _) == 0
        && names.Lexicon.OrganisationWords.Longest(sentence, at + 1, out _) == 0;

    /// <summary>One past the place name that begins at a token, or that token when none does.</summary>
    public static int NameEnd(NameReader names, Sentence sentence, int at, PlaceType type)
    {
        NameLexicon lexicon = names.Lexicon;
        Token first = sentence[at];
        if (first.IsNumber && type.Level is "street" or "district" or "region" && names.Lexicon.CountedUnits.Contains(sentence[at + 1]))
        {
            return at;
        }

        if (type.Numbered && (first.IsNumber || (first.IsRoman && !NameReader.Shouts(sentence, at))) && first.Length <= 4)
        {
            return EndOfNumber(sentence, at);
        }

        int known = names.Named(lexicon.Places, sentence, at, out _);
        int run = NameReader.Shouts(sentence, at) ? at : names.RunEnd(sentence, at);
        if (type.NeedsKnown && (known == 0 || at + known < run))
        {
            return at;
        }

        if (known == 0 && (run == at || (lexicon.OrganisationHeads.Longest(sentence, at, out _) > 0 && run - at < 2)))
        {
            return at;
        }

        // “đông đảo Nhân dân”, “miền núi Biên giới”: one capital that opens another word.
        if (run - at == 1 && names.IsCapitalWord(sentence, at))
        {
            return at;
        }

        int end = at + known;
        if (run > end)
        {
            // What goes on after a known name is another name, or the name is longer than the one known.
            end = known > 1 && BeginsAnother(names, sentence, end) ? end : CutRun(names, sentence, at, run);
        }

        // “xã Phú Hòa 2”, “xóm Thanh Đồng 4”: a number that nothing follows.
        if (type.Level is "commune" or "hamlet" or "street" && end > at && sentence[end] is { IsNumber: true, Length: <= 2, SpaceBefore: true } && !sentence[end + 1].IsWord
            && !sentence[end + 1].IsNumber && !(sentence[end + 1].IsMark && !sentence[end + 1].SpaceBefore && sentence[end + 2].IsNumber))
        {
            return end + 1;
        }

        return type.Level is "region" or "route" or "other" or "site" ? Joined(names, sentence, end) : end;
    }

    /// <summary>Whether what begins here is a person, a title or a body, and no further part of a place name.</summary>
    public static bool BeginsAnother(NameReader names, Sentence sentence, int at) =>
        names.Named(names.Lexicon.Persons, sentence, at, out _) > 0
        || names.ReadsAsPerson(sentence, at, out _)
        || names.Lexicon.Titles.Longest(sentence, at, out _) > 0
        || names.Lexicon.OrganisationHeads.Longest(sentence, at, out _) > 1
        || (names.Lexicon.PlaceTypes.Longest(sentence, at, out _) is int type && type > 0 && NameReader.IsName(sentence, at + type))
        || names.Named(names.Lexicon.Places, sentence, at, out _) > 1;

    private static int CutRun(NameReader names, Sentence sentence, int at, int run)
    {
        // Four syllables hold every unknown place name; transcriptions count by their hyphens.
        int end = at;
        int syllables = 0;
        while (end < run && syllables < LongestUnknown)
        {
            if (end > at && !sentence[end].IsMark && sentence[end].SpaceBefore && syllables >= 2 && BeginsAnother(names, sentence, end))
            {
                break;
            }

            end++;
            while (end < run && !sentence[end].SpaceBefore)
            {
                end++;
            }

            syllables++;
        }

        return end;
    }

    private static int EndOfNumber(Sentence sentence, int at)
    {
        // “quốc lộ 4A”, “đồi A1” come as one token; “đường tỉnh 208/1” is not followed.
        Token next = sentence[at + 1];
        return next.IsWord && !next.SpaceBefore && next.Length <= 2 ? at + 2 : at + 1;
    }

    // “căn cứ Ba Tơ - Minh Long”, “đường sắt Phủ Lý (Hà Nam) – Thịnh Châu (Ninh Bình)”.
    private static int Joined(NameReader names, Sentence sentence, int end)
    {
        NameLexicon lexicon = names.Lexicon;
        while (true)
        {
            int i = Bracketed(names, sentence, end);
            if (!lexicon.Hyphen.Contains(sentence[i]) || !NameReader.IsName(sentence, i + 1) || sentence[i].LineBefore())
            {
                return end;
            }

            int run = names.RunEnd(sentence, i + 1);
            int known = names.Named(lexicon.Places, sentence, i + 1, out _);
            if (run == i + 1 || BeginsBody(names, sentence, i + 1))
            {
                return end;
            }

            end = Bracketed(names, sentence, known > 0 ? i + 1 + known : run);
        }
    }

    private static bool BeginsBody(NameReader names, Sentence sentence, int at) =>
        names.Lexicon.OrganisationHeads.Longest(sentence, at, out _) > 0 || names.Lexicon.Persons.Longest(sentence, at, out _) > 0;

    private static int Bracketed(NameReader names, Sentence sentence, int at)
    {
        if (sentence[at].Word != names.Lexicon.Open)
        {
            return at;
        }

        int run = names.RunEnd(sentence, at + 1);
        bool joins = run > at + 1 && sentence[run].Word == names.Lexicon.Close
            && (names.Lexicon.Hyphen.Contains(sentence[run + 1]) || names.Lexicon.Hyphen.Contains(sentence[at - 3]) || names.Lexicon.Hyphen.Contains(sentence[at - 2]));
        return joins ? run + 1 : at;
    }

    // Of the names that provinces and their chief towns share, only those registered as cities under the centre are provinces.
    private static bool IsCentralCity(NameReader names, Sentence sentence, int at, int name) =>
        (sentence[at].Word == names.Lexicon.City ? name - at == 2 : sentence[at].AllUpper) && names.Lexicon.CentralCities.Longest(sentence, name, out _) > 0;

    // A phrase with a small first word is a name only with capitals or a number after it: “miền Nam”, “đường số 4”, not “vùng mỏ”.
    private static bool HasName(Sentence sentence, int at, int length)
    {
        for (int i = at + 1; i < at + length; i++)
        {
            if (sentence[i].Capitalised || sentence[i].IsNumber)
            {
                return true;
            }
        }

        return false;
    }

    private static bool LineBefore(this Token token) => (token.Traits & TokenTraits.LineBefore) != 0;
}

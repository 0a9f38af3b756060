using System.Buffers;
using BienNien.Finding.Names;
using BienNien.Text;

namespace BienNien.Finding.Organisations;

/// <summary>Reads the name of a body from its head word to its right extent.</summary>
internal sealed class OrganisationReader(Vocabulary.Builder words, NameReader names)
{
    private const int LongestName = 24;
    private const int LongestSyllable = 7;

    private static readonly SearchValues<char> _vowels = SearchValues.Create("aăâeêioôơuưy");

    private readonly int _party = words.Add("Đảng");
    private readonly int _number = words.Add("số");
    private readonly WordSet _people = words.AddSet("nhân");
    private readonly WordSet _committee = words.AddSet("ủy");
    private readonly int _school = words.Add("trường");

    // “chiến trường”, “thị trường”: the head is the second half of another word.
    private readonly WordSet _compounds = words.AddSet("chiến", "thị", "công", "môi", "hội", "lập", "nông", "lâm", "hiện", "quảng", "ngư", "sân");
    private readonly WordSet _and = words.AddSet("và");
    private readonly WordSet _centre = words.AddSet("ương");
    private readonly WordSet _tierStarts = words.AddSet("tỉnh", "huyện", "xã", "phường", "quận", "châu", "khu", "tổng", "phủ", "thành", "thị", "liên", "cấp");

    /// <summary>What was read so far after the head.</summary>
    private struct Progress
    {
        public int End;
        public bool HasName;
        public bool HasNumber;
        public bool LastWasName;
        public bool LongHead;
        public bool HasField;
        public bool HasTier;
        public bool HasBody;
    }

    /// <summary>Reads a body whose head begins at a token.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">The head's first token.</param>
    /// <param name="end">One past the name.</param>
    public bool TryRead(Sentence sentence, int at, out int end)
    {
        end = at;
        int length = names.Lexicon.OrganisationHeads.Longest(sentence, at, out OrganisationHead? head);
        if (length == 0 || head is null || IsAnotherName(sentence, at, length))
        {
            return false;
        }

        bool small = !sentence[at].Capitalised;
        if (small && (!head.MayBeLower || (sentence[at].Word == _school && _compounds.Contains(sentence[at - 1]))))
        {
            return false;
        }

        Progress read = Follow(sentence, at + length, head, length, small, depth: 0);
        end = read.End;
        return head.Needs switch
        {
            "name" => (read.HasName && (head.Family != "party-name" || read.HasField)) || (read.HasBody && !small) || (head.Family is "military" or "school" or "enterprise" && read.HasField && read.HasTier && !small),
            "tier" => read.HasName || read.HasTier || read.HasBody || read.HasField,
            _ => read.HasName || read.HasField || read.HasTier || read.HasBody,
        };
    }

    // “Hội An”, “Trường Chinh”, “Đoàn Thị Điểm” begin with the head of a body and are none.
    private bool IsAnotherName(Sentence sentence, int at, int length)
    {
        NameLexicon lexicon = names.Lexicon;
        if (lexicon.OrganisationWords.Longest(sentence, at + length, out _) > 1)
        {
            // “Trường Trung học”: a field right after the head, whatever places are called Trường Trung.
            return false;
        }

        if (names.Named(lexicon.Places, sentence, at, out _) > length || names.Named(lexicon.Persons, sentence, at, out _) > length)
        {
            return true;
        }

        if (NameReader.ContinuesRun(sentence, at) && !NameReader.Shouts(sentence, at) && !sentence[at].AllUpper && length == 1 && !EndsInPlace(sentence, at))
        {
            return true;
        }

        // In a line of capitals “BỘ”, “HỘI” are mostly the second half of another word.
        if (length == 1 && NameReader.Shouts(sentence, at) && at > 0 && sentence[at - 1].IsWord)
        {
            return true;
        }

        return length == 1 && lexicon.Surnames.Contains(sentence[at]) && names.ReadsAsPerson(sentence, at, out _);
    }

    private Progress Follow(Sentence sentence, int at, OrganisationHead head, int headLength, bool small, int depth)
    {
        NameLexicon lexicon = names.Lexicon;
        Progress read = new() { End = at, LongHead = headLength > 1 };
        int i = at;
        while (i < sentence.Count && i - at < LongestName)
        {
            Token token = sentence[i];
            if (token.IsMark)
            {
                int joined = Join(sentence, i, head, read, fields: read.HasField || (read.LongHead && head.Needs != "name"));
                if (joined == 0)
                {
                    break;
                }

                i += joined;
                continue;
            }

            if (token.IsNumber || (token.IsRoman && !NameReader.Shouts(sentence, i) && head.Family == "military"))
            {
                if (!TakesNumber(sentence, i, head, read))
                {
                    break;
                }

                i = read.End = i + 1;
                read.HasName = read.HasNumber = true;
                continue;
            }

            if (!token.IsWord)
            {
                break;
            }

            if (_and.Contains(token))
            {
                if (!JoinsField(sentence, i + 1, head, fields: read.HasField || (read.LongHead && head.Needs != "name")))
                {
                    break;
                }

                i++;
                continue;
            }

            int step = Step(sentence, i, head, small, depth, ref read);
            if (step == 0)
            {
                break;
            }

            read.LastWasName = sentence[i].Capitalised;
            i += step;
            read.End = i;
        }

        return read;
    }

    /// <summary>Takes one more part of the name; how many tokens, 0 where the name ends.</summary>
    private int Step(Sentence sentence, int i, OrganisationHead head, bool small, int depth, ref Progress read)
    {
        NameLexicon lexicon = names.Lexicon;
        Token token = sentence[i];

        // “chi bộ Đảng Cộng sản Việt Nam đầu tiên”: the party is named, not the cell.
        if (token.Word == _party && token.Capitalised && head.Family == "party" && !read.HasBody && !IsAfterCentre(sentence, i)
            && lexicon.OrganisationHeads.Longest(sentence, i, out _) < 2 && lexicon.OrganisationHeads.Longest(sentence, i + 1, out _) == 0)
        {
            return 0;
        }

        // “Bí thư Thành ủy Trần Văn Hải”: the committee has ended, its secretary follows.
        if (_committee.Contains(sentence[i - 1]) && token.Capitalised && names.ReadsAsPerson(sentence, i, out _))
        {
            return 0;
        }

        if (token.Capitalised && names.Named(lexicon.Persons, sentence, i, out _) is int person && person > 1
            && read.HasName && head.Family is "party" or "state")
        {
            return 0;
        }

        bool atPlaceEnd = read.HasName && EndsInPlace(sentence, read.End);
        int place = names.Named(lexicon.Places, sentence, i, out PlaceLevels levels);
        if (atPlaceEnd && NameReader.Shouts(sentence, i))
        {
            return 0;
        }

        if (token.Capitalised && TakeBody(sentence, i, place, depth, ref read) is int body && body > 0)
        {
            return body;
        }

        int field = lexicon.OrganisationWords.Longest(sentence, i, out bool verb);
        if (verb && !token.Capitalised && (read.LastWasName || (read.LongHead && head.Family == "party")))
        {
            // “Bộ Quốc phòng tổ chức hội thảo”: the name has ended.
            return 0;
        }

        int tier = lexicon.PlaceTypes.Longest(sentence, i, out PlaceType? type);
        if (field > tier && !(read.HasNumber && !token.Capitalised) && place <= field && (!small || token.Capitalised || head.Family is "military" or "school" or "enterprise") && !(atPlaceEnd && !token.Capitalised))
        {
            read.HasField |= token.Capitalised || head.Family is not "state" || read.LongHead || read.HasField || head.Needs != "any";
            read.HasName |= token.Capitalised && !small && head.Needs == "name" && head.Family is not ("party" or "party-name") && !_people.Contains(token);
            return field;
        }

        // A tier and its place: “tỉnh Thừa Thiên”, “liên xã Gia Bằng - Kỳ Chỉ”, or the tier alone.
        if (tier > 0 && place <= tier && _tierStarts.Contains(token) && type is { Level: "province" or "district" or "commune" or "region" })
        {
            return TakeTier(sentence, i, tier, ref read);
        }

        // Another typed place: “chi bộ mỏ than Hòn Gai”, “Ban Quản lý khu di tích Kim Liên”, “Tiểu đoàn 428 Liên khu Việt Bắc”.
        if (tier > 0 && place <= tier && !atPlaceEnd && Places.PlaceReader.TryReadTyped(names, sentence, i, out int typed, out _))
        {
            read.HasName = true;
            return typed - i;
        }

        if (!token.Capitalised)
        {
            if (read.LastWasName && names.IsParticle(sentence, i, 0))
            {
                return 2;       // “hãng Daydé et Pillé”
            }

            return head.Family is "school" or "enterprise" && !read.HasName ? TrailingField(sentence, i)
                : head.Family is "military" && lexicon.OrganisationHeads.Longest(sentence, i, out _) is int front && front > 1 && NameReader.IsName(sentence, i + front) ? front
                : 0;
        }

        if (place > 0)
        {
            if (atPlaceEnd && sentence[i - 1].Capitalised && place == 1)
            {
                return 0;
            }

            // “binh đoàn Pháp”: whose it is, not what it is called.
            read.HasName |= head.Family != "military" || (levels & PlaceLevels.Country) == 0;
            return place;
        }

        if (token.AllUpper && token.Length > 1 && (!NameReader.Shouts(sentence, i) || IsAbbreviation(sentence.Surface(i))))
        {
            // “Đoàn TNCS”, “NXB QĐND”: an abbreviation is a part of the name.
            read.HasName = true;
            return 1;
        }

        if (NameReader.Shouts(sentence, i) || (read.HasName && names.ReadsAsPerson(sentence, i, out _)))
        {
            return 0;
        }

        read.HasName |= token.Word != _party;
        int run = names.RunEnd(sentence, i);
        int part = HyphenatedLength(sentence, i, run);

        // One capital opens a word of two syllables: “Trung đoàn Thủ đô”, “Bảo tàng Chứng tích Chiến tranh”.
        bool opensWord = token.Word != _party && !token.AllUpper && token.Length <= LongestSyllable && names.Named(lexicon.Persons, sentence, i, out _) == 0 && run - i == 1 && !NameReader.ContinuesRun(sentence, i) && IsPlainWord(sentence, i + 1);
        return opensWord ? 2 : part;
    }

    // “Nhà máy sợi Nam Định”, “Công ty xe khách Hà Nội”: a few small words, then the name.
    private int TrailingField(Sentence sentence, int i)
    {
        int end = i;
        while (end - i < 3 && IsPlainWord(sentence, end))
        {
            end++;
        }

        return end > i && NameReader.IsName(sentence, end) && !names.ReadsAsPerson(sentence, end, out _) ? end - i : 0;
    }

    private bool IsPlainWord(Sentence sentence, int i) =>
        sentence[i].IsWord && !sentence[i].Capitalised && !names.Lexicon.SentenceOpeners.Contains(sentence[i]) && !names.Lexicon.Prepositions.Contains(sentence[i])
        && names.Lexicon.PlaceTypes.Longest(sentence, i, out _) == 0 && names.Lexicon.Titles.Longest(sentence, i, out _) == 0;

    // A body inside the name: “Ban Tuyên giáo Tỉnh ủy Nghệ An”, “Đảng ủy Mặt trận”.
    private int TakeBody(Sentence sentence, int i, int place, int depth, ref Progress read)
    {
        int body = names.Lexicon.OrganisationHeads.Longest(sentence, i, out OrganisationHead? inner);
        if (body == 0 || inner is null || place > body || depth >= 3 || (body == 1 && sentence[i + 1].Capitalised && inner.Family != "party"))
        {
            return 0;
        }

        Progress nested = Follow(sentence, i + body, inner, body, small: false, depth + 1);
        if (body == 1 && nested.End == i + body)
        {
            return 0;
        }

        read.HasBody = true;
        read.HasName |= nested.HasName;
        read.HasTier |= nested.HasTier;
        return Math.Max(body, nested.End - i);
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> word)
    {
        Span<char> form = stackalloc char[2 * Letters.LongestWord];
        return word.Length <= Letters.LongestWord && !Letters.WriteForm(word, form).ContainsAny(_vowels);
    }

    // One word of the run at a time, so that what begins after it is looked at; a transcription as a whole.
    private static int HyphenatedLength(Sentence sentence, int at, int run)
    {
        int end = at + 1;
        while (end < run && !sentence[end].SpaceBefore)
        {
            end++;
        }

        return end - at;
    }

    private int TakeTier(Sentence sentence, int i, int tier, ref Progress read)
    {
        NameLexicon lexicon = names.Lexicon;
        int name = i + tier;
        int known = names.Named(lexicon.Places, sentence, name, out _);
        int run = NameReader.Shouts(sentence, name) ? name : names.RunEnd(sentence, name);
        int end = Math.Max(name + known, known > 0 && Places.PlaceReader.BeginsAnother(names, sentence, name + known) ? name + known : Math.Min(run, name + 4));
        if (end == name)
        {
            read.HasTier = true;
            return tier;
        }

        if (lexicon.Hyphen.Contains(sentence[end]) && sentence[end].SpaceBefore && NameReader.IsName(sentence, end + 1)
            && lexicon.OrganisationHeads.Longest(sentence, end + 1, out _) == 0 && known == 0)
        {
            end = names.RunEnd(sentence, end + 1);
        }

        read.HasTier = true;
        read.HasName = true;
        return end - i;
    }

    private bool IsAfterCentre(Sentence sentence, int i) => _centre.Contains(sentence[i - 1]);

    private bool EndsInPlace(Sentence sentence, int end)
    {
        for (int start = end - 1; start >= 0 && end - start <= 5; start--)
        {
            if (names.Named(names.Lexicon.Places, sentence, start, out _) == end - start)
            {
                return true;
            }
        }

        return false;
    }

    private bool TakesNumber(Sentence sentence, int i, OrganisationHead head, Progress read) =>
        sentence[i].Length <= 4 && !(sentence[i + 1].IsMark && !sentence[i + 1].SpaceBefore && sentence[i + 2].IsNumber && !sentence[i + 2].SpaceBefore)
        && (head.Family == "military" ? !read.HasName || read.End == i : sentence[i - 1].Word == _number);

    // Marks inside a name: a hyphen between fields or places, a comma in a list of fields that an “và” closes.
    private int Join(Sentence sentence, int i, OrganisationHead head, Progress read, bool fields)
    {
        NameLexicon lexicon = names.Lexicon;
        Token next = sentence[i + 1];
        bool something = read.HasName || fields;
        if (sentence[i].Word == lexicon.Ampersand && sentence[i - 1].AllUpper && next.AllUpper)
        {
            return 1;
        }

        if (lexicon.Hyphen.Contains(sentence[i]) && something && next.IsWord && next.Capitalised && (sentence[i].SpaceBefore == next.SpaceBefore))
        {
            bool field = lexicon.OrganisationWords.Longest(sentence, i + 1, out _) > 0;
            return field && head.Family is "state" or "party" && lexicon.OrganisationHeads.Longest(sentence, i + 1, out _) < 2 ? 1 : 0;
        }

        return sentence[i].Word == lexicon.Comma && JoinsField(sentence, i + 1, head, fields) && AndFollows(sentence, i + 1) ? 1 : 0;
    }

    private bool JoinsField(Sentence sentence, int i, OrganisationHead head, bool fields) =>
        head.Family is "state" or "party" or "mass" or "enterprise" && fields && sentence[i].Capitalised
        && names.Lexicon.OrganisationWords.Longest(sentence, i, out _) > 0
        && names.Lexicon.OrganisationHeads.Longest(sentence, i, out _) < 2
        && names.Lexicon.Bodies.Longest(sentence, i, out _) == 0;

    private bool AndFollows(Sentence sentence, int i)
    {
        for (int ahead = i; ahead < sentence.Count && ahead - i < 8; ahead++)
        {
            if (_and.Contains(sentence[ahead]))
            {
                return sentence[ahead + 1].Capitalised && names.Lexicon.OrganisationWords.Longest(sentence, ahead + 1, out _) > 0;
            }

            if (sentence[ahead].IsMark && sentence[ahead].Word != names.Lexicon.Comma)
            {
                return false;
            }
        }

        return false;
    }
}

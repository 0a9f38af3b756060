using System.Buffers;
using System.Collections.Immutable;
using BienNien.Finding.Names;
using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Finding.Organisations;

/// <summary>Reads the name of a body from its head word to its right extent.</summary>
internal sealed class OrganisationReader(Vocabulary.Builder words, NameReader names)
{
    private const int LongestName = 24;
    private const int LongestSyllable = 7;
    private const int LongestBridge = 8;
    private const int LongestPerson = 4;

    private static readonly SearchValues<char> _vowels = SearchValues.Create("aăâeêioôơuưy");

    private readonly int _party = words.Add("Đảng");
    private readonly int _number = words.Add("số");
    private readonly WordSet _people = words.AddSet("nhân");
    private readonly WordSet _committee = words.AddSet("ủy");
    private readonly int _school = words.Add("trường");

    // “chiến trường”, “thị trường”: the head is the second half of another word.
    private readonly WordSet _compounds = words.AddSet("chiến", "thị", "công", "môi", "hội", "lập", "nông", "lâm", "hiện", "quảng", "ngư", "sân");

    // “thông báo Hà Nội”, “nhà báo Trần An”, “cán bộ Kiểm lâm”: the same of other heads.
    private readonly WordSet _halves = words.AddSet(
        "thông", "cảnh", "tình", "dự", "mật", "điện", "quả", "khai", "trình", "cấp", "nhà", "họp", "gấu", "cán", "nội", "toàn", "bảo", "tổng", "đảng", "đại", "xã", "quốc", "cơ", "lễ", "vũ",
        "liên", "hạ", "dạ", "giáo", "hiệp", "thường", "phục", "nghiệp", "nhiệm", "công", "tiền", "trụ", "hợp", "đồng", "chủ", "khối", "địa", "tỉnh", "thành", "huyện", "chi", "kỳ", "xứ",
        "tiểu", "trung", "sư", "quân", "quan", "văn", "hành", "phân", "thủy", "giao", "phái", "ủy", "đi", "tiến", "thuộc", "cục", "đoàn", "ngày");

    // One of these with nothing but an unknown name is a person or a feast: “Đoàn Bổng”, “Hội Gióng”.
    private readonly WordSet _doubtful = words.AddSet("đoàn", "đội", "hội", "ban", "bộ", "vụ", "phòng", "tòa", "cục", "trạm", "dòng");
    private readonly WordSet _zones = words.AddSet("khu");
    private readonly WordSet _fronts = words.AddSet("trận", "đoàn");
    private readonly WordSet _institutes = words.AddSet("viện", "trạm", "đội");
    private readonly WordSet _press = words.AddSet("báo", "chí", "bản");
    private readonly WordSet _areas = words.AddSet("vực");
    private readonly WordSet _viceOffices = words.AddSet("thư", "tịch", "viên", "trưởng", "ban", "quan", "phó");
    private readonly WordSet _shortTiers = words.AddSet("TP", "TX", "TT", "Q", "P", "H");
    private readonly WordSet _allOf = words.AddSet("các");
    private readonly int _dot = words.Add(".");
    private readonly int _slash = words.Add("/");
    private readonly PhraseTable<bool> _ends = Load(words, "org-name-ends", "word");
    private readonly PhraseTable<bool> _lookalikes = Load(words, "org-lookalikes", "phrase");
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
        public bool HasProper;
        public bool LastWasField;
        public bool LastWasTier;
        public bool AfterCountry;
        public bool HasPlace;
        public bool HasWord;

        // Something that only a body has, or a known place.
        public readonly bool IsCertain => HasField || HasTier || HasBody || HasNumber || HasPlace || HasWord;
    }

    /// <summary>Reads a body whose head begins at a token.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">The head's first token.</param>
    /// <param name="end">One past the name.</param>
    public bool TryRead(Sentence sentence, int at, out int end)
    {
        end = at;
        int length = names.Lexicon.OrganisationHeads.Longest(sentence, at, out OrganisationHead? head);
        if (length == 0 || head is null || IsAnotherName(sentence, at, length, head))
        {
            return false;
        }

        bool small = !sentence[at].Capitalised;
        if (small && !MayBeSmall(sentence, at, length, head))
        {
            return false;
        }

        // “Phó Bí thư Thường trực Tỉnh ủy Nghệ An”: an office, and the committee it is held in.
        if (head.Needs == "body" && length > 1 && at > 0 && sentence[at - 1].IsWord && _viceOffices.Contains(sentence[at - 1]))
        {
            return false;
        }

        bool led = at > 0 && names.Lexicon.TitleEnds.Contains(sentence[at - 1]);
        Progress read = Follow(sentence, at + length, head, length, small, depth: 0, led);
        end = read.End;
        if (length == 1 && _doubtful.Contains(sentence[at]) && !read.IsCertain)
        {
            return false;
        }

        return head.Needs switch
        {
            "name" => (read.HasName && (head.Family != "party-name" || read.HasField)) || (read.HasBody && !small) || (head.Family is "military" or "school" or "enterprise" or "party" && read.HasField && read.HasTier && !small),
            "none" => true,
            "body" => read.HasBody,
            "tier" => read.HasName || read.HasTier || read.HasBody || read.HasField,
            _ => read.HasName || read.HasField || read.HasTier || read.HasBody,
        };
    }

    private static PhraseTable<bool> Load(Vocabulary.Builder words, string table, string column)
    {
        PhraseTable<bool>.Builder phrases = new();
        foreach (string phrase in DataTable.Load(table).Column(column))
        {
            ImmutableArray<int> numbers = words.AddPhrase(phrase);
            phrases.Add(numbers.AsSpan(), value: true);
        }

        return phrases.Build();
    }

    // Most heads have a capital; in small letters some begin a name anyway, the others only before a field with a capital: “bộ Quốc phòng”.
    private bool MayBeSmall(Sentence sentence, int at, int length, OrganisationHead head)
    {
        if (length == 1 && at > 0 && (sentence[at].Word == _school ? _compounds : _halves).Contains(sentence[at - 1]))
        {
            return false;
        }

        return head.MayBeLower
            || (head.Family is "state" or "mass" && length == 1 && sentence[at + 1].Capitalised && names.Lexicon.OrganisationWords.Longest(sentence, at + 1, out bool verb) > 1 && !verb);
    }

    // “Hội An”, “Trường Chinh”, “Đoàn Thị Điểm” begin with the head of a body and are none.
    private bool IsAnotherName(Sentence sentence, int at, int length, OrganisationHead head)
    {
        NameLexicon lexicon = names.Lexicon;
        if (IsTail(sentence, at, length))
        {
            return true;
        }

        int field = lexicon.OrganisationWords.Longest(sentence, at + length, out _);
        if (_lookalikes.Longest(sentence, at, out _) is int other && other > length && other >= length + field)
        {
            return true;
        }

        if (field > 1 || head.IsAbbreviation)
        {
            // “Trường Trung học”: a field right after the head, whatever places are called Trường Trung.
            return false;
        }

        if (names.Named(lexicon.Places, sentence, at, out _) > length || names.Named(lexicon.Persons, sentence, at, out _) > length)
        {
            return true;
        }

        if (length == 1 && sentence[at].Capitalised && NameReader.ContinuesRun(sentence, at) && !NameReader.Shouts(sentence, at) && !sentence[at].AllUpper && !EndsInPlace(sentence, at))
        {
            return true;
        }

        // In a line of capitals “BỘ”, “HỘI” are mostly the second half of another word.
        if (length == 1 && NameReader.Shouts(sentence, at) && at > 0 && sentence[at - 1].IsWord)
        {
            return true;
        }

        // “Báo Cà Mau”: Báo is a surname, too, but a rare one.
        return length == 1 && head.Family is not ("school" or "enterprise") && lexicon.Surnames.Contains(sentence[at]) && names.ReadsAsPerson(sentence, at, out _);
    }

    // “ỦY BAN NHÂN DÂN”, “XÃ HỘI CHỦ NGHĨA”: the head is the end of a longer head or of another word.
    private bool IsTail(Sentence sentence, int at, int length)
    {
        for (int before = 1; before <= 2 && at - before >= 0 && sentence[at - before].IsWord; before++)
        {
            if (sentence[at].Capitalised != sentence[at - before].Capitalised && (before == 1 || sentence[at - 1].Capitalised != sentence[at].Capitalised))
            {
                continue;       // “thị xã Hội An”
            }

            if (names.Lexicon.OrganisationHeads.Longest(sentence, at - before, out _) >= before + length
                || names.Lexicon.OrganisationWords.Longest(sentence, at - before, out _) >= before + length)
            {
                return true;
            }
        }

        return false;
    }

    private Progress Follow(Sentence sentence, int at, OrganisationHead head, int headLength, bool small, int depth, bool led)
    {
        Progress read = new() { End = at, LongHead = headLength > 1 };
        int i = at;
        while (i < sentence.Count && i - at < LongestName)
        {
            Token token = sentence[i];
            if (token.IsMark)
            {
                int joined = Join(sentence, i, head, read, fields: read.HasField || (read.LongHead && (head.Needs != "name" || head.Family == "school")));
                if (joined > 0)
                {
                    i += joined;
                    continue;
                }

                joined = JoinPlace(sentence, i, read);
                if (joined == 0)
                {
                    break;
                }

                i = read.End = i + joined;
                read.HasName = read.HasProper = read.LastWasName = true;
                continue;
            }

            // “Nhà máy 19-5”, “Trường Mầm non 20/10”: a day for a name.
            if (token.IsNumber && token.Length <= 2 && !small && head.Family is "school" or "enterprise" && !read.HasProper && !read.HasTier && sentence[i - 1].IsWord
                && sentence[i + 1] is { IsMark: true, SpaceBefore: false } && (sentence[i + 1].Word == _slash || names.Lexicon.Hyphen.Contains(sentence[i + 1]))
                && sentence[i + 2] is { IsNumber: true, SpaceBefore: false, Length: <= 2 } && sentence[i + 3].Word != _slash && !names.Lexicon.Hyphen.Contains(sentence[i + 3]))
            {
                i = read.End = i + 3;
                read.HasName = read.HasNumber = true;
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
                // “Ban Quản lý di tích và danh thắng tỉnh”: two small fields before a tier or a place.
                int second = read.LastWasField && !read.LastWasName && !sentence[i + 1].Capitalised ? names.Lexicon.OrganisationWords.Longest(sentence, i + 1, out _) : 0;
                bool closed = second > 0 && (_tierStarts.Contains(sentence[i + 1 + second]) || (sentence[i + 1 + second].Capitalised && names.Named(names.Lexicon.Places, sentence, i + 1 + second, out _) > 0));
                if (!closed && !JoinsField(sentence, i + 1, head, fields: read.HasField || (read.LongHead && (head.Needs != "name" || head.Family == "school"))))
                {
                    break;
                }

                read.LastWasField = true;
                i++;
                continue;
            }

            // “Trung đoàn số 3”, “Trường Tiểu học số 2 Bình Minh”.
            if (token.Word == _number && sentence[i + 1].IsNumber && sentence[i + 1].Length <= 3 && sentence[i + 2].Word != _slash && !names.Lexicon.CountedUnits.Contains(sentence[i + 2])
                && !read.HasNumber && !read.HasTier && head.Family is "military" or "school" or "enterprise" or "state" && !small)
            {
                i = read.End = i + 2;
                read.HasName = read.HasNumber = true;
                continue;
            }

            int step = Step(sentence, i, head, small, depth, led, ref read);
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
    private int Step(Sentence sentence, int i, OrganisationHead head, bool small, int depth, bool led, ref Progress read)
    {
        NameLexicon lexicon = names.Lexicon;
        Token token = sentence[i];

        // “tặng Bảo tàng tỉnh Đắk Lắk | Huân chương Lao động”
        if (token.Capitalised && read.HasName && lexicon.NotPersonHeads.Longest(sentence, i, out string? thing) > 1 && thing == "award")
        {
            return 0;
        }

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

        bool atPlaceEnd = read.HasName && !read.AfterCountry && !read.LastWasField && EndsInPlace(sentence, read.End);
        bool afterTier = read.LastWasTier;
        read.LastWasTier = read.LastWasField = false;
        bool afterProper = read.HasProper && read.LastWasName;
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
            // “Bộ Quốc phòng tổ chức hội thảo”: the name has ended; in “Viện Nghiên cứu phát triển kinh tế Đà Nẵng” it goes on to its place.
            return afterProper || atPlaceEnd || small ? 0 : Bridge(sentence, i, head, read);
        }

        int tier = lexicon.PlaceTypes.Longest(sentence, i, out PlaceType? type);
        if (field == tier && field > 0 && !_tierStarts.Contains(token) && !Places.PlaceReader.TryReadTyped(names, sentence, i, out _, out _))
        {
            tier = 0;       // “Ban Quản lý di tích tỉnh”, “Công ty Cầu 12”: a field that is the type of places, too
        }

        if (field > tier && !(read.HasNumber && !token.Capitalised) && place <= field && (!small || token.Capitalised || head.Family is "military" or "school" or "enterprise") && !(atPlaceEnd && !token.Capitalised))
        {
            // “Ban Tuyên giáo Tỉnh ủy hợp nhất”, “HĐND huyện tổng hợp”: after the tier no small word follows.
            if (afterTier && !token.Capitalised)
            {
                return 0;
            }

            read.LastWasField = read.HasWord = true;
            read.HasField |= token.Capitalised || (verb && field > 1 && read is { LongHead: false, HasField: false, HasName: false } ? false : head.Family is not "state" || read.LongHead || read.HasField || head.Needs != "any");
            read.HasName |= token.Capitalised && head.Needs == "name" && head.Family is not ("party" or "party-name")
                && (_press.Contains(sentence[i - 1]) || ((!small || field == 1) && !_people.Contains(token)));
            return field;
        }

        // A tier and its place: “tỉnh Thừa Thiên”, “liên xã Gia Bằng - Kỳ Chỉ”, or the tier alone.
        if (tier > 0 && place <= tier && _tierStarts.Contains(token) && type is { Level: "province" or "district" or "commune" or "region" })
        {
            return TakeTier(sentence, i, tier, type, led, ref read);
        }

        // “Khu 9”, “Khu IV”; “TP. Hồ Chí Minh”.
        if (token.Capitalised && _zones.Contains(token) && (sentence[i + 1].IsNumber || sentence[i + 1].IsRoman) && sentence[i + 1].Length <= 4)
        {
            read.HasName = read.HasTier = true;
            return 2;
        }

        if (token.AllUpper && _shortTiers.Contains(token) && head.Family != "military" && !read.HasProper)
        {
            int name = sentence[i + 1].Word == _dot && !sentence[i + 1].SpaceBefore ? i + 2 : i + 1;
            int known = names.Named(lexicon.Places, sentence, name, out _);
            int named = known > 0 ? name + known : sentence[name].IsNumber || (name == i + 2 && sentence[name] is { IsWord: true, AllUpper: true }) ? name + 1 : Math.Min(names.RunEnd(sentence, name), name + 3);
            if (named > name)
            {
                read.HasName = read.HasTier = read.HasProper = true;
                return named - i;
            }
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

            if (head.Family is "military" && lexicon.OrganisationHeads.Longest(sentence, i, out _) is int front && front > 1 && NameReader.IsName(sentence, i + front))
            {
                return front;
            }

            int trailing = head.Family is "school" or "enterprise" && !read.HasName ? TrailingField(sentence, i) : 0;
            return trailing > 0 || small || atPlaceEnd || afterProper ? trailing : Bridge(sentence, i, head, read);
        }

        // “Trường Trung học cơ sở Nguyễn Tri Phương”: its own name is a person's, where it has no other.
        int eponym = Eponym(sentence, i, place);
        if (eponym > 0 && head.Family is "school" or "enterprise" or "military" && !read.HasProper && !read.HasTier && !read.HasNumber && (!led || head.Family == "school" || names.Named(lexicon.Persons, sentence, i, out _) > 1))
        {
            read.HasName = read.HasProper = true;
            return eponym;
        }

        if (place > 0)
        {
            bool country = (levels & PlaceLevels.Country) != 0;
            if ((atPlaceEnd && sentence[i - 1].Capitalised && place == 1) || (country && head.Family == "military" && read.HasNumber))
            {
                return 0;
            }

            // “binh đoàn Pháp”: whose it is, not what it is called.
            read.HasName |= head.Family != "military" || !country;
            read.HasPlace |= head.Family != "military" || !country;
            read.HasProper |= !country;
            read.AfterCountry = country && head.Family == "enterprise";
            return place;
        }

        if (token.AllUpper && token.Length > 1 && (!NameReader.Shouts(sentence, i) || (IsAbbreviation(sentence.Surface(i)) && sentence[i + 1].Word != _dot)))
        {
            // “Đoàn TNCS”, “NXB QĐND”: an abbreviation is a part of the name.
            read.HasName = read.HasPlace = true;
            return 1;
        }

        if (NameReader.Shouts(sentence, i) || ((read.HasName || read.HasField || read.HasTier) && names.ReadsAsPerson(sentence, i, out _)))
        {
            return 0;
        }

        bool fresh = !afterProper && head.Family is "state" or "mass";
        read.HasName |= token.Word != _party;
        read.HasProper |= token.Word != _party;
        int run = names.RunEnd(sentence, i);
        int part = HyphenatedLength(sentence, i, run);

        // One capital opens a word of two syllables: “Trung đoàn Thủ đô”, “Bảo tàng Chứng tích Chiến tranh”.
        bool opensWord = token.Word != _party && !token.AllUpper && token.Length <= LongestSyllable && names.Named(lexicon.Persons, sentence, i, out _) == 0 && run - i == 1
            && (fresh || !NameReader.ContinuesRun(sentence, i)) && IsPlainWord(sentence, i + 1);
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

    // The words of a person's name from here; 0 when it is none, or a longer name of a place.
    private int Eponym(Sentence sentence, int i, int place)
    {
        int known = names.Named(names.Lexicon.Persons, sentence, i, out _);
        int read = names.ReadsAsPerson(sentence, i, out int end) ? end - i : 0;
        int person = known > 1 || (known == 1 && read == 0) ? known : read;
        if (person <= place || person > LongestPerson || (place > 0 && names.ReadsAsPerson(sentence, i + place, out _)))
        {
            return 0;       // “Trường THPT Kim Sơn Trần Văn Hải”
        }

        for (int inner = i + 1; inner < i + person; inner++)
        {
            if (names.Lexicon.OrganisationHeads.Longest(sentence, inner, out _) > 1)
            {
                return 0;   // “Khoa Sử Trường Đại học”
            }
        }

        return person;
    }

    // Small words that no list knows may stand before the place that ends the name: “Đoàn Thanh niên chấn hưng Gia Lai”. How many; 0 when no place follows.
    private int Bridge(Sentence sentence, int i, OrganisationHead head, Progress read)
    {
        if (head.IsAbbreviation || head.Family == "party" || read.HasNumber || read.HasTier || (!read.LongHead && !read.HasField && !read.HasName))
        {
            return 0;
        }

        NameLexicon lexicon = names.Lexicon;
        int unknown = 0;
        int at = i;
        while (at - i < LongestBridge)
        {
            if (_ends.Longest(sentence, at, out _) > 0)
            {
                return 0;
            }

            int field = sentence[at].Capitalised ? 0 : lexicon.OrganisationWords.Longest(sentence, at, out _);
            if (field == 0 && (!IsPlainWord(sentence, at) || ++unknown > 3))
            {
                return 0;
            }

            at += Math.Max(1, field);
            if (sentence[at].Capitalised && names.Named(lexicon.Places, sentence, at, out PlaceLevels levels) is int place && place > 0
                && (place > 1 || (levels & PlaceLevels.WellKnown) != 0) && (levels & PlaceLevels.Country) == 0 && !names.ReadsAsPerson(sentence, at, out _))
            {
                return at - i;
            }

            if (_tierStarts.Contains(sentence[at]) && lexicon.PlaceTypes.Longest(sentence, at, out _) is int tier && tier > 0 && NameReader.IsName(sentence, at + tier))
            {
                return at - i;
            }
        }

        return 0;
    }

    private bool IsPlainWord(Sentence sentence, int i) =>
        sentence[i].IsWord && !sentence[i].Capitalised && _ends.Longest(sentence, i, out _) == 0 && !names.Lexicon.SentenceOpeners.Contains(sentence[i]) && !names.Lexicon.Prepositions.Contains(sentence[i])
        && names.Lexicon.PlaceTypes.Longest(sentence, i, out _) == 0 && names.Lexicon.Titles.Longest(sentence, i, out _) == 0;

    // A body inside the name: “Ban Tuyên giáo Tỉnh ủy Nghệ An”, “Đảng ủy Mặt trận”.
    private int TakeBody(Sentence sentence, int i, int place, int depth, ref Progress read)
    {
        int body = names.Lexicon.OrganisationHeads.Longest(sentence, i, out OrganisationHead? inner);
        if (body == 0 || inner is null || place > body || depth >= 3 || names.Lexicon.OrganisationWords.Longest(sentence, i, out _) > body || (body == 1 && sentence[i + 1].Capitalised && inner.Family != "party"))
        {
            return 0;
        }

        Progress nested = Follow(sentence, i + body, inner, body, small: false, depth + 1, led: false);
        if (body == 1 && nested.End == i + body)
        {
            return 0;
        }

        read.HasBody = true;
        read.HasName |= nested.HasName;
        read.HasTier |= nested.HasTier;
        read.HasProper |= nested.HasProper;
        read.HasNumber |= nested.HasNumber;
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

    private int TakeTier(Sentence sentence, int i, int tier, PlaceType type, bool led, ref Progress read)
    {
        NameLexicon lexicon = names.Lexicon;
        int name = i + tier;
        int known = names.Named(lexicon.Places, sentence, name, out _);
        int run = NameReader.Shouts(sentence, name) ? name : names.RunEnd(sentence, name);
        if (type.Numbered && (sentence[name].IsNumber || sentence[name].IsRoman) && sentence[name].Length <= 4 && !NameReader.Shouts(sentence, name))
        {
            read.HasTier = read.HasName = read.HasProper = true;
            return tier + 1;
        }

        int end = Math.Max(name + known, known > 0 && Places.PlaceReader.BeginsAnother(names, sentence, name + known) ? name + known : Math.Min(run, name + 4));
        if (known == 0 && (led || type.Level == "province") && names.ReadsAsPerson(sentence, name, out _))
        {
            end = name;     // “Phó Chủ tịch UBND tỉnh Phạm Hữu Trí”
        }

        if (end == name)
        {
            read.HasTier = read.LastWasTier = true;
            return tier;
        }

        if (lexicon.Hyphen.Contains(sentence[end]) && sentence[end].SpaceBefore && NameReader.IsName(sentence, end + 1)
            && lexicon.OrganisationHeads.Longest(sentence, end + 1, out _) == 0 && known == 0)
        {
            end = names.RunEnd(sentence, end + 1);
        }

        read.HasTier = true;
        read.HasName = read.HasProper = true;
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

    private bool TakesNumber(Sentence sentence, int i, OrganisationHead head, Progress read)
    {
        Token next = sentence[i + 1];
        if (sentence[i].Length > 4 || (next.IsMark && !next.SpaceBefore && sentence[i + 2].IsNumber && !sentence[i + 2].SpaceBefore))
        {
            return false;
        }

        if (head.Family == "military")
        {
            return !read.HasName || read.End == i;
        }

        bool right = read.End == i && !read.HasNumber && !names.Lexicon.CountedUnits.Contains(next) && sentence[i].Length <= 3;
        bool first = right && !read.HasName && !read.HasField && !read.HasTier && !read.HasBody && sentence[i].IsNumber;
        return (head.Family, first) switch
        {
            ("party", true) => _committee.Contains(sentence[i - 1]) && _zones.Contains(sentence[i - 2]) && sentence[i].Length <= 2,
            ("mass", true) => _fronts.Contains(sentence[i - 1]),
            ("state", true) when _institutes.Contains(sentence[i - 1]) => sentence[i - 1].Capitalised && (!next.IsWord || next.Capitalised || _ends.Longest(sentence, i + 1, out _) > 0),
            ("state", _) when _areas.Contains(sentence[i - 1]) && _zones.Contains(sentence[i - 2]) => sentence[i].Length <= 2,
            ("enterprise", _) when right && !read.HasProper && !read.HasTier && sentence[i - 1].Word != _number => sentence[i - 1].IsWord && (first || sentence[i - 1].Capitalised || read.LastWasField) && (!next.IsWord || next.Capitalised || _ends.Longest(sentence, i + 1, out _) > 0),
            ("school", false) => right && read.HasProper && sentence[i].Length == 1,
            _ => sentence[i - 1].Word == _number,
        };
    }

    // “Chi bộ Cẩm Phả - Cửa Ông”, “Ban Cán sự Gia – Kon”: the two halves of its place.
    private int JoinPlace(Sentence sentence, int i, Progress read)
    {
        NameLexicon lexicon = names.Lexicon;
        int name = i + 1;
        bool area = sentence[i - 1].IsNumber && _areas.Contains(sentence[i - 2]);
        if (!lexicon.Hyphen.Contains(sentence[i]) || !(area || (read.HasProper && !read.HasNumber)) || sentence[i].SpaceBefore != sentence[name].SpaceBefore || !NameReader.IsName(sentence, name)
            || (sentence[name].Traits & TokenTraits.LineBefore) != 0 || (sentence[i].Traits & TokenTraits.LineBefore) != 0
            || NameReader.Shouts(sentence, name) != NameReader.Shouts(sentence, i - 1)
            || lexicon.OrganisationHeads.Longest(sentence, name, out _) > 0 || names.Named(lexicon.Persons, sentence, name, out _) > 0 || names.ReadsAsPerson(sentence, name, out _))
        {
            return 0;
        }

        int known = names.Named(lexicon.Places, sentence, name, out _);
        if (known > 0)
        {
            return area || EndsInPlace(sentence, i) ? 1 + known : 0;
        }

        // Two syllables of longer names: “Gia – Kon”.
        bool halves = !NameReader.IsName(sentence, name + 1) && !NameReader.ContinuesRun(sentence, i - 1);
        return halves && !(sentence[name + 1].IsWord && !sentence[name + 1].Capitalised && _ends.Longest(sentence, name + 1, out _) == 0) ? 2 : 0;
    }

    // Marks inside a name: a hyphen between fields or places, a comma in a list of fields that an “và” closes.
    private int Join(Sentence sentence, int i, OrganisationHead head, Progress read, bool fields)
    {
        NameLexicon lexicon = names.Lexicon;
        Token next = sentence[i + 1];
        bool something = read.HasName || fields;
        if ((sentence[i].Word == lexicon.Ampersand || (lexicon.Hyphen.Contains(sentence[i]) && !sentence[i].SpaceBefore && !next.SpaceBefore)) && next.IsWord
            && (read.HasName || sentence[i].Word == lexicon.Ampersand) && sentence[i - 1].AllUpper && next.AllUpper && sentence[i - 1].Length > 1 && next.Length > 1)
        {
            return 1;
        }

        if (lexicon.Hyphen.Contains(sentence[i]) && something && next.IsWord && next.Capitalised && (sentence[i].SpaceBefore == next.SpaceBefore))
        {
            bool field = lexicon.OrganisationWords.Longest(sentence, i + 1, out _) > 0;
            return field && head.Family is "state" or "party" or "school" && lexicon.OrganisationHeads.Longest(sentence, i + 1, out _) < 2 ? 1 : 0;
        }

        return sentence[i].Word == lexicon.Comma && JoinsField(sentence, i + 1, head, fields) && AndFollows(sentence, i + 1) ? 1 : 0;
    }

    private bool JoinsField(Sentence sentence, int i, OrganisationHead head, bool fields) =>
        fields && (head.Family != "military" || sentence[i].AllUpper) && (sentence[i].Capitalised || (_allOf.Contains(sentence[i]) && head.Family == "state"))
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

using System.Collections.Immutable;
using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Finding.Names;

/// <summary>A type word before a place name.</summary>
/// <param name="Level">The level that it gives to the place.</param>
/// <param name="Numbered">A number alone may follow (<c>phường 5</c>).</param>
/// <param name="NeedsKnown">Only a name of the gazetteers makes a place of it (<c>đạo</c>, <c>sách</c>).</param>
/// <param name="ForPersons">Somebody's name with his title may follow (<c>khu lưu niệm Tổng Bí thư Trần Phú</c>).</param>
internal sealed record PlaceType(string Level, bool Numbered, bool NeedsKnown, bool ForPersons = false);

/// <summary>The head of an organisation's name.</summary>
/// <param name="Needs">What must follow: <c>name</c>, <c>tier</c>, <c>any</c>, <c>body</c> or <c>none</c>.</param>
/// <param name="Family">party, state, military, mass, school, enterprise.</param>
/// <param name="MayBeLower">Written in small letters it begins a name, too.</param>
/// <param name="IsAbbreviation">It is written in capitals everywhere (<c>UBND</c>), not only in headlines.</param>
internal sealed record OrganisationHead(string Needs, string Family, bool MayBeLower, bool IsAbbreviation);

/// <summary>What the finders of persons, places and bodies know of names: gazetteers and word lists, by word number.</summary>
/// <remarks>Built once with the vocabulary and shared by the three; immutable afterwards.</remarks>
internal sealed class NameLexicon
{
    /// <summary>Loads the tables of <c>data/</c> and adds their words to a vocabulary.</summary>
    public NameLexicon(Vocabulary.Builder words)
    {
        Hyphen = words.AddSet("-", "–", "—");
        Comma = words.Add(",");
        Open = words.Add("(");
        Close = words.Add(")");
        Ampersand = words.Add("&");
        And = words.AddSet("và", "với", "cùng");
        Quotes = words.AddSet("“", "\"", "”", "‘", "’", "«", "»");

        Persons = PhrasesOfAll(words, ["persons-known", "persons-wider"], "name", static (table, row) => row[table.IndexOf("id")]);
        Bodies = Phrases(words, "orgs-known", "name", static (table, row) => row[table.IndexOf("id")]);
        Places = LoadPlaces(words);
        PlaceTypes = Phrases(words, "place-types", "word", static (table, row) =>
            new PlaceType(row[table.IndexOf("level")], row[table.IndexOf("number")] == "yes", row[table.IndexOf("known")] == "yes", row[table.IndexOf("persons")] == "yes"));
        OrganisationHeads = Phrases(words, "org-heads", "head", static (table, row) =>
            new OrganisationHead(row[table.IndexOf("needs")], row[table.IndexOf("tier")], row[table.IndexOf("lower")] == "yes",
                row[table.IndexOf("head")].Length > 1 && !row[table.IndexOf("head")].Any(char.IsLower)));
        OrganisationWords = Phrases(words, "org-words", "word", static (table, row) => row[table.IndexOf("verb")] == "yes");
        CapitalWords = Phrases(words, "capital-words", "word", static (_, _) => true);
        Titles = Phrases(words, "person-titles", "title", static (table, row) => row[table.IndexOf("category")]);
        PersonVerbs = Phrases(words, "person-verbs", "word", static (table, row) => row[table.IndexOf("sure")] == "yes");
        PersonLeads = Phrases(words, "person-leads", "word", static (_, _) => true);
        PersonLeadEnds = Lasts(words, "person-leads", "word");
        ForeignGivenNames = Phrases(words, "foreign-given-names", "name", static (table, row) => row[table.IndexOf("form")]);
        NotPersons = Phrases(words, "not-persons", "name", static (_, _) => true);
        AliasCues = Phrases(words, "alias-cues", "cue", static (table, row) => row[table.IndexOf("relation")]);
        NotPersonHeads = Phrases(words, "not-person-heads", "head", static (table, row) => row[table.IndexOf("category")]);
        NotPlaceHeads = Phrases(words, "not-place-heads", "head", static (_, row) => row[0]);
        NotPlaceTypes = Phrases(words, "not-place-types", "word", static (_, _) => true);
        NotPlaceTypeEnds = Lasts(words, "not-place-types", "word");
        TitleEnds = Lasts(words, "person-titles", "title");
        AliasCueEnds = Lasts(words, "alias-cues", "cue");
        NotPersonEnds = Lasts(words, "not-person-heads", "head");
        NotPlaceEnds = Lasts(words, "not-place-heads", "head");

        DataTable surnames = DataTable.Load("surnames");
        int surname = surnames.IndexOf("surname");
        int group = surnames.IndexOf("group");
        int frequency = surnames.IndexOf("freq");
        Surnames = words.AddSet(surnames.Rows.Select(row => Lexer.Split(row[surname])[0]));
        CommonSurnames = words.AddSet(surnames.Rows.Where(row => row[group] == "Kinh" && row[frequency] == "1").Select(row => row[surname]));
        NameMarkers = words.AddSet(surnames.Rows.Where(row => row[frequency] == "marker").Select(row => row[surname]));
        MiddleNames = words.AddSet(DataTable.Load("person-middle-names").Column("name"));

        DataTable contexts = DataTable.Load("country-contexts");
        int role = contexts.IndexOf("role");
        CountryContexts = Phrases(words, "country-contexts", "word", (_, row) => row[role] == "territory");
        CountryContextEnds = Lasts(words, "country-contexts", "word");
        AlsoWords = Phrases(words, "places-also-words", "name", static (_, _) => true);

        OrdinalNames = words.AddSet("hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "út", "cả", "cai", "đề", "lãnh", "đốc", "tú", "cử", "đội");
        HouseNumber = words.Add("số");
        NativeOf = words.AddSet("người", "quê", "gốc");
        Ministry = words.Add("bộ");
        Ministries = words.AddSet("lại", "hộ", "lễ", "binh", "hình", "công");
        OfficeStarts = words.AddSet("phó", "trưởng", "chánh", "nguyên", "cựu", "quyền");
        FemaleMiddle = words.AddSet("thị");
        ReignBefore = words.AddSet("năm", "hiệu", "triều");
        PhraseTable<bool>.Builder reigns = new();
        foreach (string after in (string[])["thứ", "năm thứ", "nguyên niên", "thông bảo", "trọng bảo", "niên chế", "niên tạo", "niên gian", "năm đầu"])
        {
            reigns.Add(words.AddPhrase(after).AsSpan(), value: true);
        }

        ReignAfter = reigns.Build();
        PhraseTable<bool>.Builder becoming = new();
        List<ImmutableArray<int>> becomingEnds = [];
        foreach (string cue in (string[])["nay là", "nay thuộc", "đổi là", "đổi thành", "đổi tên là", "đổi tên thành", "đổi làm", "đổi ra", "trước là", "trước đây là", "xưa là", "gọi là", "còn gọi là", "tục gọi là", "tên cũ là", "tên là", "tên nôm là", "quê", "quê ở", "quê quán", "nguyên quán", "trú quán", "đánh chiếm", "giải phóng", "bao vây", "chiếm đóng", "đóng quân", "rút khỏi"])
        {
            ImmutableArray<int> phrase = words.AddPhrase(cue);
            becoming.Add(phrase.AsSpan(), value: true);
            becomingEnds.Add(phrase);
        }

        PlaceCues = becoming.Build();
        PlaceCueEnds = new PhraseEnds(becomingEnds);
        Prepositions = words.AddSet("tại", "ở", "về", "đến", "tới", "từ", "sang", "qua", "vào", "ra", "lên", "xuống", "rời", "khỏi", "gần", "quanh", "thuộc");
        SentenceOpeners = words.AddSet(DataTable.Load("sentence-openers").Column("word"));
        Plurals = words.AddSet("các", "những", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mấy", "nhiều");
        Tiers = words.AddSet("tỉnh", "huyện", "xã", "phường", "quận", "châu", "khu", "tổng", "phủ", "cấp");
        Owners = words.AddSet("của", "cho", "với", "giữa", "là", "do", "bạn");
        Attack = words.Add("đánh");
        CountedUnits = words.AddSet("năm", "km", "m", "mét", "cây", "ki", "người", "ngày", "tháng", "tỷ", "triệu", "nghìn", "ha", "hộ", "giờ", "phút", "%");
        Particles = words.AddSet("đờ", "đơ", "de", "von", "et", "du", "des", "van", "der", "dos", "di");
        SecondParticles = words.AddSet("la", "le", "lơ", "los", "der", "den");
        RegionEnds = words.AddSet("bộ", "kỳ");
        City = words.Add("thành");
        PhraseTable<bool>.Builder cities = new();
        foreach (ImmutableArray<string> row in DataTable.Load("places-provinces").Rows.Where(static row => row[1] == "thành phố"))
        {
            cities.Add(words.AddPhrase(row[0]).AsSpan(), value: true);
        }

        CentralCities = cities.Build();
    }

    public WordSet Hyphen { get; }

    public int Comma { get; }

    public int Open { get; }

    public int Close { get; }

    public int Ampersand { get; }

    public WordSet And { get; }

    public WordSet Quotes { get; }

    /// <summary>Well known persons: any name to the usual one.</summary>
    public PhraseTable<string> Persons { get; }

    /// <summary>Bodies unique by their name: any name to the usual one.</summary>
    public PhraseTable<string> Bodies { get; }

    /// <summary>All gazetteers of places together.</summary>
    public PhraseTable<PlaceLevels> Places { get; }

    public PhraseTable<PlaceType> PlaceTypes { get; }

    public PhraseTable<OrganisationHead> OrganisationHeads { get; }

    /// <summary>Words that go on the name of a body, and whether they are often verbs.</summary>
    public PhraseTable<bool> OrganisationWords { get; }

    /// <summary>Common words of two syllables that print often gives one capital (<c>Nhân dân</c>).</summary>
    public PhraseTable<bool> CapitalWords { get; }

    public PhraseTable<string> Titles { get; }

    /// <summary>What follows the name of a human being, and whether only such a name.</summary>
    public PhraseTable<bool> PersonVerbs { get; }

    /// <summary>What mostly stands before somebody's name (<c>nhà</c>, <c>do</c>).</summary>
    public PhraseTable<bool> PersonLeads { get; }

    public PhraseEnds PersonLeadEnds { get; }

    /// <summary>Given names of foreigners: <c>latin</c> or <c>transcribed</c>.</summary>
    public PhraseTable<string> ForeignGivenNames { get; }

    /// <summary>Gods, figures of literature and words that look like somebody's name.</summary>
    public PhraseTable<bool> NotPersons { get; }

    public PhraseTable<string> AliasCues { get; }

    public PhraseTable<string> NotPersonHeads { get; }

    public PhraseTable<string> NotPlaceHeads { get; }

    /// <summary>Words that end like the type of a place (<c>yêu cầu</c>).</summary>
    public PhraseTable<bool> NotPlaceTypes { get; }

    public PhraseEnds NotPlaceTypeEnds { get; }

    public PhraseTable<bool> AlsoWords { get; }

    /// <summary>Last words of titles: the quick no to "does a title stand before this?".</summary>
    public PhraseEnds TitleEnds { get; }

    public PhraseEnds AliasCueEnds { get; }

    public PhraseEnds NotPersonEnds { get; }

    public PhraseEnds NotPlaceEnds { get; }

    /// <summary>First words of surnames.</summary>
    public WordSet Surnames { get; }

    /// <summary>The few surnames that most people have.</summary>
    public WordSet CommonSurnames { get; }

    /// <summary>Words that say that a name follows, and of what sex or generation it is, and that nothing else is written like: <c>Ama</c>, <c>Y</c>.</summary>
    public WordSet NameMarkers { get; }

    public WordSet MiddleNames { get; }

    /// <summary>Words before a country's name: whether it is the territory (<c>sang Pháp</c>) or only qualifies (<c>nhân dân Việt Nam</c>).</summary>
    public PhraseTable<bool> CountryContexts { get; }

    public PhraseEnds CountryContextEnds { get; }

    /// <summary>Words that open covert and popular names: the birth's order in the South (<c>Sáu Dân</c>), ranks (<c>Đề Thám</c>).</summary>
    public WordSet OrdinalNames { get; }

    /// <summary>The word before the number of a house in a street (<c>số 2 Lê Lợi</c>).</summary>
    public int HouseNumber { get; }

    /// <summary>Words before the place that somebody comes from.</summary>
    public WordSet NativeOf { get; }

    /// <summary>The word before the name of one of the six ministries of the dynasties.</summary>
    public int Ministry { get; }

    /// <summary>The six ministries (<c>bộ Lại</c>).</summary>
    public WordSet Ministries { get; }

    /// <summary>First words of offices, written with a capital before the rest (<c>Phó Đồn trưởng</c>).</summary>
    public WordSet OfficeStarts { get; }

    /// <summary>The middle name that only women have and no place.</summary>
    public WordSet FemaleMiddle { get; }

    /// <summary>Words before a name that say that a place is meant, besides the prepositions (<c>nay là</c>, <c>quê</c>).</summary>
    public PhraseTable<bool> PlaceCues { get; }

    public PhraseEnds PlaceCueEnds { get; }

    /// <summary>Words before an era's name in a date.</summary>
    public WordSet ReignBefore { get; }

    /// <summary>Words after an era's name in a date or on a coin.</summary>
    public PhraseTable<bool> ReignAfter { get; }

    public WordSet Prepositions { get; }

    /// <summary>Words that open sentences with a capital and are no part of a name.</summary>
    public WordSet SentenceOpeners { get; }

    public WordSet Plurals { get; }

    public WordSet Tiers { get; }

    /// <summary>Words after which a long name of a country is the country (<c>của Việt Nam</c>).</summary>
    public WordSet Owners { get; }

    /// <summary>The word before a long name of a country that is its land (<c>đánh Chiêm Thành</c>); a short one is a power (<c>đánh Pháp</c>).</summary>
    public int Attack { get; }

    /// <summary>Words after a number that make it a count (<c>chặng đường 525 năm</c>).</summary>
    public WordSet CountedUnits { get; }

    /// <summary>Small words inside foreign names (<c>Đờ Lát đờ Tát-xi-nhi</c>).</summary>
    public WordSet Particles { get; }

    /// <summary>Small words that follow another inside foreign names (<c>de la</c>).</summary>
    public WordSet SecondParticles { get; }

    /// <summary>Second words of regions that many write small (<c>Bắc bộ</c>).</summary>
    public WordSet RegionEnds { get; }

    /// <summary>First word of <c>thành phố</c>.</summary>
    public int City { get; }

    /// <summary>Cities that rank as provinces.</summary>
    public PhraseTable<bool> CentralCities { get; }

    /// <summary>The word numbers with which phrases of a table begin.</summary>
    public static ImmutableArray<int> FirstWords(Vocabulary.Builder words, string table, string column) =>
        [.. DataTable.Load(table).Column(column).Select(phrase => words.AddPhrase(phrase)[0]).Distinct()];

    /// <summary>The word numbers with which names of places begin that are written with a small first word (<c>miền Nam</c>).</summary>
    public static ImmutableArray<int> SmallFirstWords(Vocabulary.Builder words) =>
        [.. DataTable.Load("places-historic").Column("name").Where(static name => char.IsLower(name[0])).Select(name => words.AddPhrase(name)[0]).Distinct()];

    private static bool HasSmallWords(string name) => name.Split(' ').Skip(1).Any(static word => char.IsLower(word[0]));

    private static PhraseEnds Lasts(Vocabulary.Builder words, string table, string column) => new(DataTable.Load(table).Column(column).Select(phrase => words.AddPhrase(phrase)));


    private static PhraseTable<T> Phrases<T>(Vocabulary.Builder words, string name, string column, Func<DataTable, ImmutableArray<string>, T> value) =>
        PhrasesOfAll(words, [name], column, value);

    // Of a phrase in several tables the first says what it means.
    private static PhraseTable<T> PhrasesOfAll<T>(Vocabulary.Builder words, ReadOnlySpan<string> names, string column, Func<DataTable, ImmutableArray<string>, T> value)
    {
        PhraseTable<T>.Builder builder = new();
        foreach (string name in names)
        {
            DataTable table = DataTable.Load(name);
            int index = table.IndexOf(column);
            foreach (ImmutableArray<string> row in table.Rows)
            {
                T known = value(table, row);
                builder.Add(words.AddPhrase(row[index]).AsSpan(), known, static (first, _) => first);
                if (row[index].Contains(" - ", StringComparison.Ordinal))
                {
                    builder.Add(words.AddPhrase(row[index].Replace(" - ", " – ", StringComparison.Ordinal)).AsSpan(), known, static (first, _) => first);
                }
            }
        }

        return builder.Build();
    }

    private static PhraseTable<PlaceLevels> LoadPlaces(Vocabulary.Builder words)
    {
        PhraseTable<PlaceLevels>.Builder builder = new();
        foreach (ImmutableArray<string> row in DataTable.Load("places-historic").Rows)
        {
            Add(row[0], PlaceLevelNames.Parse(row[1]) | PlaceLevels.WellKnown | (HasSmallWords(row[0]) ? PlaceLevels.Mixed : PlaceLevels.None)
                | (char.IsLower(row[0][0]) ? PlaceLevels.SmallStart : PlaceLevels.None));
        }

        foreach (ImmutableArray<string> row in DataTable.Load("places-abroad").Rows)
        {
            Add(row[0], PlaceLevelNames.Parse(row[1]) | PlaceLevels.WellKnown);
        }

        DataTable provinces = DataTable.Load("places-provinces");
        int from = provinces.IndexOf("valid_from");
        foreach (ImmutableArray<string> row in provinces.Rows)
        {
            // Those of before 2025: what became a city under the centre then was a town in nearly every document.
            Add(row[0], PlaceLevels.Province | PlaceLevels.WellKnown | (row[from].Length == 0 ? PlaceLevels.LongProvince : PlaceLevels.None));
        }

        AddRegister("places-districts", PlaceLevels.District | PlaceLevels.WellKnown);
        AddRegister("places-communes", PlaceLevels.Commune);
        return builder.Build();

        void AddRegister(string table, PlaceLevels levels)
        {
            foreach (string name in DataTable.Load(table).Column("name"))
            {
                Add(name, levels);
            }
        }

        void Add(string name, PlaceLevels levels)
        {
            builder.Add(words.AddPhrase(name).AsSpan(), levels, static (old, more) => old | more);
            if (name.Contains(" - ", StringComparison.Ordinal))
            {
                builder.Add(words.AddPhrase(name.Replace(" - ", " – ", StringComparison.Ordinal)).AsSpan(), levels, static (old, more) => old | more);
            }

            // The word for water in languages of the Highlands is spelt in three ways.
            foreach ((string one, string other) in (ReadOnlySpan<(string, string)>)[("Đắk ", "Đăk "), ("Đắk ", "Đak "), ("Đăk ", "Đắk "), ("Đăk ", "Đak "), ("Đắc ", "Đắk "), ("Đắk ", "Đắc ")])
            {
                if (name.StartsWith(one, StringComparison.Ordinal))
                {
                    builder.Add(words.AddPhrase(string.Concat(other, name.AsSpan(one.Length))).AsSpan(), levels, static (old, more) => old | more);
                }
            }
        }
    }
}

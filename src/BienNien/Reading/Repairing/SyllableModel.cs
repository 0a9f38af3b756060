using System.Collections.Frozen;
using System.Collections.Immutable;
using BienNien.Knowledge;
using BienNien.Text.Syllables;

namespace BienNien.Reading.Repairing;

/// <summary>Which syllables stand beside which in Vietnamese (<c>data/syllable-pairs.tsv</c>, <c>data/compounds.tsv</c>), and the names of the gazetteers.</summary>
/// <remarks>
/// The pairs of the table have no counts, so what a pair says is weighed against chance: of a syllable that stands before a thousand others, one more says little.
/// A bit for each pair of syllables: asking costs two array reads. Immutable.
/// </remarks>
internal sealed class SyllableModel
{
    /// <summary>The number of what is no known syllable.</summary>
    public const int Unknown = 0;

    /// <summary>The number that stands for any figure.</summary>
    public const int Figure = 1;

    // Of the pairs of true text nearly a tenth are not in the table; for a syllable with few pairs it says less still.
    private const double Missing = 0.196;
    private const double FewPairs = 8.4;
    private const double LeastSaid = 0.15;
    private const double CompoundWeight = 4.0;
    private const double CompoundMore = 0.5;

    // Made before the model, which needs it.
    private static readonly byte[] _bare = MakeBare();

    private readonly FrozenDictionary<ulong, int> _numbers;
    private readonly FrozenDictionary<ulong, ImmutableArray<int>> _byBareLetters;
    private readonly ImmutableArray<string> _surfaces;
    private readonly ImmutableArray<ulong> _keys;
    private readonly int _words;
    private readonly uint[] _pairs;
    private readonly uint[] _compounds;
    private readonly float[] _logFollowers;
    private readonly float[] _logLeaders;
    private readonly float[] _logMissingAfter;
    private readonly float[] _logMissingBefore;
    private readonly float[] _logFrequency;
    private readonly float _logTotal;

    private SyllableModel(Builder builder)
    {
        int size = builder.Surfaces.Count;
        _numbers = builder.Numbers.ToFrozenDictionary();
        _surfaces = [.. builder.Surfaces];
        _words = (size + 31) / 32;
        _pairs = new uint[size * _words];
        _compounds = new uint[size * _words];
        int[] followers = new int[size];
        int[] leaders = new int[size];
        int total = 0;
        foreach ((int first, int second, bool compound) in builder.Pairs)
        {
            int at = (first * _words) + (second >> 5);
            uint bit = 1u << (second & 31);
            if ((_pairs[at] & bit) == 0)
            {
                _pairs[at] |= bit;
                followers[first]++;
                leaders[second]++;
                total++;
            }

            if (compound)
            {
                _compounds[at] |= bit;
            }
        }

        _logTotal = (float)Math.Log(Math.Max(1, total));
        _logFollowers = [.. followers.Select(static count => (float)Math.Log(Math.Max(1, count)))];
        _logLeaders = [.. leaders.Select(static count => (float)Math.Log(Math.Max(1, count)))];
        _logMissingAfter = [.. followers.Select(LogMissing)];
        _logMissingBefore = [.. leaders.Select(LogMissing)];
        _logFrequency = [.. followers.Select((count, i) => (float)Math.Log((count + leaders[i] + 0.02) / (2.0 * total)))];
        _keys = [.. builder.Keys];
        _byBareLetters = Enumerable.Range(0, size)
            .Where(number => builder.Candidates.Contains(number) && followers[number] + leaders[number] >= 3)
            .GroupBy(number => BareKey(_keys[number]))
            .ToFrozenDictionary(static group => group.Key, static group => group.ToImmutableArray());
    }

    /// <summary>The model of the engine's own tables.</summary>
    public static SyllableModel Own { get; } = Load();

    /// <summary>The number of a word, or <see cref="Unknown"/>.</summary>
    public int NumberOf(ulong key) => _numbers.TryGetValue(key, out int number) ? number : Unknown;

    /// <summary>A syllable as it is written, in lower case.</summary>
    public string this[int number] => _surfaces[number];

    /// <summary>The letters of a syllable and its tone: see <see cref="SyllableCode.KeyOf"/>.</summary>
    public ulong KeyOf(int number) => _keys[number];

    /// <summary>How frequent a syllable is: the natural logarithm of its share of all pairs.</summary>
    public double LogFrequency(int number) => _logFrequency[number];

    /// <summary>Whether two syllables are known to follow each other.</summary>
    public bool IsPair(int first, int second) => (_pairs[(first * _words) + (second >> 5)] & (1u << (second & 31))) != 0;

    /// <summary>Whether two syllables make one word.</summary>
    public bool IsCompound(int first, int second) => (_compounds[(first * _words) + (second >> 5)] & (1u << (second & 31))) != 0;

    /// <summary>The syllables that have these letters when marks are left out; see <see cref="Bare"/>.</summary>
    public ImmutableArray<int> WithBareLetters(ReadOnlySpan<byte> bare) =>
        _byBareLetters.TryGetValue(SyllableCode.KeyOf(bare, 0), out ImmutableArray<int> found) ? found : [];

    /// <summary>How much more (above 0) or less often than by chance two syllables follow each other, in natural logarithms; 0 when one is not known.</summary>
    public double Bond(int first, int second)
    {
        if (first == Unknown || second == Unknown)
        {
            return 0;
        }

        if (IsPair(first, second))
        {
            double said = Math.Max(LeastSaid, _logTotal - _logFollowers[first] - _logLeaders[second]);
            return IsCompound(first, second) ? Math.Max(CompoundWeight, said + CompoundMore) : said;
        }

        return Math.Max(_logMissingAfter[first], _logMissingBefore[second]);
    }

    /// <summary>A letter without its mark: a for ă and â, d for đ.</summary>
    public static byte Bare(byte letter) => _bare[letter];

    private static byte[] MakeBare()
    {
        byte[] bare = new byte[SyllableLetters.Count];
        for (int i = 0; i < bare.Length; i++)
        {
            bare[i] = (byte)i;
        }

        foreach ((char marked, char plain) in "ăaâađdêeôoơoưu".Chunk(2).Select(static pair => (pair[0], pair[1])))
        {
            bare[SyllableLetters.CodeOf(marked)] = SyllableLetters.CodeOf(plain);
        }

        return bare;
    }

    private static ulong BareKey(ulong key)
    {
        ulong bare = 0;
        for (int shift = 58; shift >= 3; shift -= 5)
        {
            byte letter = (byte)((key >> shift) & 31);
            bare = letter == 0 ? bare : (bare << 5) | Bare(letter);
        }

        return bare << 3;
    }

    private static float LogMissing(int count) => (float)Math.Log(Missing + ((1 - Missing) * FewPairs / (count + FewPairs)));

    private static SyllableModel Load()
    {
        Builder builder = new();
        builder.AddFollowers(DataTable.Load("compounds"), compound: true);
        builder.AddFollowers(DataTable.Load("syllable-pairs"), compound: false);
        foreach ((string table, string column) in NameColumns)
        {
            foreach (string phrase in DataTable.Load(table).Column(column))
            {
                // Figures stand before units and what is counted.
                builder.AddPhrase(phrase, table is "units" or "counted-nouns" ? Figure : Unknown);
            }
        }

        return new SyllableModel(builder);
    }

    private static ImmutableArray<(string Table, string Column)> NameColumns =>
    [
        ("places-communes", "name"), ("places-districts", "name"), ("places-provinces", "name"), ("places-historic", "name"),
        ("persons-known", "name"), ("orgs-known", "name"), ("counted-nouns", "noun"), ("event-triggers", "words"), ("person-titles", "title"),
        ("org-heads", "head"), ("paper-types", "form"), ("units", "unit"),
    ];

    private sealed class Builder
    {
        private readonly byte[] _room = new byte[SyllableCode.MostLetters];

        public Builder()
        {
            AddWord(ulong.MaxValue, "");
            AddWord(ulong.MaxValue - 1, "0");
        }

        public Dictionary<ulong, int> Numbers { get; } = [];

        public List<string> Surfaces { get; } = [];

        public List<ulong> Keys { get; } = [];

        public HashSet<int> Candidates { get; } = [];

        public List<(int First, int Second, bool Compound)> Pairs { get; } = [];

        public void AddFollowers(DataTable table, bool compound)
        {
            int syllable = table.IndexOf("syllable");
            int followers = table.IndexOf("followers");
            foreach (ImmutableArray<string> row in table.Rows)
            {
                int first = NumberOf(row[syllable], isSyllable: true);
                ReadOnlySpan<char> list = row[followers];
                foreach (Range word in list.Split(' '))
                {
                    Pairs.Add((first, NumberOf(list[word], isSyllable: true), compound));
                }
            }
        }

        public void AddPhrase(ReadOnlySpan<char> phrase, int before)
        {
            foreach (Range word in phrase.Split(' '))
            {
                int number = NumberOf(phrase[word], isSyllable: false);
                if (before != Unknown && number != Unknown)
                {
                    Pairs.Add((before, number, false));
                }

                before = number;
            }
        }

        private int NumberOf(ReadOnlySpan<char> word, bool isSyllable)
        {
            SyllableCode code = new(_room);
            if (!code.TryRead(word) || code.SecondTone != 0)
            {
                return word is "0" ? Figure : Unknown;
            }

            if (!Numbers.TryGetValue(code.Key, out int number))
            {
                number = AddWord(code.Key, word.ToString());
            }

            if (isSyllable)
            {
                Candidates.Add(number);
            }

            return number;
        }

        private int AddWord(ulong key, string surface)
        {
            Numbers.Add(key, Surfaces.Count);
            Surfaces.Add(surface);
            Keys.Add(key is ulong.MaxValue or (ulong.MaxValue - 1) ? 0 : key);
            return Surfaces.Count - 1;
        }
    }
}

using System.Runtime.CompilerServices;
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

    private readonly KeyTable _numbers;
    private readonly KeyTable _compounds;

    // The first syllable with some bare letters, and the next with the same ones, by their numbers.
    private readonly KeyTable _firstByBareLetters = new();
    private readonly ushort[] _nextByBareLetters;
    private readonly string[] _surfaces;
    private readonly ulong[] _keys;
    private readonly byte[] _markPlaces;

    // A row of bits for each syllable: which may follow it; and the same turned round, so that a row answers either question from the nearest cache.
    private readonly int _words;
    private readonly uint[] _followers;
    private readonly uint[] _leaders;
    private readonly float[] _logFollowers;
    private readonly float[] _logLeaders;
    private readonly float[] _logMissingAfter;
    private readonly float[] _logMissingBefore;
    private readonly float[] _logFrequency;
    private readonly float _logTotal;

    private SyllableModel(Builder builder)
    {
        int size = builder.Surfaces.Count;
        _numbers = builder.Numbers;
        _compounds = builder.Compounds;
        _surfaces = [.. builder.Surfaces];
        _keys = [.. builder.Keys];
        _words = (size + 31) / 32;
        _followers = new uint[size * _words];
        _leaders = new uint[size * _words];
        int[] followers = new int[size];
        int[] leaders = new int[size];
        int total = SetPairs(builder.Pairs, followers, leaders);
        _logTotal = (float)Math.Log(Math.Max(1, total));
        _logFollowers = new float[size];
        _logLeaders = new float[size];
        _logMissingAfter = new float[size];
        _logMissingBefore = new float[size];
        _logFrequency = new float[size];
        _markPlaces = new byte[size];
        _nextByBareLetters = new ushort[size];

        // From the last on, so that each chain goes up.
        for (int number = size - 1; number >= 0; number--)
        {
            _logFollowers[number] = (float)Math.Log(Math.Max(1, followers[number]));
            _logLeaders[number] = (float)Math.Log(Math.Max(1, leaders[number]));
            _logMissingAfter[number] = LogMissing(followers[number]);
            _logMissingBefore[number] = LogMissing(leaders[number]);
            _logFrequency[number] = (float)Math.Log((followers[number] + leaders[number] + 0.02) / (2.0 * total));
            _markPlaces[number] = MarkPlaces(_keys[number]);
            if (builder.Candidates[number] && followers[number] + leaders[number] >= 3)
            {
                ulong bare = BareKey(_keys[number]);
                _nextByBareLetters[number] = (ushort)_firstByBareLetters[bare];
                _firstByBareLetters.Set(bare, number);
            }
        }
    }

    /// <summary>The model of the engine's own tables.</summary>
    public static SyllableModel Own { get; } = Load();

    /// <summary>The number of a word, or <see cref="Unknown"/>.</summary>
    public int NumberOf(ulong key) => _numbers[key];

    /// <summary>How many numbers there are.</summary>
    public int Size => _surfaces.Length;

    /// <summary>Whether the tone mark of a syllable stands where no style sets it.</summary>
    /// <param name="number">The syllable; of <see cref="Unknown"/> nothing is known.</param>
    /// <param name="place">Which letter bears the mark, from 0.</param>
    public bool IsMisplaced(int number, int place) => ((_markPlaces[number] >> Math.Min(place, SyllableGrammar.LongestSyllable)) & 1) == 0;

    /// <summary>A syllable as it is written, in lower case.</summary>
    public string this[int number] => _surfaces[number];

    /// <summary>The letters of a syllable and its tone: see <see cref="SyllableCode.KeyOf"/>.</summary>
    public ulong KeyOf(int number) => _keys[number];

    /// <summary>How frequent a syllable is: the natural logarithm of its share of all pairs.</summary>
    public double LogFrequency(int number) => _logFrequency[number];

    /// <summary>Whether two syllables are known to follow each other.</summary>
    public bool IsPair(int first, int second) => Has(FollowersOf(first), second);

    /// <summary>A bit for each syllable that follows one: see <see cref="Has"/>.</summary>
    public ReadOnlySpan<uint> FollowersOf(int first) => _followers.AsSpan(first * _words, _words);

    /// <summary>A bit for each syllable that stands before one: see <see cref="Has"/>.</summary>
    public ReadOnlySpan<uint> LeadersOf(int second) => _leaders.AsSpan(second * _words, _words);

    /// <summary>Whether a syllable is in a set of them.</summary>
    public static bool Has(ReadOnlySpan<uint> set, int number) => (set[number >> 5] & (1u << (number & 31))) != 0;

    /// <summary>Whether two syllables make one word.</summary>
    public bool IsCompound(int first, int second) => _compounds[PairKey(first, second)] != 0;

    /// <summary>The first syllable that has these letters when marks are left out (see <see cref="Bare"/>), or <see cref="Unknown"/>.</summary>
    public int FirstWithBareLetters(ReadOnlySpan<byte> bare) => _firstByBareLetters[SyllableCode.KeyOf(bare, 0)];

    /// <summary>The next syllable that has the same letters as one when marks are left out, or <see cref="Unknown"/>.</summary>
    public int NextWithBareLetters(int number) => _nextByBareLetters[number];

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

    private static byte MarkPlaces(ulong key)
    {
        Span<byte> letters = stackalloc byte[SyllableCode.MostLetters];
        int length = 0;
        for (int shift = 3 + (5 * (letters.Length - 1)); shift >= 3; shift -= 5)
        {
            byte letter = (byte)((key >> shift) & 31);
            if (letter != 0)
            {
                letters[length++] = letter;
            }
        }

        // Of what is no syllable no rule says where its mark stands.
        int places = SyllableGrammar.MarkPlaces(letters[..length], (Tone)(key & 7));
        return places == 0 ? byte.MaxValue : (byte)places;
    }

    // Above 0, as keys are.
    private static ulong PairKey(int first, int second) => (((ulong)first << 16) | (uint)second) + 1;

    // Compiled well at once, as what reads the tables below: it runs once, over hundreds of thousands of pairs, at each start.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int SetPairs(List<(ushort First, ushort Second)> pairs, int[] followers, int[] leaders)
    {
        int total = 0;
        foreach ((ushort first, ushort second) in pairs)
        {
            ref uint word = ref _followers[(first * _words) + (second >> 5)];
            uint bit = 1u << (second & 31);
            if ((word & bit) == 0)
            {
                word |= bit;
                _leaders[(second * _words) + (first >> 5)] |= 1u << (first & 31);
                followers[first]++;
                leaders[second]++;
                total++;
            }
        }

        return total;
    }

    private static SyllableModel Load()
    {
        Builder builder = new();
        builder.AddFollowers("compounds", compound: true);
        builder.AddFollowers("syllable-pairs", compound: false);
        foreach ((string table, string column) in NameColumns)
        {
            // Figures stand before units; before what is counted, too, but that is nearly every noun and tells nothing.
            builder.AddPhrases(table, column, table is "units" ? Figure : Unknown);
        }

        return new SyllableModel(builder);
    }

    private static ReadOnlySpan<(string Table, string Column)> NameColumns => new (string, string)[]
    {
        ("places-communes", "name"), ("places-districts", "name"), ("places-provinces", "name"), ("places-historic", "name"),
        ("persons-known", "name"), ("orgs-known", "name"), ("counted-nouns", "noun"), ("event-triggers", "words"), ("person-titles", "title"),
        ("org-heads", "head"), ("paper-types", "form"), ("units", "unit"),
    };

    private sealed class Builder
    {
        public Builder()
        {
            Add("", 0);
            Add("0", 0);
        }

        public KeyTable Numbers { get; } = new();

        public KeyTable Compounds { get; } = new();

        public List<string> Surfaces { get; } = [];

        public List<ulong> Keys { get; } = [];

        /// <summary>Whether a number is a syllable of the language, which a damaged word may have been, or stands in names only.</summary>
        public List<bool> Candidates { get; } = [];

        public List<(ushort First, ushort Second)> Pairs { get; } = [];

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void AddFollowers(string table, bool compound)
        {
            DataRows rows = DataRows.Of(table);
            int syllable = rows.IndexOf("syllable");
            int followers = rows.IndexOf("followers");
            while (rows.MoveNext())
            {
                int first = NumberOf(rows[syllable], isSyllable: true);
                WordsOf words = new(rows[followers]);
                while (words.MoveNext())
                {
                    int second = NumberOf(words.Current, isSyllable: true);
                    Pairs.Add(((ushort)first, (ushort)second));
                    if (compound)
                    {
                        Compounds.Set(PairKey(first, second), 1);
                    }
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void AddPhrases(string table, string column, int head)
        {
            DataRows rows = DataRows.Of(table);
            int phrase = rows.IndexOf(column);
            while (rows.MoveNext())
            {
                int before = head;
                WordsOf words = new(rows[phrase]);
                while (words.MoveNext())
                {
                    int number = NumberOf(words.Current, isSyllable: false);
                    if (before != Unknown && number != Unknown)
                    {
                        Pairs.Add(((ushort)before, (ushort)number));
                    }

                    before = number;
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private int NumberOf(ReadOnlySpan<char> word, bool isSyllable)
        {
            SyllableKey key = default;
            foreach (char c in word)
            {
                key.Add(SyllableLetters.CodeOf(c));
            }

            if (!key.IsSyllable)
            {
                return word is "0" ? Figure : Unknown;
            }

            int number = Numbers[key.Value];
            if (number == Unknown)
            {
                number = Add(word.ToString(), key.Value);
                Numbers.Set(key.Value, number);
            }

            Candidates[number] |= isSyllable;
            return number;
        }

        private int Add(string surface, ulong key)
        {
            Surfaces.Add(surface);
            Keys.Add(key);
            Candidates.Add(false);
            return Surfaces.Count - 1;
        }
    }

    // The words between single spaces.
    private ref struct WordsOf(ReadOnlySpan<char> phrase)
    {
        private ReadOnlySpan<char> _rest = phrase;
        private bool _isDone;

        public ReadOnlySpan<char> Current { get; private set; }

        public bool MoveNext()
        {
            if (_isDone)
            {
                return false;
            }

            int end = _rest.IndexOf(' ');
            _isDone = end < 0;
            Current = _isDone ? _rest : _rest[..end];
            _rest = _isDone ? [] : _rest[(end + 1)..];
            return true;
        }
    }
}

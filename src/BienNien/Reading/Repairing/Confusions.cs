using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using BienNien.Knowledge;
using BienNien.Text.Syllables;

namespace BienNien.Reading.Repairing;

/// <summary>Which syllables look like a word, and how unlike it they are (<c>data/ocr-confusions.tsv</c>).</summary>
internal sealed class Confusions
{
    private const double MostCost = 9.0;

    private readonly SyllableModel _model;
    private readonly LetterPair[][] _byFirst;

    // What looks like each known syllable, by its number, once it was asked for: two threads may find the same, and either's is good.
    private readonly (int Syllable, double Cost)[]?[] _ofKnown;
    private readonly double _toneChanged;
    private readonly double _toneLost;
    private readonly double _toneAdded;
    private readonly double _oneOfTwo;
    private readonly double _misplaced;
    private readonly double _quality;

    /// <summary>The confusions of the engine's own table.</summary>
    public Confusions(SyllableModel model)
    {
        _model = model;
        DataTable table = DataTable.Load("ocr-confusions");
        int kind = table.IndexOf("kind");
        int read = table.IndexOf("read");
        int printed = table.IndexOf("printed");
        int cost = table.IndexOf("cost");
        _toneChanged = Cost("tone", "any", "any");
        _toneLost = Cost("tone", "none", "any");
        _toneAdded = Cost("tone", "any", "none");
        _oneOfTwo = Cost("tone", "two", "any");
        _misplaced = Cost("tone", "place", "place");
        _quality = Cost("quality", "any", "any");
        _ofKnown = new (int, double)[model.Size][];
        List<LetterPair>[] pairs = new List<LetterPair>[SyllableLetters.Count];
        for (int letter = 0; letter < pairs.Length; letter++)
        {
            pairs[letter] = [];
        }

        foreach (ImmutableArray<string> row in table.Rows)
        {
            if (row[kind] == "letters")
            {
                LetterPair pair = new(Codes(row[read]), Codes(row[printed]), Parse(row[cost]));
                pairs[pair.Read[0]].Add(pair);
            }
        }

        _byFirst = Array.ConvertAll(pairs, static list => list.ToArray());

        double Cost(string ofKind, string from, string to) =>
            Parse(table.Rows.Single(row => row[kind] == ofKind && row[read] == from && row[printed] == to)[cost]);

        static double Parse(string number) => double.Parse(number, CultureInfo.InvariantCulture);
        static byte[] Codes(string letters) => Array.ConvertAll(letters.ToCharArray(), SyllableLetters.CodeOf);
    }

    /// <summary>The known syllables that look like a known one whose tone mark stands well, with their costs, in no order; none stands twice.</summary>
    /// <param name="number">The syllable.</param>
    /// <param name="word">Its letters.</param>
    /// <param name="room">For what is found.</param>
    public ReadOnlySpan<(int Syllable, double Cost)> Of(int number, scoped SyllableCode word, List<(int Syllable, double Cost)> room)
    {
        (int Syllable, double Cost)[]? known = Volatile.Read(ref _ofKnown[number]);
        if (known is not null)
        {
            return known;
        }

        Find(word, false, room);

        List<(int Syllable, double Cost)> kept = [];
        for (int i = 0; i < room.Count; i++)
        {
            if (!IsDearer(room, i))
            {
                kept.Add(room[i]);
            }
        }

        known = [.. kept];
        Volatile.Write(ref _ofKnown[number], known);
        return known;
    }

    /// <summary>The known syllables that look like a word, with their costs, in no order; a syllable may stand twice.</summary>
    /// <param name="word">What is printed.</param>
    /// <param name="isMisplaced">Whether its tone mark stands where no style sets it.</param>
    /// <param name="found">For what is found.</param>
    public ReadOnlySpan<(int Syllable, double Cost)> Find(scoped SyllableCode word, bool isMisplaced, List<(int Syllable, double Cost)> found)
    {
        found.Clear();
        ReadOnlySpan<byte> letters = word.Letters;
        Span<byte> bare = stackalloc byte[SyllableCode.MostLetters + 1];
        for (int i = 0; i < letters.Length; i++)
        {
            bare[i] = SyllableModel.Bare(letters[i]);
        }

        bare = bare[..letters.Length];
        for (int candidate = _model.FirstWithBareLetters(bare); candidate != SyllableModel.Unknown; candidate = _model.NextWithBareLetters(candidate))
        {
            double cost = MarksCost(word, candidate, letters.Length, 0, 0);
            if (cost > 0 || isMisplaced)
            {
                Add(candidate, cost == 0 ? _misplaced : cost);
            }
        }

        Span<byte> changed = stackalloc byte[SyllableCode.MostLetters + 1];
        for (int at = 0; at < bare.Length; at++)
        {
            foreach (LetterPair pair in _byFirst[bare[at]])
            {
                int length = bare.Length - pair.Read.Length + pair.Printed.Length;
                if (!bare[at..].StartsWith(pair.Read) || length > changed.Length)
                {
                    continue;
                }

                bare[..at].CopyTo(changed);
                pair.Printed.CopyTo(changed[at..]);
                bare[(at + pair.Read.Length)..].CopyTo(changed[(at + pair.Printed.Length)..]);
                for (int candidate = _model.FirstWithBareLetters(changed[..length]); candidate != SyllableModel.Unknown; candidate = _model.NextWithBareLetters(candidate))
                {
                    Add(candidate, pair.Cost + MarksCost(word, candidate, at, pair.Read.Length, pair.Printed.Length));
                }
            }
        }

        return CollectionsMarshal.AsSpan(found);

        void Add(int syllable, double cost)
        {
            if (cost <= MostCost)
            {
                found.Add((syllable, cost));
            }
        }
    }

    // Of a syllable found twice the cheaper way counts, the first of two that cost the same.
    private static bool IsDearer(List<(int Syllable, double Cost)> found, int at)
    {
        for (int i = 0; i < found.Count; i++)
        {
            if (found[i].Syllable == found[at].Syllable && (found[i].Cost < found[at].Cost || (found[i].Cost == found[at].Cost && i < at)))
            {
                return true;
            }
        }

        return false;
    }

    // What the marks cost when the letters [at, at + read) of the word stand for the letters [at, at + printed) of the candidate: the marks of these are free.
    private double MarksCost(scoped SyllableCode word, int candidate, int at, int read, int printed)
    {
        ulong key = _model.KeyOf(candidate);
        int tone = (int)(key & 7);
        double cost = word.SecondTone != 0 ? (tone == word.Tone || tone == word.SecondTone ? _oneOfTwo : _toneChanged)
            : tone == word.Tone ? 0
            : word.Tone == 0 ? _toneLost
            : tone == 0 ? _toneAdded
            : _toneChanged;
        ReadOnlySpan<byte> letters = word.Letters;
        int length = letters.Length - read + printed;
        for (int i = 0; i < letters.Length; i++)
        {
            if (i >= at && i < at + read)
            {
                continue;
            }

            int other = i < at ? i : i - read + printed;
            byte letter = (byte)((key >> (3 + (5 * (length - 1 - other)))) & 31);
            cost += letter == letters[i] ? 0 : _quality;
        }

        return cost;
    }

    private sealed record LetterPair(byte[] Read, byte[] Printed, double Cost);
}

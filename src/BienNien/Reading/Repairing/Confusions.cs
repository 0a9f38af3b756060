using System.Collections.Immutable;
using System.Globalization;
using BienNien.Knowledge;
using BienNien.Text.Syllables;

namespace BienNien.Reading.Repairing;

/// <summary>Which syllables look like a word, and how unlike it they are (<c>data/ocr-confusions.tsv</c>).</summary>
internal sealed class Confusions
{
    private const double MostCost = 9.0;

    private readonly SyllableModel _model;
    private readonly ImmutableArray<LetterPair>[] _byFirst;
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
        ILookup<byte, LetterPair> pairs = table.Rows.Where(row => row[kind] == "letters")
            .Select(row => new LetterPair(Codes(row[read]), Codes(row[printed]), Parse(row[cost])))
            .ToLookup(static pair => pair.Read[0]);
        _byFirst = [.. Enumerable.Range(0, SyllableLetters.Count).Select(letter => pairs[(byte)letter].ToImmutableArray())];

        double Cost(string ofKind, string from, string to) =>
            Parse(table.Rows.Single(row => row[kind] == ofKind && row[read] == from && row[printed] == to)[cost]);

        static double Parse(string number) => double.Parse(number, CultureInfo.InvariantCulture);
        static ImmutableArray<byte> Codes(string letters) => [.. letters.Select(SyllableLetters.CodeOf)];
    }

    /// <summary>Adds the known syllables that look like a word.</summary>
    /// <param name="word">What is printed.</param>
    /// <param name="isMisplaced">Whether its tone mark stands where no style sets it.</param>
    /// <param name="found">Gets the syllables with their costs, in no order; a syllable may stand in it twice.</param>
    public void Find(scoped SyllableCode word, bool isMisplaced, List<(int Syllable, double Cost)> found)
    {
        found.Clear();
        ReadOnlySpan<byte> letters = word.Letters;
        Span<byte> bare = stackalloc byte[SyllableCode.MostLetters + 1];
        for (int i = 0; i < letters.Length; i++)
        {
            bare[i] = SyllableModel.Bare(letters[i]);
        }

        bare = bare[..letters.Length];
        foreach (int candidate in _model.WithBareLetters(bare))
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
                if (!bare[at..].StartsWith(pair.Read.AsSpan()) || length > changed.Length)
                {
                    continue;
                }

                bare[..at].CopyTo(changed);
                pair.Printed.AsSpan().CopyTo(changed[at..]);
                bare[(at + pair.Read.Length)..].CopyTo(changed[(at + pair.Printed.Length)..]);
                foreach (int candidate in _model.WithBareLetters(changed[..length]))
                {
                    Add(candidate, pair.Cost + MarksCost(word, candidate, at, pair.Read.Length, pair.Printed.Length));
                }
            }
        }

        void Add(int syllable, double cost)
        {
            if (cost <= MostCost)
            {
                found.Add((syllable, cost));
            }
        }
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

    private sealed record LetterPair(ImmutableArray<byte> Read, ImmutableArray<byte> Printed, double Cost);
}

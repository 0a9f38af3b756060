using System.Collections.Immutable;
using BienNien.Knowledge;

namespace BienNien.Text.Syllables;

/// <summary>Which written syllables Vietnamese can have: onsets, rimes and tones (<c>data/syllable-onsets.tsv</c>, <c>data/syllable-rimes.tsv</c>).</summary>
/// <remarks>
/// It says what the spelling allows, not what is a word: <c>ghuyên</c> is impossible, <c>nghuếch</c> too, <c>ngoẵm</c> is not. Foreign words and names in the
/// spelling of minority languages (<c>Đắk</c>, <c>Kạn</c>) are not possible, so callers count shares or ask a list of names first.
/// </remarks>
public static class SyllableGrammar
{
    private const string AnyOnset = "*";
    private const string NoOnset = "-";

    private static readonly LetterTrie _onsetTree = new();
    private static readonly LetterTrie _rimeTree = new();
    private static readonly ImmutableArray<string> _onsets;
    private static readonly ImmutableArray<Rime> _rimes;
    private static readonly int _gi;

    static SyllableGrammar()
    {
        // The empty onset comes first, so that it is number 0.
        (string Onset, string Before)[] onsets = [("", "any"), .. Cells("syllable-onsets", static (table, row) => (row[table.IndexOf("onset")], row[table.IndexOf("before")]))];
        _onsets = [.. onsets.Select(static one => one.Onset)];
        for (int i = 1; i < _onsets.Length; i++)
        {
            _onsetTree.Add(_onsets[i], i);
        }

        _gi = _onsets.IndexOf("gi");
        _rimes =
        [
            .. Cells("syllable-rimes", (table, row) =>
            {
                string letters = row[table.IndexOf("rime")];
                return new Rime(
                    letters,
                    IsStopped: row[table.IndexOf("tones")] == "stop",
                    Mark: row[table.IndexOf("mark")][0] - '1',
                    OldMark: row[table.IndexOf("old_mark")][0] - '1',
                    Onsets: OnsetsBefore(letters, row[table.IndexOf("onsets")], onsets));
            }),
        ];
        for (int i = 0; i < _rimes.Length; i++)
        {
            _rimeTree.Add(_rimes[i].Letters, i);
        }
    }

    /// <summary>The longest syllable (<c>nghiêng</c>), in UTF-16 code units.</summary>
    public const int LongestSyllable = 7;

    /// <summary>Whether a word is a syllable that Vietnamese spelling allows, its tone mark where the newer or the older style sets it. Allocates nothing.</summary>
    /// <param name="word">NFC, in any case; nothing but the letters.</param>
    public static bool IsPossible(ReadOnlySpan<char> word) => TryTakeApart(word, out _, out _, out _, out ToneMark mark) && mark != ToneMark.Misplaced;

    /// <summary>Takes a syllable apart. Allocates nothing.</summary>
    /// <param name="word">NFC, in any case; nothing but the letters.</param>
    /// <param name="syllable">Its parts, also where only the place of the tone mark is wrong.</param>
    /// <returns>Whether onset, rime and tone are possible together.</returns>
    public static bool TryTakeApart(ReadOnlySpan<char> word, out Syllable syllable)
    {
        bool possible = TryTakeApart(word, out int onset, out int rime, out Tone tone, out ToneMark mark);
        syllable = possible ? new Syllable(_onsets[onset], _rimes[rime].Letters, tone, mark) : default;
        return possible;
    }

    /// <summary>Where the tone mark of a syllable may stand, in the newer or the older style.</summary>
    /// <param name="letters">Its letters without tones (<see cref="SyllableLetters"/>).</param>
    /// <param name="tone">Its tone.</param>
    /// <returns>A bit for each place, the first letter's the lowest; 0 when onset, rime and tone are not possible together.</returns>
    internal static int MarkPlaces(ReadOnlySpan<byte> letters, Tone tone) =>
        letters.Length is > 0 and <= LongestSyllable && TryTakeApart(letters, tone, out _, out int rime, out int start)
            ? (1 << (start + _rimes[rime].Mark)) | (1 << (start + _rimes[rime].OldMark))
            : 0;

    private static bool TryTakeApart(ReadOnlySpan<char> word, out int onset, out int rime, out Tone tone, out ToneMark mark)
    {
        (onset, rime, tone, mark) = (0, -1, Tone.Level, ToneMark.None);
        if (word.Length is 0 or > LongestSyllable)
        {
            return false;
        }

        Span<byte> letters = stackalloc byte[LongestSyllable];
        int marked = -1;
        for (int i = 0; i < word.Length; i++)
        {
            int code = SyllableLetters.CodeOf(word[i]);
            int letterTone = code >> SyllableLetters.ToneShift;
            if (code == 0 || (letterTone != 0 && marked >= 0))
            {
                return false;
            }

            letters[i] = (byte)(code & SyllableLetters.LetterMask);
            if (letterTone != 0)
            {
                (marked, tone) = (i, (Tone)letterTone);
            }
        }

        if (!TryTakeApart(letters[..word.Length], tone, out onset, out rime, out int start))
        {
            return false;
        }

        Rime read = _rimes[rime];
        mark = marked < 0 ? ToneMark.None
            : marked == start + read.Mark ? read.Mark == read.OldMark ? ToneMark.Regular : ToneMark.NewStyle
            : marked == start + read.OldMark ? ToneMark.OldStyle
            : ToneMark.Misplaced;
        return true;
    }

    private static bool TryTakeApart(ReadOnlySpan<byte> letters, Tone tone, out int onset, out int rime, out int start)
    {
        start = ReadOnset(letters, out onset);
        rime = ReadRime(letters[start..]);
        if (onset == _gi && (rime < 0 || ((_rimes[rime].Onsets >> onset) & 1) == 0))
        {
            // gì, giếng, giễu: the i of onset and rime is written once.
            start--;
            rime = ReadRime(letters[start..]);
        }

        if (rime < 0)
        {
            return false;
        }

        return ((_rimes[rime].Onsets >> onset) & 1) != 0 && (!_rimes[rime].IsStopped || tone is Tone.Rising or Tone.Heavy);
    }

    private static int ReadOnset(ReadOnlySpan<byte> letters, out int onset)
    {
        (onset, int end, int node) = (0, 0, LetterTrie.Root);
        for (int i = 0; i < letters.Length; i++)
        {
            node = _onsetTree.After(node, letters[i]);
            if (node == 0)
            {
                break;
            }

            if (_onsetTree.WordAt(node) is >= 0 and int word)
            {
                (onset, end) = (word, i + 1);
            }
        }

        return end;
    }

    private static int ReadRime(ReadOnlySpan<byte> letters)
    {
        int node = LetterTrie.Root;
        foreach (byte letter in letters)
        {
            node = _rimeTree.After(node, letter);
            if (node == 0)
            {
                return -1;
            }
        }

        return _rimeTree.WordAt(node);
    }

    private static uint OnsetsBefore(string rime, string allowed, (string Onset, string Before)[] onsets)
    {
        uint set = 0;
        foreach (string word in allowed.Split(' '))
        {
            bool taken = word[0] == '!';
            string name = taken ? word[1..] : word;
            for (int i = 0; i < onsets.Length; i++)
            {
                (string onset, string before) = onsets[i];
                bool meant = name == AnyOnset ? onset != "qu" : onset == (name == NoOnset ? "" : name);
                bool spelled = before == "any" || (before == "front") == SyllableLetters.IsFront(rime[0]);
                if (meant && (spelled || taken))
                {
                    set = taken ? set & ~(1u << i) : set | (1u << i);
                }
            }
        }

        return set;
    }

    private static IEnumerable<T> Cells<T>(string name, Func<DataTable, ImmutableArray<string>, T> read)
    {
        DataTable table = DataTable.Load(name);
        return table.Rows.Select(row => read(table, row));
    }

    /// <summary>A row of the table of rimes.</summary>
    /// <param name="Letters">Lower case, no tone.</param>
    /// <param name="IsStopped">Whether only sắc and nặng go with it.</param>
    /// <param name="Mark">The letter that bears the mark, from 0.</param>
    /// <param name="OldMark">The letter that bears it in the older style.</param>
    /// <param name="Onsets">A bit for each onset that may stand before it.</param>
    private readonly record struct Rime(string Letters, bool IsStopped, int Mark, int OldMark, uint Onsets);
}

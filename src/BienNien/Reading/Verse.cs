using System.Buffers;
using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Reading;

/// <summary>Tells verse and song from prose by the shape of its lines.</summary>
/// <remarks>
/// Each line begins with a capital and is short. Lục bát has six and eight syllables in turn, and the sixth of both rhyme; other poems have lines of one length;
/// a song has lines of many, and is taken only where the text before it announces words.
/// </remarks>
internal static class Verse
{
    /// <summary>A line of verse is never longer, in UTF-16 code units.</summary>
    public const int LongestLine = 70;

    private const int MostSyllables = 11;
    private static readonly SearchValues<char> _noSyllable = SearchValues.Create("-–—…./*_“”\",;");
    private static readonly SearchValues<char> _vowels = SearchValues.Create("aăâeêioôơuưy");

    /// <summary>Whether a line may be one of verse, by itself.</summary>
    public static bool MayBeLine(ReadOnlySpan<char> line)
    {
        if (line.Length is 0 or > LongestLine || line[^1] == ':')
        {
            return false;
        }

        ReadOnlySpan<char> words = line.TrimStart("“\"«‘*_ ");
        return words.Length > 0 && char.IsUpper(words[0]) && Syllables(line) is >= 2 and <= MostSyllables && HasSmallWords(words);
    }

    /// <summary>Whether lines, each of which may be one of verse, are verse together.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lines">The lines, without blank ones between.</param>
    /// <param name="announced">Whether the text before ends with a colon.</param>
    public static bool IsVerse(string text, IReadOnlyList<TextSpan> lines, bool announced)
    {
        if (lines.Count < 2)
        {
            return false;
        }

        ImmutableArray<int> counts = [.. lines.Select(line => Syllables(text.AsSpan(line.Start, line.Length)))];
        if (IsSixEight(counts) && (lines.Count > 3 || Rhymes(text, lines, counts)))
        {
            return true;
        }

        bool quoted = text[lines[0].Start] is '“' or '"' or '«';
        bool even = counts[0] is >= 4 and <= 8 && counts.All(count => count == counts[0]);
        return even ? lines.Count >= (announced || quoted ? 3 : 4)
            : lines.Count >= 4 && (announced || quoted) && counts.Max() <= 9;
    }

    private static bool IsSixEight(ImmutableArray<int> counts)
    {
        for (int i = 0; i < counts.Length; i++)
        {
            if (counts[i] != (i % 2 == 0 ? counts[0] : 14 - counts[0]))
            {
                return false;
            }
        }

        return counts[0] is 6 or 8;
    }

    // The sixth syllable of the line of six rhymes with the sixth of the line of eight.
    private static bool Rhymes(string text, IReadOnlyList<TextSpan> lines, ImmutableArray<int> counts)
    {
        int six = counts[0] == 6 ? 0 : 1;
        return six + 1 >= lines.Count
            || Rime(Syllable(text.AsSpan(lines[six].Start, lines[six].Length), 6)).SequenceEqual(Rime(Syllable(text.AsSpan(lines[six + 1].Start, lines[six + 1].Length), 6)));
    }

    private static int Syllables(ReadOnlySpan<char> line)
    {
        int count = 0;
        foreach (Range range in line.SplitAny(' ', '\t'))
        {
            count += line[range].IndexOfAnyExcept(_noSyllable) >= 0 ? 1 : 0;
        }

        return count;
    }

    // A list of names has no word in small letters.
    private static bool HasSmallWords(ReadOnlySpan<char> line)
    {
        int small = 0;
        int all = 0;
        foreach (Range range in line.SplitAny(' ', '\t'))
        {
            ReadOnlySpan<char> word = line[range];
            if (word.Length > 0)
            {
                all++;
                small += char.IsLower(word[0]) ? 1 : 0;
                if (char.IsAsciiDigit(word[0]))
                {
                    return false;
                }
            }
        }

        return small * 2 >= all;
    }

    private static ReadOnlySpan<char> Syllable(ReadOnlySpan<char> line, int number)
    {
        foreach (Range range in line.SplitAny(' ', '\t'))
        {
            ReadOnlySpan<char> word = line[range].Trim("-–—…./*_“”\",;");
            if (word.Length > 0 && --number == 0)
            {
                return word;
            }
        }

        return default;
    }

    // Vowels and ending without the tone: “cây” and “đầy” rhyme.
    private static string Rime(ReadOnlySpan<char> syllable)
    {
        Span<char> room = stackalloc char[2 * Letters.LongestWord];
        if (syllable.Length > Letters.LongestWord)
        {
            return "";
        }

        ReadOnlySpan<char> letters = Letters.WriteForm(syllable, room)[..syllable.Length];
        int vowel = letters.IndexOfAny(_vowels);
        if (vowel < 0)
        {
            return "";
        }

        // The i of “gi” and the u of “qu” belong to the onset.
        if (vowel == 1 && vowel + 1 < letters.Length && ((letters[0] == 'g' && letters[1] == 'i') || (letters[0] == 'q' && letters[1] == 'u'))
            && letters[vowel + 1] is 'a' or 'ă' or 'â' or 'e' or 'ê' or 'o' or 'ô' or 'ơ' or 'u' or 'ư' or 'i' or 'y')
        {
            vowel++;
        }

        return letters[vowel..].ToString();
    }
}

using System.Globalization;
using System.Text;

namespace BienNien.Text;

/// <summary>The letters of Vietnamese, taken apart: base letter with its quality (<c>ơ</c>), and tone.</summary>
/// <remarks>
/// Two spellings of one syllable differ in where the tone mark stands (<c>hoà</c>, <c>hòa</c>; the style of Quyết định 240/QĐ, 1984, and the older one).
/// With the tones taken out and put last both give one form.
/// </remarks>
public static class Letters
{
    private const int TableSize = 0x1F00;
    private static readonly char[] _base = new char[TableSize];
    private static readonly char[] _tone = new char[TableSize];
    private static readonly char[] _folded = new char[TableSize];

    static Letters()
    {
        for (int code = 0; code < TableSize; code++)
        {
            char letter = char.ToLowerInvariant((char)code);
            char tone = '\0';
            string decomposed = char.IsSurrogate(letter) ? letter.ToString() : letter.ToString().Normalize(NormalizationForm.FormD);
            StringBuilder rest = new(decomposed.Length);
            foreach (char part in decomposed)
            {
                int index = Tones.IndexOf(part, StringComparison.Ordinal);
                if (index >= 0)
                {
                    tone = (char)(index + 1);
                }
                else
                {
                    rest.Append(part);
                }
            }

            string quality = rest.ToString().Normalize(NormalizationForm.FormC);
            _base[code] = quality.Length == 1 ? quality[0] : letter;
            _tone[code] = quality.Length == 1 ? tone : '\0';
            _folded[code] = letter == 'đ' ? 'd' : CharUnicodeInfo.GetUnicodeCategory(decomposed[0]) == UnicodeCategory.NonSpacingMark ? '\0' : decomposed[0];
        }
    }

    // Grave, acute, hook above, tilde, dot below: huyền, sắc, hỏi, ngã, nặng.
    private const string Tones = "\u0300\u0301\u0309\u0303\u0323";

    /// <summary>The longest word that is compared, in UTF-16 code units; a longer one is in no vocabulary.</summary>
    public const int LongestWord = 48;

    /// <summary>Writes the form by which words are compared: lower case, letters first, then the tones in their order.</summary>
    /// <param name="word">A word in NFC.</param>
    /// <param name="room">At least twice the length of the word.</param>
    /// <returns>The part of <paramref name="room"/> that was written.</returns>
    public static ReadOnlySpan<char> WriteForm(ReadOnlySpan<char> word, Span<char> room)
    {
        Span<char> tones = room[word.Length..];
        int toneCount = 0;
        for (int i = 0; i < word.Length; i++)
        {
            char c = word[i];
            if (c < TableSize)
            {
                room[i] = _base[c];
                if (_tone[c] != 0)
                {
                    tones[toneCount++] = _tone[c];
                }
            }
            else
            {
                room[i] = char.ToLowerInvariant(c);
            }
        }

        return room[..(word.Length + toneCount)];
    }

    /// <summary>The form by which words are compared, as a string.</summary>
    public static string FormOf(string word)
    {
        Span<char> form = stackalloc char[2 * LongestWord];
        return word.Length > LongestWord ? word : new string(WriteForm(word, form));
    }

    /// <summary>A precomposed letter without its marks, in lower case, <c>đ</c> as <c>d</c>; <c>'\0'</c> for a mark that stands by itself.</summary>
    internal static char Fold(char c) => c < TableSize ? _folded[c] : char.ToLowerInvariant(c);

    /// <summary>Text as people type it in a search box: lower case, no marks, <c>đ</c> as <c>d</c>.</summary>
    /// <param name="text">NFC or NFD.</param>
    /// <returns>The folded text; as long as the NFC text, so that places in one are places in the other.</returns>
    public static string Fold(string text)
    {
        string composed = text.IsNormalized() ? text : text.Normalize();
        return string.Create(composed.Length, composed, static (folded, source) =>
        {
            for (int i = 0; i < source.Length; i++)
            {
                char f = Fold(source[i]);
                folded[i] = f == '\0' ? ' ' : f;
            }
        });
    }
}

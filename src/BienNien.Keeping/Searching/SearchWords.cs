using System.Buffers;
using System.Globalization;
using BienNien.Text;

namespace BienNien.Keeping.Searching;

/// <summary>The two forms under which words are indexed and asked for.</summary>
/// <remarks>SQLite's own folding leaves đ and misses decomposed letters, so both forms are made here and SQLite only splits words.</remarks>
internal static class SearchWords
{
    // Letters.WriteForm numbers the tones from U+0001; as digits they stay part of the word.
    private const int Tones = 5;

    /// <summary>Words with tones at their end: <c>hoà</c> and <c>hòa</c> both <c>hoa1</c>. Case does not matter, marks do.</summary>
    internal static string Exact(string text)
    {
        char[] room = ArrayPool<char>.Shared.Rent(2 * text.Length);
        Span<char> form = stackalloc char[2 * Letters.LongestWord];
        int length = 0;
        for (int at = 0; at < text.Length;)
        {
            int end = at;
            while (end < text.Length && IsWordChar(text[end]))
            {
                end++;
            }

            if (end == at)
            {
                room[length++] = ' ';
                at++;
                continue;
            }

            ReadOnlySpan<char> word = text.AsSpan(at, end - at);
            if (word.Length > Letters.LongestWord)
            {
                length += word.ToLowerInvariant(room.AsSpan(length));
            }
            else
            {
                foreach (char c in Letters.WriteForm(word, form))
                {
                    room[length++] = c is > '\0' and <= (char)Tones ? (char)('0' + c) : c;
                }
            }

            at = end;
        }

        string exact = new(room, 0, length);
        ArrayPool<char>.Shared.Return(room);
        return exact;
    }

    /// <summary>Whether SQLite's unicode61 takes a character into a word.</summary>
    internal static bool IsWordChar(char c) =>
        char.IsLetterOrDigit(c) || char.IsSurrogate(c)
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.PrivateUse
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>The words of a text, as places in it.</summary>
    internal static List<TextSpan> Split(string text)
    {
        List<TextSpan> words = [];
        for (int at = 0; at < text.Length; at++)
        {
            if (!IsWordChar(text[at]))
            {
                continue;
            }

            int end = at + 1;
            while (end < text.Length && IsWordChar(text[end]))
            {
                end++;
            }

            words.Add(TextSpan.Between(at, end));
            at = end;
        }

        return words;
    }
}

using System.Text;

namespace BienNien.SampleFormats.Texts;

/// <summary>Cuts text as typists did who had TCVN3: what that encoding cannot write in capitals is set in a font that shows small letters as capitals.</summary>
internal static class FontRuns
{
    /// <summary>Whether TCVN3 has no code for a letter.</summary>
    private static bool IsCapitalWithTone(char letter) =>
        char.IsUpper(letter) && letter.ToString().Normalize(NormalizationForm.FormD).AsSpan().IndexOfAny("\u0300\u0301\u0303\u0309\u0323") >= 0;

    /// <summary>The runs of a text.</summary>
    /// <returns>The words of each run as they read, and whether it is set in the font of capitals. Together they are the text.</returns>
    public static IEnumerable<(string Text, bool Capitals)> OfTcvn3(string text)
    {
        bool[] capitals = Mark(text);
        for (int start = 0; start < text.Length;)
        {
            int end = start + 1;
            while (end < text.Length && capitals[end] == capitals[start])
            {
                end++;
            }

            yield return (text[start..end], capitals[start]);
            start = end;
        }
    }

    // Whole words in capitals with a tone, the spaces between two of them, and the one capital with a tone that opens a word.
    private static bool[] Mark(string text)
    {
        bool[] capitals = new bool[text.Length];
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf(' ', start);
            end = end < 0 ? text.Length : end;
            string word = text[start..end];
            bool large = word.Count(char.IsLetter) > 1 && !word.Any(char.IsLower) && word.Any(IsCapitalWithTone);
            for (int i = start; i < end; i++)
            {
                capitals[i] = large || IsCapitalWithTone(text[i]);
            }

            if (large && start > 1 && capitals[start - 2])
            {
                capitals[start - 1] = true;
            }

            start = end + 1;
        }

        return capitals;
    }
}

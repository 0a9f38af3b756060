using BienNien.Text;

namespace BienNien.Finding.Quotes;

/// <summary>What the rules for quoted words share.</summary>
internal static class QuoteGrammar
{
    /// <summary>How many words of a quotation are marked, and the fewest that make one.</summary>
    public const int Words = 6;

    /// <summary>Whether quotation marks open here.</summary>
    public static bool Opens(Sentence sentence, int at)
    {
        Token mark = sentence[at];
        if (!mark.IsMark)
        {
            return false;
        }

        char c = sentence.Text[mark.Start];
        return c is '“' or '«' || (c == '"' && (at == 0 || mark.SpaceBefore || sentence.Surface(at - 1) is "(" or ":") && sentence[at + 1].IsWord && !sentence[at + 1].SpaceBefore);
    }

    /// <summary>One past the sixth word of a quotation; 0 when it closes before.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">Its opening mark.</param>
    public static int SixWordsAfter(Sentence sentence, int at)
    {
        int words = 0;
        for (int i = at + 1; i < sentence.Count; i++)
        {
            Token token = sentence[i];
            if (token.IsMark && sentence.Text[token.Start] is '”' or '"' or '»' or '“')
            {
                return 0;
            }

            if (token.IsWord || token.IsNumber)
            {
                words++;
                if (words == Words)
                {
                    return i + 1;
                }
            }
        }

        return 0;
    }
}

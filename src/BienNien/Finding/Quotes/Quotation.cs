using System.Runtime.InteropServices;
using BienNien.Text;

namespace BienNien.Finding.Quotes;

/// <summary>Words between quotation marks, or lines of verse; places are indices into the tokens of the document.</summary>
/// <param name="Open">The opening mark; for verse without marks the token before its first word.</param>
/// <param name="First">Its first word.</param>
/// <param name="SixthEnd">One past its sixth word.</param>
/// <param name="Close">The closing mark, or one past the last token when it is never closed.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Quotation(int Open, int First, int SixthEnd, int Close)
{
    /// <summary>How many words of a quotation are marked, and the fewest that make one.</summary>
    public const int Words = 6;

    private const int Farthest = 1500;
    private const int FarthestWord = 60;

    // Nobody quotes deeper; marks that only open are damage.
    private const int Deepest = 4;

    /// <summary>Reads the quotation that opens at a token.</summary>
    /// <param name="document">The document.</param>
    /// <param name="open">A token.</param>
    /// <param name="quotation">The quotation; one of fewer than six words has no <see cref="SixthEnd"/>.</param>
    /// <returns>Whether quotation marks open here.</returns>
    public static bool TryRead(TokenizedDocument document, int open, out Quotation quotation)
    {
        quotation = default;
        if (!Opens(document, open))
        {
            return false;
        }

        int close = CloseOf(document, open);
        int words = 0;
        int first = 0;
        int sixth = 0;
        // A heading or the next paragraph is no part of the words; verse stands in one block, by lines.
        int last = Math.Min(close, Math.Min(open + FarthestWord, BlockEnd(document, open)));
        for (int i = open + 1; i < last && sixth == 0; i++)
        {
            Token token = document.Tokens[i];
            if (token.IsWord || token.IsNumber)
            {
                first = words == 0 ? i : first;
                words++;
                sixth = words == Words ? i + 1 : 0;
            }
        }

        quotation = new Quotation(open, first, sixth, close);
        return true;
    }

    private static int BlockEnd(TokenizedDocument document, int open)
    {
        int sentence = document.SentenceOfToken(open);
        int block = document.Sentences[sentence].Block;
        int end = document.Sentences[sentence].End;
        while (sentence + 1 < document.Sentences.Length && document.Sentences[sentence + 1].Block == block && end - open < FarthestWord)
        {
            end = document.Sentences[++sentence].End;
        }

        return end;
    }

    private static bool Opens(TokenizedDocument document, int at)
    {
        Token mark = document.Tokens[at];
        if (!mark.IsMark || at + 1 >= document.Tokens.Length)
        {
            return false;
        }

        char c = document.Document.Text[mark.Start];
        // A straight or a wrongly turned mark opens where a space or another mark stands before it and none after it.
        return c is '“' or '«' or '„'
            || (c is '"' or '”' && !document.Tokens[at + 1].SpaceBefore && (at == 0 || mark.SpaceBefore || Before(document, at) is '(' or ':' or '-' or '–' or '*' or '>'));
    }

    private static char Before(TokenizedDocument document, int at) => document.Document.Text[document.Tokens[at].Start - 1];

    // Pairs may stand one in another; print mixes the forms of a pair.
    private static int CloseOf(TokenizedDocument document, int open)
    {
        int depth = 0;
        int end = Math.Min(document.Tokens.Length, open + Farthest);
        for (int i = open + 1; i < end; i++)
        {
            Token token = document.Tokens[i];
            if (!token.IsMark || token.Length != 1)
            {
                continue;
            }

            switch (document.Document.Text[token.Start])
            {
                case '“' or '«' or '„' when document.Document.Text[document.Tokens[open].Start] != '"':
                    if (++depth > Deepest)
                    {
                        return document.Tokens.Length;
                    }

                    break;
                case '”' or '»' or '"':
                    if (depth == 0)
                    {
                        return i;
                    }

                    depth--;
                    break;
            }
        }

        return document.Tokens.Length;
    }
}

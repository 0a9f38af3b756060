using System.Buffers;
using BienNien.Text;

namespace BienNien.Reconciling.Reuse;

/// <summary>Documents to their profiles.</summary>
public static class ReuseProfiler
{
    /// <summary>What is kept of a document: its words and numbers, without furniture, debris, comments, marks and numbers of notes.</summary>
    public static ReuseProfile Profile(TokenizedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        string text = document.Document.Text;
        ReadOnlySpan<Token> tokens = document.Tokens.AsSpan();
        ReuseWord[] words = new ReuseWord[tokens.Length];
        int count = 0;
        ReuseTraits traits = ReuseTraits.None;
        for (int i = 0; i < tokens.Length; i++)
        {
            Token token = tokens[i];
            traits |= (token.Traits & TokenTraits.SentenceStart) != 0 ? ReuseTraits.OpensSentence : ReuseTraits.None;
            if (token.IsMark)
            {
                traits |= ReuseTraits.AfterMark;
            }
            else if (token.IsWord || token.IsNumber)
            {
                ReadOnlySpan<char> surface = text.AsSpan(token.Start, token.Length);
                (uint folded, uint exact) = token.IsWord ? HashesOf(surface) : HashesOfNumber(surface, tokens, i, text, ref traits);
                words[count++] = new ReuseWord(folded, exact, token.Start, token.Length, traits);
                traits = ReuseTraits.None;
            }
        }

        return new ReuseProfile(words[..count]);
    }

    private static (uint Folded, uint Exact) HashesOf(ReadOnlySpan<char> word)
    {
        const int Room = 4 * Letters.LongestWord;
        char[]? rented = word.Length > Room / 4 ? ArrayPool<char>.Shared.Rent(4 * word.Length) : null;
        Span<char> room = rented ?? stackalloc char[Room];
        Span<char> letters = room[..word.Length];
        int count = 0;
        foreach (char c in word)
        {
            // Typewriters and word processors write the apostrophe of a foreign name each in its way.
            if (c is not ('\'' or '’'))
            {
                letters[count++] = c;
            }
        }

        letters = letters[..count];
        uint exact = StableHash.Of(Letters.WriteForm(letters, room[word.Length..]));
        int kept = 0;
        foreach (char c in letters)
        {
            char folded = Letters.Fold(c);
            if (folded != '\0')
            {
                letters[kept++] = folded;
            }
        }

        uint plain = StableHash.Of(letters[..kept]);
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return (plain, exact);
    }

    private static (uint Folded, uint Exact) HashesOfNumber(ReadOnlySpan<char> digits, ReadOnlySpan<Token> tokens, int at, string text, ref ReuseTraits traits)
    {
        if (at >= 2 && tokens[at - 2].IsNumber && tokens[at - 1] is { IsMark: true, Length: 1, SpaceBefore: false } && !tokens[at].SpaceBefore
            && text[tokens[at - 1].Start] is '/' or '.' or ',' or '-' or '–' or ':')
        {
            traits |= ReuseTraits.Glued;
        }

        // 01/4 and 1/4 are one day; 1,05 and 1,5 are two numbers.
        bool fraction = (traits & ReuseTraits.Glued) != 0 && text[tokens[at - 1].Start] is '.' or ',';
        ReadOnlySpan<char> plain = fraction ? digits : digits.TrimStart('0');
        uint hash = StableHash.Of(plain.IsEmpty ? "0" : plain);
        return (hash, hash);
    }
}

using System.Collections.Immutable;
using BienNien.Finding.Names;
using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Finding.Quotes;

/// <summary>What the rules for quoted words share: the words that announce them, and verse.</summary>
internal sealed class QuoteGrammar
{
    private const int FewestInVerse = 4;
    private const int MostInVerse = 9;
    private const int FarthestCue = 14;

    private readonly PhraseTable<string> _cues;
    private readonly PhraseEnds _ends;
    private readonly WordSet _pronouns;
    private readonly WordSet _according;
    private readonly WordSet _authorities;

    public QuoteGrammar(Vocabulary.Builder words)
    {
        DataTable table = DataTable.Load("quote-cues");
        (int word, int role) = (table.IndexOf("word"), table.IndexOf("role"));
        PhraseTable<string>.Builder cues = new();
        List<ImmutableArray<int>> ends = [];
        foreach (ImmutableArray<string> row in table.Rows)
        {
            ImmutableArray<int> phrase = words.AddPhrase(row[word]);
            cues.Add(phrase.AsSpan(), row[role]);
            ends.Add(phrase);
        }

        _cues = cues.Build();
        _ends = new PhraseEnds(ends);
        _pronouns = words.AddSet("người", "ông", "bà", "cụ", "anh", "chị", "cô", "thầy", "bác", "chú", "đồng", "vua", "chúa", "nhà");
        _authorities = words.AddSet("đảng", "ủy", "uỷ", "ương", "bác", "người");
        _according = words.AddSet("theo", "như");
    }

    /// <summary>The role of the cue that ends right before a token of a sentence, or null.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="end">One past the cue.</param>
    /// <param name="first">Its first token.</param>
    public string? CueBefore(Sentence sentence, int end, out int first)
    {
        int length = NameReader.Before(_cues, _ends, sentence, end, out string? role);
        first = end - length;
        return length > 0 ? role : null;
    }

    /// <summary>Whether a word for a motto stands in a stretch of a sentence.</summary>
    public bool HasMotto(Sentence sentence, int first, int end)
    {
        for (int i = end; i > first; i--)
        {
            if (CueBefore(sentence, i, out _) == "motto")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The last word of saying in a stretch of a sentence: one past it, 0 for none.</summary>
    public int LastSaying(Sentence sentence, int first, int end, out int start)
    {
        for (int i = end; i > first; i--)
        {
            if (CueBefore(sentence, i, out start) == "say")
            {
                return i;
            }
        }

        start = 0;
        return 0;
    }

    /// <summary>Whether a word of saying, or “theo”, begins here, after a quotation.</summary>
    public bool SaysAfter(Sentence sentence, int at) =>
        (_cues.Longest(sentence, at, out string? role) > 0 && role == "say") || _according.Contains(sentence[at]);

    /// <summary>Whether a body or person is meant by a general word before a motto: <c>chủ trương của Trung ương Đảng</c>.</summary>
    public bool NamesAuthority(Sentence sentence, int end)
    {
        for (int i = 0; i < end; i++)
        {
            if (_authorities.Contains(sentence[i]) && (sentence[i].Capitalised || (i > 0 && sentence[i - 1].Capitalised)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether “theo” or “như” stands at a token.</summary>
    public bool IsAccording(Sentence sentence, int at) => _according.Contains(sentence[at]);

    /// <summary>Whether the token stands for a person named before.</summary>
    public bool IsPronoun(Sentence sentence, int at) => _pronouns.Contains(sentence[at]);

    /// <summary>Whether lines of verse begin after a colon at a token.</summary>
    public bool VerseAfter(TokenizedDocument document, int colon, out Quotation verse)
    {
        verse = default;
        int at = colon + 1;
        if (!document.Tokens[colon].IsMark || document.Document.Text[document.Tokens[colon].Start] != ':' || at + Quotation.Words >= document.Tokens.Length)
        {
            return false;
        }

        int announcing = document.SentenceOfToken(colon);
        Sentence before = document.SentenceAt(announcing);
        int end = colon - before.FirstToken;
        bool cued = false;
        for (int i = end; i > 0 && end - i < FarthestCue && !cued; i--)
        {
            cued = CueBefore(before, i, out _) == "verse";
        }

        if (!cued)
        {
            return false;
        }

        int second = LineOfVerse(document, at);
        int third = second == 0 ? 0 : LineOfVerse(document, second);
        if (third == 0)
        {
            return false;
        }

        int words = 0;
        int sixth = at;
        while (words < Quotation.Words)
        {
            words += document.Tokens[sixth].IsWord ? 1 : 0;
            sixth++;
        }

        verse = new Quotation(colon, at, sixth, third - 1);
        return true;
    }

    // One past the line that begins at a token, or 0: a few words, the first with a capital, a line or block of their own.
    private static int LineOfVerse(TokenizedDocument document, int at)
    {
        if (at >= document.Tokens.Length || !document.Tokens[at].IsWord || !document.Tokens[at].Capitalised || !BeginsLine(document, at))
        {
            return 0;
        }

        int words = 0;
        int i = at;
        do
        {
            words += document.Tokens[i].IsWord ? 1 : 0;
            if (document.Tokens[i].IsNumber || words > MostInVerse)
            {
                return 0;
            }

            i++;
        }
        while (i < document.Tokens.Length && !BeginsLine(document, i));

        return words >= FewestInVerse ? i : 0;
    }

    private static bool BeginsLine(TokenizedDocument document, int at) =>
        (document.Tokens[at].Traits & TokenTraits.LineBefore) != 0 || document.Sentences[document.SentenceOfToken(at)] is var range && range.First == at
            && (at == 0 || document.Sentences[document.SentenceOfToken(at - 1)].Block != range.Block);
}

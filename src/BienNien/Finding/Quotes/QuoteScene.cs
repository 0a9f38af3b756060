using System.Runtime.InteropServices;
using BienNien.Finding.DocumentReferences;
using BienNien.Finding.People;
using BienNien.Text;

namespace BienNien.Finding.Quotes;

/// <summary>A quotation and what stands around it.</summary>
/// <param name="Grammar">The words that announce quotations.</param>
/// <param name="Document">The document.</param>
/// <param name="Mentions">All other mentions, by start.</param>
/// <param name="NextMention">The first of them that does not begin before the opening mark.</param>
/// <param name="Quotation">The quotation.</param>
/// <param name="IsVerse">Lines of verse without marks.</param>
/// <param name="Previous">Who spoke the quotation that closed right before this one; null when none did.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct QuoteScene(
    QuoteGrammar Grammar, TokenizedDocument Document, List<Proposal> Mentions, int NextMention, Quotation Quotation, bool IsVerse, string? Previous)
{
    // How far back a pronoun may refer, and how far after the closing mark a speaker may stand.
    private const int FarthestBack = 160;
    private const int FarthestAfter = 14;

    /// <summary>The sentence that announces the words: the one of the opening mark, or the one before when that mark opens its own.</summary>
    /// <param name="end">One past its last token before the opening mark.</param>
    public Sentence Before(out int end)
    {
        int index = Document.SentenceOfToken(Quotation.Open);
        SentenceRange range = Document.Sentences[index];
        int opening = IsVerse ? Quotation.Open + 1 : Quotation.Open;
        if (range.First >= opening && index > 0)
        {
            Sentence previous = Document.SentenceAt(index - 1);
            end = previous.Count;
            return previous;
        }

        end = opening - range.First;
        return Document.SentenceAt(index);
    }

    /// <summary>Whether the opening mark begins its block or sentence, so that what announces it ended with it.</summary>
    public bool OpensSentence => Document.Sentences[Document.SentenceOfToken(Quotation.Open)].First == Quotation.Open;

    /// <summary>Who is named last before a place: a person's id, a body or a paper; null when none is.</summary>
    /// <param name="end">A token of the document; the speaker ends at or before it.</param>
    /// <param name="first">The first token that counts.</param>
    public string? NamedBefore(int end, int first)
    {
        string? paper = null;
        for (int i = NextMention - 1; i >= 0; i--)
        {
            if (Mentions[i].FirstToken < first)
            {
                // Longer mentions may stand before shorter ones with the same start, never much farther back.
                if (Mentions[i].FirstToken < first - FarthestAfter)
                {
                    break;
                }

                continue;
            }

            if (Mentions[i].EndToken <= end)
            {
                if (Mentions[i].Mention.Kind is MentionKind.Person or MentionKind.Organisation && (paper is null || Mentions[i].Mention.Kind == MentionKind.Person))
                {
                    return NameOf(Mentions[i].Mention);
                }

                paper ??= NameOf(Mentions[i].Mention);
            }
        }

        return paper;
    }

    /// <summary>Whom a pronoun before the quotation means: the person named last before its sentence.</summary>
    public string? Referent(int first)
    {
        for (int i = NextMention - 1; i >= 0 && first - Mentions[i].FirstToken <= FarthestBack; i--)
        {
            if (Mentions[i].EndToken <= first && Mentions[i].Mention.Value is PersonValue person)
            {
                return person.Id;
            }
        }

        return null;
    }

    /// <summary>Who is named after the closing mark with a word of saying: “…”, ông Lê Văn Tám kể.</summary>
    public string? NamedAfter()
    {
        int at = Quotation.Close + 1;
        if (at >= Document.Tokens.Length)
        {
            return null;
        }

        SentenceRange range = Document.Sentences[Document.SentenceOfToken(at)];
        if (range.Block != Document.Sentences[Document.SentenceOfToken(Quotation.Open)].Block)
        {
            return null;
        }

        Sentence sentence = Document.SentenceAt(Document.SentenceOfToken(at));
        int from = at - sentence.FirstToken;
        int end = Math.Min(sentence.Count, from + FarthestAfter);
        string? named = null;
        bool said = false;
        for (int i = from; i < end; i++)
        {
            if (sentence[i].IsMark && i > from + 1 && !(i <= from + 2 && sentence[i].Length == 1))
            {
                break;
            }

            said |= Grammar.SaysAfter(sentence, i);
            if (named is null && Grammar.IsPronoun(sentence, i))
            {
                named = Referent(Quotation.Open);
            }

            for (int m = NextMention; m < Mentions.Count && Mentions[m].FirstToken <= sentence.FirstToken + i; m++)
            {
                if (Mentions[m].FirstToken == sentence.FirstToken + i && Mentions[m].Mention.Kind is MentionKind.Person or MentionKind.Organisation)
                {
                    named = NameOf(Mentions[m].Mention) ?? named;
                }
            }
        }

        return said ? named : null;
    }

    /// <summary>The paper whose reference ends at the opening mark or one word before it; null when none does.</summary>
    /// <param name="end">One past the reference.</param>
    public string? PaperBefore(out int end)
    {
        end = -1;
        for (int i = NextMention - 1; i >= 0 && Quotation.Open - Mentions[i].EndToken <= 40; i--)
        {
            if (Mentions[i].Mention.Value is DocumentReferenceValue && Mentions[i].EndToken <= Quotation.Open && Quotation.Open - Mentions[i].EndToken < 2)
            {
                end = Mentions[i].EndToken;
                return NameOf(Mentions[i].Mention);
            }
        }

        return null;
    }

    private string? NameOf(Mention mention) => mention.Value switch
    {
        DocumentReferenceValue { Number: { } number } paper => number.Contains(' ', StringComparison.Ordinal) ? $"{paper.Type} {number}" : $"{paper.Type} số {number}",
        DocumentReferenceValue paper => paper.Title ?? Surface(mention),
        PersonValue person => person.Id,
        _ when mention.Kind == MentionKind.Organisation => Surface(mention),
        _ => null,
    };

    private string Surface(Mention mention) => Document.Document.WordsAt(mention.Span);
}

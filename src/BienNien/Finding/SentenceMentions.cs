namespace BienNien.Finding;

/// <summary>The mentions of one sentence by the places of their tokens, for resolvers that read what stands around a word.</summary>
/// <param name="mentions">All mentions of the document, by start.</param>
/// <param name="firstToken">The sentence's first token among all tokens.</param>
internal readonly struct SentenceMentions(List<Proposal> mentions, int firstToken)
{
    // No name is longer than this many tokens, so no further back need be looked for one that ends or goes on at a place.
    private const int LongestName = 40;

    /// <summary>One past the longest mention of a kind that begins at a place of the sentence; the place itself when none does.</summary>
    public int EndOf(MentionKind kind, int at)
    {
        int index = Find(kind, at);
        return index < 0 ? at : mentions[index].EndToken - firstToken;
    }

    /// <summary>The index of the longest mention of a kind that begins at a place; -1 when none does.</summary>
    public int Find(MentionKind kind, int at)
    {
        int best = -1;
        for (int i = LowerBound(at + firstToken); i < mentions.Count && mentions[i].FirstToken == at + firstToken; i++)
        {
            if (mentions[i].Mention.Kind == kind && (best < 0 || mentions[i].EndToken > mentions[best].EndToken))
            {
                best = i;
            }
        }

        return best;
    }

    /// <summary>The first token of the longest mention of a kind that ends right before a place; the place itself when none does.</summary>
    public int StartOf(MentionKind kind, int end)
    {
        int index = FindEnding(kind, end);
        return index < 0 ? end : mentions[index].FirstToken - firstToken;
    }

    /// <summary>The index of the longest mention of a kind that ends right before a place; -1 when none does.</summary>
    public int FindEnding(MentionKind kind, int end)
    {
        int best = -1;
        int token = end + firstToken;
        for (int i = LowerBound(token) - 1; i >= 0 && token - mentions[i].FirstToken <= LongestName; i--)
        {
            if (mentions[i].Mention.Kind == kind && mentions[i].EndToken == token)
            {
                best = i;
            }
        }

        return best;
    }

    /// <summary>Whether a mention of a kind covers the token at a place.</summary>
    public bool Covers(MentionKind kind, int at) => IndexCovering(kind, at) >= 0;

    /// <summary>The first token in the sentence of a mention of a kind that covers the token at a place; -1 when none does.</summary>
    public int StartCovering(MentionKind kind, int at) => IndexCovering(kind, at) is int index and >= 0 ? mentions[index].FirstToken - firstToken : -1;

    private int IndexCovering(MentionKind kind, int at)
    {
        int token = at + firstToken;
        for (int i = LowerBound(token + 1) - 1; i >= 0 && token - mentions[i].FirstToken <= LongestName; i--)
        {
            if (mentions[i].Mention.Kind == kind && mentions[i].EndToken > token)
            {
                return i;
            }
        }

        return -1;
    }

    // Mentions are in the order of the text, so their first tokens only rise.
    private int LowerBound(int token)
    {
        int low = 0;
        int high = mentions.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (mentions[middle].FirstToken < token)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}

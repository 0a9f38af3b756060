namespace BienNien.Finding.Quantities.Tables;

/// <summary>The mentions of a document, looked up by the tokens that they begin at.</summary>
internal readonly struct CellMentions(List<Proposal> mentions)
{
    public Proposal this[int index] => mentions[index];

    public int Count => mentions.Count;

    /// <summary>The first mention that begins at or after a token.</summary>
    public int From(int token)
    {
        (int low, int high) = (0, mentions.Count);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = mentions[middle].FirstToken < token ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

namespace BienNien.Checking;

/// <summary>Whether a place stands in quotation marks, read mark by mark. <c>default</c> is outside.</summary>
internal struct QuoteDepth
{
    // A quotation of verse runs over some blocks; one that runs farther was never closed.
    private const int LongestQuotation = 4;

    private int _depth;
    private bool _straight;
    private int _blocks;

    /// <summary>Whether the marks read so far leave a quotation open.</summary>
    public readonly bool IsQuoted => _depth > 0 || _straight;

    /// <summary>Goes on to the next block.</summary>
    public void NextBlock()
    {
        if (IsQuoted && ++_blocks > LongestQuotation)
        {
            (_depth, _straight) = (0, false);
        }

        _blocks = IsQuoted ? _blocks : 0;
    }

    /// <summary>Reads the next mark; what is no quotation mark changes nothing.</summary>
    public void Read(char mark)
    {
        switch (mark)
        {
            case '“' or '«' or '„':
                _depth++;
                break;
            case '”' or '»':
                _depth = Math.Max(0, _depth - 1);
                break;
            case '"':
                _straight = !_straight;
                break;
        }
    }
}

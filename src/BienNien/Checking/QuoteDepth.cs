namespace BienNien.Checking;

/// <summary>Whether a place stands in quotation marks, read mark by mark from the beginning of a block. <c>default</c> is outside.</summary>
internal struct QuoteDepth
{
    private int _depth;
    private bool _straight;

    /// <summary>Whether the marks read so far leave a quotation open.</summary>
    public readonly bool IsQuoted => _depth > 0 || _straight;

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

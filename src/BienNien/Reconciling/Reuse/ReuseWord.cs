namespace BienNien.Reconciling.Reuse;

/// <summary>What stands around a word, as far as alignment asks for it.</summary>
[Flags]
internal enum ReuseTraits : byte
{
    None = 0,

    /// <summary>A number that goes on with the one before: the 4 and the 1930 of 01/4/1930, the 08 of 1.382,08.</summary>
    Glued = 1,

    /// <summary>The first word of its sentence.</summary>
    OpensSentence = 2,

    /// <summary>A punctuation mark stands before it.</summary>
    AfterMark = 4,
}

/// <summary>One word or number of a profile.</summary>
/// <param name="Folded">Hash of the letters without marks.</param>
/// <param name="Exact">Hash of the letters as written, but for case and the place of the tone mark.</param>
/// <param name="Start">UTF-16 code units from the start of the document's text.</param>
/// <param name="Length">UTF-16 code units.</param>
/// <param name="Traits">What stands around it.</param>
internal readonly record struct ReuseWord(uint Folded, uint Exact, int Start, int Length, ReuseTraits Traits)
{
    public int End => Start + Length;

    public bool IsGlued => (Traits & ReuseTraits.Glued) != 0;

    public bool OpensSentence => (Traits & ReuseTraits.OpensSentence) != 0;

    public bool IsAfterMark => (Traits & ReuseTraits.AfterMark) != 0;
}

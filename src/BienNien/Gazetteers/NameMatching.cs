namespace BienNien.Gazetteers;

/// <summary>How nearly a name has to be spelt. Case, hyphens and the place of a tone mark (<c>Hoà</c>, <c>Hòa</c>) never matter.</summary>
public enum NameMatching
{
    /// <summary>With its marks; where nothing is found so, without.</summary>
    ExactElseFolded,

    /// <summary>With all its marks.</summary>
    Exact,

    /// <summary>Without marks, as people type: <c>Cao Bang</c> finds <c>Cao Bằng</c>, and so does <c>Cao Băng</c>.</summary>
    Folded,
}

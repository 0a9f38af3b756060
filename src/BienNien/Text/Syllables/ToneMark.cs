namespace BienNien.Text.Syllables;

/// <summary>Where a syllable bears its tone mark.</summary>
public enum ToneMark
{
    /// <summary>It bears none.</summary>
    None,

    /// <summary>Where every style sets it (<c>toán</c>).</summary>
    Regular,

    /// <summary>Where only the newer style sets it (<c>hoà</c>, <c>thuỷ</c>).</summary>
    NewStyle,

    /// <summary>Where only the older style sets it (<c>hòa</c>, <c>thủy</c>).</summary>
    OldStyle,

    /// <summary>Where no style sets it (<c>tóan</c>, <c>qúy</c>): a slip of the typist.</summary>
    Misplaced,
}

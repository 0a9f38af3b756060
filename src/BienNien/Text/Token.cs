namespace BienNien.Text;

/// <summary>What a token is made of.</summary>
public enum TokenKind : byte
{
    /// <summary>No token: what a sentence answers for a place outside it.</summary>
    None,

    /// <summary>Letters, with digits after them (<c>km2</c>); behind a vowel with a mark digits are a number of their own (<c>tháng5</c>).</summary>
    Word,

    /// <summary>Digits only; separators are tokens of their own.</summary>
    Number,

    /// <summary>One punctuation mark or symbol, or a run of the same one (<c>...</c>).</summary>
    Mark,

    /// <summary>The number of a footnote set in the text (superscript); no rule takes it for a figure.</summary>
    NoteMark,
}

/// <summary>How a token is written and what stands before it.</summary>
[Flags]
public enum TokenTraits : byte
{
    /// <summary>Lower case, right after the token before.</summary>
    None = 0,

    /// <summary>White space stands before it.</summary>
    SpaceBefore = 1,

    /// <summary>A line end stands in that white space.</summary>
    LineBefore = 2,

    /// <summary>The first letter is upper case.</summary>
    Capitalised = 4,

    /// <summary>Every letter is upper case.</summary>
    AllUpper = 8,

    /// <summary>A Roman numeral in capitals; <see cref="Token.Number"/> is its value.</summary>
    Roman = 16,

    /// <summary>A word with a digit in it.</summary>
    HasDigit = 32,

    /// <summary>First token of its sentence: a capital there says little.</summary>
    SentenceStart = 64,
}

/// <summary>One token: where it stands, which word of the vocabulary it is, how it is written.</summary>
/// <param name="Start">UTF-16 code units from the start of the document's text.</param>
/// <param name="Length">UTF-16 code units.</param>
/// <param name="Word">
/// The word's number in the <see cref="Vocabulary"/>: case and the place of the tone mark do not matter (<c>HOÀ</c>, <c>hòa</c>);
/// 0 for a word that no rule and no lexicon speaks of. Marks have numbers, too.
/// </param>
/// <param name="Number">The value of a <see cref="TokenKind.Number"/> of up to 9 digits or of a Roman numeral; -1 otherwise.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Traits">How it is written.</param>
public readonly record struct Token(int Start, int Length, int Word, int Number, TokenKind Kind, TokenTraits Traits)
{
    /// <summary>The first code unit after the token.</summary>
    public int End => Start + Length;

    /// <summary>Where the token stands.</summary>
    public TextSpan Span => new(Start, Length);

    /// <summary>Whether white space stands before it.</summary>
    public bool SpaceBefore => (Traits & TokenTraits.SpaceBefore) != 0;

    /// <summary>Whether its first letter is upper case.</summary>
    public bool Capitalised => (Traits & TokenTraits.Capitalised) != 0;

    /// <summary>Whether all its letters are upper case.</summary>
    public bool AllUpper => (Traits & TokenTraits.AllUpper) != 0;

    /// <summary>Whether it is written as a Roman numeral.</summary>
    public bool IsRoman => (Traits & TokenTraits.Roman) != 0;

    /// <summary>Whether it is a word.</summary>
    public bool IsWord => Kind == TokenKind.Word;

    /// <summary>Whether it is a run of digits.</summary>
    public bool IsNumber => Kind == TokenKind.Number;

    /// <summary>Whether it is a punctuation mark or symbol.</summary>
    public bool IsMark => Kind == TokenKind.Mark;
}

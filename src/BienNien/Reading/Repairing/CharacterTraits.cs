using BienNien.Text.Syllables;

namespace BienNien.Reading.Repairing;

/// <summary>What a character is to <see cref="WordScanner"/>; the lowest byte is its <see cref="SyllableLetters.CodeOf"/>.</summary>
[Flags]
internal enum CharacterTraits : ushort
{
    /// <summary>Nothing that is looked for.</summary>
    None = 0,

    /// <summary>A letter or figure.</summary>
    Word = 1 << 8,

    /// <summary>A letter.</summary>
    Letter = 1 << 9,

    /// <summary>A capital.</summary>
    Capital = 1 << 10,

    /// <summary>A letter that is not in ASCII.</summary>
    Marked = 1 << 11,

    /// <summary>White space, or what belongs to no sentence: marks of emphasis, places where a word may be broken.</summary>
    Passes = 1 << 12,

    /// <summary>After it a sentence may begin.</summary>
    Opens = 1 << 13,

    /// <summary>It may glue a word to another one: in an address, a code, a name with an apostrophe.</summary>
    Glues = 1 << 14,
}

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

/// <summary>The traits of characters.</summary>
internal static class Characters
{
    // Ends behind the punctuation of Latin print; the scripts beyond are asked for one by one.
    private static readonly CharacterTraits[] _traits = [.. Enumerable.Range(0, 0x2040).Select(static c => Make((char)c))];

    /// <summary>The traits of a character.</summary>
    public static CharacterTraits TraitsOf(char c) => c < _traits.Length ? _traits[c] : Make(c);

    private static CharacterTraits Make(char c)
    {
        CharacterTraits traits = (CharacterTraits)SyllableLetters.CodeOf(c);
        traits |= char.IsLetterOrDigit(c) ? CharacterTraits.Word : 0;
        traits |= char.IsLetter(c) ? c > 127 ? CharacterTraits.Letter | CharacterTraits.Marked : CharacterTraits.Letter : 0;
        traits |= char.IsUpper(c) ? CharacterTraits.Capital : 0;
        traits |= char.IsWhiteSpace(c) || c is '*' or '\u00AD' or '\u200B' ? CharacterTraits.Passes : 0;
        traits |= c is '.' or '!' or '?' or ':' or '…' or '"' or '“' or '-' or '–' ? CharacterTraits.Opens : 0;
        traits |= c is '@' or '\\' or '_' or '&' or '\'' or '’' or '#' or '-' or '/' or '.' or (>= '\u0300' and <= '\u036F') ? CharacterTraits.Glues : 0;
        return traits;
    }
}

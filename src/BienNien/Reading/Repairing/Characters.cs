using BienNien.Text.Syllables;

namespace BienNien.Reading.Repairing;

/// <summary>The traits of characters.</summary>
internal static class Characters
{
    // Ends behind the punctuation of Latin print; the scripts beyond are asked for one by one.
    private static readonly CharacterTraits[] _traits = MakeAll(0x2040);

    /// <summary>The traits of a character.</summary>
    public static CharacterTraits TraitsOf(char c) => c < _traits.Length ? _traits[c] : Make(c);

    private static CharacterTraits[] MakeAll(int count)
    {
        CharacterTraits[] traits = new CharacterTraits[count];
        for (int c = 0; c < count; c++)
        {
            traits[c] = Make((char)c);
        }

        return traits;
    }

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

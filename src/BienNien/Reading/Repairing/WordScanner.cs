namespace BienNien.Reading.Repairing;

/// <summary>A word of a text as repairing sees it.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="Length">Its characters.</param>
/// <param name="Number">Its number in the <see cref="SyllableModel"/>.</param>
/// <param name="Traits">How it is written and what stands around it.</param>
internal readonly record struct ScannedWord(int Start, int Length, int Number, WordTraits Traits)
{
    /// <summary>One past its last character.</summary>
    public int End => Start + Length;

    /// <summary>Whether it has a trait.</summary>
    public bool Is(WordTraits trait) => (Traits & trait) != 0;
}

/// <summary>What is seen of a word at a glance.</summary>
[Flags]
internal enum WordTraits : byte
{
    /// <summary>A word in lower case inside a sentence.</summary>
    None = 0,

    /// <summary>Only white space stands between it and the word before.</summary>
    Follows = 1,

    /// <summary>It begins with a capital.</summary>
    Capital = 2,

    /// <summary>It has two letters or more, all of them capitals.</summary>
    AllCapitals = 4,

    /// <summary>It opens a sentence, so that a capital says little.</summary>
    Opens = 8,

    /// <summary>It has figures in it.</summary>
    Figures = 16,

    /// <summary>It is part of an address, a code, a name with an apostrophe: of no interest here.</summary>
    Code = 32,

    /// <summary>It has a letter that only Vietnamese has.</summary>
    Marked = 64,

    /// <summary>It is a known syllable, but its tone mark stands where no style sets it.</summary>
    Misplaced = 128,
}

/// <summary>Cuts a stretch of text into words.</summary>
internal static class WordScanner
{
    /// <summary>Adds the words of <c>[start, end)</c>.</summary>
    public static void Scan(string text, int start, int end, SyllableModel model, List<ScannedWord> words)
    {
        bool follows = false;
        bool opens = true;
        for (int i = start; i < end;)
        {
            CharacterTraits c = Characters.TraitsOf(text[i]);
            if ((c & CharacterTraits.Word) == 0)
            {
                if ((c & CharacterTraits.Passes) == 0)
                {
                    follows = false;
                    opens |= (c & CharacterTraits.Opens) != 0;
                }

                i++;
                continue;
            }

            int first = i;
            WordTraits traits = (follows ? WordTraits.Follows : 0) | (opens ? WordTraits.Opens : 0) | ((c & CharacterTraits.Capital) != 0 ? WordTraits.Capital : 0);
            CharacterTraits any = 0;
            int letters = 0;
            int capitals = 0;
            SyllableKey key = default;
            do
            {
                any |= c;
                letters += (c & CharacterTraits.Letter) != 0 ? 1 : 0;
                capitals += (c & CharacterTraits.Capital) != 0 ? 1 : 0;
                key.Add((byte)c);
                c = ++i < end ? Characters.TraitsOf(text[i]) : 0;
            }
            while ((c & CharacterTraits.Word) != 0);

            traits |= letters > 1 && capitals == letters ? WordTraits.AllCapitals : 0;
            traits |= (any & CharacterTraits.Marked) != 0 ? WordTraits.Marked : 0;
            traits |= letters < i - first ? WordTraits.Figures : 0;
            int number = SyllableModel.Unknown;
            if (letters == 0)
            {
                number = SyllableModel.Figure;
            }
            else if (IsCode(text, first, i, end))
            {
                traits |= WordTraits.Code;
            }
            else if (key.IsSyllable)
            {
                number = model.NumberOf(key.Value);
                traits |= key.Tone != 0 && model.IsMisplaced(number, key.Marked) ? WordTraits.Misplaced : 0;
            }

            words.Add(new ScannedWord(first, i - first, number, traits));
            (follows, opens) = (true, false);
        }
    }

    // vanphong@tinh.gov.vn, www.tinh.gov.vn, H'Mông, KH&ĐT, 388-KH/TU: glued to a sign that no sentence glues.
    private static bool IsCode(string text, int start, int end, int limit)
    {
        char before = start > 0 ? text[start - 1] : ' ';
        char after = end < limit ? text[end] : ' ';
        if (((Characters.TraitsOf(before) | Characters.TraitsOf(after)) & CharacterTraits.Glues) == 0)
        {
            return false;
        }

        bool goesOn = end + 1 < limit && char.IsLetter(text[end + 1]);
        return before is '@' or '\\' or '_' or '&' or '\'' or '’' or '#'
            || after is '@' or '\\' or '_' or '&' or (>= '\u0300' and <= '\u036F')
            || (after is '\'' or '’' or '.' && goesOn)
            || (before is '-' or '/' && char.IsUpper(text[start]) && (end - start == 1 || char.IsUpper(text[end - 1])))
            || (before is '.' && start > 1 && char.IsLetterOrDigit(text[start - 2]) && char.IsLower(text[start]));
    }
}

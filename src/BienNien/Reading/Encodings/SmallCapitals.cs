using BienNien.Text.Syllables;

namespace BienNien.Reading.Encodings;

/// <summary>Gives TCVN3 back the capitals that it cannot write: its programs put small letters for capitals with a tone (<c>TRƯớC NĂM</c>).</summary>
/// <remarks>Only where the letters around leave no doubt: in <c>ủy ban</c> nothing says whether a capital was meant.</remarks>
internal static class SmallCapitals
{
    private enum WordCase
    {
        /// <summary>There are small letters that could have been capitals.</summary>
        Small,

        /// <summary>All is in capitals, or in small letters that can only stand for capitals.</summary>
        Capitals,

        /// <summary><c>Đề</c>, <c>Và</c>, <c>ở</c>: the words beside it decide.</summary>
        Open,
    }

    /// <summary>Writes capitals where small letters stand for them. Nothing changes its place.</summary>
    /// <param name="text">As it was decoded; left alone when it has a capital with a tone: then its program could write them.</param>
    public static void Raise(Span<char> text)
    {
        if (HasCapitalWithTone(text))
        {
            return;
        }

        // Words that could be either go with the capitals on both sides of them, or on the one side that their line has.
        int openFrom = -1;
        int lastEnd = 0;
        bool lineOpens = true;
        bool afterCapitals = false;
        for (int at = 0; at < text.Length;)
        {
            if (!char.IsLetter(text[at]))
            {
                if (text[at] == '\n' || char.IsAsciiDigit(text[at]))
                {
                    Settle(text, ref openFrom, lastEnd, afterCapitals && text[at] == '\n');
                    (lineOpens, afterCapitals) = (text[at] == '\n', false);
                }

                at++;
                continue;
            }

            int end = at + 1;
            while (end < text.Length && char.IsLetter(text[end]))
            {
                end++;
            }

            switch (CaseOf(text[at..end]))
            {
                case WordCase.Capitals:
                    Settle(text, ref openFrom, lastEnd, afterCapitals || lineOpens);
                    ToUpper(text[at..end]);
                    (lineOpens, afterCapitals) = (false, true);
                    break;
                case WordCase.Small:
                    Settle(text, ref openFrom, lastEnd, capitals: false);
                    (lineOpens, afterCapitals) = (false, false);
                    break;
                default:
                    openFrom = openFrom < 0 ? at : openFrom;
                    break;
            }

            lastEnd = end;
            at = end;
        }

        Settle(text, ref openFrom, lastEnd, afterCapitals);
    }

    private static void Settle(Span<char> text, ref int from, int to, bool capitals)
    {
        if (from >= 0 && capitals)
        {
            ToUpper(text[from..to]);
        }

        from = -1;
    }

    private static WordCase CaseOf(ReadOnlySpan<char> word)
    {
        bool capitalInside = false;
        for (int i = 0; i < word.Length; i++)
        {
            if (char.IsUpper(word[i]))
            {
                capitalInside |= i > 0;
            }
            else if (!HasTone(word[i]))
            {
                return WordCase.Small;
            }
        }

        return capitalInside ? WordCase.Capitals : WordCase.Open;
    }

    private static bool HasCapitalWithTone(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            // The standard has tones as characters of their own, too.
            if (char.IsUpper(text[i]) && (HasTone(text[i]) || (i + 1 < text.Length && text[i + 1] is >= '\u0300' and <= '\u0323')))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasTone(char letter) => SyllableLetters.CodeOf(letter) >> SyllableLetters.ToneShift != 0;

    private static void ToUpper(Span<char> word)
    {
        foreach (ref char c in word)
        {
            c = char.ToUpperInvariant(c);
        }
    }
}

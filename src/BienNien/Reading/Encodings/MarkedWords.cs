namespace BienNien.Reading.Encodings;

/// <summary>The words of a text that have characters beyond ASCII: the others say nothing of an encoding.</summary>
internal ref struct MarkedWords(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _next;

    /// <summary>The word.</summary>
    public ReadOnlySpan<char> Current { get; private set; }

    public readonly MarkedWords GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_next < _text.Length)
        {
            int start = _next;
            bool marked = false;
            while (_next < _text.Length && IsOfWord(_next))
            {
                marked |= _text[_next] >= 0x80;
                _next++;
            }

            if (marked)
            {
                Current = _text[start.._next];
                return true;
            }

            _next++;
        }

        return false;
    }

    // Signs beyond ASCII that touch a letter belong to the word and spoil it, unless they are such as stand beside words in print.
    private readonly bool IsOfWord(int at)
    {
        char c = _text[at];
        if (c < 0x80)
        {
            return char.IsAsciiLetter(c);
        }

        bool letterBefore = at > 0 && IsLetter(_text[at - 1]);
        bool letterAfter = at + 1 < _text.Length && IsLetter(_text[at + 1]);
        return c switch
        {
            >= '\u2010' and <= '\u203A' or '\u00A0' or '€' or '™' => false,
            '\uFFFD' => true,
            '«' => letterBefore,
            '»' => letterAfter,
            '°' or '²' or '³' or '½' or '¼' or '¾' => letterBefore && letterAfter,
            _ => char.IsLetter(c) || letterBefore || letterAfter || c is >= '\u0300' and <= '\u036F',
        };
    }

    private static bool IsLetter(char c) => c < 0x80 ? char.IsAsciiLetter(c) : char.IsLetter(c);
}

using System.Text;

namespace BienNien.Reading;

/// <summary>The characters of one block while a format that is not text is read, each with its place in the source.</summary>
internal sealed class FlowText
{
    private readonly StringBuilder _characters = new();
    private readonly List<(int At, int Source)> _runs = [];
    private int _nextSource = -1;

    /// <summary>UTF-16 code units so far.</summary>
    public int Length => _characters.Length;

    /// <summary>The last character, or U+0000.</summary>
    public char Last => _characters.Length == 0 ? '\0' : _characters[^1];

    /// <summary>Whether there are letters or figures and all of them are bold.</summary>
    public bool AllBold { get; private set; } = true;

    /// <summary>Whether nothing but white space was appended.</summary>
    public bool IsBlank { get; private set; } = true;

    /// <summary>Appends a character.</summary>
    /// <param name="c">A UTF-16 code unit.</param>
    /// <param name="source">Its place in the source; -1 when the source has none.</param>
    /// <param name="bold">Whether it is bold.</param>
    public void Append(char c, int source = -1, bool bold = false)
    {
        if (source >= 0)
        {
            if (source != _nextSource)
            {
                _runs.Add((_characters.Length, source));
            }

            _nextSource = source + 1;
        }
        else
        {
            _nextSource = -1;
        }

        if (!char.IsWhiteSpace(c))
        {
            IsBlank = false;
            AllBold &= bold || !char.IsLetterOrDigit(c);
        }

        // Normalisation refuses what is no character; a document must not fail for it.
        _characters.Append(c == '\uFFFE' ? '\uFFFD' : c);
    }

    /// <summary>Takes back white space at the end.</summary>
    public void TrimEnd()
    {
        while (_characters.Length > 0 && _characters[^1] is ' ' or '\t')
        {
            _characters.Length--;
            _nextSource = -1;
        }

        while (_runs.Count > 0 && _runs[^1].At > _characters.Length)
        {
            _runs.RemoveAt(_runs.Count - 1);
        }
    }

    /// <summary>The places in the source: from each <c>At</c> on both advance together.</summary>
    public IReadOnlyList<(int At, int Source)> Runs => _runs;

    /// <inheritdoc/>
    public override string ToString()
    {
        string text = _characters.ToString();
        int first = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        if (first < 0)
        {
            return text;
        }

        // Lone surrogates (a numeric reference, a cut file) are no characters either.
        return string.Create(text.Length, (text, first), static (repaired, from) =>
        {
            from.text.CopyTo(repaired);
            for (int i = from.first; i < repaired.Length; i++)
            {
                if (char.IsHighSurrogate(repaired[i]) && i + 1 < repaired.Length && char.IsLowSurrogate(repaired[i + 1]))
                {
                    i++;
                }
                else if (char.IsSurrogate(repaired[i]))
                {
                    repaired[i] = '\uFFFD';
                }
            }
        });
    }
}

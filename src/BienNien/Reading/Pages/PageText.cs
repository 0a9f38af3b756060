using System.Collections.Immutable;
using System.Text;
using BienNien.Text;

namespace BienNien.Reading.Pages;

/// <summary>The words of one page, each in its place. Immutable.</summary>
public sealed class PageText
{
    private PageText(PageSize size, string characters, ImmutableArray<PageWord> words)
    {
        Size = size;
        Characters = characters;
        Words = words;
    }

    /// <summary>How large the page is.</summary>
    public PageSize Size { get; }

    /// <summary>The characters of all words, one after the other, nothing between them.</summary>
    public string Characters { get; }

    /// <summary>The words, line by line.</summary>
    public ImmutableArray<PageWord> Words { get; }

    /// <summary>Letters and figures that can be read; the others are marks, or characters of which nobody said what they mean.</summary>
    public int ReadableCharacters => Characters.Count(char.IsLetterOrDigit);

    /// <summary>The characters of a word.</summary>
    public ReadOnlySpan<char> Of(PageWord word) => Characters.AsSpan(word.Span.Start, word.Span.Length);

    /// <summary>Collects the words of a page.</summary>
    /// <param name="size">How large the page is; what lies outside is moved to its edge.</param>
    public sealed class Builder(PageSize size)
    {
        private const int LongestWord = 1000;

        private readonly StringBuilder _characters = new();
        private readonly ImmutableArray<PageWord>.Builder _words = ImmutableArray.CreateBuilder<PageWord>();
        private int _line;

        /// <summary>Adds a word to the line; one of white space and invisible characters alone is left out.</summary>
        /// <param name="text">Its characters; composed, ligatures taken apart.</param>
        /// <param name="box">Its rectangle.</param>
        /// <param name="confidence">0 to 100; null when it was not recognised from a picture.</param>
        public void Add(string text, PageRectangle box, byte? confidence = null)
        {
            string clean = Clean(text);
            if (clean.Length > 0)
            {
                _words.Add(new PageWord(new TextSpan(_characters.Length, clean.Length), Inside(box), _line, confidence));
                _characters.Append(clean);
            }
        }

        /// <summary>What follows stands in another line.</summary>
        public void EndLine() => _line++;

        /// <summary>The page.</summary>
        public PageText Build() => new(size, _characters.ToString(), _words.ToImmutable());

        private PageRectangle Inside(PageRectangle box)
        {
            float left = Within(box.Left, size.Width);
            float top = Within(box.Top, size.Height);
            return new PageRectangle(left, top, Math.Max(left, Within(box.Right, size.Width)), Math.Max(top, Within(box.Bottom, size.Height)));
        }

        private static float Within(float value, float most) => float.IsFinite(value) ? Math.Clamp(value, 0, most) : 0;

        // A soft hyphen is printed only where a line ends, and then it is a hyphen; a font may join the letters f and i in one sign.
        private static string Clean(string text)
        {
            StringBuilder clean = new(text.Length);
            for (int i = 0; i < text.Length && clean.Length < LongestWord; i++)
            {
                char c = text[i];
                if (c == '\u00AD')
                {
                    if (i == text.Length - 1)
                    {
                        clean.Append('-');
                    }
                }
                else if (c is >= '\uFB00' and <= '\uFB06')
                {
                    clean.Append((c - '\uFB00') switch { 0 => "ff", 1 => "fi", 2 => "fl", 3 => "ffi", 4 => "ffl", _ => "st" });
                }
                else if (char.IsWhiteSpace(c))
                {
                    clean.Append(' ');
                }
                else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                {
                    clean.Append(c).Append(text[++i]);
                }
                else if (!char.IsControl(c) && c is not ('\u200B' or '\u2060' or '\uFEFF'))
                {
                    clean.Append(char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF' ? '\uFFFD' : c);
                }
            }

            string word = clean.ToString().Trim();
            return TextDecoding.HeapOfMarks(word) < 0 ? word.Normalize() : new string('\uFFFD', 1);
        }
    }
}

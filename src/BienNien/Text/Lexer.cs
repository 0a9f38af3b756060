using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace BienNien.Text;

/// <summary>Cuts a document into tokens and sentences, once, for all finders.</summary>
/// <remarks>
/// A view: it skips emphasis marks and inline tags (<c>**93 năm**</c>, <c>&lt;i&gt;</c>), joins the parts of a block that a page
/// break cuts, and treats line ends as white space; the tokens' places are those of the document's text all the same.
/// </remarks>
public sealed class Lexer
{
    /// <summary>A sentence longer than this is cut: what looks that far is not prose.</summary>
    public const int LongestSentence = 1_000;

    private readonly Vocabulary _vocabulary;
    private readonly WordSet _abbreviations;
    private readonly WordSet _continuations;

    /// <summary>A lexer that numbers words by a vocabulary.</summary>
    /// <param name="vocabulary">The words that rules speak of.</param>
    /// <param name="abbreviations">Words after which a full stop ends no sentence (<c>TP</c>, <c>GS</c>).</param>
    /// <param name="continuations">Words before which it ends none, capital or not (<c>NXB</c>).</param>
    public Lexer(Vocabulary vocabulary, WordSet abbreviations, WordSet continuations)
    {
        _vocabulary = vocabulary;
        _abbreviations = abbreviations;
        _continuations = continuations;
    }

    /// <summary>The tokens and sentences of a document, without its furniture, debris and comments.</summary>
    public TokenizedDocument Tokenize(Document document)
    {
        string text = document.Text;
        Token[] tokens = new Token[Math.Max(16, text.Length / 4)];
        int count = 0;
        List<SentenceRange> sentences = new((text.Length / 100) + 1);
        for (int b = 0; b < document.Blocks.Length; b++)
        {
            Block block = document.Blocks[b];
            if (!block.Kind.IsSaid())
            {
                continue;
            }

            int first = count;
            foreach (TextSpan part in block.Parts)
            {
                Scanner scanner = new(text, part.Start, part.End);
                bool opens = true;
                while (scanner.Next(out Token token))
                {
                    int word = token.Kind is TokenKind.Word or TokenKind.Mark
                        ? _vocabulary.NumberOf(text.AsSpan(token.Start, token.Length))
                        : 0;
                    TokenTraits traits = opens ? token.Traits | TokenTraits.SpaceBefore | TokenTraits.LineBefore : token.Traits;
                    opens = false;
                    if (count == tokens.Length)
                    {
                        Array.Resize(ref tokens, tokens.Length * 2);
                    }

                    tokens[count++] = token with { Word = word, Traits = traits };
                }
            }

            CutSentences(text, tokens, first, count, b, sentences);
        }

        Array.Resize(ref tokens, count);
        return new TokenizedDocument(document, ImmutableCollectionsMarshal.AsImmutableArray(tokens), [.. sentences]);
    }

    /// <summary>The surfaces of the tokens of a phrase of a lexicon, split as documents are.</summary>
    public static ImmutableArray<string> Split(string phrase)
    {
        ImmutableArray<string>.Builder words = ImmutableArray.CreateBuilder<string>();
        Scanner scanner = new(phrase, 0, phrase.Length);
        while (scanner.Next(out Token token))
        {
            words.Add(phrase.Substring(token.Start, token.Length));
        }

        return words.ToImmutable();
    }

    private void CutSentences(string text, Token[] tokens, int first, int end, int block, List<SentenceRange> sentences)
    {
        int start = first;
        for (int i = first; i < end; i++)
        {
            bool last = i + 1 == end;
            if (last || i + 1 - start >= LongestSentence || EndsSentence(text, tokens, start, i, end))
            {
                // Closing quotation marks, brackets and the number of a note belong to the sentence that they end.
                if (!last)
                {
                    i = AfterNote(tokens, i + 1, end) - 1;
                    last = i + 1 == end;
                }

                while (!last && Closes(text, tokens[i + 1]))
                {
                    i++;
                    last = i + 1 == end;
                }

                tokens[start] = tokens[start] with { Traits = tokens[start].Traits | TokenTraits.SentenceStart };
                sentences.Add(new SentenceRange(start, i + 1, block));
                start = i + 1;
            }
        }
    }

    private static bool Closes(string text, Token token) =>
        token.IsMark && !token.SpaceBefore && text[token.Start] is '”' or '"' or ')' or '’' or '»';

    // “….[^1] Tháng 6 …”, “….¹ Tháng 6 …”: one past the mark of a note that is glued to the sentence.
    private static int AfterNote(Token[] tokens, int at, int end)
    {
        while (at < end && tokens[at].Kind == TokenKind.NoteMark && !tokens[at].SpaceBefore)
        {
            at++;
        }

        return at;
    }

    private bool EndsSentence(string text, Token[] tokens, int start, int at, int end)
    {
        Token mark = tokens[at];
        if (!mark.IsMark || text[mark.Start] is not ('.' or '!' or '?' or '…'))
        {
            return false;
        }

        int after = AfterNote(tokens, at + 1, end);
        while (after < end && Closes(text, tokens[after]))
        {
            after++;
        }

        // What goes on in lower case, or without a space, is the same sentence.
        if (after < end && (!tokens[after].SpaceBefore || (tokens[after].IsWord && (!tokens[after].Capitalised || _continuations.Contains(tokens[after])))))
        {
            return false;
        }

        // (1868? - 1923), (? - 1409): a doubt about a year
        if (text[mark.Start] == '?' && after + 1 < end && text[tokens[after].Start] is '-' or '–' or '—' && tokens[after + 1].IsNumber)
        {
            return false;
        }

        if (text[mark.Start] != '.' || at == start)
        {
            return true;
        }

        Token before = tokens[at - 1];
        bool opensList = at - 1 == start && (before.IsNumber || before.IsRoman);
        bool initial = before.IsWord && before.Length == 1 && before.Capitalised;
        return !opensList && !initial && !_abbreviations.Contains(before);
    }

    /// <summary>Walks over one stretch of text, token by token.</summary>
    private ref struct Scanner
    {
        private readonly ReadOnlySpan<char> _text;
        private int _at;
        private bool _inNote;

        public Scanner(string text, int start, int end)
        {
            _text = text.AsSpan(0, end);
            _at = start;
        }

        public bool Next(out Token token)
        {
            TokenTraits traits = SkipToToken();
            if (_at >= _text.Length)
            {
                token = default;
                return false;
            }

            char c = _text[_at];
            token = char.IsAsciiDigit(c) ? ReadNumber(traits)
                : IsLetter(c) ? ReadWord(traits)
                : IsSuperscript(c) ? ReadWhile(static x => IsSuperscript(x), TokenKind.NoteMark, traits)
                : c == '[' && IsFootnoteReference() ? ReadFootnoteReference(traits)
                : ReadMark(traits);
            return true;
        }

        private TokenTraits SkipToToken()
        {
            TokenTraits traits = TokenTraits.None;
            while (_at < _text.Length)
            {
                char c = _text[_at];
                if (c == '\n')
                {
                    traits |= TokenTraits.SpaceBefore | TokenTraits.LineBefore;
                    _at++;
                }
                else if (char.IsWhiteSpace(c))
                {
                    traits |= TokenTraits.SpaceBefore;
                    _at++;
                }
                else if (c is '*' or '\u00AD' or '\u200B' or '\uFEFF' || (c == '\\' && _at + 1 < _text.Length && char.IsPunctuation(_text[_at + 1])))
                {
                    _at++;
                }
                else if (c != '<' || !SkipTag(ref traits))
                {
                    break;
                }
            }

            return traits;
        }

        // Inline tags that converters leave in text files: a short name, perhaps attributes, and a closing bracket near by.
        private bool SkipTag(ref TokenTraits traits)
        {
            ReadOnlySpan<char> rest = _text[_at..Math.Min(_text.Length, _at + 200)];
            int name = 1;
            bool closing = rest.Length > 1 && rest[1] == '/';
            if (closing)
            {
                name++;
            }

            int end = name;
            while (end < rest.Length && char.IsAsciiLetterOrDigit(rest[end]) && end - name < 8)
            {
                end++;
            }

            int close = rest.IndexOf('>');
            if (end == name || close < end || !char.IsAsciiLetter(rest[name]) || (rest[end] is not ('>' or ' ' or '/')))
            {
                return false;
            }

            ReadOnlySpan<char> tag = rest[name..end];
            if (tag.Equals("sup", StringComparison.OrdinalIgnoreCase))
            {
                _inNote = !closing;
            }
            else if (tag.Equals("br", StringComparison.OrdinalIgnoreCase))
            {
                traits |= TokenTraits.SpaceBefore | TokenTraits.LineBefore;
            }

            _at += close + 1;
            return true;
        }

        private Token ReadNumber(TokenTraits traits)
        {
            int start = _at;
            int value = 0;
            while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
            {
                if (_at - start < 9)
                {
                    value = (value * 10) + (_text[_at] - '0');
                }

                _at++;
            }

            return new Token(start, _at - start, 0, _at - start <= 9 ? value : -1, _inNote ? TokenKind.NoteMark : TokenKind.Number, traits);
        }

        private Token ReadWord(TokenTraits traits)
        {
            int start = _at;
            int upper = 0;
            int letters = 0;
            bool marked = false;
            if (char.IsUpper(_text[_at]))
            {
                traits |= TokenTraits.Capitalised;
            }

            for (; _at < _text.Length; _at++)
            {
                char c = _text[_at];
                if (char.IsLetter(c))
                {
                    letters++;
                    upper += char.IsUpper(c) ? 1 : 0;
                    marked |= c > '\u007F' && c is not ('đ' or 'Đ');
                }
                else if (marked && char.IsAsciiDigit(c))
                {
                    // “tháng5”, “Từ1945” lack a space; “km2”, “ĐT741” are words.
                    break;
                }
                else if (char.IsAsciiDigit(c) || (c is '²' or '³' && IsMetre(_text[start.._at])))
                {
                    traits |= TokenTraits.HasDigit;
                }
                else if (!IsCombining(c) && !(c is '\'' or '’' && _at + 1 < _text.Length && char.IsLetter(_text[_at + 1]) && _at > start))
                {
                    break;
                }
            }

            int roman = -1;
            if (upper == letters)
            {
                traits |= TokenTraits.AllUpper;
                roman = (traits & TokenTraits.HasDigit) == 0 ? RomanNumeral.Parse(_text[start.._at]) : -1;
                traits |= roman > 0 ? TokenTraits.Roman : 0;
            }

            return new Token(start, _at - start, 0, roman, TokenKind.Word, traits);
        }

        private Token ReadMark(TokenTraits traits)
        {
            char first = _text[_at];
            if (first is '.' or '-' or '_' or '=' or '~' or '…' or '–' or '—')
            {
                return ReadWhile(x => x == first, TokenKind.Mark, traits);
            }

            int length = char.IsHighSurrogate(first) && _at + 1 < _text.Length && char.IsLowSurrogate(_text[_at + 1]) ? 2 : 1;
            Token token = new(_at, length, 0, -1, TokenKind.Mark, traits);
            _at += length;
            return token;
        }

        private Token ReadWhile(Func<char, bool> same, TokenKind kind, TokenTraits traits)
        {
            int start = _at;
            while (_at < _text.Length && same(_text[_at]))
            {
                _at++;
            }

            return new Token(start, _at - start, 0, -1, kind, traits);
        }

        private readonly bool IsFootnoteReference() => _at + 1 < _text.Length && _text[_at + 1] == '^' && FootnoteEnd() > 0;

        private readonly int FootnoteEnd() => _text[_at..Math.Min(_text.Length, _at + 24)].IndexOf(']');

        private Token ReadFootnoteReference(TokenTraits traits)
        {
            Token token = new(_at, FootnoteEnd() + 1, 0, -1, TokenKind.NoteMark, traits);
            _at = token.End;
            return token;
        }

        private static bool IsLetter(char c) => char.IsLetter(c) || IsCombining(c);

        private static bool IsCombining(char c) => c >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

        private static bool IsSuperscript(char c) => c is '¹' or '²' or '³' or (>= '⁰' and <= '⁹');

        private static bool IsMetre(ReadOnlySpan<char> word) => word is "m" or "km" or "cm" or "dm" or "mm" or "hm" or "dam";
    }
}

using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking;

/// <summary>Tokens and mentions seen together: which mention covers a token, which tokens a mention has. Made for one document.</summary>
internal sealed class MentionView
{
    private readonly DocumentAnalysis _analysis;
    private readonly int[] _covering;

    /// <summary>Sees the mentions of some kinds.</summary>
    /// <param name="analysis">The document.</param>
    /// <param name="kinds">The kinds to see; where two of them share tokens, the earlier and longer one is seen.</param>
    public MentionView(DocumentAnalysis analysis, params ReadOnlySpan<MentionKind> kinds)
    {
        _analysis = analysis;
        _covering = new int[Tokens.Length];
        Array.Fill(_covering, -1);
        for (int m = 0; m < analysis.Mentions.Length; m++)
        {
            if (kinds.Contains(analysis.Mentions[m].Kind))
            {
                (int first, int end) = RangeOf(analysis.Mentions[m].Span);
                for (int i = first; i < end; i++)
                {
                    _covering[i] = _covering[i] < 0 ? m : _covering[i];
                }
            }
        }
    }

    public Document Document => _analysis.Document;

    public ImmutableArray<Token> Tokens => _analysis.Tokens.Tokens;

    public ImmutableArray<Mention> Mentions => _analysis.Mentions;

    public TableIndex Tables => _analysis.Tokens.Tables;

    public ImmutableArray<SentenceRange> Sentences => _analysis.Tokens.Sentences;

    /// <summary>A sentence to look into, as rules of finding see it.</summary>
    public Sentence SentenceAt(int index) => _analysis.Tokens.SentenceAt(index);

    /// <summary>The token at a place, or <c>default</c> outside the document.</summary>
    public Token this[int token] => (uint)token < (uint)Tokens.Length ? Tokens[token] : default;

    /// <summary>The tokens of a span: <c>[First, End)</c>.</summary>
    public (int First, int End) RangeOf(TextSpan span)
    {
        int first = Math.Max(0, _analysis.Tokens.TokenAt(span.Start));
        return (first, Math.Max(first + 1, _analysis.Tokens.TokenAt(span.End - 1) + 1));
    }

    /// <summary>The mention that covers a token, or null.</summary>
    public Mention? At(int token) =>
        (uint)token < (uint)_covering.Length && _covering[token] >= 0 ? Mentions[_covering[token]] : null;

    /// <summary>The block that a token stands in.</summary>
    public int BlockOf(int token) => _analysis.Tokens.Sentences[_analysis.Tokens.SentenceOfToken(token)].Block;

    /// <summary>The tokens of the sentence that holds a token: <c>[First, End)</c>.</summary>
    public (int First, int End) SentenceOf(int token)
    {
        SentenceRange range = _analysis.Tokens.Sentences[_analysis.Tokens.SentenceOfToken(token)];
        return (range.First, range.End);
    }

    /// <summary>Whether these words stand from a token on.</summary>
    public bool Has(int token, ImmutableArray<int> phrase)
    {
        for (int i = 0; i < phrase.Length; i++)
        {
            if (this[token + i].Word != phrase[i])
            {
                return false;
            }
        }

        return true;
    }

    public string Surface(TextSpan span) => Document.Surface(span);

    /// <summary>The span of the tokens <c>[first, end)</c>.</summary>
    public TextSpan SpanOf(int first, int end) => TextSpan.Between(this[first].Start, this[end - 1].End);

    /// <summary>Whether the same word stands at two places, whatever its case.</summary>
    public bool IsSameWord(int one, int other) =>
        Document.Text.AsSpan(this[one].Start, this[one].Length).Equals(Document.Text.AsSpan(this[other].Start, this[other].Length), StringComparison.OrdinalIgnoreCase);

    /// <summary>The characters of a span on one line, for messages.</summary>
    public string Line(TextSpan span) => Document.WordsAt(span);

    /// <summary>From the start of the earlier to the end of the later of two spans, with the bracket that closes one opened between them.</summary>
    public TextSpan Both(TextSpan one, TextSpan other)
    {
        TextSpan both = TextSpan.Between(Math.Min(one.Start, other.Start), Math.Max(one.End, other.End));
        ReadOnlySpan<char> said = Document.Text.AsSpan(both.Start, both.Length);
        return both.End < Document.Text.Length && Document.Text[both.End] == ')' && said.Count('(') > said.Count(')') ? both with { Length = both.Length + 1 } : both;
    }
}

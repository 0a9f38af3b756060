using System.Collections.Immutable;

namespace BienNien.Text;

/// <summary>Which tokens make a sentence: <c>[First, End)</c>.</summary>
/// <param name="First">Index into <see cref="TokenizedDocument.Tokens"/>.</param>
/// <param name="End">One past the last token.</param>
/// <param name="Block">Index into <see cref="Document.Blocks"/>; a sentence never crosses a block.</param>
public readonly record struct SentenceRange(int First, int End, int Block);

/// <summary>A document with its tokens and sentences. Immutable.</summary>
/// <param name="Document">What was cut.</param>
/// <param name="Tokens">All tokens in reading order.</param>
/// <param name="Sentences">All sentences in reading order; together they hold every token once.</param>
public sealed record TokenizedDocument(Document Document, ImmutableArray<Token> Tokens, ImmutableArray<SentenceRange> Sentences)
{
    private TableIndex? _tables;

    /// <summary>Where the cells of its tables stand: worked out when it is first asked for.</summary>
    public TableIndex Tables => LazyInitializer.EnsureInitialized(ref _tables, () => new TableIndex(this));

    /// <summary>A sentence to look into.</summary>
    public Sentence SentenceAt(int index) => new(this, Sentences[index]);

    /// <summary>The index of the last token that starts at or before an offset, or -1.</summary>
    public int TokenAt(int offset)
    {
        int low = 0;
        int high = Tokens.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (Tokens[middle].Start <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high;
    }

    /// <summary>The index of the sentence that holds a token.</summary>
    public int SentenceOfToken(int token)
    {
        int low = 0;
        int high = Sentences.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (Sentences[middle].First <= token)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }
}

/// <summary>One sentence as a rule sees it. A place outside it answers an empty token, so that a rule may look ahead without asking for bounds.</summary>
public readonly ref struct Sentence
{
    private readonly ReadOnlySpan<Token> _tokens;
    private readonly TokenizedDocument _document;

    /// <summary>A view on a stretch of tokens.</summary>
    public Sentence(TokenizedDocument document, SentenceRange range)
    {
        _document = document;
        _tokens = document.Tokens.AsSpan()[range.First..range.End];
        FirstToken = range.First;
        BlockIndex = range.Block;
    }

    /// <summary>How many tokens there are; at least 1.</summary>
    public int Count => _tokens.Length;

    /// <summary>Where the sentence's first token stands among all tokens of the document.</summary>
    public int FirstToken { get; }

    /// <summary>Index into <see cref="Document.Blocks"/>.</summary>
    public int BlockIndex { get; }

    /// <summary>The block it stands in.</summary>
    public Block Block => _document.Document.Blocks[BlockIndex];

    /// <summary>The document's tables, to look at the head of a cell.</summary>
    public TableIndex Tables => _document.Tables;

    /// <summary>The document's whole text: tokens speak of its offsets.</summary>
    public string Text => _document.Document.Text;

    /// <summary>The tokens.</summary>
    public ReadOnlySpan<Token> Tokens => _tokens;

    /// <summary>The token at a place, or <c>default</c> (kind None) outside the sentence.</summary>
    public Token this[int at] => (uint)at < (uint)_tokens.Length ? _tokens[at] : default;

    /// <summary>The exact characters of the token at a place; empty outside the sentence.</summary>
    public ReadOnlySpan<char> Surface(int at) => Text.AsSpan(this[at].Start, this[at].Length);

    /// <summary>The span of the tokens <c>[first, end)</c>.</summary>
    public TextSpan Span(int first, int end) => TextSpan.Between(_tokens[first].Start, _tokens[end - 1].End);

    /// <summary>Whether these words stand from a place on, whatever their case.</summary>
    /// <param name="at">The place of the first word.</param>
    /// <param name="phrase">Word numbers, as <see cref="Vocabulary.Builder.AddPhrase"/> gives them.</param>
    public bool Has(int at, ReadOnlySpan<int> phrase)
    {
        if (at < 0 || at + phrase.Length > _tokens.Length)
        {
            return false;
        }

        for (int i = 0; i < phrase.Length; i++)
        {
            if (_tokens[at + i].Word != phrase[i])
            {
                return false;
            }
        }

        return true;
    }
}

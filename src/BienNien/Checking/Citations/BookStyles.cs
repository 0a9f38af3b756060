using System.Collections.Immutable;
using BienNien.Checking.Spelling;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking.Citations;

/// <summary>Books cited with other punctuation than the document's other books: “Hà Nội 2001” beside “Hà Nội, 2003”, “tr90” beside “tr.115”. Immutable, safe to share.</summary>
internal sealed class BookStyles
{
    // From the publisher to the page.
    private const int LongestImprint = 24;

    private readonly PublisherWords _publisher;
    private readonly WordSet _page;
    private readonly WordSet _comma;
    private readonly WordSet _stop;

    public BookStyles(Vocabulary.Builder words)
    {
        _publisher = new PublisherWords(words);
        _page = words.AddSet("tr");
        _comma = words.AddSet(",");
        _stop = words.AddSet(".");
    }

    /// <summary>The faults of a document.</summary>
    public void Find(DocumentAnalysis analysis, List<CitationFault> found)
    {
        List<(TextSpan Span, string Expected)> bare = [];
        List<(TextSpan Span, string Expected)> glued = [];
        int commas = 0;
        int stops = 0;
        for (int s = 0; s < analysis.Tokens.Sentences.Length; s++)
        {
            SentenceRange range = analysis.Tokens.Sentences[s];
            for (int i = range.First; i < range.End; i++)
            {
                if (_publisher.EndAt(analysis.Tokens.Tokens, i) > 0)
                {
                    ReadImprint(analysis, i, range.Block, bare, ref commas);
                }
            }
        }

        ReadPages(analysis, glued, ref stops);
        Add(bare, commas, new BilingualText("thiếu dấu phẩy giữa nơi và năm xuất bản như ở các chú thích khác", "no comma between place and year, as the document's other notes have it"), found);
        Add(glued, stops, new BilingualText("số trang viết khác các chú thích khác", "the page is written otherwise than in the document's other notes"), found);
    }

    private static void Add(List<(TextSpan Span, string Expected)> faults, int right, BilingualText why, List<CitationFault> found)
    {
        if (right >= faults.Count && right > 1)
        {
            found.AddRange(faults.Select(fault => new CitationFault(fault.Span, why, fault.Expected)));
        }
    }

    private void ReadImprint(
        DocumentAnalysis analysis, int at, int block, List<(TextSpan, string)> bare, ref int commas)
    {
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        string text = analysis.Document.Text;
        bool dated = false;
        for (int i = at + 2; i < Math.Min(tokens.Length, at + LongestImprint); i++)
        {
            Token token = tokens[i];
            if (analysis.Tokens.Sentences[analysis.Tokens.SentenceOfToken(i)].Block != block || _publisher.EndAt(tokens, i) > 0)
            {
                return;
            }

            if (!dated && token is { IsNumber: true, Length: 4, Number: > 1900 and < 2100 })
            {
                dated = true;
                if (_comma.Contains(tokens[i - 1]))
                {
                    commas++;
                }
                else if (tokens[i - 1].IsWord && tokens[i - 1].Capitalised)
                {
                    int first = i - 1;
                    while (first > at + 1 && tokens[first - 1].IsWord && tokens[first - 1].Capitalised && i - first < 4)
                    {
                        first--;
                    }

                    TextSpan span = TextSpan.Between(tokens[first].Start, token.End);
                    bare.Add((span, $"{text[tokens[first].Start..tokens[i - 1].End]}, {text[token.Start..token.End]}"));
                }
            }
        }
    }

    // “tr.115” and “tr90”, wherever they stand.
    private void ReadPages(DocumentAnalysis analysis, List<(TextSpan, string)> glued, ref int stops)
    {
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        string text = analysis.Document.Text;
        for (int i = 0; i + 1 < tokens.Length; i++)
        {
            Token token = tokens[i];
            if (_page.Contains(token) && !token.Capitalised)
            {
                stops += _stop.Contains(tokens[i + 1]) ? 1 : 0;
                if (tokens[i + 1].IsNumber)
                {
                    glued.Add((TextSpan.Between(token.Start, tokens[i + 1].End), $"tr.{text[tokens[i + 1].Start..tokens[i + 1].End]}"));
                }
            }
            else if (token.IsWord && (token.Traits & TokenTraits.HasDigit) != 0 && token.Length > 2 && text.AsSpan(token.Start, 2) is "tr"
                && text.AsSpan(token.Start + 2, token.Length - 2).IndexOfAnyExceptInRange('0', '9') < 0)
            {
                glued.Add((token.Span, $"tr.{text[(token.Start + 2)..token.End]}"));
            }
        }
    }
}

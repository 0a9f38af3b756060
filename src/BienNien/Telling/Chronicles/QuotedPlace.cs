using BienNien.Text;

namespace BienNien.Telling.Chronicles;

/// <summary>A place in a document, with its words: what every statement of the chronicle leads back to.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Name">The document's name as it is shown: see <see cref="DocumentNames"/>.</param>
/// <param name="Span">The place.</param>
/// <param name="Quote">Exactly the document's text there.</param>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Sentence">The sentence, item or cell around it, of a very long one the part that is near; the place itself where none is known.</param>
/// <param name="SentenceText">Exactly the document's text there.</param>
public sealed record QuotedPlace(long Document, string Name, TextSpan Span, string Quote, int Line, TextSpan Sentence, string SentenceText)
{
    // Some hundred statements of one sentence must not hold it some hundred times when it is as long as a book.
    private const int Farthest = 1000;

    /// <summary><c>de-cuong.txt:12</c></summary>
    public string Address => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Name}:{Line}");

    /// <summary>A place of a document.</summary>
    /// <param name="id">The document's id.</param>
    /// <param name="document">The document, under the name that is shown.</param>
    /// <param name="span">The place.</param>
    /// <param name="sentence">What is around it; when it holds the place no better, the line is taken.</param>
    /// <exception cref="ArgumentOutOfRangeException">A span reaches over the end of the text.</exception>
    public static QuotedPlace Of(long id, Document document, TextSpan span, TextSpan sentence)
    {
        ArgumentNullException.ThrowIfNull(document);
        TextSpan around = sentence.Contains(span) && sentence.Length > span.Length ? sentence : LineOf(document.Text, span);
        around = TextSpan.Between(Math.Max(around.Start, span.Start - Farthest), Math.Min(around.End, span.End + Farthest));
        return new QuotedPlace(id, document.Name, span, document.Surface(span), document.LineOf(span.Start), around, document.Surface(around));
    }

    /// <summary>A place of a document without the words around it: for names, of which a library has more than of all else.</summary>
    /// <param name="id">The document's id.</param>
    /// <param name="document">The document, under the name that is shown.</param>
    /// <param name="span">The place.</param>
    public static QuotedPlace Alone(long id, Document document, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(document);
        string words = document.Surface(span);
        return new QuotedPlace(id, document.Name, span, words, document.LineOf(span.Start), span, words);
    }

    private static TextSpan LineOf(string text, TextSpan span)
    {
        int start = text.AsSpan(0, span.Start).LastIndexOf('\n') + 1;
        int end = text.AsSpan(span.End).IndexOf('\n');
        return TextSpan.Between(start, end < 0 ? text.Length : span.End + end);
    }
}

using BienNien.Text;

namespace BienNien.Telling.Chronicles;

/// <summary>A place in a document, with its words: what every statement of the chronicle leads back to.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Name">The document's name as it is shown: see <see cref="DocumentNames"/>.</param>
/// <param name="Span">The place.</param>
/// <param name="Quote">Exactly the document's text there.</param>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Sentence">The sentence, item or cell around it; the place itself where none is known.</param>
/// <param name="SentenceText">Exactly the document's text there.</param>
public sealed record QuotedPlace(long Document, string Name, TextSpan Span, string Quote, int Line, TextSpan Sentence, string SentenceText)
{
    /// <summary><c>de-cuong.txt:12</c></summary>
    public string Address => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Name}:{Line}");

    /// <summary>A place of a document.</summary>
    /// <param name="id">The document's id.</param>
    /// <param name="document">The document, under the name that is shown.</param>
    /// <param name="span">The place.</param>
    /// <param name="sentence">What is around it.</param>
    /// <exception cref="ArgumentOutOfRangeException">A span reaches over the end of the text.</exception>
    public static QuotedPlace Of(long id, Document document, TextSpan span, TextSpan sentence)
    {
        ArgumentNullException.ThrowIfNull(document);
        TextSpan around = sentence.Contains(span) ? sentence : span;
        return new QuotedPlace(id, document.Name, span, document.Surface(span), document.LineOf(span.Start), around, document.Surface(around));
    }
}

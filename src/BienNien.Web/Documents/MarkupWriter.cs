using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace BienNien.Web.Documents;

/// <summary>Writes HTML of documents. Text and attribute values are encoded here, in one place, whatever the document holds.</summary>
internal sealed class MarkupWriter
{
    // Vietnamese letters as themselves: half the size of character references.
    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder _html = new();

    /// <summary>Begins an element.</summary>
    /// <param name="tag">A name from our own code, never from a document.</param>
    /// <param name="attributes">Names from our own code; values are encoded, null leaves the attribute out.</param>
    public MarkupWriter Open(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _html.Append('<').Append(tag);
        foreach ((string name, string? value) in attributes)
        {
            if (value is not null)
            {
                _html.Append(' ').Append(name).Append("=\"").Append(_encoder.Encode(value)).Append('"');
            }
        }

        _html.Append('>');
        return this;
    }

    public MarkupWriter Close(string tag)
    {
        _html.Append("</").Append(tag).Append('>');
        return this;
    }

    public MarkupWriter Text(string text)
    {
        _html.Append(_encoder.Encode(text));
        return this;
    }

    /// <summary>Writes what is HTML already; from our own code, never from a document.</summary>
    public MarkupWriter Raw(string html)
    {
        _html.Append(html);
        return this;
    }

    public override string ToString() => _html.ToString();
}

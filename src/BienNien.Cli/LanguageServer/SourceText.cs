using System.Collections.Immutable;
using System.Text.Json;
using BienNien.Text;

namespace BienNien.Cli.LanguageServer;

/// <summary>A place as the language server protocol writes it: line and UTF-16 code unit, both from 0.</summary>
internal readonly record struct LspPosition(int Line, int Character);

/// <summary>The text of an editor with its lines, and the way between it and the document read from it, which composes its letters.</summary>
internal sealed class SourceText
{
    private readonly ImmutableArray<int> _starts;

    internal SourceText(string text)
    {
        Text = text;
        ImmutableArray<int>.Builder starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        for (int i = 0; i < text.Length; i++)
        {
            // The protocol knows three line ends.
            if (text[i] == '\n' || (text[i] == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n')))
            {
                starts.Add(i + 1);
            }
        }

        _starts = starts.ToImmutable();
    }

    internal string Text { get; }

    /// <summary>The offset of a place; places behind a line's or the text's end are brought back to it.</summary>
    internal int OffsetOf(LspPosition position)
    {
        if (position.Line >= _starts.Length)
        {
            return Text.Length;
        }

        int start = _starts[Math.Max(0, position.Line)];
        int end = position.Line + 1 < _starts.Length ? _starts[position.Line + 1] : Text.Length;
        while (end > start && Text[end - 1] is '\n' or '\r' && position.Line + 1 < _starts.Length)
        {
            end--;
        }

        return Math.Min(end, start + Math.Max(0, position.Character));
    }

    internal LspPosition PositionOf(int offset)
    {
        int line = _starts.BinarySearch(offset);
        line = line < 0 ? ~line - 1 : line;
        return new LspPosition(line, offset - _starts[line]);
    }

    /// <summary>Writes a span of the document as a range of this text.</summary>
    internal void WriteRange(Utf8JsonWriter json, string name, Document document, TextSpan span)
    {
        json.WriteStartObject(name);
        Write("start", PositionOf(document.SourceMap.ToSource(span.Start)));
        Write("end", PositionOf(document.SourceMap.ToSource(span.End)));
        json.WriteEndObject();

        void Write(string edge, LspPosition position)
        {
            json.WriteStartObject(edge);
            json.WriteNumber("line", position.Line);
            json.WriteNumber("character", position.Character);
            json.WriteEndObject();
        }
    }

    /// <summary>The place in the document of a place in this text: the first that is not before it.</summary>
    internal int InDocument(Document document, LspPosition position)
    {
        int wanted = OffsetOf(position);
        (int low, int high) = (0, document.Text.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = document.SourceMap.ToSource(middle) < wanted ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

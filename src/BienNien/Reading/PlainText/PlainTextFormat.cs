using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Reading.PlainText;

/// <summary>Text files: the document's text is the file's text in NFC, nothing added or taken.</summary>
internal sealed class PlainTextFormat : IDocumentFormat
{
    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".txt", ".text"];

    /// <inheritdoc/>
    public bool Streams => true;

    /// <inheritdoc/>
    public ReadResult Read(string name, FileContent content, ReadOptions options)
    {
        if (content.Length > options.MaxBytes && options.Encoding is null or TextEncoding.Utf8
            && LargeText.TryDecode(content, out string large, out OffsetMap toFile))
        {
            return new ReadResult.Read(DocumentOf(name, large, toFile, new SourceEncoding(TextEncoding.Utf8, 1, IsGiven: options.Encoding is not null)));
        }

        ReadOnlyMemory<byte> bytes = content.Bytes;
        if (TextDecoding.Decode(bytes.Span, options, charset: null, out string text, out OffsetMap map, out SourceEncoding encoding) is { } problem)
        {
            return problem;
        }

        return new ReadResult.Read(DocumentOf(name, text, map, encoding));
    }

    private static Document DocumentOf(string name, string text, OffsetMap map, SourceEncoding encoding) =>
        new(name, text, Blocks, map, PageStarts(text)) { Encoding = encoding };

    private static (ImmutableArray<Block> Blocks, ImmutableArray<NoteLink> Notes) Blocks(string text)
    {
        ImmutableArray<Block> blocks = LineBlocks.Find(text);
        return (blocks, NoteLinks.Of(text, blocks));
    }

    private static ImmutableArray<int> PageStarts(string text)
    {
        ImmutableArray<int>.Builder starts = ImmutableArray.CreateBuilder<int>();
        for (int i = text.IndexOf('\f', StringComparison.Ordinal); i >= 0 && i + 1 < text.Length; i = text.IndexOf('\f', i + 1))
        {
            starts.Add(i + 1);
        }

        return starts.ToImmutable();
    }
}

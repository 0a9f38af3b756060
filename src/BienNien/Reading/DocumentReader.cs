using System.Collections.Immutable;
using BienNien.Reading.Docx;
using BienNien.Reading.Html;
using BienNien.Reading.Markdown;
using BienNien.Reading.PlainText;

namespace BienNien.Reading;

/// <summary>One format of files.</summary>
public interface IDocumentFormat
{
    /// <summary>The endings of its file names, lower case with the dot.</summary>
    ImmutableArray<string> Extensions { get; }

    /// <summary>Whether large files are read as a stream, so that <see cref="ReadOptions.MaxTextBytes"/> is their limit.</summary>
    bool Streams => false;

    /// <summary>Reads a file of this format.</summary>
    /// <param name="name">The file's name as the user gave it.</param>
    /// <param name="content">The whole file, no longer than the options allow, not empty.</param>
    /// <param name="options">Limits.</param>
    ReadResult Read(string name, FileContent content, ReadOptions options);
}

/// <summary>Makes documents of files' bytes. Immutable, safe to share.</summary>
public sealed class DocumentReader
{
    private readonly ImmutableArray<IDocumentFormat> _formats;

    private DocumentReader(ImmutableArray<IDocumentFormat> formats) => _formats = formats;

    /// <summary>All endings that are read, lower case with the dot.</summary>
    public ImmutableArray<string> Extensions => [.. _formats.SelectMany(format => format.Extensions)];

    /// <summary>The endings of each format.</summary>
    internal IEnumerable<ImmutableArray<string>> Formats => _formats.Select(static format => format.Extensions);

    /// <summary>A reader of all formats that the engine knows, and of others.</summary>
    /// <param name="further">Formats that need more than the engine has, such as programs of the machine; asked before the engine's own.</param>
    public static DocumentReader Create(params IEnumerable<IDocumentFormat> further) => new(
    [
        .. further,
        new PlainTextFormat(),
        new MarkdownFormat(),
        new HtmlFormat(),
        new DocxFormat(),
    ]);

    /// <summary>Whether a file's name has an ending that is read.</summary>
    public bool Reads(string name) => FormatOf(name) is not null;

    /// <summary>Whether a file may stay on disk until it is read: see <see cref="IDocumentFormat.Streams"/>.</summary>
    public bool Streams(string name) => FormatOf(name) is { Streams: true };

    /// <summary>Reads a file.</summary>
    /// <param name="name">The file's name as the user gave it; its ending tells the format.</param>
    /// <param name="content">The whole file.</param>
    /// <param name="options">Limits.</param>
    public ReadResult Read(string name, FileContent content, ReadOptions options)
    {
        IDocumentFormat? format = FormatOf(name);
        long limit = format is { Streams: true } ? options.MaxTextBytes : options.MaxBytes;
        return content.Length > limit ? new ReadResult.Unreadable(ProblemCode.TooLarge, 0, $"{content.Length} > {limit} bytes")
            : format is null ? new ReadResult.Unreadable(ProblemCode.UnknownFormat, 0, Path.GetExtension(name))
            : content.Length == 0 ? new ReadResult.Unreadable(ProblemCode.Empty, 0, "0 bytes")
            : format.Read(name, content, options);
    }

    /// <summary>Reads a file that is in memory.</summary>
    /// <inheritdoc cref="Read(string, FileContent, ReadOptions)"/>
    public ReadResult Read(string name, ReadOnlyMemory<byte> bytes, ReadOptions options) => Read(name, FileContent.Of(bytes), options);

    private IDocumentFormat? FormatOf(string name)
    {
        string extension = Path.GetExtension(name).ToLowerInvariant();
        return _formats.FirstOrDefault(format => format.Extensions.Contains(extension));
    }
}

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

    /// <summary>Reads a file.</summary>
    /// <param name="name">The file's name as the user gave it; its ending tells the format.</param>
    /// <param name="content">The whole file.</param>
    /// <param name="options">Limits.</param>
    public ReadResult Read(string name, FileContent content, ReadOptions options)
    {
        if (content.Length > options.MaxBytes)
        {
            return new ReadResult.Unreadable(ProblemCode.TooLarge, 0, $"{content.Length} > {options.MaxBytes} bytes");
        }

        return FormatOf(name) is { } format
            ? content.Length == 0 ? new ReadResult.Unreadable(ProblemCode.Empty, 0, "0 bytes") : format.Read(name, content, options)
            : new ReadResult.Unreadable(ProblemCode.UnknownFormat, 0, Path.GetExtension(name));
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

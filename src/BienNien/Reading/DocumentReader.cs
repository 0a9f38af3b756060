using System.Collections.Immutable;
using BienNien.Reading.Archives;
using BienNien.Reading.Docx;
using BienNien.Reading.Html;
using BienNien.Reading.Mail;
using BienNien.Reading.Markdown;
using BienNien.Reading.Packages;
using BienNien.Reading.PlainText;
using BienNien.Reading.Pptx;
using BienNien.Reading.Repairing;
using BienNien.Reading.SeparatedValues;
using BienNien.Reading.Xlsx;
using BienNien.Text;

namespace BienNien.Reading;

/// <summary>One format of files.</summary>
public interface IDocumentFormat
{
    /// <summary>The endings of its file names, lower case with the dot.</summary>
    ImmutableArray<string> Extensions { get; }

    /// <summary>Whether large files are read as a stream, so that <see cref="ReadOptions.MaxTextBytes"/> is their limit.</summary>
    bool Streams => false;

    /// <summary>Whether its files hold others: such a file is opened even where its own words are known.</summary>
    bool HoldsFiles => false;

    /// <summary>Reads a file of this format.</summary>
    /// <param name="name">The file's name as the user gave it.</param>
    /// <param name="content">The whole file, no longer than the options allow, not empty.</param>
    /// <param name="options">Limits.</param>
    ReadResult Read(string name, FileContent content, ReadOptions options);
}

/// <summary>Makes documents of files' bytes. Immutable, safe to share.</summary>
public sealed class DocumentReader
{
    // A letter with an archive that holds a letter with an archive: nobody sends more.
    private const int MostDepth = 3;

    // Its tables take longer to load than most files take to read, and printing a text needs none of them.
    private readonly Lazy<DamageFinder> _damage = new(DamageFinder.Create);
    private readonly ImmutableArray<IDocumentFormat> _own;
    private readonly ImmutableArray<IDocumentFormat> _formats;

    private DocumentReader(IEnumerable<IDocumentFormat> further)
    {
        _own =
        [
            new PlainTextFormat(),
            new MarkdownFormat(),
            new HtmlFormat(),
            new DocxFormat(),
            new XlsxFormat(),
            new PptxFormat(),
            new SeparatedValuesFormat(),
            new EmlFormat(Reads),
            new MhtmlFormat(),
            new ZipFormat(Reads),
        ];
        _formats = [.. further, .. _own];
    }

    /// <summary>All endings that are read, lower case with the dot.</summary>
    public ImmutableArray<string> Extensions => [.. _formats.SelectMany(format => format.Extensions)];

    /// <summary>The endings of each format.</summary>
    internal IEnumerable<ImmutableArray<string>> Formats => _formats.Select(static format => format.Extensions);

    /// <summary>Which build of the code reads: another one may read the same bytes otherwise.</summary>
    public string Version => string.Join('+', _formats.Select(static format => format.GetType().Module).Prepend(typeof(DocumentReader).Module)
        .Select(static module => module.ModuleVersionId.ToString("N")).Distinct(StringComparer.Ordinal));

    /// <summary>A reader of all formats that the engine knows, and of others.</summary>
    /// <param name="further">Formats that need more than the engine has, such as programs of the machine; asked before the engine's own.</param>
    public static DocumentReader Create(params IEnumerable<IDocumentFormat> further) => new(further);

    /// <summary>Whether a file's name has an ending that is read.</summary>
    public bool Reads(string name) => FormatOf(name) is not null;

    /// <summary>Whether a file of this name is of a kind that holds others.</summary>
    public bool HoldsFiles(string name) => FormatOf(name) is { HoldsFiles: true };

    /// <summary>Whether a file may stay on disk until it is read: see <see cref="IDocumentFormat.Streams"/>.</summary>
    public bool Streams(string name) => FormatOf(name) is { Streams: true };

    /// <summary>Reads a file.</summary>
    /// <param name="name">The file's name as the user gave it; its ending tells the format, unless the bytes show it to be wrong.</param>
    /// <param name="content">The whole file.</param>
    /// <param name="options">Limits.</param>
    public ReadResult Read(string name, FileContent content, ReadOptions options) => Read(name, Path.GetExtension(name), content, options);

    /// <summary>Reads a file of which is known, otherwise than by its name, what it is.</summary>
    /// <param name="name">The file's name as the user gave it.</param>
    /// <param name="extension">The ending that files of its format have, with the dot.</param>
    /// <param name="content">The whole file.</param>
    /// <param name="options">Limits.</param>
    public ReadResult Read(string name, string extension, FileContent content, ReadOptions options) => ReadAs(name, extension, content, options) switch
    {
        ReadResult.Read read => new ReadResult.Read(WithDamages(read.Document)),
        ReadResult.Container { Document: { } document } container => container with { Document = WithDamages(document) },
        ReadResult other => other,
    };

    private ReadResult ReadAs(string name, string extension, FileContent content, ReadOptions options)
    {
        IDocumentFormat? format = FormatOf(extension);
        long limit = format is { Streams: true } ? options.MaxTextBytes : options.MaxBytes;
        return content.Length > limit ? new ReadResult.Unreadable(ProblemCode.TooLarge, 0, $"{content.Length} > {limit} bytes")
            : format is null ? new ReadResult.Unreadable(ProblemCode.UnknownFormat, 0, extension)
            : content.Length == 0 ? new ReadResult.Unreadable(ProblemCode.Empty, 0, "0 bytes")
            : content.Length <= options.MaxBytes && _own.Contains(format) && FileSignature.EndingOf(content) is { } shown && IsWrong(format, shown)
                ? FormatOf(shown)?.Read(name, content, options) ?? new ReadResult.Unreadable(ProblemCode.UnknownFormat, 0, shown)
            : format.Read(name, content, options);
    }

    /// <summary>Reads a file that is in memory.</summary>
    /// <inheritdoc cref="Read(string, FileContent, ReadOptions)"/>
    public ReadResult Read(string name, ReadOnlyMemory<byte> bytes, ReadOptions options) => Read(name, FileContent.Of(bytes), options);

    /// <summary>Reads a file and, when it holds others, these and the files in them.</summary>
    /// <remarks>All of them together unpack to no more than the limit of one file.</remarks>
    /// <param name="name">The file's name as the user gave it.</param>
    /// <param name="content">The whole file.</param>
    /// <param name="options">Limits.</param>
    /// <param name="isKnown">Asked for a file that lies in another one, by its name and bytes, before it is read: one that is known is not.</param>
    /// <returns>What became of each, as they are asked for; the file itself first when it says something itself.</returns>
    public IEnumerable<FileReading> ReadAll(string name, FileContent content, ReadOptions options, Func<string, FileContent, bool>? isKnown = null) =>
        ReadAll(name, content, options with { Account = new UnpackAccount(options.MaxBytes) }, isKnown, 0);

    private Document WithDamages(Document document) => document.WithDamages(one => _damage.Value.Find(one));

    private IEnumerable<FileReading> ReadAll(string name, FileContent content, ReadOptions options, Func<string, FileContent, bool>? isKnown, int depth)
    {
        if (depth > 0 && isKnown?.Invoke(name, content) == true)
        {
            yield return new FileReading.Known(name, content);
            yield break;
        }

        switch (Read(name, content, options))
        {
            case ReadResult.Read read:
                yield return new FileReading.Read(name, content, read.Document);
                break;
            case ReadResult.Unreadable bad:
                yield return new FileReading.Unreadable(name, content, bad);
                break;
            case ReadResult.Container container:
                foreach (FileReading inside in ReadInside(name, content, container, options, isKnown, depth))
                {
                    yield return inside;
                }

                break;
        }
    }

    private IEnumerable<FileReading> ReadInside(
        string name, FileContent content, ReadResult.Container container, ReadOptions options, Func<string, FileContent, bool>? isKnown, int depth)
    {
        if (container.Document is { } document)
        {
            yield return new FileReading.Read(name, content, document);
        }

        if (container.PassedOver > 0)
        {
            yield return new FileReading.PassedOver(name, container.PassedOver);
        }

        if (depth == MostDepth && container.Files.Length > 0)
        {
            yield return new FileReading.Unreadable(name, content, new ReadResult.Unreadable(ProblemCode.TooLarge, 0, $"files in files, more than {MostDepth} deep"));
            yield break;
        }

        if (container.Problem is { } problem)
        {
            yield return new FileReading.Unreadable(name, content, problem);
        }

        foreach (ContainedFile file in container.Files)
        {
            string path = $"{name}/{file.Name}";
            FileContent bytes = FileContent.Of(file.Bytes);
            if (file.Problem is { } own)
            {
                yield return new FileReading.Unreadable(path, bytes, own);
                continue;
            }

            foreach (FileReading inner in ReadAll(path, bytes, options, isKnown, depth + 1))
            {
                yield return inner;
            }
        }
    }

    // A web page saved as a workbook is common; a plain text that begins with a tag is a plain text.
    private static bool IsWrong(IDocumentFormat format, string shown) =>
        !format.Extensions.Contains(shown) && (!FileSignature.IsText(shown) || format is DocxFormat or XlsxFormat or PptxFormat or ZipFormat);

    private IDocumentFormat? FormatOf(string name)
    {
        string extension = Path.GetExtension(name).ToLowerInvariant();
        return _formats.FirstOrDefault(format => format.Extensions.Contains(extension));
    }
}

using System.IO.Compression;
using System.Xml;

namespace BienNien.Reading.Docx;

/// <summary>The parts of a Word file, unpacked under a limit. Only parts inside the file are ever opened.</summary>
internal sealed class DocxPackage : IDisposable
{
    private static readonly XmlReaderSettings _settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly long _limit;
    private long _unpacked;

    /// <summary>Opens a package.</summary>
    /// <exception cref="InvalidDataException">It is no ZIP archive, or a damaged one.</exception>
    public DocxPackage(ReadOnlyMemory<byte> bytes, long limit)
    {
        _limit = limit;
        _archive = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
        foreach (ZipArchiveEntry entry in _archive.Entries)
        {
            _entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
    }

    /// <summary>All relationships of a part (of the package itself for an empty name) that stay inside the package.</summary>
    /// <returns>The kind is the last word of the relationship's type (<c>officeDocument</c>, <c>styles</c>).</returns>
    public List<(string Kind, string Target)> Relationships(string source)
    {
        List<(string, string)> found = [];
        int slash = source.LastIndexOf('/');
        string folder = slash < 0 ? "" : source[..(slash + 1)];
        using XmlReader? reader = Open($"{folder}_rels/{source[(slash + 1)..]}.rels");
        while (reader is not null && reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "Relationship" && reader.GetAttribute("TargetMode") != "External"
                && reader.GetAttribute("Type") is { } type && reader.GetAttribute("Target") is { } target)
            {
                found.Add((type[(type.LastIndexOf('/') + 1)..], target.StartsWith('/') ? target[1..] : Resolve(folder, target)));
            }
        }

        return found;
    }

    /// <summary>A reader of a part; null when the package has no such part.</summary>
    public XmlReader? Open(string? part) => part is not null && _entries.TryGetValue(part, out ZipArchiveEntry? entry)
        ? XmlReader.Create(new LimitedStream(this, entry.Open()), _settings)
        : null;

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    private static string Resolve(string folder, string target)
    {
        List<string> path = [.. folder.Split('/', StringSplitOptions.RemoveEmptyEntries)];
        foreach (string step in target.Split('/'))
        {
            if (step == ".." && path.Count > 0)
            {
                path.RemoveAt(path.Count - 1);
            }
            else if (step is not (".." or "." or ""))
            {
                path.Add(step);
            }
        }

        return string.Join('/', path);
    }

    /// <summary>The parts unpack to more than the limit, whatever sizes the archive declares.</summary>
    internal sealed class TooLargeException : Exception
    {
        public TooLargeException()
        {
        }

        public TooLargeException(string message)
            : base(message)
        {
        }

        public TooLargeException(string message, Exception inner)
            : base(message, inner)
        {
        }
    }

    private sealed class LimitedStream(DocxPackage package, Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            int read = inner.Read(buffer);
            package._unpacked += read;
            return package._unpacked > package._limit ? throw new TooLargeException() : read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}

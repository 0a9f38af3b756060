using System.IO.Compression;
using System.Xml;

namespace BienNien.Reading.Packages;

/// <summary>The parts of a Word, Excel or PowerPoint file, unpacked under a limit. Only parts inside the file are ever opened.</summary>
internal sealed class OfficePackage : IDisposable
{
    // The largest office files have some thousands of parts.
    private const int MostParts = 20_000;

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
    private readonly UnpackBudget _budget;

    private OfficePackage(ReadOnlyMemory<byte> bytes, UnpackBudget budget)
    {
        if (ZipDirectory.Names(bytes, MostParts + 1).Count > MostParts)
        {
            throw new InvalidDataException($"> {MostParts} parts");
        }

        _budget = budget;
        _archive = new ZipArchive(FileContent.Of(bytes).Open(), ZipArchiveMode.Read);
        foreach (ZipArchiveEntry entry in _archive.Entries)
        {
            _entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
    }

    /// <summary>The part that the whole is about: the text of a Word file, the list of sheets or of slides; null when it is not there.</summary>
    public string? Main => Relationships("").FirstOrDefault(static one => one.Kind == "officeDocument") is { Target: { } target } && _entries.ContainsKey(target) ? target : null;

    /// <summary>Reads a file that should be a package, and turns what is wrong with it into a problem.</summary>
    /// <param name="content">The file.</param>
    /// <param name="options">Limits.</param>
    /// <param name="read">Makes a document of the package and its main part.</param>
    public static ReadResult Read(FileContent content, ReadOptions options, Func<OfficePackage, string, ReadResult> read)
    {
        ReadOnlyMemory<byte> bytes = content.Bytes;
        if (OleFile.Is(bytes.Span))
        {
            return OleFile.Refuse(bytes.Span);
        }

        if (!bytes.Span.StartsWith("PK"u8))
        {
            return new ReadResult.Unreadable(ProblemCode.Damaged, 0, "no ZIP archive");
        }

        UnpackBudget budget = new(options.MaxBytes, options.Account?.Parts);
        try
        {
            using OfficePackage package = new(bytes, budget);
            return package.Main is { } main ? read(package, main) : new ReadResult.Unreadable(ProblemCode.Damaged, 0, "no main document");
        }
        catch (UnpackBudget.SpentException)
        {
            return new ReadResult.Unreadable(ProblemCode.TooLarge, 0, $"unpacks to > {budget.Limit} bytes");
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or NotSupportedException or OverflowException)
        {
            return new ReadResult.Unreadable(ProblemCode.Damaged, 0, e.Message.ReplaceLineEndings(" "));
        }
    }

    /// <summary>All relationships of a part (of the package itself for an empty name) that stay inside the package.</summary>
    public List<PartRelationship> Relationships(string source)
    {
        List<PartRelationship> found = [];
        int slash = source.LastIndexOf('/');
        string folder = slash < 0 ? "" : source[..(slash + 1)];
        using XmlReader? reader = Open($"{folder}_rels/{source[(slash + 1)..]}.rels");
        while (reader is not null && reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "Relationship" && reader.GetAttribute("TargetMode") != "External"
                && reader.GetAttribute("Type") is { } type && reader.GetAttribute("Target") is { } target)
            {
                found.Add(new PartRelationship(
                    reader.GetAttribute("Id") ?? "", type[(type.LastIndexOf('/') + 1)..], target.StartsWith('/') ? Resolve("", target) : Resolve(folder, target)));
            }
        }

        return found;
    }

    /// <summary>A reader of a part; null when the package has no such part.</summary>
    public XmlReader? Open(string? part) => part is not null && _entries.TryGetValue(part, out ZipArchiveEntry? entry)
        ? XmlReader.Create(_budget.Watch(entry.Open()), _settings)
        : null;

    /// <summary>The bytes of a part that is a file of another kind; null when the package has no such part.</summary>
    public byte[]? Bytes(string part)
    {
        if (!_entries.TryGetValue(part, out ZipArchiveEntry? entry))
        {
            return null;
        }

        using Stream stream = _budget.Watch(entry.Open());
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

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
}

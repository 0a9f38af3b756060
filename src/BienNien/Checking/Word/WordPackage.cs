using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace BienNien.Checking.Word;

/// <summary>A Word file that is to be written again with some parts changed: every other part keeps its bytes.</summary>
internal sealed class WordPackage
{
    private const string OfficeDocument = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
    private const string CommentsRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
    private const string CommentsType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
    private static readonly XNamespace _relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace _types = "http://schemas.openxmlformats.org/package/2006/content-types";

    private readonly ReadOnlyMemory<byte> _file;
    private readonly Dictionary<string, XDocument> _changed = new(StringComparer.Ordinal);

    private WordPackage(ReadOnlyMemory<byte> file, string main, XDocument body) => (_file, Main, Body) = (file, main, body);

    /// <summary>The name of the main part, <c>word/document.xml</c> as a rule.</summary>
    public string Main { get; }

    /// <summary>The main part; what is changed in it is written.</summary>
    public XDocument Body { get; }

    /// <summary>Opens a file.</summary>
    /// <exception cref="InvalidDataException">It is no Word file.</exception>
    public static WordPackage Open(ReadOnlyMemory<byte> file)
    {
        try
        {
            using ZipArchive archive = Archive(file);
            string? main = Part(archive, "_rels/.rels")?.Root?.Elements(_relationships + "Relationship")
                .FirstOrDefault(static one => (string?)one.Attribute("Type") == OfficeDocument)?.Attribute("Target")?.Value.TrimStart('/');
            return main is not null && Part(archive, main) is { Root: not null } body
                ? new WordPackage(file, main, body)
                : throw new InvalidDataException("The file has no main part.");
        }
        catch (XmlException broken)
        {
            throw new InvalidDataException("A part of the file is no XML.", broken);
        }
    }

    /// <summary>The part with the comments, made when there is none.</summary>
    public XElement Comments()
    {
        using ZipArchive archive = Archive(_file);
        string folder = Main.Contains('/', StringComparison.Ordinal) ? Main[..(Main.LastIndexOf('/') + 1)] : "";
        string relations = $"{folder}_rels/{Main[folder.Length..]}.rels";
        XDocument links = Changed(archive, relations) ?? new XDocument(new XElement(_relationships + "Relationships"));
        string? target = links.Root!.Elements(_relationships + "Relationship").FirstOrDefault(static one => (string?)one.Attribute("Type") == CommentsRelation)?.Attribute("Target")?.Value;
        string part = target is null ? folder + "comments.xml" : target.StartsWith('/') ? target[1..] : folder + target;
        if (target is null)
        {
            HashSet<string?> ids = [.. links.Root.Elements().Select(static one => (string?)one.Attribute("Id"))];
            int number = ids.Count + 1;
            while (ids.Contains($"rId{number}"))
            {
                number++;
            }

            links.Root.Add(new XElement(
                _relationships + "Relationship", new XAttribute("Id", $"rId{number}"), new XAttribute("Type", CommentsRelation), new XAttribute("Target", "comments.xml")));
            _changed[relations] = links;
            XDocument types = Changed(archive, "[Content_Types].xml") ?? throw new InvalidDataException("The file does not say what its parts are.");
            types.Root!.Add(new XElement(_types + "Override", new XAttribute("PartName", "/" + part), new XAttribute("ContentType", CommentsType)));
            _changed["[Content_Types].xml"] = types;
        }

        XDocument comments = Changed(archive, part) ?? new XDocument(new XElement(WordBody.W + "comments", new XAttribute(XNamespace.Xmlns + "w", WordBody.W.NamespaceName)));
        _changed[part] = comments;
        return comments.Root!;
    }

    /// <summary>The whole file with what was changed.</summary>
    public byte[] Save()
    {
        _changed[Main] = Body;
        using MemoryStream written = new();
        using (ZipArchive source = Archive(_file))
        using (ZipArchive target = new(written, ZipArchiveMode.Create, leaveOpen: true))
        {
            HashSet<string> done = new(StringComparer.Ordinal);
            foreach (ZipArchiveEntry entry in source.Entries)
            {
                ZipArchiveEntry copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = entry.LastWriteTime;
                done.Add(entry.FullName);
                using Stream to = copy.Open();
                if (_changed.TryGetValue(entry.FullName, out XDocument? changed))
                {
                    Write(changed, to);
                }
                else
                {
                    using Stream from = entry.Open();
                    from.CopyTo(to);
                }
            }

            foreach ((string name, XDocument part) in _changed.Where(pair => !done.Contains(pair.Key)))
            {
                using Stream to = target.CreateEntry(name, CompressionLevel.Optimal).Open();
                Write(part, to);
            }
        }

        return written.ToArray();
    }

    private XDocument? Changed(ZipArchive archive, string part) => _changed.GetValueOrDefault(part) ?? Part(archive, part);

    private static ZipArchive Archive(ReadOnlyMemory<byte> file) => new(new MemoryStream(file.ToArray(), writable: false), ZipArchiveMode.Read);

    private static XDocument? Part(ZipArchive archive, string name)
    {
        if (archive.GetEntry(name) is not { } entry)
        {
            return null;
        }

        using Stream stream = entry.Open();
        using XmlReader reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static void Write(XDocument part, Stream to)
    {
        using XmlWriter writer = XmlWriter.Create(to, new XmlWriterSettings { Indent = false, Encoding = new System.Text.UTF8Encoding(false) });
        part.Save(writer);
    }
}

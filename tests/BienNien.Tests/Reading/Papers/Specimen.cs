using System.Collections.Immutable;
using System.Text;
using BienNien.Reading.Papers;
using BienNien.Text;

namespace BienNien.Tests.Reading.Papers;

/// <summary>A whole paper written for this project, with what its header says marked by hand before any rule read it.</summary>
/// <remarks>A file has <c>field: value</c> lines, a line of <c>=====</c>, then the paper; a field that is not named must not be found.</remarks>
internal sealed record Specimen(string Name, string FileName, string Text, ImmutableDictionary<string, string> Fields)
{
    /// <summary>All fields that are compared.</summary>
    public static ImmutableArray<string> FieldNames { get; } =
    [
        "kind", "above", "issuer", "number", "symbol", "place", "date", "type", "title", "enclosure", "signer", "office", "form",
        "addressees", "recipients", "handling", "urgency",
    ];

    public static ImmutableArray<Specimen> All(string folder) =>
        [.. Directory.GetFiles(Repository.Path("tests", "BienNien.Tests", "Reading", "Papers", folder), "*.txt").Order(StringComparer.Ordinal).Select(Load)];

    public Document Read() => Blocks.Read(FileName, Encoding.UTF8.GetBytes(Text));

    /// <summary>What a header says, in the words of a specimen.</summary>
    public static ImmutableDictionary<string, string> FieldsOf(PaperHeader? header)
    {
        ImmutableDictionary<string, string>.Builder fields = ImmutableDictionary.CreateBuilder<string, string>();
        fields.Add("kind", (header?.Kind ?? PaperKind.Unknown).ToString());
        foreach ((string name, PaperPart<string>? part) in Parts(header))
        {
            if (part is not null)
            {
                fields[name] = fields.TryGetValue(name, out string? before) ? $"{before} | {part.Value}" : part.Value;
            }
        }

        return fields.ToImmutable();
    }

    /// <summary>Every part with its place.</summary>
    public static IEnumerable<(string Name, PaperPart<string>? Part)> Parts(PaperHeader? header) => header is null ? [] :
    [
        ("above", header.Above), ("issuer", header.Issuer), ("reference", header.Reference), ("number", header.Number), ("symbol", header.Symbol), ("place", header.Place),
        ("date", header.Date), ("type", header.Type), ("title", header.Title), ("enclosure", header.Enclosure),
        ("signer", header.Signer?.Name), ("office", header.Signer?.Office), ("form", header.Signer?.Form),
        ("handling", header.Handling), ("urgency", header.Urgency),
        .. header.Addressees.Select(static part => ("addressees", (PaperPart<string>?)part)),
        .. header.Recipients.Select(static part => ("recipients", (PaperPart<string>?)part)),
    ];

    private static Specimen Load(string path)
    {
        string all = File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal);
        int cut = all.IndexOf("=====\n", StringComparison.Ordinal);
        Dictionary<string, string> fields = all[..cut].Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => line.Split(": ", 2)).ToDictionary(static pair => pair[0], static pair => pair[1], StringComparer.Ordinal);
        string file = fields.Remove("file", out string? named) ? named : "van-ban.txt";
        return new Specimen(Path.GetFileNameWithoutExtension(path), file, all[(cut + "=====\n".Length)..], fields.ToImmutableDictionary());
    }
}

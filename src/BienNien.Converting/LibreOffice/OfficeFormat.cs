using System.Collections.Immutable;
using BienNien.Converting.Programs;
using BienNien.Reading;

namespace BienNien.Converting.LibreOffice;

/// <summary>Files of older or other offices: turned by LibreOffice into those of today, which the engine reads.</summary>
/// <param name="office">Converts.</param>
/// <param name="engine">Reads what comes out.</param>
/// <param name="extensions">The endings of the files.</param>
/// <param name="ole">The ending of what a container of Office 97 is under these endings.</param>
/// <param name="to">The ending of what they are turned into, with the dot.</param>
internal sealed class OfficeFormat(OfficeConverter office, DocumentReader engine, ImmutableArray<string> extensions, string ole, string to) : IDocumentFormat
{
    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = extensions;

    /// <summary>All kinds that LibreOffice and the engine read together.</summary>
    public static IEnumerable<IDocumentFormat> All(OfficeConverter office)
    {
        DocumentReader engine = DocumentReader.Create();
        (ImmutableArray<string> Extensions, string Ole, string To)[] kinds =
        [
            ([".doc", ".dot", ".rtf", ".odt", ".ott", ".docx", ".docm"], ".doc", ".docx"),
            ([".xls", ".ods"], ".xls", ".xlsx"),
            ([".ppt", ".odp"], ".ppt", ".pptx"),
        ];
        return kinds.Where(kind => engine.Extensions.Contains(kind.To)).Select(kind => new OfficeFormat(office, engine, kind.Extensions, kind.Ole, kind.To));
    }

    /// <inheritdoc/>
    public ReadResult Read(string name, FileContent content, ReadOptions options)
    {
        string named = Path.GetExtension(name).ToLowerInvariant();
        ReadOnlySpan<byte> bytes = content.Bytes.Span;
        string? kind = OfficeSniffer.IsOle(bytes) ? ole : OfficeSniffer.Of(bytes);
        if (OfficeSniffer.IsLocked(content.Bytes))
        {
            return new ReadResult.Unreadable(ProblemCode.Protected, 0, named);
        }

        if (kind == ole && OfficeSniffer.IsOle(bytes) && !OfficeSniffer.HoldsDocument(bytes, ole))
        {
            return new ReadResult.Unreadable(ProblemCode.Damaged, 0, named);
        }

        // Today's files, web pages and mere text are read as what they are, whatever they are called.
        string own = kind ?? (engine.Extensions.Contains(named) ? named : ".txt");
        if (engine.Extensions.Contains(own))
        {
            return engine.Read(name, own, content, options) switch
            {
                ReadResult.Unreadable { Code: ProblemCode.NotText or ProblemCode.NotUtf8 } when kind is null => new ReadResult.Unreadable(ProblemCode.Damaged, 0, named),
                ReadResult result => result,
            };
        }

        try
        {
            byte[] converted = office.Convert(content, own, to[1..], options.MaxBytes);
            return engine.Read(name, to, FileContent.Of(converted), options);
        }
        catch (ProgramFailure failure)
        {
            return failure.ToResult();
        }
    }
}

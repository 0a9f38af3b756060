using System.Collections.Immutable;
using BienNien.Reading.Html;
using BienNien.Text;

namespace BienNien.Reading.Mail;

/// <summary>Web pages saved in one file with their pictures (RFC 2557): the page is read, the rest is not needed.</summary>
internal sealed class MhtmlFormat : IDocumentFormat
{
    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".mhtml", ".mht"];

    /// <inheritdoc/>
    public ReadResult Read(string name, FileContent content, ReadOptions options)
    {
        MailPart archive = MailPart.Read(content.Bytes, out _);
        if (archive.Headers.IsEmpty)
        {
            return new ReadResult.Unreadable(ProblemCode.Damaged, 0, "no header lines");
        }

        if (Page(archive) is not { } page)
        {
            return new ReadResult.Unreadable(ProblemCode.Damaged, 0, "no page");
        }

        if (TextDecoding.DecodeSource(page.Decode().Span, options, page.Headers.Parameter("Content-Type", "charset"), out string source, out SourceEncoding encoding) is { } problem)
        {
            // Places count in the decoded page, not in the file.
            return problem with { ByteOffset = 0 };
        }

        DocumentAssembler document = new() { Encoding = encoding };
        new HtmlFlow(source, document).ReadAll();
        return document.Finish(name);
    }

    /// <summary>The bytes of the page in such an archive; empty when there is none.</summary>
    public static ReadOnlyMemory<byte> PageOf(ReadOnlyMemory<byte> archive) => Page(MailPart.Read(archive, out _))?.Decode() ?? default;

    // The part that the archive names as its start, or its first page.
    private static MailPart? Page(MailPart part)
    {
        if (part.Type is "text/html" or "application/xhtml+xml")
        {
            return part;
        }

        string? start = part.Headers.Parameter("Content-Type", "start");
        return (start is null ? null : part.Parts.Find(inner => inner.Headers["Content-ID"] == start && inner.Type == "text/html"))
            ?? part.Parts.Select(Page).FirstOrDefault(static found => found is not null);
    }
}

using BienNien.Reading.Papers;
using BienNien.Text;

namespace BienNien.Telling;

/// <summary>What a document is called in lists.</summary>
public static class DocumentTitle
{
    private const int Longest = 160;

    /// <summary>Type and trích yếu of a paper, else the first heading, else the first words; on one line, at most 160 characters and an ellipsis.</summary>
    /// <param name="document">The document.</param>
    /// <param name="header">Its own header; null when it has none.</param>
    public static string Of(Document document, PaperHeader? header)
    {
        ArgumentNullException.ThrowIfNull(document);
        string line = OfHeader(document.Text, header) ?? OfBlocks(document);
        if (line.Length <= Longest)
        {
            return line;
        }

        int end = line.LastIndexOf(' ', Longest);
        return line[..(end > 0 ? end : Longest)] + "…";
    }

    private static string? OfHeader(string text, PaperHeader? header) => header switch
    {
        // “BẢN TIN SINH HOẠT THÁNG 6” stands on one line and stays one; a type on a line of its own is set off.
        { Type: { } type, Title: { } title } => text.AsSpan(type.Span.End, Math.Max(0, title.Span.Start - type.Span.End)) is " " ? $"{type.Value} {title.Value}" : $"{type.Value}: {title.Value}",
        { Type: { } type, Reference: { } reference } => $"{type.Value} {reference.Value}",
        { Type: null, Title: { } title } => title.Value,
        _ => null,
    };

    private static string OfBlocks(Document document)
    {
        Block? title = document.Blocks.Where(static block => block.Kind == BlockKind.Heading).MinBy(static block => block.Level)
            ?? document.Blocks.FirstOrDefault(static block => block.Kind.IsSaid());
        string line = title is null ? "" : Line(title);
        if (title is { Kind: BlockKind.Heading } && line.Count(static c => c == ' ') < 3
            && document.Blocks.IndexOf(title) is var at && at + 1 < document.Blocks.Length
            && document.Blocks[at + 1] is { Kind: BlockKind.Heading } next && line.Length + Line(next).Length < Longest)
        {
            // “CHƯƠNG BA”: the number of a part alone; what it is about stands in the next heading.
            line += ": " + Line(next);
        }

        return line;

        string Line(Block block) => Emphasis.Without(string.Join(' ', string.Join(' ', block.Parts.Select(document.Surface)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }
}

using System.Globalization;
using System.Text;
using BienNien.Reading;
using BienNien.Text;
using Shouldly;

namespace BienNien.Tests.Reading;

/// <summary>Draws the blocks of a document, a line each, so that a test compares what a reader can see.</summary>
internal static class Blocks
{
    private static readonly DocumentReader _reader = DocumentReader.Create();

    /// <summary>The document of a file's bytes.</summary>
    public static Document Read(string name, ReadOnlyMemory<byte> bytes) =>
        _reader.Read(name, bytes, ReadOptions.Default).ShouldBeOfType<ReadResult.Read>().Document;

    /// <summary>The document of a file's text.</summary>
    public static Document Read(string name, string text) => Read(name, Encoding.UTF8.GetBytes(text));

    /// <summary>What is wrong with a file.</summary>
    public static ReadResult.Unreadable Problem(string name, ReadOnlyMemory<byte> bytes) =>
        _reader.Read(name, bytes, ReadOptions.Default).ShouldBeOfType<ReadResult.Unreadable>();

    /// <summary><c>Heading 1: words</c>, <c>Cell 0,1,2 header: words</c>; parts with <c>¦</c> between, line ends as <c>⏎</c>.</summary>
    public static string Draw(Document document) => string.Join('\n', document.Blocks.Select(block =>
    {
        string place = block.Cell is { } cell
            ? string.Create(CultureInfo.InvariantCulture, $"Cell {cell.Table},{cell.Row},{cell.Column}{(cell.IsHeader ? " header" : "")}")
            : block.Kind is BlockKind.Heading or BlockKind.ListItem ? string.Create(CultureInfo.InvariantCulture, $"{block.Kind} {block.Level}") : block.Kind.ToString();
        return $"{place}: {string.Join(" ¦ ", block.Parts.Select(document.Surface)).ReplaceLineEndings("⏎")}";
    }));

    /// <summary>As <see cref="Draw"/>, with the label of each block and the parts' places.</summary>
    public static string DrawWithLabels(string text, IEnumerable<Block> blocks) => string.Join('\n', blocks.Select(block =>
    {
        string cell = block.Cell is { } place
            ? string.Create(CultureInfo.InvariantCulture, $" {place.Table},{place.Row},{place.Column}{(place.IsHeader ? " header" : "")}")
            : "";
        return string.Create(CultureInfo.InvariantCulture, $"{block.Kind} {block.Level}{cell} «{block.Label}» ")
            + string.Join(" ¦ ", block.Parts.Select(part => $"{part} {text[part.Start..part.End].ReplaceLineEndings("⏎")}"));
    }));
}

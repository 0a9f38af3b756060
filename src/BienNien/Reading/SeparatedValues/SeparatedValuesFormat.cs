using System.Collections.Immutable;
using BienNien.Reading.Tables;
using BienNien.Text;

namespace BienNien.Reading.SeparatedValues;

/// <summary>Values parted by commas, semicolons, tabs or bars: one table; each character keeps its place in the file.</summary>
internal sealed class SeparatedValuesFormat : IDocumentFormat
{
    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".csv", ".tsv"];

    /// <inheritdoc/>
    public ReadResult Read(string name, FileContent content, ReadOptions options)
    {
        if (TextDecoding.DecodeSource(content.Bytes.Span, options, charset: null, out string source, out SourceEncoding encoding) is { } problem)
        {
            return problem;
        }

        int start = 0;
        char separator = Separator.Find(source, ref start);
        List<GridCell> cells = [];
        foreach ((int row, int column, int from, int to) in ValueReader.Read(source, start, separator))
        {
            ReadOnlySpan<char> value = source.AsSpan(from, to - from);
            if ((ValueReader.IsQuoted(value) ? value[1..^1] : value).ContainsAnyExcept(" \t\r\n\u00A0"))
            {
                if (cells.Count == GridCell.Most)
                {
                    return GridCell.TooMany;
                }

                cells.Add(new GridCell(row, column, value.ToString(), from));
            }
        }

        DocumentAssembler document = new() { Encoding = encoding };
        GridBlocks.Add(document, cells, 0, static cell => ValueReader.Flow(cell.Text, cell.Source));
        return document.Finish(name);
    }
}

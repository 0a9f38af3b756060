using System.Collections.Frozen;
using System.Collections.Immutable;

namespace BienNien.Text;

/// <summary>Where the cells of a document's tables stand among its sentences. Immutable.</summary>
public sealed class TableIndex
{
    private readonly TokenizedDocument _document;
    private readonly FrozenDictionary<(int Table, int Row, int Column), int> _sentences;

    /// <summary>An index of all tables of a document.</summary>
    public TableIndex(TokenizedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        _document = document;
        Dictionary<(int, int, int), int> sentences = [];
        SortedDictionary<int, List<GridPlace>> tables = [];
        for (int s = 0; s < document.Sentences.Length; s++)
        {
            SentenceRange range = document.Sentences[s];
            if (document.Document.Blocks[range.Block].Cell is not { } cell)
            {
                continue;
            }

            sentences.TryAdd((cell.Table, cell.Row, cell.Column), s);
            if (!tables.TryGetValue(cell.Table, out List<GridPlace>? cells))
            {
                tables.Add(cell.Table, cells = []);
            }

            if (cells.Count > 0 && cells[^1].Place == cell && cells[^1].EndToken == range.First)
            {
                cells[^1] = cells[^1] with { EndToken = range.End };
            }
            else
            {
                cells.Add(new GridPlace(cell, range.First, range.End, range.Block));
            }
        }

        _sentences = sentences.ToFrozenDictionary();
        Grids = [.. tables.Select(table => new TableGrid(document, table.Key, table.Value))];
    }

    /// <summary>The tables as grids, in their order.</summary>
    public ImmutableArray<TableGrid> Grids { get; }

    /// <summary>The first sentence of a cell; false when there is no such cell or it is empty.</summary>
    /// <param name="table">Which table of the document, from 0.</param>
    /// <param name="row">From 0, header rows counted.</param>
    /// <param name="column">From 0.</param>
    /// <param name="sentence">The sentence.</param>
    public bool TryGet(int table, int row, int column, out Sentence sentence)
    {
        bool known = _sentences.TryGetValue((table, row, column), out int index);
        sentence = known ? _document.SentenceAt(index) : default;
        return known;
    }

    /// <summary>The head of the column that a cell stands in; false for a cell of the first row and under an empty head.</summary>
    public bool TryHead(TableCell cell, out Sentence head)
    {
        head = default;
        return cell.Row > 0 && TryGet(cell.Table, 0, cell.Column, out head);
    }
}

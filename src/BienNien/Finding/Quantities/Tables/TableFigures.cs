using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.Quantities.Tables;

/// <summary>Gives figures in tables what their table says of them, and drops numbers that only count rows, name years or are part of a unit.</summary>
internal sealed class TableFigures(QuantityGrammar amounts, Vocabulary.Builder words) : IMentionResolver
{
    private readonly HeadReader _heads = new(new HeadWords(words), new UnitReader(amounts, words));

    /// <summary>The rule whose mentions are resolved here.</summary>
    public static RuleId Rule { get; } = new("QTY006");

    /// <inheritdoc/>
    public void Resolve(TokenizedDocument document, List<Proposal> mentions)
    {
        if (!HasTables(document.Document))
        {
            return;
        }

        CellMentions lookup = new(mentions);
        bool[]? dropped = null;
        TableLayout? previous = null;
        foreach (TableGrid grid in document.Tables.Grids)
        {
            if (grid.IsSparse)
            {
                continue;
            }

            TableLayout layout = TableLayout.Read(document, grid, _heads, lookup, previous);
            foreach ((int first, int end) in layout.Caption.Units)
            {
                for (int m = lookup.From(first); m < mentions.Count && mentions[m].FirstToken < end; m++)
                {
                    Drop(m);
                }
            }

            for (int cell = 0; cell < grid.Cells.Length; cell++)
            {
                ResolveCell(layout, cell);
            }

            previous = layout;
        }

        if (dropped is not null)
        {
            int index = 0;
            mentions.RemoveAll(_ => dropped[index++]);
        }

        void ResolveCell(TableLayout layout, int cell)
        {
            GridPlace place = layout.Grid.Cells[cell];
            for (int m = lookup.From(place.FirstToken); m < mentions.Count && mentions[m].FirstToken < place.EndToken; m++)
            {
                if (mentions[m].Mention.Value is not QuantityValue value)
                {
                    continue;
                }

                bool counts = layout.Counts(cell);
                bool alone = mentions[m].Mention.Rule == Rule;
                if (!counts && (alone || (layout.TellsUnits(cell) && layout.Kind(cell) == CellKind.Figure)))
                {
                    Drop(m);
                }
                else if (counts && layout.Kind(cell) == CellKind.Figure)
                {
                    QuantityValue told = layout.ValueOf(cell, mentions[m], value.Unit.Length > 0);
                    // A number of times compares, whatever its head says.
                    told = told is { Unit: "lần", Cell: { Measure: FigureMeasure.Level } context } ? told with { Cell = context with { Measure = FigureMeasure.Multiple } } : told;
                    mentions[m] = mentions[m] with { Mention = mentions[m].Mention with { Value = told } };
                }
            }
        }

        void Drop(int mention)
        {
            if (mentions[mention].Mention.Kind == MentionKind.Quantity)
            {
                (dropped ??= new bool[mentions.Count])[mention] = true;
            }
        }
    }

    private static bool HasTables(Document document)
    {
        foreach (Block block in document.Blocks)
        {
            if (block.Kind == BlockKind.TableCell)
            {
                return true;
            }
        }

        return false;
    }
}

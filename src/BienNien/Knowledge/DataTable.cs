using System.Collections.Immutable;

namespace BienNien.Knowledge;

/// <summary>A word list or gazetteer that the engine carries: <c>data/NAME.tsv</c>, each row with its source.</summary>
/// <remarks>UTF-8 NFC, tab-separated; <c>#</c> opens a comment line; the first other line names the columns.</remarks>
public sealed class DataTable
{
    private readonly ImmutableArray<string> _columns;

    private DataTable(string name, ImmutableArray<string> columns, ImmutableArray<ImmutableArray<string>> rows)
    {
        Name = name;
        _columns = columns;
        Rows = rows;
    }

    /// <summary>The file's name without <c>.tsv</c>.</summary>
    public string Name { get; }

    /// <summary>The rows, each with as many cells as there are columns.</summary>
    public ImmutableArray<ImmutableArray<string>> Rows { get; }

    /// <summary>The names of all tables that the engine carries.</summary>
    public static ImmutableArray<string> Names =>
        [.. typeof(DataTable).Assembly.GetManifestResourceNames()
            .Where(static name => name.StartsWith("data/", StringComparison.Ordinal))
            .Select(static name => name["data/".Length..^".tsv".Length])
            .Order(StringComparer.Ordinal)];

    /// <summary>Reads one of the engine's own tables.</summary>
    /// <param name="name">The file's name without <c>.tsv</c>.</param>
    /// <exception cref="ArgumentException">There is no such table: a mistake of the caller.</exception>
    /// <exception cref="InvalidDataException">The table is malformed: a mistake in <c>data/</c>, with its line.</exception>
    public static DataTable Load(string name) => Read(name, DataRows.Of(name));

    /// <summary>Reads a table from its text.</summary>
    /// <exception cref="InvalidDataException">The table is malformed; the message has the line.</exception>
    public static DataTable Parse(string name, string text) => Read(name, new DataRows(name, text));

    /// <summary>Where a column stands in each row.</summary>
    /// <exception cref="InvalidDataException">The table has no such column.</exception>
    public int IndexOf(string column)
    {
        int index = _columns.IndexOf(column);
        return index >= 0 ? index : throw new InvalidDataException($"data/{Name}.tsv: no column «{column}».");
    }

    /// <summary>All cells of a column, in the order of the rows.</summary>
    public IEnumerable<string> Column(string column)
    {
        int index = IndexOf(column);
        return Rows.Select(row => row[index]);
    }

    private static DataTable Read(string name, DataRows rows)
    {
        ImmutableArray<ImmutableArray<string>>.Builder read = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        while (rows.MoveNext())
        {
            read.Add([.. rows.Row.ToString().Split('\t')]);
        }

        return new DataTable(name, [.. rows.Head.ToString().Split('\t')], read.ToImmutable());
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using BienNien.Finding.Quantities;
using BienNien.Finding.Quantities.Tables;
using BienNien.Text;

namespace BienNien.Tests.Finding.Quantities.Tables;

/// <summary>A table in Markdown and what each of its figures must say: <c>value | unit | indicator | scope | period | measure | base | total planned</c>.</summary>
internal static class TablePages
{
    private const string Fence = "```figures";

    /// <summary>The folder of these pages.</summary>
    public static string Folder([CallerFilePath] string caller = "") => Path.GetDirectoryName(caller)!;

    /// <summary>The names of the pages in a folder.</summary>
    public static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Folder(), folder), "*.md").Select(static path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    /// <summary>The table and its figures.</summary>
    public static (string Text, ImmutableArray<string> Figures) Read(string folder, string name)
    {
        string page = File.ReadAllText(Path.Combine(Folder(), folder, name + ".md")).ReplaceLineEndings("\n");
        int fence = page.IndexOf(Fence, StringComparison.Ordinal);
        string rows = page[(fence + Fence.Length)..].TrimEnd().TrimEnd('`');
        return (page[..fence], [.. rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static row => string.Join(" | ", row.Split('|').Select(static cell => cell.Trim()).Concat(Enumerable.Repeat("", 8)).Take(8).Select(static (cell, i) => i == 5 && cell.Length == 0 ? "level" : cell)).TrimEnd(' ', '|'))]);
    }

    /// <summary>The figures of a document's tables, written in the same way.</summary>
    public static ImmutableArray<string> Figures(Engine engine, Document document, int? table = null) =>
        [.. engine.Finder.Find(document).Where(mention => mention.Value is QuantityValue { Cell: { } cell } && (table ?? cell.Place.Table) == cell.Place.Table).Select(static mention => Write((QuantityValue)mention.Value))];

    private static string Write(QuantityValue value)
    {
        CellContext cell = value.Cell!;
        string number = (value.Value!.Value / 1.000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
        string flags = (cell.IsTotal ? "total " : "") + (cell.IsPlanned ? "planned" : "");
        return string.Join(" | ", [number, value.Unit, cell.Indicator, cell.Scope, cell.Period, cell.Measure.Code(), cell.Base, flags.Trim()]).TrimEnd(' ', '|');
    }
}

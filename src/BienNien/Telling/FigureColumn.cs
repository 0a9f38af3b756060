using System.Collections.Immutable;
using System.Globalization;
using BienNien.Finding.Quantities;
using BienNien.Relating;
using BienNien.Relating.Figures;
using BienNien.Time;

namespace BienNien.Telling;

/// <summary>A column of the data set of figures. Names never change their meaning: programs of others read them.</summary>
/// <param name="Name">As the head of the CSV has it.</param>
/// <param name="Type">The type of a Frictionless Table Schema: string, integer, number or boolean.</param>
/// <param name="Description">What it holds.</param>
public sealed record FigureColumn(string Name, string Type, string Description)
{
    private const string Text = "string";
    private const string Integer = "integer";
    private const string Number = "number";
    private const string Boolean = "boolean";

    private Func<FigureRow, string> _cell = static _ => "";

    /// <summary>All columns, in their order.</summary>
    public static ImmutableArray<FigureColumn> All { get; } =
    [
        Column("document", Text, "The file's name.", static row => row.Source.Name) with { IsRequired = true },
        Column("path", Text, "The file, relative to the library; in an archive, with the archive's path before its own.", static row => row.Source.Path) with { IsRequired = true },
        Column("title", Text, "What the document is called: type and subject of its own header, else its first heading.", static row => row.Source.Title),
        Column("page", Integer, "The page, from 1; empty in a document without pages.", static row => Of(row.Page)) with { Minimum = 1 },
        Column("line", Integer, "The line of the document's text, from 1.", static row => Of(row.Line)) with { IsRequired = true, Minimum = 1 },
        Column("start", Integer, "Where the figure's words begin: UTF-16 code units of the document's text (NFC), as `biennien read` prints it.", static row => Of(row.Span.Start)) with { IsRequired = true, Minimum = 0 },
        Column("end", Integer, "Where they end, exclusive.", static row => Of(row.Span.End)) with { IsRequired = true, Minimum = 0 },
        Column("indicator", Text, "What is measured, as written, without unit, place and time.", static row => row.Indicator),
        Column("indicator_key", Text, "The same for all spellings of one indicator.", static row => row.IndicatorKey),
        Column("measure", Text, "Whether value is the indicator's value (level) or compares it.", static row => row.Measure.Code()) with
        {
            IsRequired = true, Values = [.. Enum.GetValues<FigureMeasure>().Select(static measure => measure.Code())],
        },
        Column("turn", Text, "Whether the words say that it rose or fell; empty for neither. The value itself has no sign for it.", static row => Of(row.Turn)) with { Values = ["rise", "fall"] },
        Column("scope", Text, "The place or body that the figure holds for, as written; empty when the document does not say it.", static row => row.Scope),
        Column("scope_implied", Boolean, "Whether the scope stands elsewhere, as in a heading.", static row => Of(row.ScopeIsImplied)) with { IsRequired = true },
        Column("period", Text, "The time that the figure holds for, EDTF (ISO 8601-2); empty when the document does not say it.", static row => row.Period),
        Column("period_implied", Boolean, "Whether the period stands elsewhere, as in a heading.", static row => Of(row.PeriodIsImplied)) with { IsRequired = true },
        Column("value", Number, "The number in full, scale resolved (1.382,08 tỷ is 1382080000000), in the unit of the column unit; empty where only an order of magnitude is said.", static row => Of(row.Value)),
        Column("value_to", Number, "The upper end of a range.", static row => Of(row.ValueTo)),
        Column("of", Number, "The whole of a fraction: 187 for 156/187.", static row => Of(row.Whole)),
        Column("magnitude", Integer, "Without a number, the order of magnitude that is said: 10000 for “hàng vạn”.", static row => Of(row.Magnitude)),
        Column("unit", Text, "The unit or the noun counted, as written, without scale (đồng, người, đồng/ha); % for per cent, lần for times; empty for none.", static row => row.Unit),
        Column("mod", Text, "How the words shade the number, as TIMEX3 writes it; empty for exactly.", static row => row.Mod.Code() ?? "") with
        {
            Values = [.. Enum.GetValues<TimexMod>().Where(static mod => mod != TimexMod.None).Select(static mod => mod.Code()!)],
        },
        Column("status", Text, "How the document stands to the figure: asserted, or planned for a target.", static row => row.Status.Code()) with
        {
            IsRequired = true, Values = [.. Enum.GetValues<ClaimStatus>().Select(static status => status.Code())],
        },
        Column("relation", Text, "How the figure stands to its base; empty when it stands to nothing.", static row => row.Relation?.Code() ?? "") with
        {
            Values = [.. Enum.GetValues<FigureRelationKind>().Select(static kind => kind.Code())],
        },
        Column("base", Text, "What the figure is compared with, in the document's words (cùng kỳ, kế hoạch, dân số).", static row => row.Base),
        Column("base_period", Text, "The base's time, EDTF.", static row => row.BasePeriod),
        Column("base_value", Number, "The base's number, where the document gives it.", static row => Of(row.BaseValue)),
        Column("base_unit", Text, "The unit of base_value, as written.", static row => row.BaseUnit),
        Column("table", Integer, "For a cell of a table: which table of the document, from 0.", static row => Of(row.Cell?.Table)) with { Minimum = 0 },
        Column("row", Integer, "Its row, from 0, heads counted.", static row => Of(row.Cell?.Row)) with { Minimum = 0 },
        Column("column", Integer, "Its column, from 0.", static row => Of(row.Cell?.Column)) with { Minimum = 0 },
        Column("total", Boolean, "Whether it stands in a row or column of totals.", static row => Of(row.IsTotal)) with { IsRequired = true },
        Column("text", Text, "The figure's words, on one line.", static row => row.Text) with { IsRequired = true },
        Column("rule", Text, "The id of the rule that read it: `biennien rules ID` explains it.", static row => row.Rule) with { IsRequired = true },
    ];

    /// <summary>Whether every row has it.</summary>
    public bool IsRequired { get; private init; }

    /// <summary>The smallest number that can stand there; null when any can.</summary>
    public int? Minimum { get; private init; }

    /// <summary>The only values that can stand there; empty when any can.</summary>
    public ImmutableArray<string> Values { get; private init; } = [];

    /// <summary>What a row has in this column; empty when it has nothing.</summary>
    public string Cell(FigureRow row) => _cell(row);

    private static FigureColumn Column(string name, string type, string description, Func<FigureRow, string> cell) =>
        new(name, type, description) { _cell = cell };

    private static string Of(decimal? number) => number is decimal known ? NumberWords.Plain(known) : "";

    private static string Of(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Of(bool flag) => flag ? "true" : "false";

    private static string Of(FigureTurn turn) => turn switch
    {
        FigureTurn.None => "",
        FigureTurn.Rise => "rise",
        FigureTurn.Fall => "fall",
        _ => throw new ArgumentOutOfRangeException(nameof(turn), turn, "A turn without a code."),
    };
}

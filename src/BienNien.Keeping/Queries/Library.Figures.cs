using System.Collections.Immutable;
using System.Globalization;
using BienNien.Finding.Quantities;
using BienNien.Keeping.Queries;
using BienNien.Relating.Figures;
using BienNien.Telling;
using BienNien.Text;
using BienNien.Time;
using Dapper;
using Microsoft.Data.Sqlite;

namespace BienNien.Keeping;

public sealed partial class Library
{
    private const string SelectFigures = """
        select g.document, d.name as documentName, d.path as documentPath, d.title as documentTitle, d.handling, g.ordinal, g.mention, g.rule, g.status, g.indicator,
               g.indicator_key as indicatorKey, g.measure, g.turn, g.scope, g.scope_implied as scopeImplied, g.period, g.earliest, g.latest, g.period_implied as periodImplied,
               g.value, g.value_to as valueTo, g.whole, g.magnitude, g.unit, g.mod, g.relation, g.base, g.base_period as basePeriod, g.base_value as baseValue, g.base_unit as baseUnit,
               g.text, g.start, g."end", g.line, g.page, g.cell_table as cellTable, g.cell_row as cellRow, g.cell_column as cellColumn, g.total, g.relations, g.evidence
        from figures g
        join documents d on d.id = g.document
        """;

    private const string FigureConditions = """
         where (@document is null or g.document = @document)
           and (@key is null or g.indicator_key = @key)
           and (@scope is null or g.scope_folded = @scope)
           and (@from is null or g.latest >= @from)
           and (@to is null or g.earliest <= @to)
           and (@restricted or d.handling = '')
        """;

    private const string FigureOrder = " order by d.path, g.ordinal";

    private const string SeriesOrder = " order by g.scope_folded, g.scope, g.earliest is null, g.earliest, g.latest, d.path, g.ordinal";

    /// <summary>
    /// The figures that a filter lets through, by path and place; those of one indicator by scope, first day, last day, path and place,
    /// those without a period last.
    /// </summary>
    public ImmutableArray<KeptFigure> Figures(FigureFilter filter) => [.. EachFigure(filter)];

    /// <summary>The same, row by row: for what does not fit into memory. The library is read as it was at the first row.</summary>
    /// <inheritdoc cref="Figures"/>
    public IEnumerable<KeptFigure> EachFigure(FigureFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Read();

        IEnumerable<KeptFigure> Read()
        {
            using SqliteConnection connection = Connect();
            using IEnumerator<FigureRecord> records = connection.Query<FigureRecord>(
                SelectFigures + FigureConditions + (filter.Key is null ? FigureOrder : SeriesOrder), Arguments(filter), buffered: false).GetEnumerator();
            while (MoveNext(records))
            {
                yield return records.Current.ToFigure();
            }
        }
    }

    /// <summary>What stands in the way of using the library's figures.</summary>
    public FigureSurvey SurveyFigures()
    {
        using SqliteConnection connection = Connect();
        (long documents, long figures, long unread) = connection.QuerySingle<(long, long, long)>(
            """
            select count(distinct d.id), count(d.id), (select count(*) from documents where rules = '')
            from figures g join documents d on d.id = g.document and d.handling <> ''
            """);
        return new FigureSurvey((int)documents, (int)figures, (int)unread);
    }

    // A file that is damaged further on opens well.
    private bool MoveNext(IEnumerator<FigureRecord> records)
    {
        try
        {
            return records.MoveNext();
        }
        catch (SqliteException e)
        {
            throw Translate(e, Path);
        }
    }

    private static object Arguments(FigureFilter filter) => new
    {
        document = filter.Document,
        key = filter.Key,
        scope = filter.Scope is { } scope ? FoldName(scope) : null,
        from = filter.From is { } from ? Codes.ToDays(from) : (int?)null,
        to = filter.To is { } to ? Codes.ToDays(to) : (int?)null,
        restricted = filter.Restricted,
    };

    private sealed class FigureRecord
    {
        public long Document { get; init; }
        public string DocumentName { get; init; } = "";
        public string DocumentPath { get; init; } = "";
        public string DocumentTitle { get; init; } = "";
        public string Handling { get; init; } = "";
        public int Ordinal { get; init; }
        public int Mention { get; init; }
        public string Rule { get; init; } = "";
        public string Status { get; init; } = "";
        public string Indicator { get; init; } = "";
        public string IndicatorKey { get; init; } = "";
        public string Measure { get; init; } = "";
        public string Turn { get; init; } = "";
        public string Scope { get; init; } = "";
        public bool ScopeImplied { get; init; }
        public string Period { get; init; } = "";
        public long? Earliest { get; init; }
        public long? Latest { get; init; }
        public bool PeriodImplied { get; init; }
        public string? Value { get; init; }
        public string? ValueTo { get; init; }
        public string? Whole { get; init; }
        public long? Magnitude { get; init; }
        public string Unit { get; init; } = "";
        public string Mod { get; init; } = "";
        public string Relation { get; init; } = "";
        public string Base { get; init; } = "";
        public string BasePeriod { get; init; } = "";
        public string? BaseValue { get; init; }
        public string BaseUnit { get; init; } = "";
        public string Text { get; init; } = "";
        public int Start { get; init; }
        public int End { get; init; }
        public int Line { get; init; }
        public int? Page { get; init; }
        public int? CellTable { get; init; }
        public int? CellRow { get; init; }
        public int? CellColumn { get; init; }
        public bool Total { get; init; }
        public string Relations { get; init; } = "";
        public string Evidence { get; init; } = "";

        public KeptFigure ToFigure() => new(Document, Ordinal, Mention, Handling, Codes.ToDate(Earliest), Codes.ToDate(Latest), Relations, Evidence, new FigureRow
        {
            Source = new FigureSource(DocumentName, DocumentPath, DocumentTitle),
            Page = Page,
            Line = Line,
            Span = Codes.Span(Start, End),
            Text = Text,
            Indicator = Indicator,
            IndicatorKey = IndicatorKey,
            Measure = Enum.Parse<FigureMeasure>(Measure, ignoreCase: true),
            Turn = Codes.ReadTurn(Turn),
            Scope = Scope,
            ScopeIsImplied = ScopeImplied,
            Period = Period,
            PeriodIsImplied = PeriodImplied,
            Value = Number(Value),
            ValueTo = Number(ValueTo),
            Whole = Number(Whole),
            Magnitude = Magnitude,
            Unit = Unit,
            Mod = TimexNames.ParseMod(Mod),
            Status = Codes.ReadStatus(Status),
            Relation = Relation.Length == 0 ? null : Enum.Parse<FigureRelationKind>(Relation, ignoreCase: true),
            Base = Base,
            BasePeriod = BasePeriod,
            BaseValue = Number(BaseValue),
            BaseUnit = BaseUnit,
            Cell = CellTable is int table ? new TableCell(table, CellRow ?? 0, CellColumn ?? 0, IsHeader: false) : null,
            IsTotal = Total,
            Rule = Rule,
        });

        private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
    }
}

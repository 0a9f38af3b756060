using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using BienNien.Finding.Quantities;
using BienNien.Relating;
using BienNien.Relating.Figures;
using BienNien.Telling;
using BienNien.Text;
using BienNien.Time;
using CsvHelper;
using Shouldly;

namespace BienNien.Tests.Telling;

/// <summary>Figures as data: what is written is what was read, and says of itself what it is.</summary>
public sealed class FigureDataTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    private const string Report = """
        # Báo cáo tỉnh Cao Bằng năm 2022

        Thu ngân sách trên địa bàn đạt 1.382,08 tỷ đồng, bằng 110,6% kế hoạch, tăng 51,8% so với năm 2015.

        Dân số là 543.000 người.

        """;

    private static readonly FigureSource _source = new("a.md", "d/a.md", "Báo cáo, “số 1”");

    // What other programs stumble over: quotes, commas, lines, formulas, signs.
    private static readonly ImmutableArray<FigureRow> _odd =
    [
        FigureWordsTests.Row("=1+1", 1, "") with { Indicator = "=HYPERLINK(\"http://x\")", Scope = "+84", Base = "@SUM(A1)", Source = _source },
        FigureWordsTests.Row("-2,5%", -2.5m, "%") with { Measure = FigureMeasure.Growth, Turn = FigureTurn.Fall, Relation = FigureRelationKind.GrowthOver, BasePeriod = "2021", BaseValue = 0.001m, BaseUnit = "%" },
        FigureWordsTests.Row("hàng vạn", null, "người, \"lính\"") with { Magnitude = 10_000, Mod = TimexMod.Order, Indicator = "hai\ndòng", Page = 12 },
        FigureWordsTests.Row("1/2", 1, "") with
        {
            ValueTo = 3, Whole = 79228162514264337593543950335m, Cell = new TableCell(0, 2, 3, IsHeader: false), IsTotal = true, ScopeIsImplied = true, Status = ClaimStatus.Planned,
        },
    ];

    [Fact]
    public void Csv_read_back_is_the_rows()
    {
        ImmutableArray<FigureRow> rows = [.. FigureTable.Rows(fixture.Engine.Analyze(EngineFixture.Read(Report, "a.md")), _source), .. _odd];
        string written = Csv(rows);

        List<IDictionary<string, object>> read = Read(written);

        read.Count.ShouldBe(rows.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            read[i].Keys.ShouldBe(FigureColumn.All.Select(static column => column.Name));
            foreach (FigureColumn column in FigureColumn.All)
            {
                read[i][column.Name].ShouldBe(column.Cell(rows[i]), column.Name);
            }

            (string value, string text) = ((string)read[i]["value"], (string)read[i]["text"]);
            (value.Length == 0 ? (decimal?)null : decimal.Parse(value, CultureInfo.InvariantCulture)).ShouldBe(rows[i].Value);
            text.ShouldBe(rows[i].Text);
        }
    }

    [Fact]
    public void Csv_is_as_RFC_4180_has_it()
    {
        string csv = Csv(_odd);

        csv.ShouldStartWith("document,path,title,page,line,start,end,indicator,indicator_key,measure,turn,scope,scope_implied,period,period_implied,value,");
        csv.ShouldContain("\r\n");
        csv.Replace("\r\n", "", StringComparison.Ordinal).Count(static c => c == '\n').ShouldBe(1, "only within a quoted cell");
        csv.ShouldContain(",\"=HYPERLINK(\"\"http://x\"\")\",", customMessage: "text stands as the document has it");
        csv.ShouldEndWith("\r\n");
        Csv([]).Split("\r\n").ShouldBe([string.Join(',', FigureColumn.All.Select(static column => column.Name)), ""]);
    }

    [Fact]
    public void The_data_package_describes_the_columns_and_every_cell_keeps_to_it()
    {
        using MemoryStream stream = new();
        FigureDataPackage.Write(stream, "so-lieu.csv");
        using JsonDocument json = JsonDocument.Parse(stream.ToArray());
        JsonElement resource = json.RootElement.GetProperty("resources")[0];
        JsonElement[] fields = [.. resource.GetProperty("schema").GetProperty("fields").EnumerateArray()];
        ImmutableArray<FigureRow> rows = [.. FigureTable.Rows(fixture.Engine.Analyze(EngineFixture.Read(Report, "a.md")), _source), .. _odd];
        List<IDictionary<string, object>> read = Read(Csv(rows));

        resource.GetProperty("path").GetString().ShouldBe("so-lieu.csv");
        fields.Select(static field => field.GetProperty("name").GetString()).ShouldBe(read[0].Keys);
        foreach (JsonElement field in fields)
        {
            field.GetProperty("description").GetString().ShouldNotBeNullOrWhiteSpace();
            JsonElement? constraints = field.TryGetProperty("constraints", out JsonElement given) ? given : null;
            foreach (string cell in read.Select(row => (string)row[field.GetProperty("name").GetString()!]))
            {
                Keeps(cell, field.GetProperty("type").GetString()!, constraints).ShouldBeTrue($"{field.GetProperty("name")}: «{cell}»");
            }
        }
    }

    [Fact]
    public void A_value_and_what_compares_it_are_one_line()
    {
        ImmutableArray<FigureLine> lines = FigureTable.Lines(fixture.Engine.Analyze(EngineFixture.Read(Report, "a.md")), _source);

        lines.Select(static line => (line.Row.Text, string.Join('|', line.Comparisons.Select(static row => row.Text))))
            .ShouldBe([("1.382,08 tỷ đồng", "110,6%|51,8%"), ("543.000 người", "")]);
        lines[0].Row.Period.ShouldBe("2022");
        lines[0].Row.PeriodIsImplied.ShouldBeTrue();
        lines[0].Row.Value.ShouldBe(1_382_080_000_000m);
        lines[0].Comparisons.Select(static row => row.Measure).ShouldBe([FigureMeasure.OfPlan, FigureMeasure.Growth]);
    }

    [Fact]
    public void Columns_have_names_of_their_own() =>
        FigureColumn.All.Select(static column => column.Name).ShouldBeUnique();

    private static bool Keeps(string cell, string type, JsonElement? constraints)
    {
        if (cell.Length == 0)
        {
            return constraints is not { } none || !none.TryGetProperty("required", out _);
        }

        bool allowed = constraints is not { } given || !given.TryGetProperty("enum", out JsonElement values) || values.EnumerateArray().Any(value => value.GetString() == cell);
        return allowed && type switch
        {
            "string" => true,
            "integer" => long.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            "number" => decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
            "boolean" => cell is "true" or "false",
            _ => false,
        };
    }

    private static string Csv(IEnumerable<FigureRow> rows)
    {
        using StringWriter output = new();
        FigureCsv.Write(output, rows);
        return output.ToString();
    }

    private static List<IDictionary<string, object>> Read(string csv)
    {
        using CsvReader reader = new(new StringReader(csv), CultureInfo.InvariantCulture);
        return [.. reader.GetRecords<dynamic>().Select(static record => (IDictionary<string, object>)record)];
    }
}

using BienNien.Knowledge;
using BienNien.Time;
using Shouldly;

namespace BienNien.Tests.Gazetteers;

/// <summary>The tables of <c>data/</c> and the page that tells of them.</summary>
public sealed class DataReadmeTests
{
    private static readonly string[] _licences = ["own", "MIT", "CC BY 4.0", "Apache-2.0"];

    [Fact]
    public void Every_table_is_listed_once_with_its_licence()
    {
        Dictionary<string, string[]> rows = File.ReadLines(Repository.Path("data", "README.md"))
            .Where(static line => line.StartsWith("| [", StringComparison.Ordinal))
            .Select(static line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries))
            .ToDictionary(static cells => cells[0][1..cells[0].IndexOf(']', StringComparison.Ordinal)], StringComparer.Ordinal);

        rows.Keys.Order(StringComparer.Ordinal).ShouldBe(DataTable.Names.Select(static name => name + ".tsv").Order(StringComparer.Ordinal));
        foreach ((string name, string[] cells) in rows)
        {
            cells.Length.ShouldBe(5, name);
            cells.ShouldAllBe(static cell => cell.Length > 0, name);
            cells[2].ShouldBeOneOf("by hand", "derived");
            _licences.ShouldContain(licence => cells[3].StartsWith(licence, StringComparison.Ordinal), name);
        }
    }

    [Fact]
    public void Derived_tables_say_so_in_their_heads()
    {
        foreach (string line in File.ReadLines(Repository.Path("data", "README.md")).Where(static line => line.StartsWith("| [places-", StringComparison.Ordinal)))
        {
            string name = line[3..line.IndexOf(']', StringComparison.Ordinal)];
            File.ReadLines(Repository.Path("data", name)).Take(6).Any(static head => head.Contains("administrative-units.mjs", StringComparison.Ordinal))
                .ShouldBe(line.Contains("| derived |", StringComparison.Ordinal), name);
        }
    }

    [Fact]
    public void Predecessors_and_successors_agree_in_the_table_of_changes()
    {
        DataTable table = DataTable.Load("places-changes");
        (int from, int to, int before, int after) = (table.IndexOf("valid_from"), table.IndexOf("valid_to"), table.IndexOf("predecessors"), table.IndexOf("successors"));
        Dictionary<string, string[]> rows = table.Rows.ToDictionary(static row => row[0], static row => row.ToArray(), StringComparer.Ordinal);
        List<string> offences = [];
        foreach (string[] row in rows.Values)
        {
            foreach (string key in row[after].Split(" / ", StringSplitOptions.RemoveEmptyEntries))
            {
                // Who began when this ended was made of it.
                if (Edtf.TryParse(row[to]) is { } end && Edtf.TryParse(rows[key][from]) is { } start && end.Latest.PlusDays(1) == start.Earliest
                    && !rows[key][before].Split(" / ").Contains(row[0]))
                {
                    offences.Add($"{key} does not name {row[0]}");
                }
            }

            foreach (string key in row[before].Split(" / ", StringSplitOptions.RemoveEmptyEntries))
            {
                if (Edtf.TryParse(rows[key][to]) is { } end && Edtf.TryParse(row[from]) is { } start && end.Latest.PlusDays(1) == start.Earliest
                    && !rows[key][after].Split(" / ").Contains(row[0]))
                {
                    offences.Add($"{key} does not lead to {row[0]}");
                }
            }
        }

        offences.ShouldBeEmpty();
    }
}

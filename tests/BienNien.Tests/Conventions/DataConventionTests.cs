using BienNien.Knowledge;
using Shouldly;

namespace BienNien.Tests.Conventions;

/// <summary>What is known of the world is data with its source.</summary>
public sealed class DataConventionTests
{
    public static TheoryData<string> Tables() => [.. DataTable.Names];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_row_has_its_source_and_is_composed(string name)
    {
        DataTable table = DataTable.Load(name);

        table.Rows.ShouldNotBeEmpty();
        table.Column("source").ShouldAllBe(static source => !string.IsNullOrWhiteSpace(source));
        table.Rows.SelectMany(static row => row).ShouldAllBe(static cell => cell.IsNormalized() && cell.Trim() == cell);
    }

    [Fact]
    public void Every_table_of_the_folder_travels_in_the_engine() =>
        Directory.EnumerateFiles(Repository.Path("data"), "*.tsv").Select(static file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)
            .ShouldBe(DataTable.Names);

    [Theory]
    [InlineData("a\tsource\n1\tx\n2\n", "data/t.tsv:3")]
    [InlineData("# nothing\n", "data/t.tsv:1")]
    public void A_malformed_table_names_its_line(string text, string place) =>
        Should.Throw<InvalidDataException>(() => DataTable.Parse("t", text)).Message.ShouldStartWith(place);
}

using System.Collections.Immutable;
using System.Text;
using BienNien.Keeping;
using BienNien.Keeping.Building;
using BienNien.Keeping.Files;
using BienNien.Reading;
using BienNien.Telling;
using BienNien.Text;
using Microsoft.Data.Sqlite;
using NodaTime;
using Shouldly;

namespace BienNien.Apps.Tests.Keeping;

/// <summary>Figures in the library: as they were read, found by indicator, place and time, gone with their document.</summary>
public sealed class FigureTests : IDisposable
{
    private const string First = "# Báo cáo tỉnh Cao Bằng năm 2021\n\nThu ngân sách trên địa bàn: 910,5 tỷ đồng.\n";

    private const string Second = """
        # Báo cáo tỉnh Cao Bằng năm 2022

        Thu ngân sách trên địa bàn đạt 1.382,08 tỷ đồng, bằng 110,6% kế hoạch, tăng 51,8% so với năm 2015.

        Dân số là 543.000 người.

        """;

    private static readonly Engine _engine = Engine.Create();
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_kept_is_what_was_read()
    {
        using Library library = await Built(("2.md", Second));

        ImmutableArray<KeptFigure> kept = library.Figures(new FigureFilter());

        ImmutableArray<FigureRow> read = Rows(Second);
        DocumentRow document = library.Documents().ShouldHaveSingleItem();
        kept.Select(figure => figure.Row).ShouldBe(read.Select(row => row with { Source = new FigureSource("2.md", "d/2.md", document.Title) }));
        kept.ShouldAllBe(figure => figure.Document == document.Id && figure.Handling == "");
        kept[0].Earliest.ShouldBe(new LocalDate(2022, 1, 1));
        kept[0].Latest.ShouldBe(new LocalDate(2022, 12, 31));
        kept[1].Relations.ShouldContain("\"kind\":\"ofPlan\",\"of\":" + kept[0].Mention.ToString(System.Globalization.CultureInfo.InvariantCulture));
        kept[0].Evidence.ShouldStartWith("[[");
        library.Document(document.Id)!.Mentions[kept[0].Mention].Surface.ShouldBe("1.382,08 tỷ đồng");
    }

    [Fact]
    public async Task A_series_is_found_by_indicator_place_and_time()
    {
        using Library library = await Built(("b.md", First), ("a.md", Second));
        string key = library.Figures(new FigureFilter())[0].Row.IndicatorKey;

        string[] Texts(FigureFilter filter) => [.. library.Figures(filter).Select(figure => figure.Row.Text)];

        Texts(new FigureFilter { Key = key }).ShouldBe(["910,5 tỷ đồng", "1.382,08 tỷ đồng", "110,6%", "51,8%"], "by time, not by file");
        Texts(new FigureFilter { Key = key, Scope = "tinh cao bang", To = new LocalDate(2021, 6, 1) }).ShouldBe(["910,5 tỷ đồng"]);
        Texts(new FigureFilter { Key = key, Scope = "tỉnh Lạng Sơn" }).ShouldBeEmpty();
        Texts(new FigureFilter { Document = library.Documents().Single(document => document.Name == "b.md").Id }).ShouldBe(["910,5 tỷ đồng"]);
    }

    [Fact]
    public async Task Figures_go_with_their_document()
    {
        using Library library = await Built(("a.md", First), ("b.md", Second));
        File.Delete(_folder["d/b.md"]);
        _folder.Write("d/a.md", First.Replace("910,5", "911,5", StringComparison.Ordinal));

        await Build(library);

        library.Figures(new FigureFilter()).Select(figure => figure.Row.Text).ShouldBe(["911,5 tỷ đồng"]);
        Dump(library).ShouldContain("\"what\":\"figure\"");
        Dump(library).ShouldContain("\"value\":\"911500000000\"");
    }

    [Fact]
    public async Task A_library_of_an_earlier_version_is_brought_up_to_date_and_read_again()
    {
        string before;
        using (Library library = await Built(("a.md", First), ("b.md", Second)))
        {
            before = Dump(library);
        }

        // As version 2 left it.
        using (SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = _folder["l.db"], Pooling = false }.ToString()))
        {
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = """
                drop table figures;
                drop table links; drop table names; drop table filings; drop table testimonies; drop table entities; drop table block_members; drop table findings;
                drop table spellings; drop table profiles; drop table fingerprints; drop table reuse; drop table rulings; drop table chronicle;
                drop table dirty_documents; drop table dirty_names; drop table dirty_entities; drop table dirty_links; drop table dirty_blocks;
                drop table dirty_members; drop table dirty_words; drop table dirty_copies;
                pragma user_version = 2
                """;
            command.ExecuteNonQuery();
        }

        using Library again = Library.OpenExisting(_folder["l.db"]);
        again.Figures(new FigureFilter()).ShouldBeEmpty();
        again.SurveyFigures().UnreadDocuments.ShouldBe(2);
        (await Build(again)).Read.ShouldBe(2);
        again.SurveyFigures().UnreadDocuments.ShouldBe(0);
        Dump(again).ShouldBe(before);
    }

    private static ImmutableArray<FigureRow> Rows(string text)
    {
        Document document = ((ReadResult.Read)_engine.Reader.Read("2.md", Encoding.UTF8.GetBytes(text), ReadOptions.Default)).Document;
        return FigureTable.Rows(_engine.Analyze(document), default);
    }

    private static string Dump(Library library)
    {
        using MemoryStream output = new();
        library.Dump(output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private Task<BuildReport> Build(Library library) =>
        new Builder(library, new DiskFileSystem(), _engine.Reader, () => _engine).BuildAsync([_folder["d"]], BuildOptions.Default);

    private async Task<Library> Built(params (string Name, string Text)[] files)
    {
        foreach ((string name, string text) in files)
        {
            _folder.Write("d/" + name, text);
        }

        Library library = Library.Open(_folder["l.db"]);
        await Build(library);
        return library;
    }
}

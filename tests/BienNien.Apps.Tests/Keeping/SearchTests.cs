using BienNien.Keeping;
using BienNien.Keeping.Building;
using BienNien.Keeping.Files;
using BienNien.Reading;
using BienNien.Text;
using Shouldly;

namespace BienNien.Apps.Tests.Keeping;

/// <summary>Words are found as people type them, and lead back to the document's own characters.</summary>
public sealed class SearchTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private Library? _library;

    private Library Library => _library!;

    public async Task InitializeAsync()
    {
        _folder.Write("d/một.txt", "Sổ ghi ông Đặng Đình Giang coi kho thóc.\n\nBà Đằng ở bến đò, nhà họ Đặng bên sông.\n");
        _folder.Write("d/hai.txt", "Năm 1886, lính đồn Đông Triều đổi phiên; kho thóc dời vào thành.".Normalize(System.Text.NormalizationForm.FormD));
        _folder.Write("d/ba.txt", "Hoà ước ký xong, hòa bình trở lại.\nCông văn số 12-CV/TU nhắc việc ấy.");
        _library = Library.Open(_folder["l.db"]);
        await new Builder(_library, new DiskFileSystem(), DocumentReader.Create(), () => Engine.Create()).BuildAsync([_folder["d"]], BuildOptions.Default);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _library?.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("dang dinh giang", "Đặng", "Đình", "Giang")]
    [InlineData("giang ĐẶNG", "Đặng", "Giang")]
    [InlineData("\"dinh giang\"", "Đình Giang")]
    [InlineData("“Đình Giang”", "Đình Giang")]
    [InlineData("dong trieu doi phien", "Đông", "Triều", "đổi", "phiên", "dời")]
    [InlineData("12-cv/tu", "12-CV/TU")]
    [InlineData("gia*", "Giang")]
    public void Words_are_found_with_or_without_marks(string typed, params string[] highlighted)
    {
        SearchHit hit = Library.Search(typed).Hits.ShouldHaveSingleItem();
        hit.Highlights.Select(span => hit.Snippet.Substring(span.Start, span.Length)).ShouldBe(highlighted);
    }

    [Theory]
    [InlineData("dinh dang", 1)]
    [InlineData("\"dinh dang\"", 0)]
    [InlineData("kho thoc", 2)]
    [InlineData("khô thóc", 2)]
    [InlineData("khong co tu nay", 0)]
    [InlineData("", 0)]
    [InlineData("\" * ( AND NEAR -", 0)]
    [InlineData("OR", 0)]
    [InlineData("folded:kho", 0)]
    public void As_many_blocks_match_as_hold_all_words(string typed, int blocks) => Library.Search(typed).Total.ShouldBe(blocks);

    [Fact]
    public void Blocks_with_the_very_same_marks_come_first()
    {
        SearchPage page = Library.Search("đằng");

        page.Hits.Select(hit => hit.IsExact).ShouldBe([true, false]);
        page.Hits[0].Snippet.ShouldContain("Bà Đằng");
        page.Hits[0].Highlights.Select(span => page.Hits[0].Snippet.Substring(span.Start, span.Length)).ShouldBe(["Đằng"]);
    }

    [Fact]
    public void Both_places_of_the_tone_mark_are_the_same_word()
    {
        SearchHit hit = Library.Search("hòa").Hits.ShouldHaveSingleItem();
        hit.IsExact.ShouldBeTrue();
        hit.Highlights.Select(span => hit.Snippet.Substring(span.Start, span.Length)).ShouldBe(["Hoà", "hòa"]);
    }

    [Fact]
    public void A_snippet_leads_back_to_the_documents_characters()
    {
        foreach (SearchHit hit in Library.Search("kho thoc").Hits)
        {
            string text = Library.Document(hit.Document)!.Text;
            text.Substring(hit.SnippetStart, hit.Snippet.Length).ReplaceLineEndings(" ").ShouldBe(hit.Snippet);
            TextSpan first = hit.Highlights[0];
            hit.Offset.ShouldBe(hit.SnippetStart + first.Start);
            hit.Line.ShouldBe(text[..hit.Offset].Count(c => c == '\n') + 1);
        }
    }

    [Fact]
    public void The_same_search_in_pages_gives_every_hit_once()
    {
        SearchPage all = Library.Search("o* ky* k* b*");
        SearchPage whole = Library.Search("b*");

        all.Total.ShouldBe(0);
        Enumerable.Range(0, whole.Total).Select(i => Library.Search("b*", i, 1).Hits.Single().Offset).ShouldBe(whole.Hits.Select(hit => hit.Offset));
        whole.Total.ShouldBeGreaterThan(1);
    }
}

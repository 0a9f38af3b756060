using BienNien.Keeping;
using BienNien.Keeping.Building;
using BienNien.Keeping.Files;
using BienNien.Reading;
using Shouldly;

namespace BienNien.Apps.Tests.Keeping;

/// <summary>One file, several documents: taken in, left alone while unchanged, forgotten with it.</summary>
public sealed class ContainerTests : IDisposable
{
    private static readonly Engine _engine = Engine.Create();
    private readonly TemporaryFolder _folder = new();
    private readonly Library _library;

    public ContainerTests() => _library = Library.Open(_folder["l.db"]);

    public void Dispose()
    {
        _library.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_files_of_an_archive_are_documents_that_show_where_they_lie()
    {
        _folder.WriteZip("d/kho.zip", ("một.txt", "Năm 1831, đặt tỉnh Hưng Hoá."), ("cũ/hai.txt", "Năm 1884, dựng đồn ở Tuyên Quang."), ("ảnh.xyz", "?"));

        BuildReport first = await Build();
        BuildReport second = await Build();

        (first.Read, first.PassedOver).ShouldBe((2, 1));
        Paths().ShouldBe(["d/kho.zip/cũ/hai.txt", "d/kho.zip/một.txt"]);
        _library.Documents().Select(static document => document.Name).ShouldBe(["hai.txt", "một.txt"], ignoreOrder: true);
        second.ShouldBe(first with { Read = 0, Unchanged = 2, Problems = second.Problems });
    }

    [Fact]
    public async Task An_archive_that_has_not_changed_is_not_opened_again()
    {
        string path = _folder.WriteZip("d/kho.zip", ("một.txt", "Năm 1831, đặt tỉnh Hưng Hoá."));
        await Build();

        // An engine that cannot be made shows that none was asked for.
        BuildReport report = await new Builder(_library, new DiskFileSystem(), _engine.Reader, static () => throw new InvalidOperationException()).BuildAsync([_folder["d"]], BuildOptions.Default);

        (report.Unchanged, report.Problems.Length).ShouldBe((1, 0));
        File.Exists(path).ShouldBeTrue();
    }

    [Fact]
    public async Task A_changed_archive_changes_only_what_changed_in_it()
    {
        _folder.WriteZip("d/kho.zip", ("một.txt", "Năm 1831, đặt tỉnh Hưng Hoá."), ("hai.txt", "Năm 1884, dựng đồn ở Tuyên Quang."));
        await Build();
        long kept = _library.Documents().Single(static document => document.Name == "một.txt").Id;
        _folder.WriteZip("d/kho.zip", ("một.txt", "Năm 1831, đặt tỉnh Hưng Hoá."), ("ba.txt", "Năm 1890, mở chợ ở Yên Bái."));

        BuildReport report = await Build();

        (report.Read, report.Unchanged, report.Removed).ShouldBe((1, 1, 1));
        Paths().ShouldBe(["d/kho.zip/ba.txt", "d/kho.zip/một.txt"]);
        _library.Documents().Single(static document => document.Name == "một.txt").Id.ShouldBe(kept);
    }

    [Fact]
    public async Task A_moved_archive_keeps_its_documents_and_a_removed_one_takes_them_along()
    {
        _folder.WriteZip("d/kho.zip", ("một.txt", "Năm 1831, đặt tỉnh Hưng Hoá."));
        await Build();
        long id = _library.Documents().Single().Id;
        File.Move(_folder["d/kho.zip"], _folder["d/kho cũ.zip"]);

        BuildReport moved = await Build();

        (moved.Read, moved.Moved, moved.Removed).ShouldBe((0, 1, 0));
        (_library.Documents().Single().Id, _library.Documents().Single().Path).ShouldBe((id, "d/kho cũ.zip/một.txt"));
        File.Delete(_folder["d/kho cũ.zip"]);
        (await Build()).Removed.ShouldBe(1);
        _library.Documents().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_read_in_an_archive_is_told_each_time_and_the_rest_stays()
    {
        _folder.WriteZip("d/kho.zip", ("một.txt", "Năm 1831, đặt tỉnh Hưng Hoá."), ("hỏng.docx", "PK"));

        BuildReport first = await Build();
        BuildReport second = await Build();

        first.Problems.Select(static problem => Path.GetFileName(problem.Path)).ShouldBe(["hỏng.docx"]);
        second.Problems.ShouldBe(first.Problems);
        (first.Read, second.Read, second.Unchanged, second.Removed).ShouldBe((1, 0, 1, 0));
        _library.Summary().Problems.ShouldHaveSingleItem().Path.ShouldBe("d/kho.zip/hỏng.docx");
    }

    [Fact]
    public async Task A_copy_outside_the_archive_is_the_same_document()
    {
        _folder.WriteZip("d/kho.zip", ("một.txt", "Năm 1831, đặt tỉnh Hưng Hoá."));
        _folder.Write("d/bản sao.txt", "Năm 1831, đặt tỉnh Hưng Hoá.");
        await Build();
        DocumentRow document = _library.Documents().ShouldHaveSingleItem();
        document.Copies.ShouldBe(2);

        File.Delete(_folder["d/kho.zip"]);
        await Build();

        _library.Documents().ShouldHaveSingleItem().Path.ShouldBe("d/bản sao.txt");
    }

    [Fact]
    public async Task A_letter_is_a_document_and_holds_others_wherever_its_copies_lie()
    {
        const string Letter = "Subject: Bao cao\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nNăm 1831, đặt tỉnh Hưng Hoá.\r\n--b\r\nContent-Type: text/plain; name=phu-luc.txt\r\n\r\nNăm 1884, dựng đồn ở Tuyên Quang.\r\n--b--\r\n";
        _folder.Write("d/thư.eml", Letter);
        BuildReport first = await Build();
        BuildReport second = await Build();
        _folder.Write("d/bản sao.eml", Letter);
        await Build();
        File.Delete(_folder["d/thư.eml"]);

        BuildReport last = await Build();

        (first.Read, second.Read, second.Unchanged, last.Read).ShouldBe((2, 0, 2, 0));
        Paths().ShouldBe(["d/bản sao.eml", "d/bản sao.eml/phu-luc.txt"]);
    }

    [Fact]
    public async Task An_archive_that_is_damaged_later_says_nothing_any_more()
    {
        _folder.WriteZip("d/kho.zip", ("một.txt", "Năm 1831, đặt tỉnh Hưng Hoá."));
        await Build();
        _folder.Write("d/kho.zip", "PK\u0003\u0004 cắt");

        BuildReport report = await Build();

        report.Problems.ShouldHaveSingleItem().Code.ShouldBe((int)ProblemCode.Damaged);
        _library.Documents().ShouldBeEmpty();
    }

    private Task<BuildReport> Build() => new Builder(_library, new DiskFileSystem(), _engine.Reader, static () => _engine).BuildAsync([_folder["d"]], new BuildOptions(2, ReadOptions.Default));

    private string[] Paths() => [.. _library.Documents().Select(static document => document.Path)];
}

using System.Collections.Immutable;
using System.Text;
using BienNien.Keeping;
using BienNien.Keeping.Building;
using BienNien.Keeping.Files;
using BienNien.Reading;
using Shouldly;

namespace BienNien.Apps.Tests.Keeping;

/// <summary>Folders become libraries: whole, the same every time, and no more work than needed.</summary>
public sealed class BuildTests : IDisposable
{
    private static readonly Engine _engine = Engine.Create();
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Any_order_and_any_number_of_jobs_give_the_same_library(int jobs)
    {
        WriteSamples("tài liệu");
        string once = await BuildAndDump("a.db", 1, "tài liệu");

        // The other way round: file by file from the last, then the folder, which finds nothing new.
        string again;
        using (Library library = Library.Open(_folder["b.db"]))
        {
            foreach (string file in Directory.GetFiles(_folder["tài liệu"], "*", SearchOption.AllDirectories).OrderDescending(StringComparer.Ordinal))
            {
                await Build(library, jobs, file);
            }

            await Build(library, jobs, _folder["tài liệu"]);
            again = Dump(library);
        }

        again.ShouldBe(once);
        once.ShouldContain("Hưng Hoá");
    }

    [Fact]
    public async Task A_second_build_reads_nothing()
    {
        WriteSamples("d");
        using Library library = Library.Open(_folder["l.db"]);
        BuildReport first = await Build(library, 2, _folder["d"]);
        string before = Dump(library);

        BuildReport second = await Build(library, 2, _folder["d"]);

        first.Read.ShouldBe(4);
        second.ShouldBe(first with { Read = 0, Unchanged = first.Read + first.Unchanged, Problems = second.Problems });
        Dump(library).ShouldBe(before);
    }

    [Fact]
    public async Task A_changed_file_is_read_again_a_removed_one_is_forgotten_and_a_moved_one_keeps_its_id()
    {
        WriteSamples("d");
        using Library library = Library.Open(_folder["l.db"]);
        await Build(library, 2, _folder["d"]);
        long moved = library.Documents().Single(document => document.Name == "hai.txt").Id;
        _folder.Write("d/một.txt", "Năm 1802, dựng thành mới ở Quảng Yên.");
        File.Delete(_folder["d/ba.txt"]);
        File.Move(_folder["d/hai.txt"], _folder["d/chuyển đi.txt"]);

        BuildReport report = await Build(library, 2, _folder["d"]);

        (report.Read, report.Moved, report.Removed).ShouldBe((1, 1, 1));
        library.Documents().Select(document => document.Name).ShouldBe(["bốn.txt", "chuyển đi.txt", "một.txt"], ignoreOrder: true);
        library.Documents().Single(document => document.Name == "chuyển đi.txt").Id.ShouldBe(moved);
        library.Search("Quảng Yên").Total.ShouldBe(1);
        library.Search("Hưng Hoá").Total.ShouldBe(0);
    }

    [Fact]
    public async Task Copies_are_one_document_with_several_files()
    {
        _folder.Write("d/b.txt", "Năm 1831, đặt tỉnh Tuyên Quang.");
        _folder.Write("d/a.txt", "Năm 1831, đặt tỉnh Tuyên Quang.");
        using Library library = Library.Open(_folder["l.db"]);

        BuildReport report = await Build(library, 2, _folder["d"]);

        (report.Read, report.Unchanged).ShouldBe((1, 1));
        DocumentRow document = library.Documents().ShouldHaveSingleItem();
        (document.Name, document.Copies).ShouldBe(("a.txt", 2));
        library.Summary().Files.ShouldBe(2);
        library.Document(document.Id)!.Paths.ShouldBe(["d/a.txt", "d/b.txt"]);
    }

    [Fact]
    public async Task Files_outside_the_folders_asked_for_stay()
    {
        _folder.Write("x/a.txt", "Năm 1831, đặt tỉnh Tuyên Quang.");
        _folder.Write("xy/b.txt", "Năm 1832, đặt tỉnh An Giang.");
        using Library library = Library.Open(_folder["l.db"]);
        await Build(library, 1, _folder["x"], _folder["xy"]);
        File.Delete(_folder["x/a.txt"]);
        File.Delete(_folder["xy/b.txt"]);

        await Build(library, 1, _folder["x"]);

        library.Documents().Select(document => document.Path).ShouldBe(["xy/b.txt"]);
    }

    [Fact]
    public async Task Hidden_files_links_and_other_kinds_are_passed_over()
    {
        _folder.Write("d/a.txt", "Năm 1831, đặt tỉnh Tuyên Quang.");
        _folder.Write("d/.b.txt", "ẩn");
        _folder.Write("d/.git/c.txt", "ẩn");
        _folder.Write("d/~$a.txt", "khoá");
        _folder.Write("d/ảnh.jpg", [0xFF, 0xD8]);
        _folder.Write("ngoài/e.txt", "Ngoài thư mục.");
        Directory.CreateSymbolicLink(_folder["d/lối"], _folder["ngoài"]);
        Directory.CreateSymbolicLink(_folder["d/vòng"], _folder["d"]);
        File.CreateSymbolicLink(_folder["d/e.txt"], _folder["ngoài/e.txt"]);
        using Library library = Library.Open(_folder["d/l.db"]);

        BuildReport report = await Build(library, 2, _folder["d"]);

        library.Documents().Select(document => document.Path).ShouldBe(["a.txt"]);
        report.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_read_is_a_problem_each_and_the_rest_is_read()
    {
        _folder.Write("d/a.txt", "Năm 1831, đặt tỉnh Tuyên Quang.");
        _folder.Write("d/rỗng.txt", "");
        _folder.Write("d/ảnh.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00]);
        _folder.Write("d/latin.txt", [0x4E, 0xE3, 0x6D, 0x20, 0x31]);
        using (FileStream large = File.Create(_folder["d/một dòng.txt"]))
        {
            large.SetLength(1_000_000_000);
        }

        using Library library = Library.Open(_folder["l.db"]);

        BuildReport report = await Build(library, 2, _folder["d"], _folder["không có.txt"]);

        report.Read.ShouldBe(1);
        report.Problems.Select(problem => (Path.GetFileName(problem.Path), problem.Code)).ShouldBe(
        [
            ("latin.txt", (int)ProblemCode.NotUtf8), ("một dòng.txt", (int)ProblemCode.TooLarge), ("rỗng.txt", (int)ProblemCode.Empty),
            ("ảnh.txt", (int)ProblemCode.NotText), ("không có.txt", (int)FileProblem.NotFound),
        ]);
        library.Summary().Problems.Length.ShouldBe(5);

        _folder.Write("d/rỗng.txt", "Năm 1832, đặt tỉnh An Giang.");
        await Build(library, 2, _folder["d"]);
        library.Summary().Problems.Select(problem => problem.Path).ShouldBe(
            ["d/latin.txt", "d/một dòng.txt", "d/ảnh.txt", "không có.txt"], "a problem goes when the file can be read");
    }

    [Fact]
    public async Task What_the_system_refuses_is_told_and_not_forgotten()
    {
        _folder.Write("d/mở.txt", "Năm 1831, đặt tỉnh Tuyên Quang.");
        _folder.Write("d/đóng.txt", "Năm 1832, đặt tỉnh An Giang.");
        _folder.Write("d/kín/trong.txt", "Năm 1833, dựng thành Bắc Ninh.");
        using Library library = Library.Open(_folder["l.db"]);
        await Build(library, 2, _folder["d"]);
        RefusingFileSystem refusing = new(path => path.EndsWith("đóng.txt", StringComparison.Ordinal) || path.EndsWith("kín", StringComparison.Ordinal));

        BuildReport report = await new Builder(library, refusing, _engine.Reader, () => _engine).BuildAsync([_folder["d"]], BuildOptions.Default);

        report.Problems.Select(problem => (Path.GetFileName(problem.Path), problem.Code)).ShouldBe(
            [("kín", (int)FileProblem.AccessDenied), ("đóng.txt", (int)FileProblem.AccessDenied)]);
        report.Removed.ShouldBe(0);
        library.Documents().Length.ShouldBe(3, "what may not be looked at now is not gone");
    }

    [Fact]
    public async Task A_file_deleted_while_it_is_read_costs_only_itself()
    {
        _folder.Write("d/a.txt", "Năm 1831, đặt tỉnh Tuyên Quang.");
        _folder.Write("d/b.txt", "Năm 1832, đặt tỉnh An Giang.");
        using Library library = Library.Open(_folder["l.db"]);
        RefusingFileSystem vanishing = new(path =>
        {
            if (path.EndsWith("b.txt", StringComparison.Ordinal))
            {
                File.Delete(path);
            }

            return false;
        });

        BuildReport report = await new Builder(library, vanishing, _engine.Reader, () => _engine).BuildAsync([_folder["d"]], BuildOptions.Default);

        report.Read.ShouldBe(1);
        report.Problems.ShouldHaveSingleItem().Code.ShouldBe((int)FileProblem.NotFound);
    }

    [Fact]
    public async Task A_build_that_is_cut_off_leaves_a_library_that_the_next_one_completes()
    {
        for (int i = 0; i < 40; i++)
        {
            _folder.Write(FormattableString.Invariant($"d/{i:D2}.txt"), FormattableString.Invariant($"Năm {1800 + i}, dựng thành thứ {i}."));
        }

        string whole = await BuildAndDump("whole.db", 2, "d");
        using Library library = Library.Open(_folder["cut.db"]);
        using CancellationTokenSource cancel = new();
        Cutter cutter = new(cancel, after: 10);

        await Should.ThrowAsync<OperationCanceledException>(() =>
            new Builder(library, new DiskFileSystem(), _engine.Reader, () => _engine).BuildAsync([_folder["d"]], BuildOptions.Default, cutter, cancel.Token));

        int read = library.Documents().Length;
        read.ShouldBeInRange(1, 39);
        BuildReport rest = await Build(library, 2, _folder["d"]);
        rest.Read.ShouldBe(40 - read);
        Dump(library).ShouldBe(whole);
    }

    [Fact]
    public void A_file_that_is_no_library_is_refused_and_left_alone()
    {
        string text = _folder.Write("a.db", "không phải thư viện, chỉ là chữ, dài hơn một trăm byte để SQLite phải đọc phần đầu của nó cho hết rồi mới nói.");
        byte[] before = File.ReadAllBytes(text);

        Should.Throw<LibraryException>(() => Library.Open(text)).Problem.ShouldBe(LibraryProblem.NotALibrary);
        Should.Throw<LibraryException>(() => Library.OpenExisting(_folder["không có.db"])).Problem.ShouldBe(LibraryProblem.Missing);

        File.ReadAllBytes(text).ShouldBe(before);
        File.Exists(_folder["không có.db"]).ShouldBeFalse();
    }

    private static Task<BuildReport> Build(Library library, int jobs, params string[] paths) =>
        new Builder(library, new DiskFileSystem(), _engine.Reader, () => _engine).BuildAsync(paths, new BuildOptions(jobs, ReadOptions.Default));

    private static string Dump(Library library)
    {
        using MemoryStream output = new();
        library.Dump(output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private async Task<string> BuildAndDump(string name, int jobs, string folder)
    {
        using Library library = Library.Open(_folder[name]);
        await Build(library, jobs, _folder[folder]);
        return Dump(library);
    }

    private void WriteSamples(string folder)
    {
        _folder.Write($"{folder}/một.txt", "ĐỊA CHÍ\n\nNăm 1831, đặt tỉnh Hưng Hoá.\nNăm 1884 thành mất.\n");
        _folder.Write($"{folder}/hai.txt", "Năm 1945, chính quyền mới ra mắt ở thị xã Tuyên Quang.");
        _folder.Write($"{folder}/ba.txt", "Tháng 8 năm 1950, cầu gỗ bắc xong.\nBản sao của sổ cũ.");
        _folder.Write($"{folder}/trong/bốn.txt", "Ngày 5 tháng 6 năm 1911, một con tàu rời bến.".Normalize(NormalizationForm.FormD));
        _folder.Write($"{folder}/trong/bản sao.txt", "Năm 1945, chính quyền mới ra mắt ở thị xã Tuyên Quang.");
    }

    private sealed class RefusingFileSystem(Func<string, bool> refuses) : IFileSystem
    {
        private readonly DiskFileSystem _disk = new();

        public bool IsFolder(string path) => _disk.IsFolder(path);

        public ImmutableArray<FileEntry> List(string folder) => refuses(folder) ? throw new UnauthorizedAccessException() : _disk.List(folder);

        public Stream OpenRead(string path) => refuses(path) ? throw new UnauthorizedAccessException() : _disk.OpenRead(path);
    }

    private sealed class Cutter(CancellationTokenSource cancel, int after) : IProgress<BuildProgress>
    {
        public void Report(BuildProgress value)
        {
            if (value.Files == after)
            {
                cancel.Cancel();
            }
        }
    }
}

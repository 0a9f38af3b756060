using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using BienNien.Reading;
using Shouldly;

namespace BienNien.Tests.Reading;

/// <summary>Archives: each file in them by itself, under one limit.</summary>
public sealed class ZipTests
{
    private static readonly DocumentReader _reader = DocumentReader.Create();

    [Fact]
    public void Each_file_is_a_document_with_its_path_and_the_others_go_on()
    {
        byte[] inner = Zips.Of(("trong/ba.md", "# Ba\n\nNăm 1936."));
        byte[] archive = Zips.Of(
            ("một.txt", "Năm 1921."u8.ToArray()), ("bao-cao/", []), ("bao-cao/hai.html", "<p>Năm 1930.</p>"u8.ToArray()), ("ảnh.xyz", [1, 2]),
            ("rỗng.txt", []), ("hỏng.docx", "PK cắt"u8.ToArray()), ("kho con.zip", inner), ("__MACOSX/._một.txt", [0]), (".DS_Store", [0]), ("~$hai.docx", [0]));

        FileReading[] readings = ReadAll("kho.zip", archive);

        readings.Select(Tell).ShouldBe(
        [
            "kho.zip: 1 passed over", "kho.zip/một.txt: Năm 1921.", "kho.zip/bao-cao/hai.html: Năm 1930.", "kho.zip/rỗng.txt: Empty",
            "kho.zip/hỏng.docx: Damaged", "kho.zip/kho con.zip/trong/ba.md: # Ba⏎⏎Năm 1936.",
        ]);
    }

    [Fact]
    public void Names_cannot_lead_out_of_the_archive_nor_hide_what_they_are()
    {
        string[] names = ["../../etc/a.txt", "/gốc/b.txt", "C:\\c\\d.txt", "hai\ndòng.txt", "ngược\u202Etxt.cod.txt", "a.txt", "A.TXT", "./x/./y.txt", "e\u0301.txt", "....txt"];

        string[] given = [.. ReadAll("k.zip", Zips.Of([.. names.Select(static name => (name, "chữ"))])).Select(static reading => reading.Name)];

        given.ShouldBe(["k.zip/etc/a.txt", "k.zip/gốc/b.txt", "k.zip/c/d.txt", "k.zip/hai_dòng.txt", "k.zip/ngược_txt.cod.txt", "k.zip/a.txt", "k.zip/A (2).TXT", "k.zip/x/y.txt", "k.zip/é.txt"]);
    }

    [Theory]
    [InlineData("42E16F2063E16F2E747874", "Báo cáo.txt")] // Windows-1258, precomposed
    [InlineData("4261CC6F2063E16F2E747874", "Bào cáo.txt")] // Windows-1258, a tone of its own
    [InlineData("8272A0792E747874", "éráy.txt")] // code page 437
    [InlineData("C490E1BB8B6120C491E1BB932E747874", "Địa đồ.txt")] // UTF-8 that is not said to be
    public void Names_are_read_in_the_encodings_that_programs_write(string hex, string name)
    {
        byte[] raw = Convert.FromHexString(hex);
        byte[] archive = Zips.Of((new string('x', raw.Length), "chữ"));
        byte[] placeholder = Encoding.ASCII.GetBytes(new string('x', raw.Length));
        for (int at = archive.AsSpan().IndexOf(placeholder); at >= 0; at = archive.AsSpan().IndexOf(placeholder))
        {
            raw.CopyTo(archive, at);
        }

        ReadAll("k.zip", archive).ShouldHaveSingleItem().Name.ShouldBe("k.zip/" + name);
    }

    [Fact]
    public void An_entry_under_a_password_is_told_and_the_others_are_read()
    {
        byte[] archive = Zips.Of(("khoá.txt", "chữ"), ("mở.txt", "Năm 1921."));
        // The first bit of the flags, in the entry and in the list.
        archive[6] |= 1;
        archive[archive.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;

        ReadAll("k.zip", archive).Select(Tell).ShouldBe(["k.zip/khoá.txt: Protected", "k.zip/mở.txt: Năm 1921."]);
    }

    [Fact]
    public void A_symbolic_link_is_no_file()
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            ZipArchiveEntry link = archive.CreateEntry("lối.txt");
            link.ExternalAttributes = unchecked((int)0xA1FF0000);
            using Stream target = link.Open();
            target.Write("/etc/hostname"u8);
        }

        ReadAll("k.zip", stream.ToArray()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_gigabyte_of_nothing_is_stopped_by_what_comes_out()
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            WriteZeros(archive, "đầu.txt", 1);
            WriteZeros(archive, "to.txt", 1 << 30);
            WriteZeros(archive, "sau.txt", 1);
        }

        byte[] bytes = stream.ToArray();
        bytes.Length.ShouldBeLessThan(2_000_000);
        FileReading[] readings = await Task.Run(() => ReadAll("k.zip", bytes)).WaitAsync(TimeSpan.FromSeconds(20));

        readings.Select(Tell).ShouldBe(["k.zip: TooLarge", "k.zip/đầu.txt: NotText"]);
        ((FileReading.Unreadable)readings[0]).Problem.Detail.ShouldContain("to.txt");
    }

    [Fact]
    public async Task Bombs_side_by_side_and_inside_each_other_share_one_limit()
    {
        ReadOptions small = ReadOptions.Default with { MaxBytes = 2_000_000 };
        byte[] bomb = DocxTests.Zip("<w:p><w:r><w:t>" + new string('a', 1_900_000) + "</w:t></w:r></w:p>");
        byte[] many = Zips.Of([.. Enumerable.Range(0, 100).Select(i => ($"{i:D3}.docx", bomb))]);
        FileReading[] readings = await Task.Run(() => ReadAll("k.zip", many, small)).WaitAsync(TimeSpan.FromSeconds(60));
        readings.Length.ShouldBe(100);
        readings.Count(static reading => reading is FileReading.Read).ShouldBeInRange(1, 20);

        byte[] zeros = Zips.Of(("0.txt", new byte[1_900_000]));
        FileReading[] nested = ReadAll("k.zip", Zips.Of(("a.zip", zeros), ("b.zip", zeros)), small);
        nested.Select(Tell).ShouldBe(["k.zip/a.zip/0.txt: NotText", "k.zip/b.zip: TooLarge"]);
    }

    [Fact]
    public void Archives_in_archives_end_somewhere()
    {
        byte[] archive = Zips.Of(("a.txt", "chữ"));
        for (int depth = 0; depth < 5; depth++)
        {
            archive = Zips.Of(("k.zip", archive));
        }

        ReadAll("k.zip", archive).Select(Tell).ShouldBe(["k.zip/k.zip/k.zip/k.zip: TooLarge"]);
    }

    [Fact]
    public void An_archive_of_a_million_names_is_refused_before_it_is_opened()
    {
        byte[] entry = new byte[47];
        "PK\u0001\u0002"u8.CopyTo(entry);
        BinaryPrimitives.WriteUInt16LittleEndian(entry.AsSpan(28), 1);
        byte[] end = new byte[22];
        "PK\u0005\u0006"u8.CopyTo(end);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), 4);
        byte[] archive = [.. "PK\u0003\u0004"u8, .. Enumerable.Repeat(entry, 1_000_000).SelectMany(static bytes => bytes), .. end];

        ReadAll("k.zip", archive).Select(Tell).ShouldBe(["k.zip: TooLarge"]);
    }

    [Theory]
    [InlineData("a.docx")]
    [InlineData("a.txt")]
    public void A_file_is_read_as_what_it_is_whatever_its_ending(string name)
    {
        ReadAll(name, Zips.Of(("một.txt", "Năm 1921."))).Select(Tell).ShouldBe([name + "/một.txt: Năm 1921."]);
        ReadAll("a.zip", DocxTests.Make("<w:p><w:r><w:t>Năm 1921.</w:t></w:r></w:p>")).ShouldHaveSingleItem().ShouldBeOfType<FileReading.Read>().Document.Text.ShouldStartWith("Năm 1921.");
        Blocks.Draw(Blocks.Read("a.docx", "<html><body><table><tr><td>Xã</td><td>Dân</td></tr></table></body></html>")).ShouldBe("Cell 0,0,0: Xã\nCell 0,0,1: Dân");
        Blocks.Problem("a.docx", "%PDF-1.7\n"u8.ToArray()).ShouldBe(new ReadResult.Unreadable(ProblemCode.UnknownFormat, 0, ".pdf"));
        Blocks.Read("a.txt", "<html> là một thẻ.").Text.ShouldBe("<html> là một thẻ.");
    }

    [Fact]
    public void A_known_file_is_named_and_not_read()
    {
        FileReading[] readings = [.. _reader.ReadAll("k.zip", FileContent.Of(Zips.Of(("a.txt", "chữ"), ("b.txt", "chữ"))), ReadOptions.Default, static (name, _) => name == "k.zip/a.txt")];
        readings[0].ShouldBeOfType<FileReading.Known>().Name.ShouldBe("k.zip/a.txt");
        readings[1].ShouldBeOfType<FileReading.Read>();
    }

    private static FileReading[] ReadAll(string name, byte[] bytes, ReadOptions? options = null) => [.. _reader.ReadAll(name, FileContent.Of(bytes), options ?? ReadOptions.Default)];

    private static string Tell(FileReading reading) => reading switch
    {
        FileReading.Read read => $"{read.Name}: {read.Document.Text.ReplaceLineEndings("⏎")}",
        FileReading.Unreadable bad => $"{bad.Name}: {bad.Problem.Code}",
        FileReading.PassedOver over => $"{over.Name}: {over.Count} passed over",
        _ => reading.Name,
    };

    private static void WriteZeros(ZipArchive archive, string name, int length)
    {
        using Stream stream = archive.CreateEntry(name).Open();
        byte[] zeros = new byte[Math.Min(length, 1 << 20)];
        for (int written = 0; written < length; written += zeros.Length)
        {
            stream.Write(zeros);
        }
    }
}

using System.Collections.Immutable;
using System.Text;

namespace BienNien.Tests.Reading.Fuzz;

/// <summary>Whole files of every kind that the engine reads: the samples, and what the tests write themselves.</summary>
internal static class FuzzSeeds
{
    private const int LargestSeed = 200_000;

    // Of a kind that has many samples a few are enough: each is damaged the oftener.
    private const int MostOfOneKind = 4;

    public static ImmutableArray<(string Name, byte[] Bytes)> All { get; } =
    [
        .. Directory.EnumerateFiles(Repository.Path("samples"), "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(static path => (Name: Path.GetFileName(path), Bytes: File.ReadAllBytes(path)))
            .Where(static seed => seed.Bytes.Length is > 0 and <= LargestSeed && BienNien.Reading.DocumentReader.Create().Reads(seed.Name))
            .GroupBy(static seed => Path.GetExtension(seed.Name), StringComparer.Ordinal)
            .SelectMany(static kind => kind.Take(MostOfOneKind)),
        ("kho.zip", Zips.Of(("một.txt", "Năm 1921, mở chợ."), ("hai/ba.html", "<p>Năm 1936."), ("bốn.xyz", "?"))),
        ("so-lieu.csv", Encoding.UTF8.GetBytes("Xã;Dân số\n\"Đại \"\"Phác\"\"\";1.234,5\nYên Hợp;980\n")),
        ("so-lieu.xlsx", XlsxTests.Make(("Dân số", """<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" s="1"><v>12.5</v></c><c r="D2" s="2"><v>16568</v></c></row>""", false))),
        ("trinh-chieu.pptx", PptxTests.Make((PptxTests.Shape("title", "<a:p><a:r><a:t>Đất và người</a:t></a:r></a:p>") + PptxTests.Shape(null, "<a:p><a:r><a:t>Năm 1936.</a:t></a:r></a:p>"), "Ghi thêm.", false))),
        ("thu.eml", Encoding.UTF8.GetBytes("From: a@example.vn\r\nSubject: =?UTF-8?Q?B=C3=A1o?=\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Năm 1936.\r\n--b\r\nContent-Type: text/plain; name=\"a.txt\"\r\nContent-Transfer-Encoding: base64\r\n\r\nTsSDbSAxOTUw\r\n--b--\r\n")),
        ("trang.mhtml", Encoding.UTF8.GetBytes("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>N=C4=83m 19=\r\n50.\r\n--b--\r\n")),
    ];
}

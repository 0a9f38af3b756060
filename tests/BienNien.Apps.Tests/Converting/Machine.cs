using BienNien.Converting;
using BienNien.Converting.Programs;
using BienNien.Reading;
using BienNien.Text;
using Shouldly;

namespace BienNien.Apps.Tests.Converting;

/// <summary>The programs of this machine, and papers made with them.</summary>
internal static class Machine
{
    internal static ProgramFinder Programs { get; } = ProgramFinder.OfMachine(Environment.GetEnvironmentVariable);

    /// <summary>A reader with all programs that there are; its formats live as long as the tests.</summary>
    internal static DocumentReader Reader { get; } = DocumentReader.Create(MachineFormats.Create(Programs).Formats);

    internal static Document Read(string name, byte[] bytes) =>
        Reader.Read(name, bytes, ReadOptions.Default).ShouldBeOfType<ReadResult.Read>().Document;

    internal static ReadResult.Unreadable Refuse(string name, byte[] bytes, ConvertOptions? options = null, ProgramFinder? programs = null)
    {
        using MachineFormats formats = MachineFormats.Create(programs ?? Programs, options);
        return DocumentReader.Create(formats.Formats).Read(name, bytes, ReadOptions.Default).ShouldBeOfType<ReadResult.Unreadable>();
    }

    /// <summary>A web page as a file of another kind, by LibreOffice.</summary>
    internal static byte[] Convert(string html, string to) => Convert(System.Text.Encoding.UTF8.GetBytes(html), "page.html", to);

    /// <inheritdoc cref="Convert(string, string)"/>
    internal static byte[] Convert(byte[] bytes, string name, string to)
    {
        using WorkFolder folder = new();
        folder.Write(name, FileContent.Of(bytes));
        new ProgramRunner(Programs).RunWell(
            ExternalProgram.LibreOffice, ["--headless", "-env:UserInstallation=" + new Uri(folder["profile"]).AbsoluteUri, "--convert-to", to, "--outdir", folder["out"], folder[name]],
            folder, ProgramLimits.Default);
        return File.ReadAllBytes(Directory.GetFiles(folder["out"]).ShouldHaveSingleItem());
    }

    /// <summary>A PDF drawn as pictures, put together again as one without a text layer or given page by page.</summary>
    internal static byte[] Draw(byte[] pdf, int resolution, string format, int page = 1)
    {
        using WorkFolder folder = new();
        folder.Write("in.pdf", FileContent.Of(pdf));
        string number = page.ToString(System.Globalization.CultureInfo.InvariantCulture);
        new ProgramRunner(Programs).RunWell(
            ExternalProgram.PdfToPpm, [format, "-r", resolution.ToString(System.Globalization.CultureInfo.InvariantCulture), "-f", number, "-l", number, "-singlefile", "in.pdf", "out"],
            folder, ProgramLimits.Default);
        return File.ReadAllBytes(Directory.GetFiles(folder.Path, "out.*").ShouldHaveSingleItem());
    }

    /// <summary>The words of a text, whatever stands between them.</summary>
    internal static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The share of the words of one text that stand, in the same order, in another.</summary>
    internal static double Agreement(string[] expected, string[] seen)
    {
        int[] row = new int[seen.Length + 1];
        foreach (string word in expected)
        {
            int diagonal = 0;
            for (int j = 1; j <= seen.Length; j++)
            {
                (row[j], diagonal) = (word == seen[j - 1] ? diagonal + 1 : Math.Max(row[j], row[j - 1]), row[j]);
            }
        }

        return (double)row[^1] / Math.Max(expected.Length, seen.Length);
    }
}

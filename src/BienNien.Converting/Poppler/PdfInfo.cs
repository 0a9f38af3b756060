using System.Globalization;
using System.Text;
using BienNien.Converting.Programs;
using BienNien.Reading;

namespace BienNien.Converting.Poppler;

/// <summary>What <c>pdfinfo</c> says of a file before anything else is done with it.</summary>
internal static class PdfInfo
{
    /// <summary>How many pages it has.</summary>
    /// <exception cref="ProgramFailure">It is locked, damaged, or has none.</exception>
    public static int Pages(ProgramRunner runner, WorkFolder folder, string file, ProgramLimits limits)
    {
        StringBuilder said = new();
        (int code, string error) = runner.Run(ExternalProgram.PdfInfo, ["--", file], folder, limits with { OutputBytes = 1 << 20 }, output =>
        {
            using StreamReader reader = new(output, Encoding.UTF8);
            said.Append(reader.ReadToEnd());
        });
        if (error.Contains("Incorrect password", StringComparison.Ordinal))
        {
            throw new ProgramFailure(ProblemCode.Protected, "PDF");
        }

        if (code != 0)
        {
            throw new ProgramFailure(ProblemCode.Damaged, error.Length > 0 ? error : "PDF");
        }

        foreach (string line in said.ToString().Split('\n'))
        {
            if (line.StartsWith("Pages:", StringComparison.Ordinal) && int.TryParse(line.AsSpan(6).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int pages) && pages > 0)
            {
                return pages;
            }
        }

        throw new ProgramFailure(ProblemCode.Damaged, "no pages");
    }
}

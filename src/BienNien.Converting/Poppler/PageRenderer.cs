using System.Globalization;
using BienNien.Converting.Programs;

namespace BienNien.Converting.Poppler;

/// <summary>Draws pages of a PDF.</summary>
internal static class PageRenderer
{
    /// <summary>Draws one page.</summary>
    /// <param name="runner">Runs the program.</param>
    /// <param name="folder">Where the file lies and the picture will.</param>
    /// <param name="file">The PDF's name in the folder.</param>
    /// <param name="page">From 1.</param>
    /// <param name="longest">The most pixels that an edge may have.</param>
    /// <param name="resolution">Dots an inch; less where the page would be larger than that.</param>
    /// <param name="format"><c>-gray</c> for a PGM file, <c>-png</c> for colours.</param>
    /// <param name="limits">What it may cost.</param>
    /// <returns>The picture's path.</returns>
    /// <exception cref="ProgramFailure">It could not be drawn.</exception>
    public static string Draw(ProgramRunner runner, WorkFolder folder, string file, int page, int longest, int resolution, string format, ProgramLimits limits)
    {
        string number = page.ToString(CultureInfo.InvariantCulture);
        string name = "page-" + number;
        (int code, string error) = runner.Run(
            ExternalProgram.PdfToPpm,
            [format, "-f", number, "-l", number, "-singlefile", .. Size(), "--", file, name], folder, limits);
        string path = folder[name + (format == "-png" ? ".png" : ".pgm")];
        return code == 0 && File.Exists(path) ? path : throw ProgramRunner.Failed(ExternalProgram.PdfToPpm, code, error);

        IEnumerable<string> Size() => longest > 0
            ? ["-scale-to", longest.ToString(CultureInfo.InvariantCulture)]
            : ["-r", resolution.ToString(CultureInfo.InvariantCulture)];
    }
}

using BienNien.Converting.Programs;
using BienNien.Converting.Tesseract;
using BienNien.Reading;

namespace BienNien.Converting.Poppler;

/// <summary>A page as browsers show it, or why there is none.</summary>
/// <param name="Bytes">The picture; empty when there is none.</param>
/// <param name="MediaType"><c>image/png</c> and the like.</param>
/// <param name="Problem">Why there is none; null when there is one.</param>
public sealed record PagePicture(ReadOnlyMemory<byte> Bytes, string MediaType, ProblemCode? Problem = null);

/// <summary>Pages of files as pictures: those of a PDF are drawn, a picture shows itself. Safe to share.</summary>
/// <param name="programs">Where the programs lie.</param>
/// <param name="options">How much they may do.</param>
public sealed class PagePictures(ProgramFinder programs, ConvertOptions options) : IDisposable
{
    // Sharp on a screen, a quarter of a megabyte a page.
    private const int LongestEdge = 1600;

    private readonly ProgramRunner _runner = new(programs);

    /// <summary>Shows a page.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="page">From 1, among its pages.</param>
    public PagePicture Show(ReadOnlyMemory<byte> bytes, int page)
    {
        if (PictureHeader.Of(bytes.Span) is { } header)
        {
            return header.Pixels > options.MaxPixels ? None(ProblemCode.OverLimit) : header.Ending switch
            {
                ".png" => new PagePicture(bytes, "image/png"),
                ".jpg" => new PagePicture(bytes, "image/jpeg"),
                ".webp" => new PagePicture(bytes, "image/webp"),
                ".bmp" => new PagePicture(bytes, "image/bmp"),
                // Browsers do not show TIFF.
                _ => None(ProblemCode.UnknownFormat),
            };
        }

        try
        {
            using WorkFolder folder = new();
            folder.Write("input.pdf", FileContent.Of(bytes));
            return new PagePicture(File.ReadAllBytes(PageRenderer.Draw(_runner, folder, "input.pdf", page, LongestEdge, resolution: 0, "-png", options.ForPage)), "image/png");
        }
        catch (ProgramFailure failure)
        {
            return None(failure.Code);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _runner.Dispose();

    private static PagePicture None(ProblemCode problem) => new(default, "", problem);
}

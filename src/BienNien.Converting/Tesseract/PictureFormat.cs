using System.Collections.Immutable;
using System.Globalization;
using BienNien.Converting.Programs;
using BienNien.Reading;
using BienNien.Reading.Pages;

namespace BienNien.Converting.Tesseract;

/// <summary>Pictures of pages: each word that Tesseract recognises, with its place and its confidence.</summary>
internal sealed class PictureFormat(ProgramRunner runner, ConvertOptions options) : IDocumentFormat
{
    private readonly PageRecogniser _recogniser = new(runner, options);

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp"];

    /// <inheritdoc/>
    public ReadResult Read(string name, FileContent content, ReadOptions options)
    {
        // By what it is: a camera's JPEG is often called .png.
        if (PictureHeader.Of(content.Bytes.Span) is not { Pixels: > 0 } header)
        {
            return new ReadResult.Unreadable(ProblemCode.Damaged, 0, "no picture");
        }

        try
        {
            return PageDocument.Assemble(name, Pages(content, header));
        }
        catch (ProgramFailure failure)
        {
            return failure.ToResult();
        }
    }

    private List<PageText> Pages(FileContent content, PictureHeader header)
    {
        if (header.Pixels > options.MaxPixels)
        {
            throw new ProgramFailure(ProblemCode.OverLimit, string.Create(CultureInfo.InvariantCulture, $"{header.Pixels / 1_000_000} > {options.MaxPixels / 1_000_000} megapixels"));
        }

        if (header.Pages > options.MaxRecognisedPages)
        {
            throw new ProgramFailure(ProblemCode.OverLimit, string.Create(CultureInfo.InvariantCulture, $"{header.Pages} > {options.MaxRecognisedPages} pages"));
        }

        using WorkFolder folder = new();
        string file = "input" + header.Ending;
        folder.Write(file, content);
        // Each page of a TIFF file has the time of a page.
        return _recogniser.Recognise(folder, file, header.Resolution, options.ForPage with { Time = options.ForPage.Time * header.Pages });
    }
}

using System.Collections.Immutable;
using System.Globalization;
using BienNien.Converting.Programs;
using BienNien.Converting.Tesseract;
using BienNien.Reading;
using BienNien.Reading.Pages;

namespace BienNien.Converting.Poppler;

/// <summary>PDF: the words of its text layer in their places; pages without one are drawn and recognised.</summary>
internal sealed class PdfFormat(ProgramRunner runner, ConvertOptions options) : IDocumentFormat
{
    private const string FileName = "input.pdf";

    // A page with fewer letters has no text layer to speak of: a number stamped on a scan, a watermark.
    private const int LeastCharacters = 12;

    private readonly PageRecogniser _recogniser = new(runner, options);

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".pdf"];

    /// <inheritdoc/>
    public ReadResult Read(string name, FileContent content, ReadOptions options)
    {
        if (!LooksLikePdf(content))
        {
            return new ReadResult.Unreadable(ProblemCode.Damaged, 0, "no PDF header");
        }

        try
        {
            using WorkFolder folder = new();
            folder.Write(FileName, content);
            return PageDocument.Assemble(name, Pages(folder));
        }
        catch (ProgramFailure failure)
        {
            return failure.ToResult();
        }
    }

    private List<PageText> Pages(WorkFolder folder)
    {
        int count = PdfInfo.Pages(runner, folder, FileName, options.ForPage);
        if (count > options.MaxPages)
        {
            throw new ProgramFailure(ProblemCode.OverLimit, string.Create(CultureInfo.InvariantCulture, $"{count} > {options.MaxPages} pages"));
        }

        List<PageText> pages = [];
        runner.RunWell(ExternalProgram.PdfToText, ["-bbox-layout", "--", FileName, "-"], folder, options.ForFile, output => pages = BoxXml.Read(output));
        if (pages.Count == 0)
        {
            throw new ProgramFailure(ProblemCode.Damaged, "no pages");
        }

        int[] pictures = [.. Enumerable.Range(0, pages.Count).Where(i => pages[i].ReadableCharacters < LeastCharacters || IsIllegible(pages[i]))];
        if (pictures.Length > options.MaxRecognisedPages)
        {
            throw new ProgramFailure(ProblemCode.OverLimit, string.Create(CultureInfo.InvariantCulture, $"{pictures.Length} > {options.MaxRecognisedPages} pages without text"));
        }

        foreach ((int page, PageText? recognised) in _recogniser.RecogniseAll(folder, FileName, pictures))
        {
            // An empty page, or a picture without words, keeps the little that it has.
            if (recognised is not null && recognised.ReadableCharacters > (IsIllegible(pages[page]) ? 0 : pages[page].ReadableCharacters))
            {
                pages[page] = recognised;
            }
        }

        return pages;
    }

    // A text layer whose font says nothing of what its codes mean.
    private static bool IsIllegible(PageText page)
    {
        int unknown = page.Characters.Count(static c => c == '\uFFFD' || char.GetUnicodeCategory(c) is UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
        return unknown * 3 > page.Characters.Length;
    }

    // The header stands within the first kilobyte.
    private static bool LooksLikePdf(FileContent content)
    {
        byte[] head = new byte[1024];
        using Stream stream = content.Open();
        int read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return head.AsSpan(0, read).IndexOf("%PDF-"u8) >= 0;
    }
}

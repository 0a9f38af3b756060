using System.Collections.Immutable;

namespace BienNien.Converting.Programs;

/// <summary>A program of the machine that reads what the engine cannot.</summary>
/// <param name="Name">As users know it.</param>
/// <param name="FileNames">Names of its file without <c>.exe</c>, the first that is found counts.</param>
/// <param name="VersionArgument">Makes it print its version and end.</param>
public sealed record ExternalProgram(string Name, ImmutableArray<string> FileNames, string VersionArgument)
{
    /// <summary>LibreOffice: files of Word 97, RTF, OpenDocument.</summary>
    public static ExternalProgram LibreOffice { get; } = new("LibreOffice", ["soffice", "libreoffice"], "--version");

    /// <summary>Poppler: how many pages a PDF has, and whether it is locked.</summary>
    public static ExternalProgram PdfInfo { get; } = new("pdfinfo (Poppler)", ["pdfinfo"], "-v");

    /// <summary>Poppler: the words of a PDF with their places.</summary>
    public static ExternalProgram PdfToText { get; } = new("pdftotext (Poppler)", ["pdftotext"], "-v");

    /// <summary>Poppler: pages of a PDF as pictures.</summary>
    public static ExternalProgram PdfToPpm { get; } = new("pdftoppm (Poppler)", ["pdftoppm"], "-v");

    /// <summary>Tesseract: the words of a picture with their places.</summary>
    public static ExternalProgram Tesseract { get; } = new("Tesseract", ["tesseract"], "--version");
}

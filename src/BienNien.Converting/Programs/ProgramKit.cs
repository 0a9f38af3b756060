namespace BienNien.Converting.Programs;

/// <summary>Programs that are installed together.</summary>
public enum ProgramKit
{
    /// <summary>Poppler: PDF.</summary>
    Poppler,

    /// <summary>Tesseract with its model of Vietnamese: pictures and scans.</summary>
    Tesseract,

    /// <summary>LibreOffice Writer: older and other office files.</summary>
    LibreOffice,
}

namespace BienNien.Text;

/// <summary>How Vietnamese letters are written as bytes.</summary>
public enum TextEncoding
{
    /// <summary>UTF-8, with or without a byte order mark.</summary>
    Utf8,

    /// <summary>UTF-16, low byte first.</summary>
    Utf16LittleEndian,

    /// <summary>UTF-16, high byte first.</summary>
    Utf16BigEndian,

    /// <summary>Windows-1258: base letters, and tones as marks of their own.</summary>
    Windows1258,

    /// <summary>TCVN 5712:1993 VN3, called ABC: the national standard of the 1990s (fonts .VnTime).</summary>
    Tcvn3,

    /// <summary>VNI for Windows: a base letter and a second byte for its marks (fonts VNI-Times).</summary>
    VniWindows,

    /// <summary>VISCII 1.1 (RFC 1456).</summary>
    Viscii,

    /// <summary>VPS, of the Vietnamese Professionals Society.</summary>
    Vps,
}

/// <summary>In which encoding a file was read, and how sure that is.</summary>
/// <param name="Encoding">The encoding.</param>
/// <param name="Confidence">From 0 to 1; 1 when the user gave it or a byte order mark says so.</param>
/// <param name="IsGiven">Whether the user gave it.</param>
public readonly record struct SourceEncoding(TextEncoding Encoding, double Confidence, bool IsGiven = false);

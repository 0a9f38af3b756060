namespace BienNien.Reading.Packages;

/// <summary>The older container of office files: Word, Excel and PowerPoint before 2007, and today's files under a password.</summary>
internal static class OleFile
{
    /// <summary>Whether a file begins as one.</summary>
    public static bool Is(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <summary>The ending that the file should bear; null for one under a password, which may be any.</summary>
    public static string? EndingOf(ReadOnlySpan<byte> bytes) =>
        IsProtected(bytes) ? null
        : Holds(bytes, "W\0o\0r\0k\0b\0o\0o\0k\0"u8) || Holds(bytes, "B\0o\0o\0k\0"u8) ? ".xls"
        : Holds(bytes, "P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0"u8) ? ".ppt"
        : ".doc";

    /// <summary>Why one that bears the ending of a newer format is not read.</summary>
    public static ReadResult.Unreadable Refuse(ReadOnlySpan<byte> bytes) => EndingOf(bytes) is { } ending
        ? new ReadResult.Unreadable(ProblemCode.UnknownFormat, 0, $"{ending} (Office 97–2003)")
        : new ReadResult.Unreadable(ProblemCode.Protected, 0, "EncryptedPackage");

    private static bool IsProtected(ReadOnlySpan<byte> bytes) => Holds(bytes, "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8);

    // Names of the streams inside, in UTF-16.
    private static bool Holds(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> name) => bytes.IndexOf(name) >= 0;
}

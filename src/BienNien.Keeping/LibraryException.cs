namespace BienNien.Keeping;

/// <summary>Why a library could not be opened.</summary>
public enum LibraryProblem
{
    /// <summary>BN2001: there is no such file.</summary>
    Missing = 2001,

    /// <summary>BN2002: the file is no library of this program.</summary>
    NotALibrary = 2002,

    /// <summary>BN2003: a newer version of the program has made it.</summary>
    TooNew = 2003,

    /// <summary>BN2004: it may not be read or written, or the disk is full.</summary>
    NoAccess = 2004,

    /// <summary>BN2005: another program holds it for too long.</summary>
    Busy = 2005,

    /// <summary>BN2006: another version of the program has built it, or a build was cut off: it must be built again before it can be asked this.</summary>
    NotUpToDate = 2006,
}

/// <summary>A library cannot be used; the message is for developers, <see cref="Problem"/> and <see cref="Path"/> for users.</summary>
public sealed class LibraryException(LibraryProblem problem, string path, Exception? inner = null)
    : Exception($"BN{(int)problem}: {path}: {problem}", inner)
{
    /// <summary>What is wrong.</summary>
    public LibraryProblem Problem { get; } = problem;

    /// <summary>The library's file, as it was given.</summary>
    public string Path { get; } = path;
}

using BienNien.Text;

namespace BienNien.Reading;

/// <summary>What became of one file: of the one asked for, or of one that lies in it.</summary>
/// <param name="Name">The file's name as the user gave it; for a file in another one <c>kho.zip/bao-cao/2020.docx</c>.</param>
public abstract record FileReading(string Name)
{
    /// <summary>It was read.</summary>
    /// <param name="Name">The file's name.</param>
    /// <param name="Content">Its bytes.</param>
    /// <param name="Document">What it holds.</param>
    public sealed record Read(string Name, FileContent Content, Document Document) : FileReading(Name);

    /// <summary>It could not be read; the others are not touched by this.</summary>
    /// <param name="Name">The file's name.</param>
    /// <param name="Content">Its bytes; none when it could not be taken out of the file that it lies in.</param>
    /// <param name="Problem">Why.</param>
    public sealed record Unreadable(string Name, FileContent Content, ReadResult.Unreadable Problem) : FileReading(Name);

    /// <summary>It lies in another one and was not read, since the caller knows it.</summary>
    /// <param name="Name">The file's name.</param>
    /// <param name="Content">Its bytes.</param>
    public sealed record Known(string Name, FileContent Content) : FileReading(Name);

    /// <summary>It holds files of kinds that are not read.</summary>
    /// <param name="Name">The name of the file that holds them.</param>
    /// <param name="Count">How many, at least 1.</param>
    public sealed record PassedOver(string Name, int Count) : FileReading(Name);
}

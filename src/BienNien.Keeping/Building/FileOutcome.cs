namespace BienNien.Keeping.Building;

/// <summary>What a worker found out about one file.</summary>
internal abstract record FileOutcome
{
    private FileOutcome()
    {
    }

    /// <summary>It was read.</summary>
    internal sealed record Analyzed(string Path, DocumentRecord Document) : FileOutcome;

    /// <summary>Its bytes are in the library, or another worker reads the same bytes just now.</summary>
    internal sealed record Known(string Path, string Hash) : FileOutcome;

    /// <summary>It could not be read.</summary>
    internal sealed record Unreadable(ProblemRow Problem) : FileOutcome;
}

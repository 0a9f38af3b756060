namespace BienNien.Keeping.Building;

/// <summary>What a worker found out about one file.</summary>
internal abstract record FileOutcome
{
    private FileOutcome()
    {
    }

    /// <summary>It was read.</summary>
    internal sealed record Analyzed(string Path, DocumentRecord Document) : FileOutcome
    {
        /// <summary>The file of the folder that it lies in; null for one that lies in none.</summary>
        internal string? Container { get; init; }
    }

    /// <summary>Its bytes are in the library, or another worker reads the same bytes just now.</summary>
    internal sealed record Known(string Path, string Hash) : FileOutcome
    {
        /// <inheritdoc cref="Analyzed.Container"/>
        internal string? Container { get; init; }
    }

    /// <summary>It holds others and has not changed since they were taken in.</summary>
    internal sealed record Unopened(string Path, KnownContainer Container) : FileOutcome;

    /// <summary>It holds others, whose outcomes came before.</summary>
    /// <param name="Path">The file.</param>
    /// <param name="Hash">Of kind and bytes; empty when something in it could not be read: it is opened again next time.</param>
    /// <param name="PassedOver">How many files of kinds that are not read lie in it.</param>
    internal sealed record Opened(string Path, string Hash, int PassedOver) : FileOutcome;

    /// <summary>It could not be read.</summary>
    internal sealed record Unreadable(ProblemRow Problem) : FileOutcome;
}

/// <summary>A file that holds others, as the library knows it.</summary>
/// <param name="Hash">Of kind and bytes.</param>
/// <param name="Files">How many files in it the library has; a letter counts itself.</param>
/// <param name="PassedOver">How many files of kinds that are not read lie in it.</param>
internal sealed record KnownContainer(string Hash, int Files, int PassedOver);

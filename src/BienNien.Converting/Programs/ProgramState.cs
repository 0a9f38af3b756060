namespace BienNien.Converting.Programs;

/// <summary>What is there of a kit of programs.</summary>
/// <param name="Kit">Which.</param>
/// <param name="Path">Where its first program lies; null when it is not installed.</param>
/// <param name="Version">As the program says it; empty when it says none.</param>
/// <param name="Missing">What is not there though the rest is: other programs of the kit, the model <c>vie</c>; empty when it is whole.</param>
public sealed record ProgramState(ProgramKit Kit, string? Path, string Version, string Missing)
{
    /// <summary>Whether all of it is there.</summary>
    public bool IsWhole => Path is not null && Missing.Length == 0;
}

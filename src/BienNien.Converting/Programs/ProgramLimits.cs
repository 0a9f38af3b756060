namespace BienNien.Converting.Programs;

/// <summary>What one run of a program may cost; more ends it.</summary>
/// <param name="Time">By the clock on the wall.</param>
/// <param name="MemoryBytes">Resident memory of the program and of those that it starts.</param>
/// <param name="OutputBytes">What it may write, to its output or to a file.</param>
public readonly record struct ProgramLimits(TimeSpan Time, long MemoryBytes, long OutputBytes)
{
    /// <summary>Two minutes, 2 GiB of memory, 1 GiB of output.</summary>
    public static ProgramLimits Default { get; } = new(TimeSpan.FromMinutes(2), 2L << 30, 1L << 30);
}

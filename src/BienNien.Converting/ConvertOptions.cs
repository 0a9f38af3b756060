using BienNien.Converting.Programs;

namespace BienNien.Converting;

/// <summary>How much the programs may do for one file; a file that needs more is told, never cut short in silence.</summary>
public sealed record ConvertOptions
{
    /// <summary>20,000 pages of text, 2,000 of them pictures.</summary>
    public static ConvertOptions Default { get; } = new();

    /// <summary>The most pages that a file may have.</summary>
    public int MaxPages { get; init; } = 20_000;

    /// <summary>The most pages of a file that are recognised from pictures.</summary>
    public int MaxRecognisedPages { get; init; } = 2_000;

    /// <summary>The most pixels that a picture may have: a sheet A2 at 600 dots an inch.</summary>
    public long MaxPixels { get; init; } = 150_000_000;

    /// <summary>What reading the words of a PDF, or turning a file into another format, may cost.</summary>
    public ProgramLimits ForFile { get; init; } = ProgramLimits.Default;

    /// <summary>What drawing or recognising one page may cost.</summary>
    public ProgramLimits ForPage { get; init; } = ProgramLimits.Default with { Time = TimeSpan.FromMinutes(1) };
}

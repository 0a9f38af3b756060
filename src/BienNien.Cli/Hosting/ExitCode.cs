namespace BienNien.Cli.Hosting;

/// <summary>How a command ends.</summary>
internal static class ExitCode
{
    /// <summary>Done, and nothing to look at.</summary>
    internal const int Clean = 0;

    /// <summary>Done, and something to look at: diagnostics, files that could not be read.</summary>
    internal const int Findings = 1;

    /// <summary>Could not run.</summary>
    internal const int CouldNotRun = 2;

    /// <summary>Stopped by Ctrl+C, as shells say it.</summary>
    internal const int Interrupted = 130;
}

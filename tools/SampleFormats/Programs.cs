using System.Diagnostics;

namespace BienNien.SampleFormats;

/// <summary>The programs that make what we don't write ourselves: LibreOffice and poppler.</summary>
internal static class Programs
{
    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed; what it said is in the message.</exception>
    public static void Run(string program, params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(program, arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        Task<string> said = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {said.Result}");
        }
    }

    /// <summary>Has LibreOffice save a file in another format.</summary>
    /// <param name="file">The file; the other one gets its name.</param>
    /// <param name="format">The ending, or the ending and the filter's name (<c>doc:MS Word 97</c>).</param>
    /// <param name="folder">Where to.</param>
    public static void Convert(string file, string format, string folder)
    {
        string profile = Path.Combine(Path.GetTempPath(), "biennien-sample-formats");
        Run("soffice", $"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", format, "--outdir", folder, file);
    }
}

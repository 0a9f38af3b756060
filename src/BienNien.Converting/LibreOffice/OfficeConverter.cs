using System.Collections.Concurrent;
using BienNien.Converting.Programs;
using BienNien.Reading;

namespace BienNien.Converting.LibreOffice;

/// <summary>Turns files into others with LibreOffice, in profiles of their own that are kept from one file to the next.</summary>
/// <remarks>A profile takes LibreOffice longer to make than a letter to convert. One that saw a run fail is not used again.</remarks>
internal sealed class OfficeConverter(ProgramRunner runner, ConvertOptions options) : IDisposable
{
    private readonly ConcurrentBag<WorkFolder> _profiles = [];

    /// <summary>Converts a file.</summary>
    /// <param name="content">The file.</param>
    /// <param name="from">The ending of its format, with the dot.</param>
    /// <param name="to">The ending of the other format, without a dot.</param>
    /// <param name="maxBytes">The largest result that is taken.</param>
    /// <exception cref="ProgramFailure">It could not be converted.</exception>
    public byte[] Convert(FileContent content, string from, string to, long maxBytes)
    {
        if (!_profiles.TryTake(out WorkFolder? profile))
        {
            profile = new WorkFolder();
            OfficeProfile.Write(profile);
            Directory.CreateDirectory(profile["out"]);
        }

        bool good = false;
        try
        {
            byte[] converted = Convert(profile, content, from, to, maxBytes);
            good = true;
            return converted;
        }
        finally
        {
            if (good)
            {
                _profiles.Add(profile);
            }
            else
            {
                profile.Dispose();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_profiles.TryTake(out WorkFolder? profile))
        {
            profile.Dispose();
        }
    }

    private byte[] Convert(WorkFolder profile, FileContent content, string from, string to, long maxBytes)
    {
        string input = "input" + from;
        string output = profile[Path.Combine("out", "input." + to)];
        try
        {
            profile.Write(input, content);
            (int code, string error) = runner.Run(
                ExternalProgram.LibreOffice,
                [
                    "--headless", "--norestore", "--nologo", "--nodefault", "-env:UserInstallation=" + new Uri(profile[OfficeProfile.Folder]).AbsoluteUri,
                    "--convert-to", to, "--outdir", profile["out"], profile[input],
                ],
                profile, options.ForFile);
            FileInfo result = new(output);
            if (code != 0 || !result.Exists)
            {
                throw ProgramRunner.Failed(ExternalProgram.LibreOffice, code, Reason(error));
            }

            return result.Length <= maxBytes ? File.ReadAllBytes(output) : throw new ProgramFailure(ProblemCode.TooLarge, $"converted to > {maxBytes} bytes");
        }
        finally
        {
            File.Delete(profile[input]);
            File.Delete(output);
        }
    }

    // Java is looked for and not needed; what it says of that is not why a file failed.
    private static string Reason(string error)
    {
        int at = error.IndexOf("Error:", StringComparison.Ordinal);
        return at >= 0 ? error[at..] : error.Contains("javaldx", StringComparison.Ordinal) || error.Length == 0 ? "source file could not be loaded" : error;
    }
}

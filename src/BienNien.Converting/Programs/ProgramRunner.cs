using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using BienNien.Reading;

namespace BienNien.Converting.Programs;

/// <summary>Runs programs of the machine: without a shell, in an environment of their own, under limits, no more at once than there are cores.</summary>
/// <param name="programs">Where they lie.</param>
internal sealed class ProgramRunner(ProgramFinder programs) : IDisposable
{
    // Signals by which the system ends a program that is over the limits that prlimit set, as exit codes.
    private const int OverTime = 128 + 24;
    private const int OverFileSize = 128 + 25;
    private const int LongestMessage = 300;

    private readonly SemaphoreSlim _slots = new(Environment.ProcessorCount);

    /// <summary>Where programs are looked for.</summary>
    public ProgramFinder Programs { get; } = programs;

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Each as it is; none is a user's file name.</param>
    /// <param name="folder">Where it runs, and its home.</param>
    /// <param name="limits">What it may cost.</param>
    /// <param name="output">Takes what it writes to its output, while it runs; null to pass over it.</param>
    /// <returns>Its exit code, and the end of what it said on the error stream, on one line.</returns>
    /// <exception cref="ProgramFailure">It is not installed, cannot be started, or is over its limits.</exception>
    public (int ExitCode, string Error) Run(
        ExternalProgram program, IEnumerable<string> arguments, WorkFolder folder, ProgramLimits limits, Action<Stream>? output = null)
    {
        string path = Programs.Find(program) ?? throw new ProgramFailure(ProblemCode.ProgramMissing, program.Name);
        _slots.Wait();
        try
        {
            using Process process = Start(program, Describe(path, arguments, folder, limits));
            using ProgramWatch watch = new(process, limits);
            process.StandardInput.Close();
            Task<string> error = Task.Run(() => Tail(process.StandardError));
            try
            {
                using BoundedStream stream = new(process.StandardOutput.BaseStream, limits.OutputBytes);
                output?.Invoke(stream);
                stream.CopyTo(Stream.Null);
            }
            catch (Exception e)
            {
                watch.Kill();
                if (watch.Breach is { } breach)
                {
                    // What it wrote was cut off where it was ended.
                    throw Over(program, breach);
                }

                throw e is ProgramFailure { Code: ProblemCode.OverLimit } over ? Over(program, over.Message) : new ProgramFailure(ProblemCode.ProgramFailed, $"{program.Name}: {OneLine(e.Message)}");
            }

            process.WaitForExit();
            if (watch.Breach is { } limit)
            {
                throw Over(program, limit);
            }

            return process.ExitCode switch
            {
                OverTime => throw Over(program, string.Create(CultureInfo.InvariantCulture, $"> {limits.Time.TotalSeconds:0.#} s")),
                OverFileSize => throw Over(program, $"> {limits.OutputBytes >> 20} MiB of output"),
                // A program may leave another behind that holds its error stream open.
                int code => (code, error.Wait(TimeSpan.FromSeconds(2)) ? error.Result : ""),
            };
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <summary>Runs a program that must end well.</summary>
    /// <inheritdoc cref="Run"/>
    public void RunWell(ExternalProgram program, IEnumerable<string> arguments, WorkFolder folder, ProgramLimits limits, Action<Stream>? output = null)
    {
        (int code, string error) = Run(program, arguments, folder, limits, output);
        if (code != 0)
        {
            throw Failed(program, code, error);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _slots.Dispose();

    /// <summary>What is said of a program that ended badly.</summary>
    public static ProgramFailure Failed(ExternalProgram program, int code, string error) =>
        new(ProblemCode.ProgramFailed, string.Create(CultureInfo.InvariantCulture, $"{program.Name}: {(error.Length > 0 ? error : $"exit code {code}")}"));

    private static ProgramFailure Over(ExternalProgram program, string limit) => new(ProblemCode.OverLimit, $"{program.Name}: {limit}");

    private static Process Start(ExternalProgram program, ProcessStartInfo info)
    {
        try
        {
            return Process.Start(info)!;
        }
        catch (Win32Exception e)
        {
            throw new ProgramFailure(ProblemCode.ProgramFailed, $"{program.Name}: {OneLine(e.Message)}");
        }
    }

    private ProcessStartInfo Describe(string path, IEnumerable<string> arguments, WorkFolder folder, ProgramLimits limits)
    {
        ProcessStartInfo info = new()
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (Programs.Find("prlimit") is { } prlimit)
        {
            // It sets limits that even a program's first moment is under, and becomes that program. Addresses cost nothing:
            // only a multiple of the memory that may be used is refused.
            info.FileName = prlimit;
            info.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--as={4 * limits.MemoryBytes}"));
            info.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--cpu={Math.Max(1, (long)Math.Ceiling(limits.Time.TotalSeconds)) * Environment.ProcessorCount}"));
            info.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--fsize={limits.OutputBytes}"));
            info.ArgumentList.Add("--core=0");
            info.ArgumentList.Add(path);
        }
        else
        {
            info.FileName = path;
        }

        foreach (string argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }

        // Nothing of the user's settings, proxies or secrets; and the same answer whoever runs it.
        string? root = OperatingSystem.IsWindows() ? Environment.GetEnvironmentVariable("SystemRoot") : null;
        info.Environment.Clear();
        info.Environment["PATH"] = OperatingSystem.IsWindows() ? Path.GetDirectoryName(path)! : "/usr/local/bin:/usr/bin:/bin";
        info.Environment["HOME"] = folder.Path;
        info.Environment["TMPDIR"] = folder.Path;
        info.Environment["TEMP"] = folder.Path;
        info.Environment["TMP"] = folder.Path;
        info.Environment["LANG"] = "C.UTF-8";
        info.Environment["LC_ALL"] = "C.UTF-8";
        info.Environment["TZ"] = "UTC";
        // One thread each: the documents are what runs side by side.
        info.Environment["OMP_THREAD_LIMIT"] = "1";
        info.Environment["SAL_USE_VCLPLUGIN"] = "svp";
        foreach ((string name, string? value) in (ReadOnlySpan<(string, string?)>)[("SystemRoot", root), ("TESSDATA_PREFIX", Environment.GetEnvironmentVariable("TESSDATA_PREFIX"))])
        {
            if (value is not null)
            {
                info.Environment[name] = value;
            }
        }

        return info;
    }

    // The last thing that a program says is why it gave up; all of it may be gigabytes.
    private static string Tail(StreamReader error)
    {
        StringBuilder tail = new();
        char[] buffer = new char[1024];
        for (int read = error.Read(buffer); read > 0; read = error.Read(buffer))
        {
            tail.Append(buffer, 0, read);
            if (tail.Length > 8 * LongestMessage)
            {
                tail.Remove(0, tail.Length - (4 * LongestMessage));
            }
        }

        return OneLine(tail.ToString());
    }

    private static string OneLine(string text)
    {
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Normalize();
        line = string.Concat(line.Where(static c => !char.IsControl(c)));
        return line.Length <= LongestMessage ? line : "…" + line[^LongestMessage..];
    }
}

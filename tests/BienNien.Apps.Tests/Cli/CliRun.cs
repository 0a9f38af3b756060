using System.Text;
using BienNien.Cli.Hosting;
using BienNien.Keeping.Files;

namespace BienNien.Apps.Tests.Cli;

/// <summary>What one command line gave.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs a command in this process, in English unless it says otherwise.</summary>
    internal static Task<CliRun> Of(params string[] arguments) => With(new Options(), arguments);

    /// <inheritdoc cref="Of"/>
    internal static async Task<CliRun> With(Options options, params string[] arguments)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        Terminal terminal = new()
        {
            Output = output,
            Error = error,
            Input = () => new MemoryStream(Encoding.UTF8.GetBytes(options.Input)),
            Environment = name => name == "LANG" ? options.Locale : null,
            Files = options.Files,
            Width = options.Width,
            Clock = new FixedClock(),
            User = "thu-thu",
        };
        int code = await CommandLine.RunAsync(arguments, terminal);
        return new CliRun(code, output.ToString(), error.ToString());
    }

    internal sealed record Options
    {
        public string Input { get; init; } = "";

        public string Locale { get; init; } = "en_GB.UTF-8";

        public int Width { get; init; } = 100;

        public IFileSystem Files { get; init; } = new DiskFileSystem();
    }

    /// <summary>It is always the same instant.</summary>
    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2027, 3, 1, 8, 30, 0, TimeSpan.Zero);
    }
}

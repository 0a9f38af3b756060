using System.Globalization;
using System.Text;
using BienNien.Keeping.Files;
using Spectre.Console;

namespace BienNien.Cli.Hosting;

/// <summary>The world around a command: what it reads and writes, so that a test can put its own there.</summary>
internal sealed class Terminal
{
    private const int WidthOfFiles = 120;

    public required TextWriter Output { get; init; }

    public required TextWriter Error { get; init; }

    public required Func<Stream> Input { get; init; }

    public required Func<string, string?> Environment { get; init; }

    public required IFileSystem Files { get; init; }

    /// <summary>The standard output as bytes: for protocols, which write nothing else there.</summary>
    public Func<Stream> RawOutput { get; init; } = Console.OpenStandardOutput;

    public bool OutputIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    public int Width { get; init; } = WidthOfFiles;

    /// <summary>What time it is: for what an editor decides, and nothing else.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The machine's user.</summary>
    public string User { get; init; } = System.Environment.UserName;

    /// <summary>The process's own.</summary>
    internal static Terminal OfProcess() => new()
    {
        Output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16),
        Error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true },
        Input = Console.OpenStandardInput,
        Environment = System.Environment.GetEnvironmentVariable,
        Files = new DiskFileSystem(),
        OutputIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        Width = WidthOf(System.Environment.GetEnvironmentVariable),
    };

    /// <summary>A console for tables and colours on the output.</summary>
    internal IAnsiConsole OutputConsole() => ConsoleOn(Output, OutputIsTerminal);

    /// <summary>A console for progress on the error stream.</summary>
    internal IAnsiConsole ErrorConsole() => ConsoleOn(Error, ErrorIsTerminal);

    private static int WidthOf(Func<string, string?> environment)
    {
        if (int.TryParse(environment("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out int columns) && columns >= 40)
        {
            return columns;
        }

        return Console.IsOutputRedirected || Console.WindowWidth < 40 ? WidthOfFiles : Console.WindowWidth;
    }

    private IAnsiConsole ConsoleOn(TextWriter writer, bool isTerminal)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new Screen(writer, Width, isTerminal),
            // What CI services support is no reason to colour a file.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    private sealed class Screen(TextWriter writer, int width, bool isTerminal) : IAnsiConsoleOutput
    {
        public TextWriter Writer { get; } = writer;

        public bool IsTerminal { get; } = isTerminal;

        public int Width { get; } = width;

        public int Height => 50;

        public void SetEncoding(Encoding encoding)
        {
            // The writer's own encoding is UTF-8 and stays.
        }
    }
}

using BienNien.Cli.Language;
using BienNien.Keeping;
using BienNien.Reading;
using Spectre.Console;

namespace BienNien.Cli.Hosting;

/// <summary>One run of the program: its terminal, its language, and the engine once it is needed.</summary>
internal sealed class Session(Terminal terminal, Texts texts, Func<Engine> engine)
{
    private readonly Lazy<Engine> _engine = new(engine);
    private readonly Lazy<IAnsiConsole> _console = new(terminal.OutputConsole);

    internal Terminal Terminal { get; } = terminal;

    internal Texts Texts { get; } = texts;

    internal Engine Engine => _engine.Value;

    /// <summary>The program's version, without what the build adds to it.</summary>
    internal static string Version => typeof(Session).Assembly.GetName().Version!.ToString(3);

    /// <summary>Results that are drawn.</summary>
    internal IAnsiConsole Console => _console.Value;

    /// <summary>Results that are plain text or JSON.</summary>
    internal TextWriter Output => Terminal.Output;

    /// <summary>How many problems were told.</summary>
    internal int Problems { get; private set; }

    /// <summary>Tells one problem in one line.</summary>
    internal void Report(Problem problem)
    {
        Problems++;
        Terminal.Error.WriteLine(problem.Tell(Texts));
    }

    /// <summary>Tells that a file could not be read.</summary>
    internal void Report(ProblemRow row, string shownPath) => Report(Problem.Of(row, shownPath));

    /// <summary>A text with values in it.</summary>
    internal static string Fill(string text, params ReadOnlySpan<object?> values) => string.Format(System.Globalization.CultureInfo.InvariantCulture, text, values);

    /// <summary>The endings of the files that are read.</summary>
    internal static string Extensions() => string.Join(' ', DocumentReader.Create().Extensions);
}

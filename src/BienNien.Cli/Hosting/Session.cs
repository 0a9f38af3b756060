using BienNien.Cli.Language;
using BienNien.Converting;
using BienNien.Converting.Programs;
using BienNien.Gazetteers;
using BienNien.Keeping;
using BienNien.Reading;
using Spectre.Console;

namespace BienNien.Cli.Hosting;

/// <summary>One run of the program: its terminal, its language, and the engine once it is needed.</summary>
internal sealed class Session : IDisposable
{
    private readonly MachineFormats _formats;
    private readonly Lazy<Engine> _engine;
    private readonly Lazy<Gazetteer> _gazetteer;
    private readonly Lazy<IAnsiConsole> _console;

    internal Session(Terminal terminal, Texts texts)
    {
        Terminal = terminal;
        Texts = texts;
        Programs = ProgramFinder.OfMachine(terminal.Environment);
        _formats = MachineFormats.Create(Programs);
        Reader = DocumentReader.Create(_formats.Formats);
        _engine = new Lazy<Engine>(() => Engine.Create(_formats.Formats));
        _gazetteer = new Lazy<Gazetteer>(() => _engine.IsValueCreated ? Engine.Gazetteer : Gazetteer.Load());
        _console = new Lazy<IAnsiConsole>(terminal.OutputConsole);
    }

    internal Terminal Terminal { get; }

    internal Texts Texts { get; }

    /// <summary>Where the programs of the machine lie.</summary>
    internal ProgramFinder Programs { get; }

    /// <summary>Reads files, with the programs of the machine where the engine alone cannot; there before the engine is.</summary>
    internal DocumentReader Reader { get; }

    internal Engine Engine => _engine.Value;

    /// <summary>The places that are known; there before the engine is.</summary>
    internal Gazetteer Gazetteer => _gazetteer.Value;

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
        Terminal.Error.WriteLine(problem.Tell(Texts, Extensions));
    }

    /// <summary>Tells that a file could not be read.</summary>
    internal void Report(ProblemRow row, string shownPath) => Report(Problem.Of(row, shownPath));

    /// <summary>Tells, in one line, something about a file that is no problem.</summary>
    internal void Note(string shownPath, string what) => Terminal.Error.WriteLine(Library.OneLine($"{shownPath}: {what}"));

    /// <summary>A text with values in it.</summary>
    internal static string Fill(string text, params ReadOnlySpan<object?> values) => string.Format(System.Globalization.CultureInfo.InvariantCulture, text, values);

    /// <summary>The endings of the files that are read.</summary>
    internal string Extensions => string.Join(' ', Reader.Extensions.Distinct(StringComparer.Ordinal));

    /// <inheritdoc/>
    public void Dispose() => _formats.Dispose();
}

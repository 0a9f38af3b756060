using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using BienNien.Cli.Drawing;
using BienNien.Cli.Hosting;

namespace BienNien.Cli.Commands;

/// <summary>What commands that list a library's chronicle have in common: <c>NAME [--library LIB] [--format table|json] [--all]</c></summary>
internal static class ChronicleCommand
{
    /// <summary>Makes such a command.</summary>
    /// <param name="session">The run.</param>
    /// <param name="name">The command's name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="allOption">What <c>--all</c> does.</param>
    /// <param name="file">What a file of its results may be called, for the example.</param>
    /// <param name="read">What is listed.</param>
    /// <param name="write">One of it as JSON.</param>
    /// <param name="forJson">Which of it JSON has.</param>
    /// <param name="draw">Draws it and returns the line that is told on the error stream.</param>
    internal static Command Create<T>(
        Session session, string name, string description, string allOption, string file, Func<ChronicleSource, ImmutableArray<T>> read,
        Action<Utf8JsonWriter, T> write, Func<ImmutableArray<T>, bool, ImmutableArray<T>> forJson, Func<ChronicleSource, ImmutableArray<T>, bool, string> draw)
    {
        Option<string> library = Choices.Library(session.Texts);
        Option<string> format = Choices.OneOf(session.Texts, "--format", session.Texts.FormatOption, "table", "json");
        Option<bool> all = new("--all") { Description = allOption };
        DescribedCommand command = new(name, description, $"biennien {name}", $"biennien {name} --library tinh.db --format json > {file}.json") { library, format, all };
        command.SetAction((parsed, _) => ChronicleSource.UseAsync(session, parsed.GetRequiredValue(library), read, (source, found) =>
        {
            if (parsed.GetRequiredValue(format) == "json")
            {
                JsonLines.WriteArray(session.Output, forJson(found, parsed.GetValue(all)), write);
            }
            else if (source.Documents > 0)
            {
                session.Terminal.Error.WriteLine(draw(source, found, parsed.GetValue(all)));
            }
        }));
        return command;
    }
}

using System.CommandLine;

namespace BienNien.Cli.Hosting;

/// <summary>A command with examples for its help page.</summary>
internal sealed class DescribedCommand(string name, string description, params string[] examples) : Command(name, description)
{
    internal IReadOnlyList<string> Examples { get; } = examples;
}

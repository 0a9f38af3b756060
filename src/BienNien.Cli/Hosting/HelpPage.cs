using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text;
using BienNien.Cli.Language;

namespace BienNien.Cli.Hosting;

/// <summary>Help in the user's language: description, usage, arguments, options, examples.</summary>
internal sealed class HelpPage(Texts texts, TextWriter output) : SynchronousCommandLineAction
{
    private const int Column = 26;
    private const int Width = 100;

    public override int Invoke(ParseResult parseResult)
    {
        Write(parseResult.CommandResult.Command);
        return ExitCode.Clean;
    }

    internal void Write(Command command)
    {
        bool isRoot = command is RootCommand;
        string name = NameOf(command);
        output.WriteLine(command.Description);
        output.WriteLine();
        output.WriteLine(texts.Usage);
        output.WriteLine("  " + (command.Subcommands.Count > 0
            ? $"{name} {texts.CommandSlot} {texts.OptionsSlot}"
            : string.Join(' ', [name, .. command.Arguments.Select(Slot), texts.OptionsSlot])));
        Section(texts.Commands, command.Subcommands.Select(static sub => (sub.Name, sub.Description ?? "")));
        Section(texts.Arguments, command.Arguments.Select(static argument => (argument.HelpName ?? argument.Name, argument.Description ?? "")));
        IEnumerable<Option> shared = Above(command).SelectMany(static parent => parent.Options).Where(static option => option.Recursive);
        Section(texts.Options, command.Options.Concat(shared).Select(option => (Names(option), Describe(option))));
        if (command is DescribedCommand { Examples: { Count: > 0 } examples })
        {
            output.WriteLine();
            output.WriteLine(texts.Example);
            foreach (string example in examples)
            {
                output.WriteLine("  " + example);
            }
        }

        output.WriteLine();
        output.WriteLine(isRoot ? texts.MoreHelp + Environment.NewLine + texts.ExitCodes : texts.ExitCodes);
    }

    /// <summary>As it is typed: <c>biennien rule same</c>.</summary>
    internal static string NameOf(Command command) =>
        command is RootCommand ? "biennien" : $"{(command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? NameOf(parent) : "biennien")} {command.Name}";

    private static IEnumerable<Command> Above(Command command) => command.Parents.OfType<Command>().SelectMany(static parent => Above(parent).Prepend(parent));

    private static string Slot(Argument argument)
    {
        string name = argument.HelpName ?? argument.Name;
        string many = argument.Arity.MaximumNumberOfValues > 1 ? name + "…" : name;
        return argument.Arity.MinimumNumberOfValues == 0 ? $"[{many}]" : many;
    }

    private static string Names(Option option)
    {
        string names = string.Join(", ", [.. option.Aliases.Where(static alias => alias.StartsWith('-')).Order(StringComparer.Ordinal), option.Name]);
        return option.HelpName is { } value ? $"{names} {value}" : names;
    }

    private string Describe(Option option)
    {
        string? otherwise = option is Option<bool> || !option.HasDefaultValue ? null : option.GetDefaultValue()?.ToString();
        return string.IsNullOrEmpty(otherwise) ? option.Description ?? "" : $"{option.Description} [{Session.Fill(texts.DefaultIs, otherwise)}]";
    }

    private void Section(string title, IEnumerable<(string Name, string Text)> rows)
    {
        List<(string Name, string Text)> all = [.. rows];
        if (all.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine(title);
        foreach ((string name, string text) in all)
        {
            StringBuilder line = new("  " + name);
            if (line.Length >= Column)
            {
                output.WriteLine(line);
                line.Clear();
            }

            line.Append(' ', Column - line.Length);
            foreach (string word in text.Split(' '))
            {
                if (line.Length + word.Length >= Width)
                {
                    output.WriteLine(line.ToString().TrimEnd());
                    line.Clear().Append(' ', Column);
                }

                line.Append(word).Append(' ');
            }

            output.WriteLine(line.ToString().TrimEnd());
        }
    }
}

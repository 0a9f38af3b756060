using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using BienNien.Cli.Commands;
using BienNien.Cli.Language;
using BienNien.Keeping;

namespace BienNien.Cli.Hosting;

/// <summary>The program's front door: arguments in, exit code out.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command line.</summary>
    /// <param name="arguments">As the shell gave them.</param>
    /// <param name="terminal">What is read and written.</param>
    /// <param name="cancel">Ends the command.</param>
    internal static async Task<int> RunAsync(string[] arguments, Terminal terminal, CancellationToken cancel = default)
    {
        Texts texts = Texts.Of(LanguageChoice.Of(arguments, terminal.Environment));
        using Session session = new(terminal, texts);
        try
        {
            int code = await InvokeAsync(arguments, session, cancel);
            await terminal.Output.FlushAsync(cancel);
            return code;
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync(texts.Stopped);
            return ExitCode.Interrupted;
        }
        catch (LibraryException e)
        {
            session.Report(Problem.Of(e));
            return ExitCode.CouldNotRun;
        }
        catch (IOException) when (!terminal.OutputIsTerminal)
        {
            // Whoever was reading has read enough: biennien find … | head
            return ExitCode.Clean;
        }
        catch (Exception e) when (string.IsNullOrEmpty(terminal.Environment("BIENNIEN_TRACE")))
        {
            session.Report(new Problem("", 0, (int)FileProblem.Internal, $"{e.GetType().Name}: {e.Message}"));
            return ExitCode.CouldNotRun;
        }
    }

    /// <summary>All commands.</summary>
    internal static RootCommand Commands(Session session)
    {
        Texts texts = session.Texts;
        RootCommand root = new(texts.Program);
        root.Options.Clear();
        root.Options.Add(new HelpOption { Description = texts.HelpOption, Action = new HelpPage(texts, session.Output) });
        root.Options.Add(new VersionOption { Description = texts.VersionOption });
        Option<string> language = Choices.OneOf(texts, LanguageChoice.Option, texts.LanguageOption, "vi", "en");
        language.DefaultValueFactory = null;
        language.Recursive = true;
        root.Options.Add(language);
        root.Subcommands.Add(ReadCommand.Create(session));
        root.Subcommands.Add(FindCommand.Create(session));
        root.Subcommands.Add(RelateCommand.Create(session));
        root.Subcommands.Add(CheckCommand.Create(session));
        root.Subcommands.Add(LspCommand.Create(session));
        root.Subcommands.Add(BuildCommand.Create(session));
        root.Subcommands.Add(SearchCommand.Create(session));
        root.Subcommands.Add(ShowCommand.Create(session));
        root.Subcommands.Add(EntitiesCommand.Create(session));
        root.Subcommands.Add(EventsCommand.Create(session));
        root.Subcommands.Add(ConflictsCommand.Create(session));
        root.Subcommands.Add(ReuseCommand.Create(session));
        root.Subcommands.Add(RuleCommand.Create(session));
        root.Subcommands.Add(PlaceCommand.Create(session));
        root.Subcommands.Add(ExportCommand.Create(session));
        root.Subcommands.Add(ServeCommand.Create(session));
        root.Subcommands.Add(RulesCommand.Create(session));
        root.Subcommands.Add(EvaluateCommand.Create(session));
        root.Subcommands.Add(DoctorCommand.Create(session));
        return root;
    }

    private static async Task<int> InvokeAsync(string[] arguments, Session session, CancellationToken cancel)
    {
        RootCommand root = Commands(session);
        // Response files (@file) would make a document called @a.txt an instruction.
        ParseResult parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpPage)
        {
            Command command = parsed.CommandResult.Command;
            if (command == root && arguments.Length == 0)
            {
                new HelpPage(session.Texts, session.Output).Write(root);
                return ExitCode.CouldNotRun;
            }

            session.Report(new Problem("", 0, Problem.CommandLine, $"{Explain(parsed, session.Texts)}. {Session.Fill(session.Texts.SeeHelp, HelpPage.NameOf(command))}"));
            return ExitCode.CouldNotRun;
        }

        return await parsed.InvokeAsync(
            new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = session.Output, Error = session.Terminal.Error }, cancel);
    }

    // The library's own messages are English; the few that can occur are said in the user's language.
    private static string Explain(ParseResult parsed, Texts texts)
    {
        if (parsed.UnmatchedTokens.Count > 0)
        {
            return Session.Fill(texts.UnknownWord, parsed.UnmatchedTokens[0]);
        }

        ParseError error = parsed.Errors[0];
        return error.SymbolResult switch
        {
            ArgumentResult { Tokens.Count: 0, Parent: OptionResult option } => Session.Fill(texts.MissingValue, option.Option.Name),
            ArgumentResult { Tokens.Count: 0 } argument => Session.Fill(texts.MissingArgument, argument.Argument.HelpName ?? argument.Argument.Name),
            OptionResult { Tokens.Count: 0 } option => Session.Fill(texts.MissingValue, option.Option.Name),
            CommandResult { Command.Subcommands.Count: > 0 } => texts.MissingCommand,
            CommandResult command when command.Command.Arguments.FirstOrDefault(a => parsed.GetResult(a) is null or { Tokens.Count: 0 } && a.Arity.MinimumNumberOfValues > 0) is { } missing
                => Session.Fill(texts.MissingArgument, missing.HelpName ?? missing.Name),
            _ => error.Message.TrimEnd('.'),
        };
    }
}

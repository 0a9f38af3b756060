using System.CommandLine;
using BienNien.Cli.Checking;
using BienNien.Cli.Hosting;
using BienNien.Cli.LanguageServer;

namespace BienNien.Cli.Commands;

/// <summary><c>lsp [--config FILE]</c>: a language server on the standard streams.</summary>
internal static class LspCommand
{
    internal static Command Create(Session session)
    {
        Option<string?> config = new("--config") { Description = session.Texts.ConfigOption, HelpName = SettingsFile.Name };

        // What editors add on their own; the standard streams are all there is.
        Option<bool> stdio = new("--stdio") { Description = session.Texts.StdioOption };
        DescribedCommand command = new("lsp", session.Texts.Lsp, "biennien lsp") { config, stdio };
        command.SetAction((parsed, cancel) => RunAsync(session, parsed.GetValue(config), cancel));
        return command;
    }

    private static async Task<int> RunAsync(Session session, string? config, CancellationToken cancel)
    {
        if (SettingsFinder.Find(session, config, Directory.GetCurrentDirectory()) is not { } settings)
        {
            return ExitCode.CouldNotRun;
        }

        using Stream input = session.Terminal.Input();
        try
        {
            return await new Server(session, settings.Settings, input, session.Terminal.RawOutput()).RunAsync(cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is InvalidDataException or System.Text.Json.JsonException or EndOfStreamException)
        {
            session.Report(new Problem("", 0, Problem.NoLanguageClient, e.Message.TrimEnd('.')));
            return ExitCode.CouldNotRun;
        }
    }
}

using System.CommandLine;
using BienNien.Cli.Hosting;
using BienNien.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BienNien.Cli.Commands;

/// <summary><c>serve [--library LIB] [--urls …]</c></summary>
internal static class ServeCommand
{
    internal static Command Create(Session session)
    {
        Option<string> library = Choices.Library(session.Texts);
        Option<string> urls = new("--urls") { Description = session.Texts.UrlsOption, HelpName = "URL", DefaultValueFactory = static _ => WebApp.DefaultUrl };
        DescribedCommand command = new("serve", session.Texts.Serve, "biennien serve --library tinh.db", "biennien serve --urls http://127.0.0.1:8080") { library, urls };
        command.SetAction((parsed, cancel) => RunAsync(session, parsed.GetRequiredValue(library), parsed.GetRequiredValue(urls), cancel));
        return command;
    }

    private static async Task<int> RunAsync(Session session, string library, string urls, CancellationToken cancel)
    {
        try
        {
            // What keeps it from starting is told below, in one line.
            WebApplication app = WebApp.Create(
                new WebAppOptions { Library = Path.GetFullPath(library), Urls = urls },
                static builder => builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None));
            await using (app.ConfigureAwait(false))
            {
                await app.StartAsync(cancel);
                await session.Terminal.Error.WriteLineAsync(Session.Fill(session.Texts.Serving, string.Join(' ', app.Urls)));
                await app.WaitForShutdownAsync(cancel);
                return ExitCode.Clean;
            }
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or FormatException or System.Net.Sockets.SocketException)
        {
            session.Report(new Problem(urls, 0, Problem.AddressTaken, e.Message));
            return ExitCode.CouldNotRun;
        }
    }
}

using System.CommandLine;
using BienNien.Cli.Hosting;
using BienNien.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace BienNien.Cli.Commands;

/// <summary><c>serve [--library LIB] [--urls …]</c></summary>
internal static class ServeCommand
{
    private const string DefaultUrls = "http://127.0.0.1:5080";

    internal static Command Create(Session session)
    {
        Option<string> library = Choices.Library(session.Texts);
        Option<string> urls = new("--urls") { Description = session.Texts.UrlsOption, HelpName = "URL", DefaultValueFactory = static _ => DefaultUrls };
        DescribedCommand command = new("serve", session.Texts.Serve, "biennien serve --library tinh.db", "biennien serve --urls http://127.0.0.1:8080") { library, urls };
        command.SetAction((parsed, cancel) => RunAsync(session, parsed.GetRequiredValue(library), parsed.GetRequiredValue(urls), cancel));
        return command;
    }

    private static async Task<int> RunAsync(Session session, string library, string urls, CancellationToken cancel)
    {
        WebApplication app = WebApp.Create(["--library", Path.GetFullPath(library), "--urls", urls]);
        await using (app.ConfigureAwait(false))
        {
            try
            {
                await app.StartAsync(cancel);
            }
            catch (Exception e) when (e is IOException or InvalidOperationException or FormatException or System.Net.Sockets.SocketException)
            {
                session.Report(new Problem(urls, 0, Problem.AddressTaken, e.Message));
                return ExitCode.CouldNotRun;
            }

            await session.Terminal.Error.WriteLineAsync(Session.Fill(session.Texts.Serving, string.Join(' ', app.Urls)));
            await app.WaitForShutdownAsync(cancel);
            return ExitCode.Clean;
        }
    }
}

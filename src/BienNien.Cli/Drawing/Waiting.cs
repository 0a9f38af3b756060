using BienNien.Cli.Hosting;
using Spectre.Console;

namespace BienNien.Cli.Drawing;

/// <summary>Says on the error stream that something takes its time, once it has taken a second.</summary>
internal static class Waiting
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    internal static async Task<T> RunAsync<T>(Session session, string what, Func<T> work)
    {
        Task<T> working = Task.Run(work);
        if (await Task.WhenAny(working, Task.Delay(_patience)) != working)
        {
            if (!session.Terminal.ErrorIsTerminal)
            {
                await session.Terminal.Error.WriteLineAsync(what);
            }
            else
            {
                await session.Terminal.ErrorConsole().Status().StartAsync(Markup.Escape(what), async _ => await working);
            }
        }

        return await working;
    }
}

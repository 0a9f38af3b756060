using System.Diagnostics;
using BienNien.Cli.Hosting;
using BienNien.Keeping.Building;
using Spectre.Console;

namespace BienNien.Cli.Drawing;

/// <summary>How far a build has come, on the error stream: a bar on a terminal, a plain line now and then elsewhere.</summary>
internal static class BuildBar
{
    private static readonly TimeSpan _between = TimeSpan.FromSeconds(10);

    internal static async Task<BuildReport> RunAsync(Session session, Func<IProgress<BuildProgress>, Task<BuildReport>> build)
    {
        Meter meter = new(session);
        if (!session.Terminal.ErrorIsTerminal)
        {
            return await build(meter);
        }

        return await session.Terminal.ErrorConsole().Progress()
            .AutoClear(enabled: true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(async context =>
            {
                meter.Bar = context.AddTask(Markup.Escape(session.Texts.Building));
                return await build(meter);
            });
    }

    private sealed class Meter(Session session) : IProgress<BuildProgress>
    {
        private readonly Stopwatch _watch = Stopwatch.StartNew();
        private readonly Lock _gate = new();
        private TimeSpan _told;

        internal ProgressTask? Bar { get; set; }

        public void Report(BuildProgress value)
        {
            lock (_gate)
            {
                TimeSpan now = _watch.Elapsed;
                if (Bar is { } bar)
                {
                    bar.MaxValue = value.TotalFiles;
                    bar.Value = Math.Max(bar.Value, value.Files);
                    bar.Description = Markup.Escape(Line(value, now));
                }
                else if (now - _told > _between)
                {
                    _told = now;
                    session.Terminal.Error.WriteLine(Line(value, now));
                }
            }
        }

        // By files: how large the rest is, nobody has looked yet.
        private string Line(BuildProgress value, TimeSpan now)
        {
            if (value.Step is { } step)
            {
                return session.Texts.Of(step);
            }

            TimeSpan left = value.Files == 0 ? TimeSpan.Zero : now * ((double)(value.TotalFiles - value.Files) / value.Files);
            return Session.Fill(
                session.Texts.Reading, value.Files, value.TotalFiles,
                Session.Fill("{0:0.0}", value.Bytes / 1e6 / Math.Max(0.001, now.TotalSeconds)), Session.Fill("{0:h\\:mm\\:ss}", left));
        }
    }
}

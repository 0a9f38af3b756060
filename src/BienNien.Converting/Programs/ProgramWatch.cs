using System.Diagnostics;
using System.Globalization;

namespace BienNien.Converting.Programs;

/// <summary>Looks at a running program ten times a second, and ends it with all that it started when it is over its limits.</summary>
internal sealed class ProgramWatch : IDisposable
{
    private readonly Process _process;
    private readonly ProgramLimits _limits;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Lock _lock = new();
    private readonly Timer _timer;
    private List<int> _tree = [];
    private bool _ended;

    public ProgramWatch(Process process, ProgramLimits limits)
    {
        _process = process;
        _limits = limits;
        _timer = new Timer(_ => Look(), state: null, dueTime: 50, period: 100);
    }

    /// <summary>What went over the limit; null while nothing did.</summary>
    public string? Breach { get; private set; }

    /// <summary>Ends the program and all that it started.</summary>
    public void Kill()
    {
        lock (_lock)
        {
            ProcessTree.Kill(_process, _tree);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _ended = true;
        }

        _timer.Dispose();
    }

    private void Look()
    {
        // A look that takes longer than the period must not pile up.
        if (!_lock.TryEnter())
        {
            return;
        }

        try
        {
            if (_ended || Breach is not null)
            {
                return;
            }

            if (!_process.HasExited)
            {
                _tree = ProcessTree.Ids(_process.Id);
            }

            Breach = _clock.Elapsed > _limits.Time ? string.Create(CultureInfo.InvariantCulture, $"> {_limits.Time.TotalSeconds:0.#} s")
                : ProcessTree.ResidentBytes(_tree) > _limits.MemoryBytes ? $"> {_limits.MemoryBytes >> 20} MiB"
                : null;
            if (Breach is not null)
            {
                ProcessTree.Kill(_process, _tree);
            }
        }
        finally
        {
            _lock.Exit();
        }
    }
}

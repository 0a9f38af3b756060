namespace BienNien.Web.Checking;

/// <summary>The drafts that are being looked at: in memory, few, and not for long. Nothing of them reaches the disk.</summary>
public sealed class DraftStore : IDisposable
{
    /// <summary>How long a draft is kept after it was last used.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(60);

    /// <summary>How many drafts are kept; one more, and the one that was not used for longest goes.</summary>
    public const int Most = 16;

    private const long MostBytes = 256L << 20;
    private static readonly TimeSpan _sweep = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (Draft Draft, DateTimeOffset Used)> _drafts = new(StringComparer.Ordinal);
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;

    public DraftStore(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        _clock = clock;
        _timer = clock.CreateTimer(_ => Sweep(), null, _sweep, _sweep);
    }

    /// <summary>Keeps a draft.</summary>
    public void Add(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        lock (_gate)
        {
            Sweep();
            _drafts[draft.Id] = (draft, _clock.GetUtcNow());
            while (_drafts.Count > Most || (_drafts.Count > 1 && _drafts.Values.Sum(static kept => kept.Draft.Size) > MostBytes))
            {
                _drafts.Remove(_drafts.Where(pair => pair.Key != draft.Id).MinBy(static pair => pair.Value.Used).Key);
            }
        }
    }

    /// <summary>A draft, which is kept as long again from now on; null when it is not there (any more).</summary>
    public Draft? Find(string id)
    {
        lock (_gate)
        {
            Sweep();
            if (!_drafts.TryGetValue(id, out (Draft Draft, DateTimeOffset Used) kept))
            {
                return null;
            }

            _drafts[id] = (kept.Draft, _clock.GetUtcNow());
            return kept.Draft;
        }
    }

    /// <summary>Lets go of a draft at once.</summary>
    public void Forget(string id)
    {
        lock (_gate)
        {
            _drafts.Remove(id);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Sweep()
    {
        lock (_gate)
        {
            DateTimeOffset oldest = _clock.GetUtcNow() - Kept;
            foreach (string id in _drafts.Where(pair => pair.Value.Used < oldest).Select(static pair => pair.Key).ToList())
            {
                _drafts.Remove(id);
            }
        }
    }
}

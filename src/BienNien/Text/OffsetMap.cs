using System.Collections.Immutable;

namespace BienNien.Text;

/// <summary>Leads each place of a derived text back to the text it was made from.</summary>
/// <remarks>
/// Kept as runs: within a run the two texts advance together; between runs the derived text has been composed,
/// cut or added to. Immutable. An identity map holds one run, whatever the length of the text.
/// </remarks>
public sealed class OffsetMap
{
    private readonly ImmutableArray<int> _derived;
    private readonly ImmutableArray<int> _source;

    private OffsetMap(ImmutableArray<int> derived, ImmutableArray<int> source)
    {
        _derived = derived;
        _source = source;
    }

    /// <summary>The map of a text taken over unchanged.</summary>
    public static OffsetMap Identity { get; } = new([0], [0]);

    /// <summary>The source offset of a place in the derived text.</summary>
    /// <param name="derived">UTF-16 code units from the start of the derived text, never negative.</param>
    /// <returns>UTF-16 code units from the start of the source; for a composed letter, where its base letter stands.</returns>
    public int ToSource(int derived)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(derived);
        int run = _derived.BinarySearch(derived);
        if (run < 0)
        {
            run = ~run - 1;
        }

        int source = _source[run] + (derived - _derived[run]);
        // A run may be shorter in the source than in the derived text: never lead past the next run's start.
        return run + 1 < _source.Length ? Math.Min(source, _source[run + 1]) : source;
    }

    /// <summary>Collects runs in ascending order of the derived text.</summary>
    public sealed class Builder
    {
        private readonly List<int> _derived = [0];
        private readonly List<int> _source = [0];

        /// <summary>Says that from <paramref name="derived"/> on the texts advance together from <paramref name="source"/>.</summary>
        /// <exception cref="ArgumentException">The places do not ascend.</exception>
        public void Align(int derived, int source)
        {
            int lastDerived = _derived[^1];
            int lastSource = _source[^1];
            if (derived < lastDerived || source < lastSource)
            {
                throw new ArgumentException("Runs must be given in ascending order.", nameof(derived));
            }

            if (derived - lastDerived == source - lastSource)
            {
                return;
            }

            if (derived == lastDerived)
            {
                _source[^1] = source;
                return;
            }

            _derived.Add(derived);
            _source.Add(source);
        }

        /// <summary>The map of what was aligned so far.</summary>
        public OffsetMap Build() => new([.. _derived], [.. _source]);
    }
}

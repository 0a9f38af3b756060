using System.Collections.Immutable;
using NodaTime;

namespace BienNien.Gazetteers;

/// <summary>Which unit had whose area next, and when: both ways, in flat arrays.</summary>
internal sealed class ChangeLinks
{
    private readonly int[] _nextStarts;
    private readonly (int To, LocalDate Day)[] _next;
    private readonly int[] _previousStarts;
    private readonly (int To, LocalDate Day)[] _previous;

    /// <summary>Sorts links into place; of two between the same units the first is kept.</summary>
    public ChangeLinks(int units, IReadOnlyCollection<(int From, int To, LocalDate Day)> links)
    {
        HashSet<long> seen = new(links.Count);
        List<(int From, int To, LocalDate Day)> kept = new(links.Count);
        foreach ((int from, int to, LocalDate day) in links)
        {
            if (from != to && seen.Add(((long)from << 32) | (uint)to))
            {
                kept.Add((from, to, day));
            }
        }

        (_nextStarts, _next) = Arrange(units, kept, static link => (link.From, link.To));
        (_previousStarts, _previous) = Arrange(units, kept, static link => (link.To, link.From));
    }

    /// <summary>The units one change away.</summary>
    public ReadOnlySpan<(int To, LocalDate Day)> From(int unit, bool forwards) => forwards
        ? _next.AsSpan(_nextStarts[unit].._nextStarts[unit + 1])
        : _previous.AsSpan(_previousStarts[unit].._previousStarts[unit + 1]);

    /// <summary>The units any number of changes away; time only goes on from one change to the next, or only back.</summary>
    public ImmutableArray<(int Unit, int Steps, LocalDate Day)> Walk(int unit, bool forwards)
    {
        if (From(unit, forwards).IsEmpty)
        {
            return [];
        }

        // A unit counts from the earliest change that leads to it (backwards: the latest), since all later ones can follow on that.
        Dictionary<int, int> places = [];
        List<(int Unit, int Steps, LocalDate Day)> reached = [];
        Queue<(int Unit, int Steps, LocalDate Day)> open = new();
        open.Enqueue((unit, 0, forwards ? LocalDate.MinIsoValue : LocalDate.MaxIsoValue));
        while (open.TryDequeue(out (int Unit, int Steps, LocalDate Day) at))
        {
            foreach ((int to, LocalDate day) in From(at.Unit, forwards))
            {
                if (to == unit || (forwards ? day < at.Day : day > at.Day))
                {
                    continue;
                }

                if (!places.TryGetValue(to, out int place))
                {
                    places.Add(to, reached.Count);
                    reached.Add((to, at.Steps + 1, day));
                    open.Enqueue(reached[^1]);
                }
                else if (forwards ? day < reached[place].Day : day > reached[place].Day)
                {
                    reached[place] = (to, reached[place].Steps, day);
                    open.Enqueue(reached[place]);
                }
            }
        }

        return [.. reached];
    }

    private static (int[] Starts, (int To, LocalDate Day)[] Ends) Arrange(
        int units, List<(int From, int To, LocalDate Day)> links, Func<(int From, int To, LocalDate Day), (int From, int To)> way)
    {
        int[] starts = new int[units + 1];
        foreach ((int From, int To, LocalDate Day) link in links)
        {
            starts[way(link).From + 1]++;
        }

        for (int i = 0; i < units; i++)
        {
            starts[i + 1] += starts[i];
        }

        int[] free = [.. starts];
        (int To, LocalDate Day)[] ends = new (int, LocalDate)[links.Count];
        foreach ((int From, int To, LocalDate Day) link in links)
        {
            (int from, int to) = way(link);
            ends[free[from]++] = (to, link.Day);
        }

        return (starts, ends);
    }
}

namespace BienNien.Reconciling.Reuse;

/// <summary>Follows two documents from a common place on, for as long as they go on alike.</summary>
/// <remarks>
/// <para>Myers: An O(ND) Difference Algorithm and Its Variations, Algorithmica 1 (1986), with the stop of Zhang, Schwartz, Wagner, Miller: A Greedy
/// Algorithm for Aligning DNA Sequences, Journal of Computational Biology 7 (2000): wave after wave of one more unmatched word, a diagonal is given up when
/// it lies too far behind the best. A matched pair of words counts 2, an unmatched word −1: the score of any beginning is
/// (words of both) − 2 · (unmatched words), so that of one wave the furthest is the best.</para>
/// <para>What is kept for the way back is bounded: after <see cref="MostWaves"/> waves the best way so far is settled, and a new
/// search begins at its end.</para>
/// </remarks>
internal ref struct GreedyExtension(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
{
    /// <summary>How far a way may fall behind the best: as if <see cref="PassageAligner.LongestGap"/> words on each side were unmatched.</summary>
    private const int Drop = 2 * PassageAligner.LongestGap;

    private const int MostWaves = 256;
    private const int Dead = -1;

    private readonly ReadOnlySpan<uint> _a = a;
    private readonly ReadOnlySpan<uint> _b = b;

    // Per wave the diagonal of its first place, and where its places begin; every second diagonal is in a wave, and one dead place at each end.
    private readonly (int Low, int First)[] _waves = new (int, int)[MostWaves + 1];
    private int[] _furthest = new int[1024];
    private int _count;

    /// <summary>How many comparisons have been made.</summary>
    public long Work { get; private set; }

    /// <summary>Goes on from a place between words, forward or back.</summary>
    /// <param name="a">The place in the first document: so many words stand before it.</param>
    /// <param name="b">The place in the second document.</param>
    /// <param name="limitA">Where to stop in the first document.</param>
    /// <param name="limitB">Where to stop in the second document.</param>
    /// <param name="credit">The score of what has been found beside the place; raised by what is found here. A way that spends more is not worth joining to it.</param>
    /// <returns>What matches, in reading order.</returns>
    public List<MatchRun> Follow(int a, int b, int limitA, int limitB, ref int credit)
    {
        int step = limitA < a || limitB < b ? -1 : 1;
        List<MatchRun> path = [];
        while (Search(a, b, Math.Abs(limitA - a), Math.Abs(limitB - b), step, path, ref credit))
        {
            (a, b) = step > 0 ? (path[^1].EndA, path[^1].EndB) : (path[^1].A, path[^1].B);
        }

        if (step < 0)
        {
            path.Reverse();
        }

        return path;
    }

    // Adds what matches, the nearest first; whether it is worth going on from there.
    private bool Search(int a, int b, int lengthA, int lengthB, int step, List<MatchRun> path, ref int credit)
    {
        _count = 0;
        Open(0, 0);
        int x = Slide(a, b, 0, 0, lengthA, lengthB, step);
        Close(x);
        int best = 2 * x;
        (int Wave, int Diagonal) at = (0, 0);
        int low = 0;
        int high = 0;
        int wave = 1;
        for (; wave <= MostWaves && low <= high; wave++)
        {
            int from = low - 1;
            int to = high + 1;
            (int before, int place) = _waves[wave - 1];
            place += (from - 1 - before) >> 1;
            low = int.MaxValue;
            high = int.MinValue;
            Open(wave, from);
            for (int diagonal = from; diagonal <= to; diagonal += 2, place++)
            {
                x = Start(_furthest[place], _furthest[place + 1], diagonal, lengthA, lengthB);
                if (x != Dead)
                {
                    x = Slide(a, b, x, x - diagonal, lengthA, lengthB, step);
                    int score = (2 * x) - diagonal - (2 * wave);
                    if (score < Math.Max(best - Drop, -credit))
                    {
                        x = Dead;
                    }
                    else
                    {
                        low = Math.Min(low, diagonal);
                        high = diagonal;
                        // Of two ways that are as good the longer: a figure that differs near the end stays inside.
                        if (score > best || (score == best && (wave > at.Wave || Math.Abs(diagonal) < Math.Abs(at.Diagonal))))
                        {
                            best = score;
                            at = (wave, diagonal);
                        }
                    }
                }

                _furthest[_count++] = x;
            }

            Work += (to - from) / 2;
            _furthest[_count++] = Dead;
        }

        credit += best;
        int settled = path.Count;
        WayBack(at.Wave, at.Diagonal, a, b, lengthA, lengthB, step, path);
        path.Reverse(settled, path.Count - settled);
        // Half of the waves or more have brought nothing: what follows is not much alike.
        return wave > MostWaves && low <= high && at.Wave >= MostWaves / 2;
    }

    private void Open(int wave, int from)
    {
        // A wave has at most one place more than the one before, and three to spare.
        if (_furthest.Length < _count + wave + 4)
        {
            Array.Resize(ref _furthest, 2 * _furthest.Length);
        }

        _waves[wave] = (from - 2, _count);
        _furthest[_count++] = Dead;
    }

    private void Close(int x)
    {
        _furthest[_count++] = x;
        _furthest[_count++] = Dead;
    }

    // Where a diagonal begins, from the furthest places of the diagonals beside it a wave ago: behind one more word of a, or of b.
    private static int Start(int below, int above, int diagonal, int lengthA, int lengthB)
    {
        int oneOfA = below == Dead || below == lengthA ? Dead : below + 1;
        int oneOfB = above - diagonal > lengthB ? Dead : above;
        return Math.Max(oneOfA, oneOfB);
    }

    private int Slide(int a, int b, int x, int y, int lengthA, int lengthB, int step)
    {
        int begun = x;
        int at = step > 0 ? 0 : -1;
        while (x < lengthA && y < lengthB && _a[a + at + (step * x)] == _b[b + at + (step * y)])
        {
            x++;
            y++;
        }

        Work += x - begun + 1;
        return x;
    }

    private readonly void WayBack(int wave, int diagonal, int a, int b, int lengthA, int lengthB, int step, List<MatchRun> path)
    {
        while (true)
        {
            (int low, int first) = _waves[wave];
            int x = _furthest[first + ((diagonal - low) >> 1)];
            int below = Dead;
            int start = 0;
            if (wave > 0)
            {
                (low, first) = _waves[wave - 1];
                int place = first + ((diagonal - 1 - low) >> 1);
                below = _furthest[place];
                start = Start(below, _furthest[place + 1], diagonal, lengthA, lengthB);
            }

            if (x > start)
            {
                path.Add(step > 0 ? new MatchRun(a + start, b + start - diagonal, x - start) : new MatchRun(a - x, b - (x - diagonal), x - start));
            }

            if (wave-- == 0)
            {
                break;
            }

            diagonal += below != Dead && below < lengthA && below + 1 == start ? -1 : 1;
        }
    }
}

using System.Collections.Immutable;

namespace BienNien.Reconciling.Linking;

/// <summary>Sorts the members of a component into entities. Everything is done in an order of contents.</summary>
internal sealed class Clusters
{
    /// <summary>A trait that more members share is compared between neighbours only, so that the work stays n log n.</summary>
    private const int MostOfToken = 12;

    private readonly Likeness _likeness;
    private readonly Func<Profile, Profile, bool> _forbidden;
    private readonly Profile?[] _profiles;
    private readonly int[] _parent;
    private readonly List<int>?[] _members;

    /// <summary>Per member: how sure its place is, where several would have taken it; 0 where there was no choice.</summary>
    internal double[] Chosen { get; }

    private Clusters(Likeness likeness, Profile[] members, Func<Profile, Profile, bool> forbidden)
    {
        _likeness = likeness;
        _forbidden = forbidden;
        _profiles = members;
        _parent = [.. Enumerable.Range(0, members.Length)];
        _members = [.. _parent.Select(static member => new List<int> { member })];
        Chosen = new double[members.Length];
    }

    /// <summary>Sorts members.</summary>
    /// <param name="likeness">What the kind is known by.</param>
    /// <param name="members">In an order that depends on contents alone. They are changed.</param>
    /// <param name="forbidden">Pairs that an editor keeps apart.</param>
    internal static Clusters Of(Likeness likeness, Profile[] members, Func<Profile, Profile, bool> forbidden)
    {
        Clusters clusters = new(likeness, members, forbidden);
        clusters.JoinAgreeing(sameName: true);
        clusters.JoinByName();
        clusters.JoinAgreeing(sameName: false);
        return clusters;
    }

    /// <summary>The member that stands for a member's entity.</summary>
    internal int RootOf(int member)
    {
        while (_parent[member] != member)
        {
            member = _parent[member] = _parent[_parent[member]];
        }

        return member;
    }

    /// <summary>What is said of a root's entity.</summary>
    internal Profile ProfileOf(int root) => _profiles[root] ?? throw new ArgumentException("Not a root.", nameof(root));

    /// <summary>The members of a root's entity, in order.</summary>
    internal ImmutableArray<int> MembersOf(int root) => [.. _members[root]!.Order()];

    /// <summary>Joins two entities, if they are two.</summary>
    internal void Join(int a, int b)
    {
        (a, b) = (RootOf(a), RootOf(b));
        if (a == b)
        {
            return;
        }

        (a, b) = (Math.Min(a, b), Math.Max(a, b));
        _parent[b] = a;
        _profiles[a]!.Take(_profiles[b]!);
        _profiles[b] = null;
        _members[a]!.AddRange(_members[b]!);
        _members[b] = null;
    }

    /// <summary>How much speaks for two roots being one.</summary>
    internal double Weigh(int a, int b) => Weigh(_profiles[a]!, _profiles[b]!);

    private double Weigh(Profile a, Profile b) => _forbidden(a, b) ? Likeness.Never : _likeness.Weigh(a, b);

    // Pairs that share a trait, the likeliest first, as long as what was joined before does not speak against it.
    private void JoinAgreeing(bool sameName)
    {
        Dictionary<(string Name, string Token), List<int>> byToken = [];
        for (int i = 0; i < _profiles.Length; i++)
        {
            if (_profiles[i] is { } profile)
            {
                foreach (string name in sameName ? profile.Mains : profile.Mains.Select(_likeness.NearForm).Distinct(StringComparer.Ordinal))
                {
                    foreach (string token in _likeness.Tokens(profile))
                    {
                        if (!byToken.TryGetValue((name, token), out List<int>? sharing))
                        {
                            byToken.Add((name, token), sharing = []);
                        }

                        sharing.Add(i);
                    }
                }
            }
        }

        HashSet<(int, int)> seen = [];
        List<(double Score, int A, int B)> pairs = [];
        foreach (List<int> sharing in byToken.Values)
        {
            for (int i = 0; i < sharing.Count; i++)
            {
                int end = sharing.Count > MostOfToken ? Math.Min(i + 2, sharing.Count) : sharing.Count;
                for (int j = i + 1; j < end; j++)
                {
                    (int a, int b) = (sharing[i], sharing[j]);
                    if (seen.Add((a, b)) && _likeness.ShareName(_profiles[a]!, _profiles[b]!) == sameName && Weigh(a, b) is var score && score >= (sameName ? Likeness.Agrees : Likeness.NearlyAgrees))
                    {
                        pairs.Add((score, a, b));
                    }
                }
            }
        }

        pairs.Sort(static (one, other) => one.Score != other.Score ? other.Score.CompareTo(one.Score) : (one.A, one.B).CompareTo((other.A, other.B)));
        foreach ((_, int a, int b) in pairs)
        {
            (int x, int y) = (RootOf(a), RootOf(b));
            if (x != y && Weigh(x, y) >= Likeness.NothingAgainst)
            {
                Join(x, y);
            }
        }
    }

    // What bears one name is one, unless something speaks against it. Those of which most is known come first; the others go where they fit.
    private void JoinByName()
    {
        SortedDictionary<string, List<int>> byName = new(StringComparer.Ordinal);
        for (int i = 0; i < _profiles.Length; i++)
        {
            foreach (string name in _profiles[i]?.Names ?? [])
            {
                if (!byName.TryGetValue(name, out List<int>? bearers))
                {
                    byName.Add(name, bearers = []);
                }

                bearers.Add(i);
            }
        }

        foreach ((string name, List<int> bearers) in byName)
        {
            if (bearers.Count > 1)
            {
                JoinBearers(
                [
                    .. bearers.Select(RootOf).Distinct().OrderByDescending(root => _profiles[root]!.Hardness).ThenByDescending(root => _profiles[root]!.Asides.Contains(name))
                        .ThenByDescending(root => _profiles[root]!.Members).ThenBy(static root => root),
                ]);
            }
        }
    }

    private void JoinBearers(ImmutableArray<int> bearers)
    {
        List<int> groups = [];
        foreach (int bearer in bearers)
        {
            (double best, double second, int at) = (double.NegativeInfinity, double.NegativeInfinity, -1);
            for (int g = 0; g < groups.Count; g++)
            {
                double score = _likeness.ShareName(_profiles[groups[g]]!, _profiles[bearer]!) ? Weigh(groups[g], bearer) : Likeness.Never;
                if (score > best || (score == best && at >= 0 && _profiles[groups[g]]!.Members > _profiles[groups[at]]!.Members))
                {
                    (best, second, at) = (score, best, g);
                }
                else if (score > second)
                {
                    second = score;
                }
            }

            if (best < Likeness.NothingAgainst)
            {
                groups.Add(bearer);
                continue;
            }

            if (second >= Likeness.NothingAgainst)
            {
                // More than one would take it.
                double sure = (best - second) switch { 0 => 0.3, < 0.5 => 0.45, < 1.2 => 0.6, _ => 0.75 };
                _members[bearer]!.ForEach(member => Chosen[member] = sure);
            }

            Join(groups[at], bearer);
            groups[at] = RootOf(groups[at]);
        }
    }
}

using BienNien.Finding;
using BienNien.Finding.DocumentReferences;
using BienNien.Finding.People;
using BienNien.Reconciling.Linking;
using BienNien.Relating;
using BienNien.Relating.Facts;

namespace BienNien.Reconciling;

/// <summary>
/// Persons and papers of one name in one document that are two: their dates of birth, death or issue exclude each other by more than a slip. What
/// has no dates of its own is the one that was told of last.
/// </summary>
internal sealed class LocalNamesakes
{
    private readonly Dictionary<int, int> _ordinals = [];

    private LocalNamesakes()
    {
    }

    /// <summary>Finds them.</summary>
    /// <param name="analysis">The document.</param>
    /// <param name="keyOf">The name by which mentions are joined; null for other kinds.</param>
    internal static LocalNamesakes Of(DocumentAnalysis analysis, Func<Mention, string?> keyOf)
    {
        Dictionary<int, Dates> dates = [];
        foreach (Claim claim in analysis.Claims)
        {
            if (claim is FactClaim { Property: FactProperty.Born or FactProperty.Died, Status: ClaimStatus.Asserted, Certainty: not FactCertainty.Low, Subject: >= 0 } fact
                && analysis.Mentions[fact.Subject].Value is PersonValue && TraitDate.Of(fact.Date) is { } date)
            {
                dates.TryAdd(fact.Subject, new Dates());
                (fact.Property == FactProperty.Born ? dates[fact.Subject].Begun : dates[fact.Subject].Ended).Add(date);
            }
        }

        foreach (EventClaim told in analysis.Claims.OfType<EventClaim>())
        {
            if (DeathOf(analysis, told) is { } dead && TraitDate.Of(told.Date) is { } day)
            {
                dates.TryAdd(dead, new Dates());
                if (dates[dead].Ended.Count == 0 && !dates[dead].Begun.Any(born => born.Year == day.Year))
                {
                    dates[dead].Ended.Add(day);
                }
            }
        }

        Dictionary<string, List<int>> byKey = new(StringComparer.Ordinal);
        for (int m = 0; m < analysis.Mentions.Length; m++)
        {
            Mention mention = analysis.Mentions[m];
            if (mention.Value is DocumentReferenceValue { Number.Length: > 0, Date: { } issued } && TraitDate.Of(issued) is { } day)
            {
                dates[m] = new Dates();
                dates[m].Begun.Add(day);
            }

            if (mention.Value is PersonValue or DocumentReferenceValue { Number.Length: > 0 } && keyOf(mention) is { } key)
            {
                byKey.TryAdd(key, []);
                byKey[key].Add(m);
            }
        }

        LocalNamesakes namesakes = new();
        foreach (List<int> mentions in byKey.Values)
        {
            namesakes.Sort(analysis, mentions, dates);
        }

        return namesakes;
    }

    /// <summary>The mention of the one person of whose dated death an event tells; null for other events.</summary>
    internal static int? DeathOf(DocumentAnalysis analysis, EventClaim told)
    {
        int? dead = null;
        if (told is not { Type: EventType.Death, Status: ClaimStatus.Asserted, Date.Length: > 0 })
        {
            return null;
        }

        foreach (Participant participant in told.Who)
        {
            if (analysis.Mentions[participant.Mention].Value is PersonValue)
            {
                if (dead is not null)
                {
                    return null;
                }

                dead = participant.Mention;
            }
        }

        return dead;
    }

    /// <summary>Which of several of its name a mention is: 0 for the first, and where there is one only.</summary>
    internal int OrdinalOf(int mention) => _ordinals.GetValueOrDefault(mention);

    private void Sort(DocumentAnalysis analysis, List<int> mentions, Dictionary<int, Dates> dates)
    {
        List<Dates> groups = [];
        int[] group = new int[mentions.Count];
        Array.Fill(group, -1);
        for (int i = 0; i < mentions.Count; i++)
        {
            if (dates.TryGetValue(mentions[i], out Dates? own))
            {
                string? number = analysis.Mentions[mentions[i]].Value is DocumentReferenceValue paper ? $"{paper.Type}|{paper.Number}" : null;
                group[i] = groups.FindIndex(other => own.MayBe(other, number));
                if (group[i] < 0)
                {
                    group[i] = groups.Count;
                    groups.Add(new Dates());
                }

                groups[group[i]].Begun.UnionWith(own.Begun);
                groups[group[i]].Ended.UnionWith(own.Ended);
            }
        }

        int last = 0;
        for (int i = 0; i < mentions.Count && groups.Count > 1; i++)
        {
            last = group[i] >= 0 ? group[i] : last;
            if (last > 0)
            {
                _ordinals[mentions[i]] = last;
            }
        }
    }

    private sealed class Dates
    {
        internal HashSet<TraitDate> Begun { get; } = [];

        internal HashSet<TraitDate> Ended { get; } = [];

        /// <summary>Whether they may be of one.</summary>
        /// <param name="other">The dates of another mention.</param>
        /// <param name="paper">Type and number, for papers.</param>
        internal bool MayBe(Dates other, string? paper)
        {
            if (paper is not null)
            {
                string[] parts = paper.Split('|');
                return Begun.All(one => other.Begun.All(its => one.Fit(its) == DateFit.Same || PaperIdentity.Slipped(parts[0], parts[1], one.ToEdtf(), its.ToEdtf()) > 0));
            }

            return TraitDate.Fit(Begun, other.Begun) != DateFit.Apart && TraitDate.Fit(Ended, other.Ended) != DateFit.Apart
                && !Begun.Any(born => other.Ended.Any(died => died.Year < born.Year)) && !other.Begun.Any(born => Ended.Any(died => died.Year < born.Year));
        }
    }
}

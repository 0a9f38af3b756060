using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Finding.Quantities;

namespace BienNien.Relating.Figures;

/// <summary>Finds in the document the figures that comparisons speak of, once all are read.</summary>
internal static class FigureLinker
{
    /// <summary>Gives each relation its base where one figure of the document, and only one value, fits: same indicator, place and unit, in the base's period.</summary>
    public static ImmutableArray<FigureClaim> Link(ImmutableArray<Mention> mentions, List<FigureClaim> claims, IReadOnlyDictionary<int, List<int>> parts)
    {
        if (parts.Count > 0)
        {
            claims = claims.ConvertAll(claim => parts.TryGetValue(claim.Figure, out List<int>? of) && of.Count > 1
                ? claim with { Relations = claim.Relations.Add(new FigureRelation(FigureRelationKind.SumOf, claim.Figure, -1) { Parts = [.. of] }) }
                : claim);
        }

        if (!claims.Exists(static claim => claim.Relations.Length > 0))
        {
            return [.. claims];
        }

        Dictionary<Series, int> levels = [];
        HashSet<Series> doubtful = [];
        foreach (FigureClaim claim in claims)
        {
            if (claim.Measure != FigureMeasure.Level || claim.Period.Value.Length == 0)
            {
                continue;
            }

            Series series = SeriesOf(claim, claim.Period.Value, claim.Status == ClaimStatus.Planned);
            if (levels.TryGetValue(series, out int other) && ValueOf(mentions, other) != ValueOf(mentions, claim.Figure))
            {
                doubtful.Add(series);
            }
            else
            {
                levels.TryAdd(series, claim.Figure);
            }
        }

        return [.. claims.Select(claim => claim.Relations.Length == 0 ? claim : claim with { Relations = [.. claim.Relations.Select(relation => Linked(claim, relation))] })];

        FigureRelation Linked(FigureClaim claim, FigureRelation relation)
        {
            if (relation.Over >= 0 || relation.Kind is FigureRelationKind.ShareOf or FigureRelationKind.PartOf or FigureRelationKind.SumOf)
            {
                return relation;
            }

            FigureClaim? level = relation.Of < 0 ? null : claims.Find(other => other.Figure == relation.Of);
            bool plan = relation.Kind == FigureRelationKind.OfPlan;
            string unit = level?.Unit ?? "";
            int of = relation.Of;
            if (level is null && claim.Period.Value.Length > 0 && Told(claim, claim.Period.Value, planned: false) is >= 0 and int found)
            {
                of = found;
                unit = claims.Find(other => other.Figure == found)!.Unit;
            }

            string period = plan ? claim.Period.Value : relation.Period;
            int over = unit.Length == 0 || period.Length == 0 ? -1 : Level(SeriesOf(claim, period, plan) with { Unit = unit });
            return relation with { Of = of, Over = over == of ? -1 : over };
        }

        // The level of a comparison told without it: there is one when all levels of that indicator, place and time agree, whatever the unit.
        int Told(FigureClaim claim, string period, bool planned)
        {
            int found = -1;
            foreach ((Series series, int figure) in levels)
            {
                if (series.Indicator == claim.Indicator.Key && series.Scope == ScopeKey(claim) && series.Period == period && series.Planned == planned)
                {
                    if (found >= 0)
                    {
                        return -1;
                    }

                    found = doubtful.Contains(series) ? -1 : figure;
                }
            }

            return found;
        }

        int Level(Series series) => !doubtful.Contains(series) && levels.TryGetValue(series, out int figure) ? figure : -1;
    }

    private static decimal? ValueOf(ImmutableArray<Mention> mentions, int mention) => ((QuantityValue)mentions[mention].Value).Value;

    private static Series SeriesOf(FigureClaim claim, string period, bool planned) => new(claim.Indicator.Key, ScopeKey(claim), claim.Unit, period, planned);

    private static string ScopeKey(FigureClaim claim) => claim.Scope.Key;

    private readonly record struct Series(string Indicator, string Scope, string Unit, string Period, bool Planned);
}

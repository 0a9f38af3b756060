using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Finding.Quantities;

namespace BienNien.Relating.Figures;

/// <summary>Finds in the document the figures that comparisons speak of, once all are read.</summary>
internal static class FigureLinker
{
    /// <summary>Gives each relation its base where one figure of the document, and only one value, fits: same indicator, place and dimension of unit, in the base's period.</summary>
    public static ImmutableArray<FigureClaim> Link(ImmutableArray<Mention> mentions, List<FigureClaim> claims, IReadOnlyDictionary<int, List<int>> parts, UnitTable units)
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

        Dictionary<Series, FigureClaim> levels = [];
        HashSet<Series> doubtful = [];
        foreach (FigureClaim claim in claims)
        {
            if (claim.Measure != FigureMeasure.Level || claim.Period.Value.Length == 0)
            {
                continue;
            }

            Series series = SeriesOf(claim, claim.Unit, claim.Period.Value, claim.Status == ClaimStatus.Planned);
            if (levels.TryGetValue(series, out FigureClaim? other) && InBase(other) != InBase(claim))
            {
                doubtful.Add(series);
            }
            else
            {
                levels.TryAdd(series, claim);
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
            int over = unit.Length == 0 || period.Length == 0 ? -1 : Level(SeriesOf(claim, unit, period, plan));
            return relation with { Of = of, Over = over == of ? -1 : over };
        }

        // The level of a comparison told without it: there is one when all levels of that indicator, place and time agree, whatever the unit.
        int Told(FigureClaim claim, string period, bool planned)
        {
            int found = -1;
            foreach ((Series series, FigureClaim level) in levels)
            {
                if (series.Indicator == claim.Indicator.Key && series.Scope == claim.Scope.Key && series.Period == period && series.Planned == planned)
                {
                    if (found >= 0)
                    {
                        return -1;
                    }

                    found = doubtful.Contains(series) ? -1 : level.Figure;
                }
            }

            return found;
        }

        int Level(Series series) => !doubtful.Contains(series) && levels.TryGetValue(series, out FigureClaim? level) ? level.Figure : -1;

        // Kilograms and tonnes tell one value, đồng and USD do not.
        decimal? InBase(FigureClaim claim) => ((QuantityValue)mentions[claim.Figure].Value).Value is decimal value && units.Find(claim.Unit) is var unit
            ? value is > -1e14m and < 1e14m ? value * unit.Scale / unit.Divisor : value
            : null;

        Series SeriesOf(FigureClaim claim, string unit, string period, bool planned)
        {
            UnitMeasure measure = units.Find(unit);
            return new Series(claim.Indicator.Key, claim.Scope.Key, measure.Dimension, measure.Base, period, planned);
        }
    }

    private readonly record struct Series(string Indicator, string Scope, string Dimension, string Base, string Period, bool Planned);
}

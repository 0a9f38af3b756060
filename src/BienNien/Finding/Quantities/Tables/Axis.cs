using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Finding.Quantities.Tables;

/// <summary>What the heads of one row or one column say together.</summary>
internal sealed record Axis
{
    /// <summary>Between the labels of an indicator, from the outermost to its own.</summary>
    public const string Separator = " › ";

    /// <summary>What heads nothing.</summary>
    public static Axis Empty { get; } = new();

    /// <summary>What is measured; empty when the heads do not say.</summary>
    public string Label { get; init; } = "";

    /// <summary>The label of a total, which stands for the indicator where nothing else does.</summary>
    public string TotalLabel { get; init; } = "";

    public string Scope { get; init; } = "";

    public string Period { get; init; } = "";

    public string Base { get; init; } = "";

    public FigureMeasure Measure { get; init; }

    /// <summary>Whether the words leave open how the figures compare: the figures decide.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether it compares with the same time of the year before.</summary>
    public bool IsLastYear { get; init; }

    public TableUnit Unit { get; init; }

    /// <summary>What a head such as <c>Số hộ</c> counts: weaker than a unit.</summary>
    public TableUnit Counted { get; init; }

    /// <summary>What its label names: <c>Học sinh</c>, <c>Ngày công</c>; the weakest unit of all.</summary>
    public TableUnit Named { get; init; }

    /// <summary>Whether its label adds nothing to the heads on the other side: <c>Số lượng</c>.</summary>
    public bool IsFiller { get; init; }

    public bool IsTotal { get; init; }

    public bool IsPlanned { get; init; }

    public ImmutableArray<TextSpan> Evidence { get; init; } = [];

    /// <summary>Reads heads together.</summary>
    /// <param name="heads">From the outermost to the innermost.</param>
    /// <param name="before">What stands before, for heads such as <c>Trong đó</c>.</param>
    public static Axis Of(IReadOnlyList<Head> heads, Axis? before = null)
    {
        string label = "";
        string total = "";
        HeadRoles roles = HeadRoles.None;
        bool percent = false;
        bool slash = false;
        bool plans = false;
        bool share = false;
        Axis read = new();
        foreach (Head head in heads)
        {
            if (head.IsPart && before is not null)
            {
                label = before.Label.Length > 0 ? before.Label : label;
                read = read with { Unit = before.Unit, Counted = before.Counted, Named = before.Named };
            }

            if (head.IsTotal)
            {
                total = head.Label;
            }
            else if (head.IsPlace)
            {
                read = read with { Scope = head.Label };
            }
            else if (head.Label.Length > 0 && !label.EndsWith(head.Label, StringComparison.Ordinal))
            {
                label = label.Length > 0 ? label + Separator + head.Label : head.Label;
            }

            if (head.IsAxis)
            {
                roles |= head.Roles;
                percent |= head.HasPercent;
                slash |= head.HasSlash;
            }

            share |= head is { IsAxis: true, HasPercent: true, Roles: HeadRoles.None, Period.Length: 0 };
            plans |= (head.Leading & HeadRoles.Plan) != 0;
            read = read with
            {
                Period = head.Period.Length > 0 ? head.Period : read.Period,
                Base = head.Base.Length > 0 ? head.Base : read.Base,
                Unit = head.Unit.Or(read.Unit),
                Counted = head.Counted.Or(read.Counted),
                Named = head.Named.Or(read.Named),
                IsTotal = read.IsTotal || head.IsTotal,
                Scope = head.IsTotal && !head.IsBareTotal ? head.Label : read.Scope,
            };
        }

        (FigureMeasure measure, bool open, bool planned) = MeasureOf(share ? roles | HeadRoles.Share : roles, percent, slash, read);
        return read with
        {
            Label = label,
            IsFiller = measure != FigureMeasure.Level || (heads.Count > 0 && heads[^1] is { IsOnlyLeading: true, Leading: var leading } && (leading & HeadRoles.Filler) != 0),
            TotalLabel = total,
            Measure = measure,
            IsOpen = open,
            IsLastYear = measure != FigureMeasure.Level && (roles & HeadRoles.LastYear) != 0,
            IsPlanned = planned || (plans && measure == FigureMeasure.Level && (roles & HeadRoles.Actual) == 0),
            Evidence = [.. heads.Select(static head => head.Span)],
        };
    }

    private static (FigureMeasure Measure, bool Open, bool Planned) MeasureOf(HeadRoles roles, bool percent, bool slash, Axis read)
    {
        bool Has(HeadRoles role) => (roles & role) != 0;
        bool times = Has(HeadRoles.Times) || read.Unit.Text == "lần";
        bool two = read.Base.Length > 0;
        bool compares = Has(HeadRoles.Compare) || two;
        bool plan = Has(HeadRoles.Plan);
        bool actual = Has(HeadRoles.Actual);
        if (plan && actual && two && slash)
        {
            // “KH 2023/TH 2022”: what is planned over what was reached.
            return (FigureMeasure.Ratio, true, true);
        }

        bool ofPlan = plan && (compares || (actual && (slash || percent)) || (percent && (slash || Has(HeadRoles.Fulfil | HeadRoles.Share))));
        if (ofPlan || (percent && Has(HeadRoles.Fulfil) && !Has(HeadRoles.Rise) && !compares))
        {
            return (FigureMeasure.OfPlan, false, false);
        }

        if (Has(HeadRoles.Difference | HeadRoles.Rise))
        {
            return (times ? FigureMeasure.Multiple : percent ? FigureMeasure.Growth : FigureMeasure.Change, false, false);
        }

        if (compares)
        {
            return (times ? FigureMeasure.Multiple : FigureMeasure.Ratio, !times, false);
        }

        if (Has(HeadRoles.Share) && (percent || !read.Unit.IsKnown))
        {
            return (FigureMeasure.Share, false, false);
        }

        return (FigureMeasure.Level, false, plan && !actual);
    }
}

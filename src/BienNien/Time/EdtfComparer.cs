namespace BienNien.Time;

/// <summary>
/// Puts EDTF expressions in the order of time: by the first day that they can mean, then by the last, then by their text, ordinally.
/// </summary>
/// <remarks>
/// A total order, in which only equal expressions compare as 0; null comes first. It is a comparer and not an operator, since it sorts
/// a list and says nothing of what came before what: 1945 sorts before 1945-08-19 and contains it. For that, ask <see cref="Edtf.RelationTo"/>.
/// </remarks>
public sealed class EdtfComparer : IComparer<Edtf>
{
    private EdtfComparer()
    {
    }

    /// <summary>The comparer, which holds nothing and may be shared.</summary>
    public static EdtfComparer ByTime { get; } = new();

    /// <inheritdoc/>
    public int Compare(Edtf? x, Edtf? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        var order = x.FirstDay.CompareTo(y.FirstDay);
        order = order != 0 ? order : x.LastDay.CompareTo(y.LastDay);
        return order != 0 ? order : string.CompareOrdinal(x.ToString(), y.ToString());
    }
}

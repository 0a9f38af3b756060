namespace BienNien.Time;

/// <summary>How the days of one expression lie to those of another. Only bounds are looked at: see <see cref="Edtf.RelationTo"/>.</summary>
public enum EdtfRelation
{
    /// <summary>Both can mean exactly the same days.</summary>
    Same,

    /// <summary>Every day of the other is one of this: <c>1945</c> contains <c>1945-08-19</c>.</summary>
    Contains,

    /// <summary>Every day of this is one of the other.</summary>
    Within,

    /// <summary>They share days, and each has some of its own.</summary>
    Overlaps,

    /// <summary>They share no day, and this one is earlier.</summary>
    Before,

    /// <summary>They share no day, and this one is later.</summary>
    After,
}

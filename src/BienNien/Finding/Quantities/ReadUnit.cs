namespace BienNien.Finding.Quantities;

/// <summary>What kind of unit follows a number.</summary>
internal enum UnitKind
{
    /// <summary>No unit.</summary>
    None,

    /// <summary>A measure, a currency, a share.</summary>
    Measure,

    /// <summary>A measure whose word is mostly something else (<c>công</c>, <c>lần</c>, <c>độ</c>): where a number could be a name, it is none.</summary>
    Loose,

    /// <summary>A noun of the lexicon that even small numbers in words count.</summary>
    Thing,

    /// <summary>A noun that numbers in words count from three on: two of them are a pair (“hai nước”).</summary>
    Pairing,

    /// <summary>A noun of the lexicon that figures count.</summary>
    Noun,

    /// <summary>A word that the lexicons do not know.</summary>
    Unknown,
}

/// <summary>A unit read from a text.</summary>
/// <param name="End">One past its last token.</param>
/// <param name="First">Its first token: an age leaves out the word “năm” (<c>75 năm tuổi Đảng</c>).</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct ReadUnit(int End, int First, UnitKind Kind)
{
    /// <summary>Whether it measures, rather than counts.</summary>
    public bool Measures => Kind is UnitKind.Measure or UnitKind.Loose;

    /// <summary>Whether a lexicon has it.</summary>
    public bool IsKnown => Kind is not (UnitKind.None or UnitKind.Unknown);
}

/// <summary>Which noun belongs to a counted noun before it.</summary>
internal enum Classifying
{
    /// <summary>None.</summary>
    Nothing,

    /// <summary>A noun of the lexicon: <c>lượt khách</c>.</summary>
    KnownNouns,

    /// <summary>Whatever noun follows: <c>con trâu</c>.</summary>
    AnyNoun,
}

/// <summary>What the lexicons say of a unit.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Classifying">Which noun behind it belongs to it.</param>
/// <param name="IsPerson">Whether it names people.</param>
/// <param name="NamesByNumber">Whether bodies and places of this sort are named by numbers: <c>Đại đội 62</c>.</param>
internal readonly record struct UnitWord(UnitKind Kind, Classifying Classifying, bool IsPerson, bool NamesByNumber);

namespace BienNien.Time;

/// <summary>How much of a year's number is known, from nothing to all of it.</summary>
public enum YearPrecision
{
    /// <summary><c>XXXX</c>: any year. The value of <c>default</c>.</summary>
    Unspecified,

    /// <summary><c>1XXX</c>: a thousand years.</summary>
    Millennium,

    /// <summary><c>18XX</c>: a hundred years, 1800 to 1899.</summary>
    Century,

    /// <summary><c>198X</c>: ten years.</summary>
    Decade,

    /// <summary><c>1945</c>: one year.</summary>
    Year,

    /// <summary><c>19X5</c>, <c>X9XX</c>: a digit is unknown before one that is known, so the years do not lie side by side (level 2).</summary>
    Scattered,

    /// <summary><c>1950S2</c>: an estimate, of which only the first digits are vouched for (level 2).</summary>
    Estimated,

    /// <summary><c>Y170000002</c>, <c>Y-17E7</c>: a year written with the letter Y, for the most part of more than four digits (levels 1 and 2).</summary>
    LetterPrefixed,
}

using System.Globalization;

namespace BienNien.Reading.Repairing;

/// <summary>Up to five characters read as a figure, letters that look like figures among them.</summary>
/// <param name="Value">The value; -1 when it is no figure.</param>
/// <param name="Length">How many characters there are.</param>
/// <param name="Letters">How many of them are letters.</param>
/// <param name="Odd">Whether there is a letter that stands for a figure only where nothing else can stand (<c>Z</c>, <c>g</c>, <c>b</c>).</param>
internal readonly record struct ReadFigure(int Value, int Length, int Letters, bool Odd)
{
    /// <summary>More characters are no day, month or year.</summary>
    public const int Longest = 5;

    private const string Seen = "lIiOoSBZzgqb";
    private const string Meant = "111005822996";

    /// <summary>Whether it has a letter beside figures, none of them odd: <c>l0</c>, <c>2O</c>.</summary>
    public bool IsMixed => Letters > 0 && Letters < Length && !Odd;

    /// <summary>Whether it is a lone letter: <c>l</c>, <c>I</c>.</summary>
    public bool IsLone => Letters == 1 && Length == 1;

    /// <summary>Whether it may be a year.</summary>
    public bool IsYear => Length == 4 && Value is >= 1000 and <= 2099;

    /// <summary>Whether it may be a day of a month.</summary>
    public bool IsDay => Length <= 2 && Value is >= 1 and <= 31;

    /// <summary>Whether it may be a month.</summary>
    public bool IsMonth => Length <= 2 && Value is >= 1 and <= 12;

    /// <summary>The figures, as many as there are characters.</summary>
    public string Digits => Value.ToString(CultureInfo.InvariantCulture).PadLeft(Length, '0');

    /// <summary>Reads a word. Allocates nothing.</summary>
    public static ReadFigure Of(ReadOnlySpan<char> printed)
    {
        if (printed.Length is 0 or > Longest)
        {
            return new ReadFigure(-1, 0, 0, false);
        }

        (int value, int letters, bool odd) = (0, 0, false);
        foreach (char c in printed)
        {
            int figure = c - '0';
            if (!char.IsAsciiDigit(c))
            {
                int at = Seen.IndexOf(c, StringComparison.Ordinal);
                if (at < 0)
                {
                    return new ReadFigure(-1, 0, 0, false);
                }

                figure = Meant[at] - '0';
                letters++;
                odd |= at >= Seen.IndexOf('Z', StringComparison.Ordinal);
            }

            value = (value * 10) + figure;
        }

        return new ReadFigure(value, printed.Length, letters, odd);
    }
}

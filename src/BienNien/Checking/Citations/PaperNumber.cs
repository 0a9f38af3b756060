using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace BienNien.Checking.Citations;

/// <summary>A paper's number and symbol as printed, cut at its marks: “09/2011/TT-BGDĐT” is 09, 2011, then TT behind a stroke and BGDĐT behind a hyphen.</summary>
/// <param name="Number">The figures, with the letter that may follow them: “45”, “12a”.</param>
/// <param name="Year">The year between the number and the symbol; null where there is none.</param>
/// <param name="Symbols">The letters behind, each with the mark before it; empty for a bare number.</param>
internal sealed record PaperNumber(string Number, int? Year, ImmutableArray<PaperSymbol> Symbols)
{
    private const int LongestNumber = 5;

    /// <summary>Reads a number; false when the characters are something else.</summary>
    public static bool TryRead(ReadOnlySpan<char> printed, [NotNullWhen(true)] out PaperNumber? number)
    {
        number = null;
        int at = 0;
        while (at < printed.Length && char.IsAsciiDigit(printed[at]))
        {
            at++;
        }

        if (at is 0 or > LongestNumber)
        {
            return false;
        }

        at += at < printed.Length && char.IsAsciiLetterLower(printed[at]) ? 1 : 0;
        string figures = printed[..at].ToString();
        int? year = null;
        ImmutableArray<PaperSymbol>.Builder symbols = ImmutableArray.CreateBuilder<PaperSymbol>();
        while (at < printed.Length)
        {
            if (!TryReadMark(printed, ref at, out char mark, out bool spaced))
            {
                return false;
            }

            int start = at;
            while (at < printed.Length && char.IsLetterOrDigit(printed[at]))
            {
                at++;
            }

            ReadOnlySpan<char> part = printed[start..at];
            if (symbols.Count == 0 && year is null && part.Length == 4 && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int told) && told is > 1900 and < 2100)
            {
                year = told;
            }
            else if (part.Length > 0 && char.IsUpper(part[0]))
            {
                symbols.Add(new PaperSymbol(mark, spaced, part.ToString()));
            }
            else
            {
                return false;
            }
        }

        number = new PaperNumber(figures, year, symbols.ToImmutable());
        return true;
    }

    // One mark with or without spaces, or spaces alone. A space where a line ends says nothing.
    private static bool TryReadMark(ReadOnlySpan<char> printed, ref int at, out char mark, out bool spaced)
    {
        (mark, spaced) = (' ', false);
        int start = at;
        for (; at < printed.Length && !char.IsLetterOrDigit(printed[at]); at++)
        {
            char c = printed[at];
            if (char.IsWhiteSpace(c))
            {
                spaced |= c != '\n';
            }
            else if (mark != ' ' || c is not ('/' or '-' or '–' or '.'))
            {
                return false;
            }
            else
            {
                mark = c == '–' ? '-' : c;
            }
        }

        return at > start;
    }
}

/// <summary>Letters of a paper's number.</summary>
/// <param name="Mark">What stands before them: a stroke, a hyphen, a point, or a space for nothing.</param>
/// <param name="IsSpaced">Whether a space stands beside the mark.</param>
/// <param name="Letters">A code of a type or of an issuer.</param>
internal readonly record struct PaperSymbol(char Mark, bool IsSpaced, string Letters);

using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace BienNien.Reading.Xlsx;

/// <summary>A number format of a workbook (<c>#,##0.00</c>, <c>dd/mm/yyyy</c>): a cell's value as a Vietnamese Excel shows it. Immutable.</summary>
/// <remarks>
/// Thousands are parted by points, decimals by a comma; dates that follow the system's setting are day/month/year. Fractions and
/// conditions on colours are not drawn: such a number is shown as it is.
/// </remarks>
internal sealed class CellFormat
{
    private const int LongestCode = 255;
    private const int MostDecimals = 15;

    // ECMA-376 part 1, 18.8.30: the codes that a workbook does not spell out. 14 and 22 follow the system's setting.
    private static readonly ImmutableDictionary<int, string> _builtIn = new Dictionary<int, string>
    {
        [1] = "0",
        [2] = "0.00",
        [3] = "#,##0",
        [4] = "#,##0.00",
        [9] = "0%",
        [10] = "0.00%",
        [11] = "0.00E+00",
        [14] = "dd/mm/yyyy",
        [15] = "d-mmm-yy",
        [16] = "d-mmm",
        [17] = "mmm-yy",
        [18] = "h:mm AM/PM",
        [19] = "h:mm:ss AM/PM",
        [20] = "h:mm",
        [21] = "h:mm:ss",
        [22] = "dd/mm/yyyy h:mm",
        [37] = "#,##0;(#,##0)",
        [38] = "#,##0;(#,##0)",
        [39] = "#,##0.00;(#,##0.00)",
        [40] = "#,##0.00;(#,##0.00)",
        [41] = "#,##0;(#,##0);\"-\"",
        [42] = "#,##0;(#,##0);\"-\"",
        [43] = "#,##0.00;(#,##0.00);\"-\"",
        [44] = "#,##0.00;(#,##0.00);\"-\"",
        [45] = "mm:ss",
        [46] = "[h]:mm:ss",
        [47] = "mm:ss.0",
        [48] = "##0.0E+0",
        [49] = "@",
    }.ToImmutableDictionary();

    private readonly ImmutableArray<CellFormatSection> _sections;

    private CellFormat(string code) => _sections = CellFormatSection.All(code);

    /// <summary>The format of cells that have none.</summary>
    public static CellFormat General { get; } = new("General");

    /// <summary>The format of an id, as the workbook spells it out or as all workbooks have it.</summary>
    /// <param name="id">By which cells name it.</param>
    /// <param name="code">What the workbook says of it; null when nothing.</param>
    public static CellFormat Of(int id, string? code)
    {
        code ??= _builtIn.GetValueOrDefault(id);
        return code is null or "General" || code.Length > LongestCode ? General : new CellFormat(code);
    }

    /// <summary>A number as it is shown.</summary>
    /// <param name="value">The cell's value; dates and times are days from 1900.</param>
    /// <param name="from1904">Whether the workbook counts its days from 1904.</param>
    public string Show(double value, bool from1904)
    {
        int which = _sections.Length switch
        {
            1 => 0,
            2 => value < 0 ? 1 : 0,
            _ => value > 0 ? 0 : value < 0 ? 1 : 2,
        };
        CellFormatSection section = _sections[which];
        return section.Kind switch
        {
            CellFormatKind.Date when CellDate.Of(value, from1904) is { } date => ShowDate(section, date),
            CellFormatKind.Number when Math.Abs(value) < 1e27 => ShowNumber(section, (decimal)value, signed: which != 1 && value < 0),
            CellFormatKind.Literal => string.Concat(section.Tokens.Select(static token => token.Text)),
            CellFormatKind.Exponent => value.ToString("0.00E+00", CultureInfo.InvariantCulture).Replace('.', ','),
            _ => ShowGeneral(value),
        };
    }

    /// <summary>A number without a format.</summary>
    public static string ShowGeneral(double value)
    {
        if (!double.IsFinite(value))
        {
            return "";
        }

        // Whole numbers in full, as codes and identity numbers are wanted; what binary arithmetic adds to others is cut off as Excel does.
        string digits = Math.Abs(value) < 1e15 && value == Math.Truncate(value)
            ? value.ToString("0", CultureInfo.InvariantCulture)
            : value.ToString("G11", CultureInfo.InvariantCulture);
        return digits.Replace('.', ',');
    }

    private static string ShowNumber(CellFormatSection section, decimal value, bool signed)
    {
        value = Math.Abs(value);
        for (int i = 0; i < section.Percents && value < decimal.MaxValue / 100; i++)
        {
            value *= 100;
        }

        for (int i = 0; i < section.Thousands; i++)
        {
            value /= 1000;
        }

        int decimals = Math.Min(section.Decimals, MostDecimals);
        value = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        string digits = value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        int point = digits.IndexOf('.', StringComparison.Ordinal);
        string whole = point < 0 ? digits : digits[..point];
        string fraction = point < 0 ? "" : digits[(point + 1)..];
        int needed = section.NeededDecimals;
        while (fraction.Length > needed && fraction[^1] == '0')
        {
            fraction = fraction[..^1];
        }

        StringBuilder shown = new(signed && value != 0 ? "-" : "");
        Queue<char> left = new(Whole(section, whole));
        int placesLeft = section.Tokens.Count(static token => token.Kind == CellTokenKind.Whole);
        bool begun = false;
        foreach (CellToken token in section.Tokens)
        {
            switch (token.Kind)
            {
                case CellTokenKind.Whole:
                    // All digits that have no place of their own stand at the first one.
                    for (int take = left.Count(char.IsAsciiDigit) - --placesLeft; take > 0 && left.TryDequeue(out char c);)
                    {
                        shown.Append(c);
                        begun = true;
                        take -= char.IsAsciiDigit(c) ? 1 : 0;
                    }

                    break;
                case CellTokenKind.Point when fraction.Length > 0:
                    shown.Append(',').Append(fraction);
                    break;
                case CellTokenKind.Literal:
                    shown.Append(token.Text);
                    break;
            }
        }

        return begun || shown.Length > 0 ? shown.ToString() : "0";
    }

    private static string Whole(CellFormatSection section, string digits)
    {
        digits = digits.TrimStart('0').PadLeft(section.NeededDigits, '0');
        if (!section.Grouped)
        {
            return digits;
        }

        StringBuilder grouped = new(digits);
        for (int at = digits.Length - 3; at > 0; at -= 3)
        {
            grouped.Insert(at, '.');
        }

        return grouped.ToString();
    }

    private static string ShowDate(CellFormatSection section, CellDate date)
    {
        StringBuilder shown = new();
        foreach (CellToken token in section.Tokens)
        {
            shown.Append(token.Kind == CellTokenKind.Date ? date.Show(token.Text, section.HalfDays) : token.Text);
        }

        return shown.ToString();
    }
}

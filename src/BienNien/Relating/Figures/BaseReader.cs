using BienNien.Time;

namespace BienNien.Relating.Figures;

/// <summary>What a comparison compares with.</summary>
/// <param name="Period">EDTF; empty when none is told.</param>
/// <param name="Whole">The words that name it; empty without any.</param>
/// <param name="IsTold">Whether words of comparing stand there.</param>
/// <param name="Figure">The figure that it is told with, as a QUANTITY mention; -1 when none follows.</param>
internal readonly record struct ComparisonBase(string Period, string Whole, bool IsTold, int Figure = -1)
{
    /// <summary>No base.</summary>
    public static ComparisonBase None => new("", "", IsTold: false);
}

/// <summary>Reads the base of a comparison from the words behind its figure: “so với năm 2015”, “so với cùng kỳ”.</summary>
internal static class BaseReader
{
    private const int Reach = 14;

    /// <summary>The base told behind a figure, up to the next figure, comma or semicolon.</summary>
    /// <param name="scene">The sentence.</param>
    /// <param name="amount">The comparing figure.</param>
    /// <param name="period">The period of what is compared, from which “cùng kỳ” counts back.</param>
    /// <param name="unit">The unit of what is compared; empty when its level is not told.</param>
    public static ComparisonBase Behind(FigureScene scene, int amount, string period, string unit)
    {
        int from = scene.Amounts[amount].End;
        if (scene.PeriodOf(scene.TimeAt(from)) is { Length: > 0 } right && scene.RoleAt(scene.Before(scene.Amounts[amount].First)) is FigureRole.Times or FigureRole.Equal)
        {
            return new ComparisonBase(right, "", IsTold: true);
        }

        int told = -1;
        bool earlier = false;
        for (int i = from; i < from + Reach && i < scene.Sentence.Count; i++)
        {
            // “so với mức 1.382 tỷ đồng của năm 2015”
            if (told >= 0 && scene.AmountAt(i) is >= 0 and int figure && scene.Amounts[figure].Value.Unit == unit)
            {
                return new ComparisonBase(PeriodBehind(scene, scene.Amounts[figure].End), "", IsTold: true, scene.Amounts[figure].Mention);
            }

            if (scene.AmountAt(i) >= 0 || scene.MarkAt(i) is ',' or ';' or ')' or ':')
            {
                break;
            }

            if (scene.RoleAt(i) is FigureRole.Over or FigureRole.Earlier)
            {
                told = told < 0 ? scene.PhraseStart(i) : told;
                earlier |= scene.RoleAt(i) == FigureRole.Earlier;
            }
            else if (told >= 0 && scene.PeriodOf(scene.TimeAt(i)) is { Length: > 0 } value)
            {
                return new ComparisonBase(value, "", IsTold: true);
            }
            else if (told < 0 && i > from + 3 && !scene.IsSkipped(i))
            {
                break;
            }
        }

        if (told < 0)
        {
            return AtFront(scene);
        }

        return earlier ? new ComparisonBase(YearBefore(period), "cùng kỳ", IsTold: true)
            : new ComparisonBase("", Words(scene, told), IsTold: true);
    }

    // “So với năm 2021, … tăng 7,22%, … tăng 5,1%”
    private static ComparisonBase AtFront(FigureScene scene)
    {
        if (scene.RoleAt(0) != FigureRole.Over)
        {
            return ComparisonBase.None;
        }

        for (int i = scene.PhraseEnd(0); i < scene.PhraseEnd(0) + 4; i++)
        {
            if (scene.PeriodOf(scene.TimeAt(i)) is { Length: > 0 } value)
            {
                return new ComparisonBase(value, "", IsTold: true);
            }
        }

        return ComparisonBase.None;
    }

    private static string PeriodBehind(FigureScene scene, int end)
    {
        for (int i = end; i < end + 3; i++)
        {
            if (scene.PeriodOf(scene.TimeAt(i)) is { Length: > 0 } value)
            {
                return value;
            }
        }

        return "";
    }

    /// <summary>The same period a year before: of 2023, 2022; of 2023-01/2023-06, 2022-01/2022-06. Empty for what is no period of years or months.</summary>
    public static string YearBefore(string period)
    {
        if (Edtf.TryParse(period) is not { } edtf)
        {
            return "";
        }

        // A plan period has no period a year before it.
        string[] ends = edtf.ToString().Split('/');
        if (ends.Length == 2 && ends[0].Length == 4)
        {
            return "";
        }

        for (int i = 0; i < ends.Length; i++)
        {
            if (ends[i].Length < 4 || !int.TryParse(ends[i].AsSpan(0, 4), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int year))
            {
                return "";
            }

            ends[i] = string.Concat((year - 1).ToString("0000", System.Globalization.CultureInfo.InvariantCulture), ends[i].AsSpan(4));
        }

        return string.Join('/', ends);
    }

    private static string Words(FigureScene scene, int told)
    {
        int first = scene.PhraseEnd(told);
        int end = first;
        while (end < scene.Sentence.Count && end < first + Reach && scene.MarkAt(end) == '\0' && scene.AmountAt(end) < 0)
        {
            end++;
        }

        return scene.TextOf(first, end);
    }
}

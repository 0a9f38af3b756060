namespace BienNien.Checking.Arithmetic;

/// <summary>Tells figures that differ as those do that somebody mistyped.</summary>
internal static class DigitSlips
{
    /// <summary>Whether two written numbers differ in one figure, or in two neighbours exchanged.</summary>
    public static bool IsSlip(string one, string other)
    {
        string a = Digits(one);
        string b = Digits(other);
        if (a.Length != b.Length || a.Length < 2)
        {
            return false;
        }

        int first = -1;
        int last = -1;
        int differing = 0;
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] != b[i])
            {
                differing++;
                first = first < 0 ? i : first;
                last = i;
            }
        }

        return differing == 1 || (differing == 2 && last == first + 1 && a[first] == b[last] && a[last] == b[first]);
    }

    /// <summary>Whether two neighbouring figures are exchanged.</summary>
    public static bool IsExchange(string one, string other) =>
        IsSlip(one, other) && Digits(one).Order().SequenceEqual(Digits(other).Order());

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}

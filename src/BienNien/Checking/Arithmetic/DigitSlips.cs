namespace BienNien.Checking.Arithmetic;

/// <summary>Tells figures that differ as those do that somebody mistyped.</summary>
internal static class DigitSlips
{
    /// <summary>Whether two written numbers differ in one figure, in two neighbours exchanged, or in one figure more.</summary>
    public static bool IsSlip(string one, string other)
    {
        string a = Digits(one);
        string b = Digits(other);
        if (a == b || a.Length < 2 || b.Length < 2)
        {
            return false;
        }

        if (a.Length != b.Length)
        {
            (string longer, string shorter) = a.Length > b.Length ? (a, b) : (b, a);
            if (longer.Length != shorter.Length + 1 || shorter.Length < 2)
            {
                return false;
            }

            int same = 0;
            while (same < shorter.Length && longer[same] == shorter[same])
            {
                same++;
            }

            return longer[(same + 1)..] == shorter[same..];
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

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}

using BienNien.Reconciling.Linking;
using BienNien.Text;

namespace BienNien.Reconciling;

/// <summary>How two spellings of a name stand to each other.</summary>
internal static class NameSpelling
{
    /// <summary>
    /// Whether one is the other with a slip: other marks (<c>Nọn</c>, <c>Nộn</c>), or one letter more, less or other in one syllable, or letters that sound alike (<c>Chu</c>, <c>Trù</c>; <c>Sĩ</c>, <c>Sỹ</c>). Where the tone mark
    /// stands (<c>Hoà</c>, <c>Hòa</c>) and the case of letters are no slips.
    /// </summary>
    internal static bool IsSlip(string a, string b)
    {
        if (NameForms.Written(a) == NameForms.Written(b))
        {
            return false;
        }

        string[] first = Letters.Fold(a).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] second = Letters.Fold(b).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (first.Length != second.Length || first.Length < 2)
        {
            return false;
        }

        int different = 0;
        for (int i = 0; i < first.Length; i++)
        {
            if (first[i] != second[i])
            {
                different++;
                if (!IsOneLetterOff(first[i], second[i]) && NameForms.Skeleton(first[i]) != NameForms.Skeleton(second[i]))
                {
                    return false;
                }
            }
        }

        return different <= 1;
    }

    /// <summary>Whether one is a part of the other: <c>Giong</c> and <c>Hoàng Đình Giong</c>, with or without a type word.</summary>
    internal static bool IsPart(string a, string b)
    {
        string first = " " + NameForms.Exact(a) + " ";
        string second = " " + NameForms.Exact(b) + " ";
        return first.Contains(second, StringComparison.Ordinal) || second.Contains(first, StringComparison.Ordinal);
    }

    private static bool IsOneLetterOff(string a, string b)
    {
        int start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start])
        {
            start++;
        }

        int end = 0;
        while (end < a.Length - start && end < b.Length - start && a[^(end + 1)] == b[^(end + 1)])
        {
            end++;
        }

        int restA = a.Length - start - end;
        int restB = b.Length - start - end;
        return restA <= 1 && restB <= 1;
    }
}

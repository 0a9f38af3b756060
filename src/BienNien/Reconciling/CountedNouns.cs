using System.Collections.Frozen;
using BienNien.Finding.Quantities;
using BienNien.Knowledge;

namespace BienNien.Reconciling;

/// <summary>What numbers count: whether it is people, and in which measure.</summary>
internal static class CountedNouns
{
    private static readonly Lazy<FrozenSet<string>> _persons = new(static () =>
    {
        DataTable table = DataTable.Load("counted-nouns");
        (int noun, int kind) = (table.IndexOf("noun"), table.IndexOf("class"));
        return table.Rows.Where(row => row[kind] == "person").Select(row => row[noun]).ToFrozenSet(StringComparer.Ordinal);
    });

    private static readonly Lazy<UnitTable> _units = new(UnitTable.Load);

    /// <summary>Whether the noun, or the one that it begins with, counts people: <c>người</c>, <c>tên địch</c>, <c>cán bộ, chiến sĩ</c>.</summary>
    /// <param name="unit">In small letters on one line.</param>
    internal static bool IsPerson(string unit)
    {
        if (_persons.Value.Contains(unit) || unit == "tên")
        {
            return true;
        }

        for (int space = unit.LastIndexOf(' '); space > 0; space = unit.LastIndexOf(' ', space - 1))
        {
            if (_persons.Value.Contains(unit[..space]) || (space == 3 && unit.StartsWith("tên", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it is a unit of measure or money, or a per cent sign, which say nothing of what is counted.</summary>
    internal static bool IsMeasure(string unit) => unit == "%" || _units.Value.Find(unit) is { Base.Length: > 0 };

    /// <summary>What a unit of measure is counted back to (<c>kg</c> for <c>tấn</c> and <c>tạ</c>); another noun as it is.</summary>
    internal static string Measure(string unit) => _units.Value.Find(unit) is { Base.Length: > 0 } measure ? measure.Base : unit;

    /// <summary>Whether two nouns can count one thing.</summary>
    internal static bool Meet(string a, string b) =>
        a == b || Measure(a) == Measure(b) || IsWithin(a, b) || IsWithin(b, a) || (IsPerson(a) && IsPerson(b) && (IsGeneral(a) || IsGeneral(b)));

    private static bool IsGeneral(string unit) => unit is "người" or "tên" or "đồng chí" or "cán bộ, chiến sĩ" or "cán bộ, chiến sỹ";

    private static bool IsWithin(string part, string whole) =>
        whole.StartsWith(part + " ", StringComparison.Ordinal) || whole.EndsWith(" " + part, StringComparison.Ordinal);
}

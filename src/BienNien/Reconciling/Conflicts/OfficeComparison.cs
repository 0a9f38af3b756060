using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Reconciling.Conflicts;

/// <summary>What offices say of each other.</summary>
internal sealed class OfficeComparison
{
    private readonly string[] _heads;

    private OfficeComparison(string[] heads) => _heads = heads;

    /// <summary>With the offices of <c>data/offices.tsv</c> that a body has one holder of.</summary>
    internal static OfficeComparison Create()
    {
        DataTable table = DataTable.Load("offices");
        (int office, int one) = (table.IndexOf("office"), table.IndexOf("one"));
        return new OfficeComparison([.. table.Rows.Where(row => row[one] == "yes").Select(row => Letters.Fold(row[office]))]);
    }

    /// <summary>Whether a body has one holder of it at a time.</summary>
    internal bool HeldByOne(string office)
    {
        string folded = Letters.Fold(office);
        return _heads.Any(head => folded == head || folded.StartsWith(head + " ", StringComparison.Ordinal));
    }

    /// <summary>Whether nobody holds both in one body at one time: the head and the deputy, two heads.</summary>
    internal bool Exclude(string a, string b)
    {
        (string first, string second) = (Letters.Fold(a), Letters.Fold(b));
        bool firstIsDeputy = IsDeputy(first);
        bool secondIsDeputy = IsDeputy(second);
        return (firstIsDeputy != secondIsDeputy && HeadOf(first) == HeadOf(second)) || (HeldByOne(a) && HeldByOne(b) && HeadOf(first) != HeadOf(second));
    }

    private static bool IsDeputy(string office) => office.StartsWith("pho ", StringComparison.Ordinal);

    private string HeadOf(string office)
    {
        string bare = IsDeputy(office) ? office[4..] : office;
        return Array.Find(_heads, head => bare == head || bare.StartsWith(head + " ", StringComparison.Ordinal)) ?? bare;
    }
}

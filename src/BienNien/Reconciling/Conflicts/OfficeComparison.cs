using BienNien.Text;

namespace BienNien.Reconciling.Conflicts;

/// <summary>What offices say of each other.</summary>
internal sealed class OfficeComparison
{
    private static readonly string[] _heads = ["bi thu", "chu tich", "truong ban", "truong phong", "giam doc", "chi huy truong", "chinh tri vien", "chinh uy", "tu lenh", "hieu truong", "tong bi thu", "doi truong", "trung doan truong", "tieu doan truong", "dai doi truong", "tong doc", "tuan phu", "tri phu", "tri huyen", "truong doan", "chanh van phong", "cuc truong", "vien truong", "chanh an", "chu nhiem", "truong ty", "xa doi truong", "huyen doi truong"];

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

    private static string HeadOf(string office)
    {
        string bare = IsDeputy(office) ? office[4..] : office;
        return Array.Find(_heads, head => bare == head || bare.StartsWith(head + " ", StringComparison.Ordinal)) ?? bare;
    }
}

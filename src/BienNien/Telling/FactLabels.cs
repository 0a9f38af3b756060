using BienNien.Relating.Facts;

namespace BienNien.Telling;

/// <summary>What is said of persons, bodies, places and papers, as a reader calls it, in both languages.</summary>
public static class FactLabels
{
    /// <summary>The property: “Sinh”, “Born”.</summary>
    public static string Of(FactProperty property, TellingLanguage language)
    {
        (string vietnamese, string english) = property switch
        {
            FactProperty.Born => ("Sinh", "Born"),
            FactProperty.Died => ("Mất", "Died"),
            FactProperty.NativePlace => ("Quê quán", "Native place"),
            FactProperty.People => ("Dân tộc", "People"),
            FactProperty.Alias => ("Tên khác", "Other name"),
            FactProperty.Joined => ("Gia nhập", "Joined"),
            FactProperty.Office => ("Chức vụ", "Office"),
            FactProperty.Award => ("Khen thưởng", "Award"),
            FactProperty.Founded => ("Thành lập", "Founded"),
            FactProperty.Lineage => ("Tiền thân", "Came from"),
            FactProperty.Members => ("Số thành viên", "Members"),
            FactProperty.Renamed => ("Tên về sau", "Later name"),
            FactProperty.PartOf => ("Thuộc", "Part of"),
            FactProperty.Issued => ("Ban hành", "Issued"),
            FactProperty.Issuer => ("Nơi ban hành", "Issuer"),
            FactProperty.About => ("Nội dung", "About"),
            FactProperty.Implements => ("Thực hiện", "Carries out"),
            FactProperty.Amends => ("Sửa đổi", "Amends"),
            FactProperty.Replaces => ("Thay thế", "Replaces"),
            _ => throw new ArgumentOutOfRangeException(nameof(property), property, "A property without a name."),
        };
        return language == TellingLanguage.English ? english : vietnamese;
    }
}

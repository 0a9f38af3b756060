using System.Xml;

namespace BienNien.Reading.Packages;

/// <summary>Attributes that all office files have, in their transitional and their strict form.</summary>
internal static class OfficeXml
{
    /// <summary><c>r:id</c>: the relationship by which a part names another; null when there is none.</summary>
    public static string? RelationshipId(XmlReader reader) =>
        reader.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
        ?? reader.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");
}

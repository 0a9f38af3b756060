using System.Text;
using System.Xml;

namespace BienNien.Reading.Xlsx;

/// <summary>Text that may be written in several runs.</summary>
internal static class RichText
{
    /// <summary>Joins the runs; readings set above characters are left out.</summary>
    public static string Read(XmlReader reader)
    {
        string? one = null;
        StringBuilder? joined = null;
        bool inText = false;
        bool more = reader.Read();
        while (more)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.LocalName == "rPh":
                    reader.Skip();
                    more = !reader.EOF;
                    continue;
                case XmlNodeType.Element:
                    inText = reader.LocalName == "t" && !reader.IsEmptyElement;
                    break;
                case XmlNodeType.EndElement:
                    inText = false;
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA when inText:
                    if (one is null)
                    {
                        one = reader.Value;
                    }
                    else
                    {
                        (joined ??= new StringBuilder(one)).Append(reader.Value);
                    }

                    break;
            }

            more = reader.Read();
        }

        return joined?.ToString() ?? one ?? "";
    }
}

using System.Xml;

namespace BienNien.Checking.Form;

/// <summary>The fonts of a Word file's theme.</summary>
internal sealed class FormTheme
{
    private string _major = "";
    private string _minor = "";

    /// <summary>Reads <c>theme1.xml</c>; null gives a theme whose fonts cannot be known.</summary>
    public static FormTheme Read(XmlReader? reader)
    {
        FormTheme theme = new();
        bool major = false;
        while (reader is not null && reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "majorFont" or "minorFont":
                    major = reader.LocalName == "majorFont";
                    break;
                case "latin" when major && theme._major.Length == 0:
                    theme._major = reader.GetAttribute("typeface") ?? "";
                    break;
                case "latin" when !major && theme._minor.Length == 0:
                    theme._minor = reader.GetAttribute("typeface") ?? "";
                    break;
            }
        }

        return theme;
    }

    /// <summary>The font that a name of the theme stands for; empty when it cannot be known, null for no name.</summary>
    public string? Font(string? name) => name switch
    {
        null => null,
        "majorAscii" or "majorHAnsi" => _major,
        "minorAscii" or "minorHAnsi" => _minor,
        _ => "",
    };
}

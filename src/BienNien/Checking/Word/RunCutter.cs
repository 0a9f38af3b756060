using System.Xml.Linq;

namespace BienNien.Checking.Word;

/// <summary>Cuts runs of a Word file so that something can be set between two of their characters, everything else staying as it is.</summary>
internal static class RunCutter
{
    private static readonly XNamespace _w = WordBody.W;
    private static readonly XName _space = XNamespace.Xml + "space";

    /// <summary>The run that begins with a character, cut off from what stands before it. Places in the same element that come later must be cut first.</summary>
    public static XElement Before(WordPlace place) => Cut(place.Text, place.Index) ?? place.Text.Parent!;

    /// <summary>The run that ends with a character, cut off from what stands behind it. Places in the same element that come later must be cut first.</summary>
    public static XElement After(WordPlace place)
    {
        Cut(place.Text, place.Index + 1);
        return place.Text.Parent!;
    }

    // Moves what stands from an index of a text on into a new run behind; null when there is nothing to be cut off before the index.
    private static XElement? Cut(XElement text, int index)
    {
        XElement run = text.Parent!;
        bool whole = index == 0;
        if (whole && !text.ElementsBeforeSelf().Any(child => child.Name != _w + "rPr"))
        {
            return null;
        }

        if (index >= text.Value.Length && !text.ElementsAfterSelf().Any())
        {
            return null;
        }

        XElement behind = new(run.Name, run.Attributes());
        if (run.Element(_w + "rPr") is { } properties)
        {
            behind.Add(new XElement(properties));
        }

        List<XElement> following = [.. text.ElementsAfterSelf()];
        if (whole)
        {
            text.Remove();
            behind.Add(text);
        }
        else if (index < text.Value.Length)
        {
            XElement rest = new(text) { Value = text.Value[index..] };
            rest.SetAttributeValue(_space, "preserve");
            text.Value = text.Value[..index];
            text.SetAttributeValue(_space, "preserve");
            behind.Add(rest);
        }

        foreach (XElement child in following)
        {
            child.Remove();
            behind.Add(child);
        }

        run.AddAfterSelf(behind);
        return behind;
    }
}

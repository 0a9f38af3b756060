using System.Globalization;
using System.Text;
using System.Xml;
using BienNien.Reading.Pages;
using BienNien.Text;

namespace BienNien.Converting.Poppler;

/// <summary>What <c>pdftotext -bbox-layout</c> writes: pages, flows, blocks, lines and words, each with its rectangle in points.</summary>
internal static class BoxXml
{
    /// <summary>Reads the pages while they are written.</summary>
    public static List<PageText> Read(Stream output)
    {
        List<PageText> pages = [];
        using StreamReader text = new(output, Encoding.UTF8);
        using XmlReader xml = XmlReader.Create(new PrintableReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = false });
        PageText.Builder? page = null;
        while (xml.Read())
        {
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "page"):
                    page = new PageText.Builder(new PageSize(Number(xml, "width"), Number(xml, "height")));
                    if (xml.IsEmptyElement)
                    {
                        pages.Add(page.Build());
                        page = null;
                    }

                    break;
                case (XmlNodeType.EndElement, "page") when page is not null:
                    pages.Add(page.Build());
                    page = null;
                    break;
                case (XmlNodeType.EndElement, "line"):
                    page?.EndLine();
                    break;
                case (XmlNodeType.Element, "word") when page is not null && !xml.IsEmptyElement:
                    PageRectangle box = new(Number(xml, "xMin"), Number(xml, "yMin"), Number(xml, "xMax"), Number(xml, "yMax"));
                    xml.Read();
                    if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace)
                    {
                        page.Add(xml.Value, box);
                    }

                    break;
            }
        }

        return pages;
    }

    private static float Number(XmlReader xml, string attribute) =>
        float.TryParse(xml.GetAttribute(attribute), NumberStyles.Float, CultureInfo.InvariantCulture, out float value) ? value : 0;

    /// <summary>A font may give its letters any code: those that XML forbids are passed over.</summary>
    private sealed class PrintableReader(TextReader inner) : TextReader
    {
        public override int Peek() => inner.Peek();

        public override int Read()
        {
            int c = inner.Read();
            return c < 0 ? c : Printable((char)c);
        }

        public override int Read(char[] buffer, int index, int count)
        {
            int read = inner.Read(buffer, index, count);
            for (int i = index; i < index + read; i++)
            {
                buffer[i] = Printable(buffer[i]);
            }

            return read;
        }

        private static char Printable(char c) => c is < ' ' and not ('\t' or '\n' or '\r') ? '\u200B' : c is '\uFFFE' or '\uFFFF' ? '\uFFFD' : c;
    }
}

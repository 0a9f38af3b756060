using System.Globalization;
using System.Text;

namespace BienNien.SampleFormats.Texts;

/// <summary>The document as a web page.</summary>
internal static class WebPage
{
    /// <summary>The page, lines ending in LF.</summary>
    /// <param name="document">The document.</param>
    /// <param name="charset">What the page declares.</param>
    public static string Of(SampleDocument document, string charset)
    {
        StringBuilder page = new();
        page.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="vi">
            <head>
            <meta charset="{charset}">
            <title>{Escaped(SampleDocument.ShortTitle)}</title>
            </head>
            <body>
            <table>

            """);
        for (int cell = 0; cell < document.Letterhead.Length; cell++)
        {
            page.Append(cell % 2 == 0 ? "<tr>" : "").Append("<td>").AppendJoin("<br>", document.Letterhead[cell].Select(Escaped)).Append("</td>")
                .Append(cell % 2 == 0 ? "" : "</tr>\n");
        }

        page.Append("</table>\n");
        string caption = "";
        bool inList = false;
        foreach (SampleBlock block in document.Body)
        {
            if (inList != (block.Kind == SampleKind.ListItem))
            {
                page.Append(inList ? "</ul>\n" : "<ul>\n");
                inList = !inList;
            }

            string words = Words(block);
            switch (block.Kind)
            {
                case SampleKind.Caption:
                    caption = words;
                    break;
                case SampleKind.Table:
                    AppendTable(page, block, caption);
                    break;
                default:
                    page.Append(block.Kind switch
                    {
                        SampleKind.Title => $"<h1>{words}</h1>\n",
                        SampleKind.Heading => string.Create(CultureInfo.InvariantCulture, $"<h{block.Level + 1}>{words}</h{block.Level + 1}>\n"),
                        SampleKind.ListItem => $"<li>{words}</li>\n",
                        SampleKind.Quotation => $"<blockquote>{words}</blockquote>\n",
                        SampleKind.Closing => $"<p><b>{words}</b></p>\n",
                        _ => $"<p>{words}</p>\n",
                    });
                    break;
            }
        }

        page.Append("<hr>\n");
        for (int i = 0; i < document.Notes.Length; i++)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p id=\"note{i + 1}\"><sup>{i + 1}</sup> {Escaped(document.Notes[i])}</p>\n");
        }

        return page.Append("</body>\n</html>\n").ToString();
    }

    /// <summary>The page with each letter beyond ASCII as a reference: named where HTML 4 has a name, by number elsewhere.</summary>
    public static string WithReferences(string page)
    {
        StringBuilder text = new(page.Length * 2);
        foreach (char c in page)
        {
            string? name = c switch
            {
                '“' => "ldquo",
                '”' => "rdquo",
                >= '\u00C0' and < '\u0100' => NameOf(c.ToString().Normalize(NormalizationForm.FormD)),
                _ => null,
            };
            _ = name is not null ? text.Append('&').Append(name).Append(';')
                : c < 0x80 ? text.Append(c)
                : (c & 1) == 0 ? text.Append(CultureInfo.InvariantCulture, $"&#{(int)c};")
                : text.Append(CultureInfo.InvariantCulture, $"&#x{(int)c:X};");
        }

        return text.ToString();
    }

    // Names of Latin-1 are the letter's and the mark's: agrave.
    private static string? NameOf(string parts) => parts is [var letter, var mark]
        ? letter + mark switch { '\u0300' => "grave", '\u0301' => "acute", '\u0302' => "circ", '\u0303' => "tilde", _ => null }
        : null;

    private static void AppendTable(StringBuilder page, SampleBlock table, string caption)
    {
        page.Append("<table>\n<caption>").Append(caption).Append("</caption>\n");
        for (int row = 0; row < table.Rows.Length; row++)
        {
            string tag = row == 0 ? "th" : "td";
            page.Append("<tr>");
            foreach (string cell in table.Rows[row])
            {
                page.Append(CultureInfo.InvariantCulture, $"<{tag}>{Escaped(cell)}</{tag}>");
            }

            page.Append("</tr>\n");
        }

        page.Append("</table>\n");
    }

    private static string Words(SampleBlock block) => string.Concat(block.Pieces().Select(static piece => piece.Note == 0
        ? Escaped(piece.Text)
        : string.Create(CultureInfo.InvariantCulture, $"{Escaped(piece.Text)}<sup><a href=\"#note{piece.Note}\">{piece.Note}</a></sup>")));

    // Letters stay letters: only the marks of HTML are escaped.
    private static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}

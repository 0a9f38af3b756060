using System.Globalization;
using System.Text;
using BienNien.Tests.Reading.Encodings;
using BienNien.Text;

namespace BienNien.SampleFormats.Texts;

/// <summary>The document as an RTF file of the 1990s: fonts of TCVN3, bytes beyond ASCII as escapes (<c>\'e1</c>).</summary>
internal static class RichText
{
    /// <summary>The file; ASCII, lines ending in LF.</summary>
    public static string Of(SampleDocument document)
    {
        StringBuilder rtf = new();
        rtf.Append("{\\rtf1\\ansi\\ansicpg1252\\deff0\n{\\fonttbl{\\f0\\fnil\\fcharset0 .VnTime;}{\\f1\\fnil\\fcharset0 .VnTimeH;}}\n")
            .Append("{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0\\b heading 1;}{\\s2\\outlinelevel1\\b heading 2;}{\\s3\\outlinelevel2\\b heading 3;}{\\s4 caption;}{\\s5\\b Title;}}\n")
            .Append("\\paperw11906\\paperh16838\\margl1701\\margr1134\\margt1134\\margb1134\\f0\\fs26\n");
        AppendLetterhead(rtf, document);
        foreach (SampleBlock block in document.Body)
        {
            if (block.Kind == SampleKind.Table)
            {
                AppendTable(rtf, block);
                continue;
            }

            rtf.Append("\\pard\\plain").Append(block.Kind switch
            {
                SampleKind.Title => "\\s5\\qc\\b",
                SampleKind.Heading => string.Create(CultureInfo.InvariantCulture, $"\\s{block.Level}\\outlinelevel{block.Level - 1}\\b"),
                SampleKind.Caption => "\\s4\\qc",
                SampleKind.ListItem => "\\s0\\fi-284\\li567",
                SampleKind.Quotation => "\\s0\\li567\\ri567",
                SampleKind.Closing => "\\s0\\b",
                _ => "\\s0\\qj",
            }).Append("\\f0\\fs26 ");
            AppendText(rtf, block.Kind == SampleKind.ListItem ? "- " : "");
            foreach ((string text, int note) in block.Pieces())
            {
                AppendText(rtf, text);
                if (note > 0)
                {
                    rtf.Append("{\\super\\chftn{\\footnote\\pard\\plain\\f0\\fs22 {\\super\\chftn} ");
                    AppendText(rtf, document.Notes[note - 1]);
                    rtf.Append("}}");
                }
            }

            rtf.Append("\\par\n");
        }

        return rtf.Append("}\n").ToString();
    }

    private static void AppendLetterhead(StringBuilder rtf, SampleDocument document)
    {
        var cells = document.Letterhead;
        for (int cell = 0; cell < cells.Length; cell += 2)
        {
            rtf.Append("\\trowd\\cellx4200\\cellx9071\n");
            for (int i = cell; i < cell + 2; i++)
            {
                rtf.Append("\\pard\\plain\\intbl\\qc\\f0\\fs26 ");
                for (int line = 0; line < cells[i].Length; line++)
                {
                    rtf.Append(line == 0 ? "" : "\\par ");
                    AppendText(rtf, cells[i][line]);
                }

                rtf.Append("\\cell\n");
            }

            rtf.Append("\\row\n");
        }
    }

    private static void AppendTable(StringBuilder rtf, SampleBlock table)
    {
        for (int row = 0; row < table.Rows.Length; row++)
        {
            rtf.Append(row == 0 ? "\\trowd\\trhdr" : "\\trowd");
            for (int column = 0; column < table.Rows[row].Length; column++)
            {
                rtf.Append(CultureInfo.InvariantCulture, $"\\clbrdrt\\brdrs\\clbrdrl\\brdrs\\clbrdrb\\brdrs\\clbrdrr\\brdrs\\cellx{2400 + (1330 * column)}");
            }

            rtf.Append('\n');
            foreach (string cell in table.Rows[row])
            {
                rtf.Append("\\pard\\plain\\intbl\\f0\\fs24 ");
                AppendText(rtf, cell);
                rtf.Append("\\cell\n");
            }

            rtf.Append("\\row\n");
        }
    }

    private static void AppendText(StringBuilder rtf, string text)
    {
        foreach ((string run, bool capitals) in FontRuns.OfTcvn3(text))
        {
            rtf.Append(capitals ? "{\\f1 " : "");
            foreach (byte code in LegacyEncoder.Encode(run, TextEncoding.Tcvn3, capitals))
            {
                _ = code is (byte)'\\' or (byte)'{' or (byte)'}' ? rtf.Append('\\').Append((char)code)
                    : code < 0x80 ? rtf.Append((char)code)
                    : rtf.Append(CultureInfo.InvariantCulture, $"\\'{code:x2}");
            }

            rtf.Append(capitals ? "}" : "");
        }
    }
}

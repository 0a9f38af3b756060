using System.Text;

namespace BienNien.SampleFormats.Texts;

/// <summary>The document as comma-separated values (RFC 4180): a paragraph a row, and the table's rows between empty ones.</summary>
internal static class CommaValues
{
    /// <summary>The rows, lines ending in CR LF.</summary>
    public static string Of(SampleDocument document)
    {
        StringBuilder rows = new();
        foreach (SampleBlock block in document.Blocks)
        {
            if (block.Kind == SampleKind.Table)
            {
                rows.Append("\r\n");
                foreach (var row in block.Rows)
                {
                    rows.AppendJoin(',', row.Select(Quoted)).Append("\r\n");
                }

                rows.Append("\r\n");
            }
            else
            {
                rows.Append(Quoted(PlainText.WithMarks(block))).Append("\r\n");
            }
        }

        for (int i = 0; i < document.Notes.Length; i++)
        {
            rows.Append(Quoted($"{PlainText.MarkOf(i + 1)} {document.Notes[i]}")).Append("\r\n");
        }

        return rows.ToString();
    }

    private static string Quoted(string value) =>
        value.AsSpan().IndexOfAny(",\"\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

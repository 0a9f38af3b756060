using System.Text;

namespace BienNien.SampleFormats.Texts;

/// <summary>The document as text: a line a paragraph, a blank line between them, bars between the cells of the table.</summary>
internal static class PlainText
{
    /// <summary>The text, lines ending in LF.</summary>
    public static string Of(SampleDocument document)
    {
        StringBuilder text = new();
        SampleKind before = SampleKind.Letterhead;
        foreach (SampleBlock block in document.Blocks)
        {
            if (block.Kind != before || block.Kind is not (SampleKind.Letterhead or SampleKind.ListItem))
            {
                text.Append('\n');
            }

            before = block.Kind;
            switch (block.Kind)
            {
                case SampleKind.Table:
                    for (int row = 0; row < block.Rows.Length; row++)
                    {
                        text.Append("| ").AppendJoin(" | ", block.Rows[row]).Append(" |\n");
                        text.Append(row == 0 ? "| " + string.Join(" | ", block.Rows[row].Select(static _ => "---")) + " |\n" : "");
                    }

                    break;
                default:
                    text.Append(block.Kind switch { SampleKind.ListItem => "- ", SampleKind.Quotation => "    ", _ => "" }).Append(WithMarks(block)).Append('\n');
                    break;
            }
        }

        for (int i = 0; i < document.Notes.Length; i++)
        {
            text.Append('\n').Append(MarkOf(i + 1)).Append(' ').Append(document.Notes[i]).Append('\n');
        }

        return text.ToString().TrimStart('\n');
    }

    /// <summary>The words of a block with the marks of notes as text has them: <c>(1)</c>.</summary>
    public static string WithMarks(SampleBlock block) =>
        string.Concat(block.Pieces().Select(static piece => piece.Note == 0 ? piece.Text : piece.Text + MarkOf(piece.Note)));

    /// <summary>The mark of a note.</summary>
    public static string MarkOf(int note) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"({note})");
}

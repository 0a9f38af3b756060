using BienNien.Text;

namespace BienNien.Reading.Docx;

/// <summary>What is open while a stretch of paragraphs streams by: the body, a table, a text box.</summary>
internal sealed class DocxStory
{
    public FlowText Text { get; private set; } = new();

    /// <summary>Text boxes that hang on the paragraph.</summary>
    public List<(FlowText Text, (BlockKind Kind, int Level) Kind, string Label)> Boxes { get; } = [];

    public bool IsBox { get; init; }

    /// <summary>What stands before the first character of a note.</summary>
    public string? NoteMark { get; set; }

    // The paragraph.
    public string? Style { get; private set; }

    public bool StyleIsBold { get; private set; }

    public int? Outline { get; set; }

    public int? List { get; set; }

    public int? ListLevel { get; set; }

    public bool InParagraphProperties { get; set; }

    public bool InParagraphMark { get; set; }

    /// <summary>Its mark was deleted: the next paragraph goes on with it.</summary>
    public bool JoinsNext { get; set; }

    public bool PageAfter { get; set; }

    // The run.
    public bool InText { get; set; }

    public bool Bold { get; set; }

    public bool Raised { get; set; }

    public bool Hidden { get; set; }

    // The table.
    public TableBuilder? Table { get; init; }

    public TableCell? Cell { get; set; }

    public List<TextSpan> CellParts { get; } = [];

    public bool InCell { get; set; }

    public int CellColumns { get; set; } = 1;

    public bool InRowProperties { get; set; }

    public bool RowBegun { get; set; }

    public bool RowIsHeader { get; set; }

    public bool RowIsDeleted { get; set; }

    public int ColumnsBefore { get; set; }

    public void SetStyle(string? id, DocxStyles styles)
    {
        Style = id;
        StyleIsBold = styles.Of(id).Bold;
    }

    public void BeginParagraph()
    {
        // Word keeps the properties of the last of joined paragraphs.
        JoinsNext = false;
        (Style, StyleIsBold, Outline, List, ListLevel) = (null, false, null, null, null);
    }

    public void BeginRun() => (Bold, Raised, Hidden) = (StyleIsBold, false, false);

    public void BeginRow() => (RowBegun, RowIsHeader, RowIsDeleted, ColumnsBefore) = (false, false, false, 0);

    public void EndParagraph()
    {
        Text = new FlowText();
        BeginParagraph();
    }
}

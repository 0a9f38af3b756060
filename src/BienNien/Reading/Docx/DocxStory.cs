using BienNien.Reading.Encodings;
using BienNien.Text;

namespace BienNien.Reading.Docx;

/// <summary>What is open while a stretch of paragraphs streams by: the body, a table, a text box.</summary>
internal sealed class DocxStory
{
    private readonly FontText _underFont = new();
    private FlowText _text = new();

    /// <summary>The paragraph so far.</summary>
    public FlowText Text
    {
        get
        {
            _underFont.MoveTo(_text);
            return _text;
        }
    }

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

    /// <summary>What the run's font makes of its letters; null when it shows them as they are.</summary>
    public FontEncoding? Font { get; set; }

    public bool Bold { get; set; }

    public bool Raised { get; set; }

    public bool Hidden { get; set; }

    // The table.
    public TableBuilder? Table { get; init; }

    public TableCell? Cell { get; set; }

    public List<TextSpan> CellParts { get; } = [];

    public bool InCell { get; set; }

    public int CellColumns { get; set; } = 1;

    /// <summary><c>restart</c> where a cell begins that takes several rows, <c>continue</c> where it goes on; null in other cells.</summary>
    public string? CellMerge { get; set; }

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

    public void BeginRun(DocxStyles styles) => (Bold, Raised, Hidden, Font) = (StyleIsBold, false, false, styles.FontOf(Style));

    /// <summary>Appends a character of the run.</summary>
    public void Append(char c)
    {
        if (Font is { } font)
        {
            if (!_underFont.Takes(font))
            {
                _underFont.MoveTo(_text);
            }

            _underFont.Append(c, font, Bold);
            return;
        }

        Text.Append(c, -1, Bold);
    }

    public void BeginRow() => (RowBegun, RowIsHeader, RowIsDeleted, ColumnsBefore) = (false, false, false, 0);

    public void EndParagraph()
    {
        _underFont.MoveTo(_text);
        _text = new FlowText();
        BeginParagraph();
    }
}

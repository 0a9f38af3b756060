namespace BienNien.Reading.PlainText;

/// <summary>What a line is by its opening alone.</summary>
internal enum LineRole
{
    Text,
    MarkdownHeading,
    RomanNumbered,
    Numbered,
    Lettered,

    /// <summary><c>(1)</c>, <c>[2]</c>: an item, or a note when something refers to it.</summary>
    Bracketed,

    /// <summary><c>Chương II</c>, <c>Phần thứ nhất</c>, <c>Nội dung I</c>.</summary>
    Division,

    /// <summary><c>Điều 5</c>.</summary>
    Article,
    Bullet,

    /// <summary><c>&gt; </c>: words of somebody else.</summary>
    Quoted,
    TableRow,
    Footnote,
    Furniture,
}

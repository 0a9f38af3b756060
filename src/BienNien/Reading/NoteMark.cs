using BienNien.Text;

namespace BienNien.Reading;

/// <summary>How a note's mark is written; a mark and its note are written alike.</summary>
internal enum NoteStyle
{
    /// <summary><c>¹</c>, <c>&lt;sup&gt;1&lt;/sup&gt;</c>, <c>[¹]</c>: raised above the line.</summary>
    Raised,

    /// <summary><c>Đảng1</c>: raised once, come down onto the line; its note opens with the bare number.</summary>
    Glued,

    /// <summary><c>[1]</c>.</summary>
    Square,

    /// <summary><c>(1)</c>.</summary>
    Round,

    /// <summary><c>(*)</c>, <c>*</c>.</summary>
    Star,

    /// <summary><c>[^name]</c>.</summary>
    Named,
}

/// <summary>The mark of a note, in the running text or before the note.</summary>
/// <param name="Style">How it is written.</param>
/// <param name="Number">Its number; how many stars; for names a number that stands for the name.</param>
/// <param name="Span">Where it stands.</param>
internal readonly record struct NoteMark(NoteStyle Style, int Number, TextSpan Span);

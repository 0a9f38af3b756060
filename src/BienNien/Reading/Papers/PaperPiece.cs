using BienNien.Text;

namespace BienNien.Reading.Papers;

/// <summary>A word of a piece.</summary>
/// <param name="Start">Offset in the document's text.</param>
/// <param name="Length">UTF-16 code units.</param>
/// <param name="Form">The form by which words are compared.</param>
internal readonly record struct PieceWord(int Start, int Length, string Form)
{
    public int End => Start + Length;
}

/// <summary>A line of a paper's form, or one column's part of it.</summary>
/// <param name="Start">Where it begins, white space, brackets of emphasis and table marks left out.</param>
/// <param name="End">One past its last character.</param>
/// <param name="Line">Which line or cell of the document it stands in: pieces side by side share it.</param>
/// <param name="BlankBefore">Whether an empty line stands before it.</param>
/// <param name="Indented">Whether it stands well away from the left margin.</param>
/// <param name="Kind">The kind of its block.</param>
/// <param name="BlockLength">How long its block is, in UTF-16 code units.</param>
/// <param name="Words">Its words and figures.</param>
internal sealed record PaperPiece(int Start, int End, int Line, bool BlankBefore, bool Indented, BlockKind Kind, int BlockLength, PieceWord[] Words)
{
    public int Length => End - Start;

    public TextSpan Span => TextSpan.Between(Start, End);

    /// <summary>Whether it is a rule: no letter, no figure.</summary>
    public bool IsRule => Words.Length == 0;

    /// <summary>Whether there are letters and none of them is small.</summary>
    public bool IsCapitals(string text)
    {
        int upper = 0;
        foreach (char c in text.AsSpan(Start, Length))
        {
            if (char.IsLower(c))
            {
                return false;
            }

            upper += char.IsUpper(c) ? 1 : 0;
        }

        return upper >= 2;
    }
}

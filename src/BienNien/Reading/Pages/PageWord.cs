using BienNien.Text;

namespace BienNien.Reading.Pages;

/// <summary>One word of a page, as a program that knows its place gave it.</summary>
/// <param name="Span">Its characters in <see cref="PageText.Characters"/>; never empty.</param>
/// <param name="Box">Its rectangle, inside the page.</param>
/// <param name="Line">Which line of the page it stands in, from 0; lines of different columns or cells are different lines.</param>
/// <param name="Confidence">0 to 100 for words recognised from a picture; null for others.</param>
public readonly record struct PageWord(TextSpan Span, PageRectangle Box, int Line, byte? Confidence);

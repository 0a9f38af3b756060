namespace BienNien.Text;

/// <summary>The mark of a note in the running text, joined to the note.</summary>
/// <param name="Mark">The mark: <c>¹</c>, <c>[1]</c>, <c>(*)</c>, as it stands in the text.</param>
/// <param name="Note">The note: the place of its block among the document's blocks, from 0.</param>
public readonly record struct NoteLink(TextSpan Mark, int Note);

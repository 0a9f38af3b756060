using System.Text;

namespace BienNien.Checking.Form;

/// <summary>Finds the letters of a Word file in the document that was read from it, in reading order.</summary>
/// <remarks>Both have the same printed characters in the same order; white space differs, and so do a few that reading sets itself.</remarks>
internal sealed class FormMap
{
    // The shorter a piece, the sooner it is found where it is not: it is looked for right behind the one before.
    private const int ShortPiece = 4;
    private const int NearPiece = 60;
    private const int LongPiece = 24;
    private const int FartherPiece = 2_000;

    // What was passed over in between: notes, boxes that reading sets elsewhere, files of other kinds.
    private const int FarPiece = 1 << 16;

    private readonly string _printed;
    private readonly List<int> _offsets;
    private int _cursor;

    /// <summary>Prepares a text.</summary>
    /// <param name="text">The document's text.</param>
    public FormMap(string text)
    {
        StringBuilder letters = new(text.Length);
        _offsets = new List<int>(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i]))
            {
                letters.Append(text[i]);
                _offsets.Add(i);
            }
        }

        _printed = letters.ToString();
    }

    /// <summary>Finds the next piece.</summary>
    /// <param name="piece">Printed characters without white space.</param>
    /// <param name="near">Whether it cannot stand far from the one before.</param>
    /// <returns>For each character where it stands; empty when the piece is not there.</returns>
    public ReadOnlySpan<int> Next(string piece, bool near = false)
    {
        if (piece.Length == 0)
        {
            return [];
        }

        int distance = near || piece.Length < ShortPiece ? NearPiece : piece.Length < LongPiece ? FartherPiece : FarPiece;
        int limit = Math.Min(_printed.Length, _cursor + piece.Length + distance);
        int at = _printed.IndexOf(piece, _cursor, limit - _cursor, StringComparison.Ordinal);
        if (at < 0)
        {
            return [];
        }

        _cursor = at + piece.Length;
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_offsets).Slice(at, piece.Length);
    }
}

using System.Text;
using System.Xml.Linq;
using BienNien.Text;

namespace BienNien.Checking.Word;

/// <summary>A place among the characters of a Word file's main part.</summary>
/// <param name="Text">The element that holds the character (<c>w:t</c>).</param>
/// <param name="Index">Which of its UTF-16 code units.</param>
internal readonly record struct WordPlace(XElement Text, int Index);

/// <summary>The main part of a Word file, with a way from the document's text to its runs.</summary>
/// <remarks>
/// Reading composes its text from runs, breaks and notes; both have the same printed characters in the same order, white space and the marks of notes apart.
/// Paragraph by paragraph the one is found in the other; what is not found (a text box, letters under an old font) has no place here.
/// </remarks>
internal sealed class WordBody
{
    /// <summary>The namespace of WordprocessingML (ISO/IEC 29500-1, transitional).</summary>
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    // A piece so short is found anywhere; it is looked for right behind the one before.
    private const int ShortPiece = 4;
    private const int NearPiece = 60;

    private readonly XElement _root;
    private readonly Dictionary<int, WordPlace> _places = [];
    private readonly Dictionary<string, XElement> _noteMarks = new(StringComparer.Ordinal);

    /// <summary>Finds the runs of a part in a document.</summary>
    /// <param name="root">The root element of the part.</param>
    /// <param name="document">The document read from the same file.</param>
    public WordBody(XElement root, Document document)
    {
        _root = root;
        (string printed, List<int> offsets) = Printed(document.Text);
        int cursor = 0;
        List<(char Letter, WordPlace Place)> piece = [];
        foreach (XElement paragraph in root.Descendants(W + "p"))
        {
            piece.Clear();
            foreach (XElement child in RunsOf(paragraph).SelectMany(static run => run.Elements()))
            {
                if (child.Name == W + "footnoteReference" || child.Name == W + "endnoteReference")
                {
                    Match(document.Text, printed, offsets, piece, ref cursor);
                    piece.Clear();
                    _noteMarks.TryAdd(child.Name.LocalName + (string?)child.Attribute(W + "id"), child.Parent!);
                }
                else if (child.Name == W + "t")
                {
                    for (int i = 0; i < child.Value.Length; i++)
                    {
                        piece.Add((child.Value[i], new WordPlace(child, i)));
                    }
                }
                else if (child.Name == W + "tab" || child.Name == W + "br" || child.Name == W + "cr")
                {
                    piece.Add((' ', default));
                }
                else if (child.Name == W + "noBreakHyphen")
                {
                    piece.Add(('-', default));
                }
            }

            Match(document.Text, printed, offsets, piece, ref cursor);
        }
    }

    /// <summary>The first paragraph with a run: where a remark on what has no place is hung.</summary>
    public XElement? FirstRun => _root.Descendants(W + "r").FirstOrDefault(static run => run.Elements(W + "t").Any() && run.Parent?.Name == W + "p");

    /// <summary>Where a character of the document stands; null when it has no place in the main part.</summary>
    public WordPlace? PlaceOf(int offset) => _places.TryGetValue(offset, out WordPlace place) ? place : null;

    /// <summary>The first and last characters of a span that have places; null when none has.</summary>
    public (WordPlace First, WordPlace Last)? PlacesOf(TextSpan span)
    {
        WordPlace? first = null;
        WordPlace? last = null;
        for (int at = span.Start; at < span.End; at++)
        {
            if (PlaceOf(at) is { } place)
            {
                first ??= place;
                last = place;
            }
        }

        return first is { } one && last is { } other ? (one, other) : null;
    }

    // Runs that a reader sees: not deleted, not moved away, not of a text box inside, not hidden, not the second form of what is there twice.
    private static IEnumerable<XElement> RunsOf(XElement paragraph) => paragraph.Descendants(W + "r").Where(run =>
        run.Ancestors().TakeWhile(ancestor => ancestor != paragraph).All(static ancestor => ancestor.Name != W + "del" && ancestor.Name != W + "moveFrom" && ancestor.Name != W + "p" && ancestor.Name.LocalName != "Fallback")
        && run.Element(W + "rPr")?.Element(W + "vanish") is null);

    private void Match(string text, string printed, List<int> offsets, List<(char Letter, WordPlace Place)> piece, ref int cursor)
    {
        StringBuilder letters = new(piece.Count);
        List<int> places = [];
        for (int i = 0; i < piece.Count; i++)
        {
            if (!char.IsWhiteSpace(piece[i].Letter))
            {
                letters.Append(piece[i].Letter);
                places.Add(i);
            }
        }

        // Letters set apart from their marks are composed in the document: such a piece is matched letter for letter where it can be.
        string wanted = letters.ToString();
        if (wanted.Length == 0 || !wanted.IsNormalized())
        {
            return;
        }

        int limit = wanted.Length < ShortPiece ? Math.Min(printed.Length, cursor + NearPiece) : printed.Length;
        int at = cursor < limit ? printed.IndexOf(wanted, cursor, limit - cursor, StringComparison.Ordinal) : -1;
        if (at < 0)
        {
            return;
        }

        cursor = at + wanted.Length;
        int before = -1;
        for (int k = 0; k < places.Count; k++)
        {
            int offset = offsets[at + k];
            int source = places[k];
            if (piece[source].Place.Text is not null)
            {
                _places[offset] = piece[source].Place;
            }

            // White space between two letters has its places when there is as much of it on both sides.
            if (k > 0 && offset - offsets[at + k - 1] == source - before)
            {
                for (int gap = 1; gap < source - before; gap++)
                {
                    if (piece[before + gap].Place.Text is not null && char.IsWhiteSpace(text[offsets[at + k - 1] + gap]))
                    {
                        _places[offsets[at + k - 1] + gap] = piece[before + gap].Place;
                    }
                }
            }

            before = source;
        }
    }

    private static (string Letters, List<int> Offsets) Printed(string text)
    {
        StringBuilder letters = new(text.Length);
        List<int> offsets = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i]))
            {
                letters.Append(text[i]);
                offsets.Add(i);
            }
        }

        return (letters.ToString(), offsets);
    }
}

using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Reading;

/// <summary>Joins the marks in the running text with the notes they stand for, the same for all formats.</summary>
/// <remarks>
/// A mark's note is the next one of its number: notes that begin anew on each page are found as well as notes at the end. Where the numbers begin anew, only the
/// nearest mark before a note is its own. A note that a page break put before its mark is taken when none follows.
/// </remarks>
public static class NoteLinks
{
    /// <summary>The links of a document, by the marks' places.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="blocks">Its blocks, in reading order.</param>
    public static ImmutableArray<NoteLink> Of(string text, ImmutableArray<Block> blocks)
    {
        NoteMarks reader = new(text);
        List<(NoteMark Mark, int Block)> notes = [];
        int number = 0;
        for (int i = 0; i < blocks.Length; i++)
        {
            if (blocks[i].Kind != BlockKind.Footnote)
            {
                continue;
            }

            // A note of a numbered list has no number among its words.
            NoteMark mark = reader.Opening(blocks[i].Parts[0]) ?? new NoteMark(NoteStyle.Raised, number + 1, blocks[i].Parts[0]);
            number = mark.Number;
            notes.Add((mark, i));
        }

        if (notes.Count == 0)
        {
            return [];
        }

        List<NoteMark> marks = [];
        foreach (Block block in blocks)
        {
            if (block.Kind.IsSaid() && block.Kind != BlockKind.Footnote)
            {
                foreach (TextSpan part in block.Parts)
                {
                    reader.FindIn(part, marks);
                }
            }
        }

        marks.Sort(static (one, other) => one.Span.CompareTo(other.Span));
        return Join(marks, notes);
    }

    private static ImmutableArray<NoteLink> Join(List<NoteMark> marks, List<(NoteMark Mark, int Block)> notes)
    {
        Dictionary<(int Number, int Class), List<(NoteMark Mark, int Block)>> byNumber = [];
        foreach ((NoteMark Mark, int Block) note in notes)
        {
            if (!byNumber.TryGetValue(Key(note.Mark), out List<(NoteMark Mark, int Block)>? same))
            {
                byNumber[Key(note.Mark)] = same = [];
            }

            same.Add(note);
        }

        List<NoteLink> links = [];
        HashSet<int> taken = [];
        List<NoteMark> late = [];
        // From the end: the nearest mark before a note comes first.
        for (int i = marks.Count - 1; i >= 0; i--)
        {
            if (!byNumber.TryGetValue(Key(marks[i]), out List<(NoteMark Mark, int Block)>? same))
            {
                continue;
            }

            int next = FirstAfter(same, marks[i].Span.Start);
            if (next == same.Count)
            {
                late.Add(marks[i]);
            }
            else if (taken.Add(same[next].Block) || same.Count == 1)
            {
                links.Add(new NoteLink(marks[i].Span, same[next].Block));
            }
        }

        // Marks after the last note of their number, the nearest first: theirs when nothing before it was.
        for (int i = late.Count - 1; i >= 0; i--)
        {
            if (taken.Add(byNumber[Key(late[i])][^1].Block))
            {
                links.Add(new NoteLink(late[i].Span, byNumber[Key(late[i])][^1].Block));
            }
        }

        return [.. links.OrderBy(static link => link.Mark)];
    }

    private static int FirstAfter(List<(NoteMark Mark, int Block)> notes, int place)
    {
        (int low, int high) = (0, notes.Count);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = notes[middle].Mark.Span.Start > place ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private static (int Number, int Class) Key(NoteMark mark) => (mark.Number, mark.Style == NoteStyle.Glued ? (int)NoteStyle.Raised : (int)mark.Style);
}

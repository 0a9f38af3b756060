using System.Collections.Frozen;
using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Reading;

/// <summary>Reads the mark by which an office restricts the use of a paper (“Mật”, “Lưu hành nội bộ”). Immutable, safe to share.</summary>
/// <remarks>A mark stands alone: the same words inside a sentence are what the paper talks about, not how it is to be handled.</remarks>
public sealed class HandlingMarks
{
    // The head of a paper: form 36-HD/VPTW and Nghị định 30 put the mark above or beside the title, a bulletin on its cover.
    private const int BlocksOfHead = 40;
    private const int LongestMark = 60;
    private static readonly char[] _frame = [' ', '\t', '\n', '\r', '*', '_', '(', ')', '[', ']', '"', '“', '”', '.', ':', '-', '–', '—'];

    private readonly FrozenSet<string> _marks;

    private HandlingMarks(FrozenSet<string> marks) => _marks = marks;

    /// <summary>The marks of <c>data/handling-marks.tsv</c>.</summary>
    public static HandlingMarks Create() => new(DataTable.Load("handling-marks").Column("mark").Select(Form).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>The first mark of a document, as written; null when it has none.</summary>
    public string? Find(Document document)
    {
        int seen = 0;
        foreach (Block block in document.Blocks)
        {
            if (seen++ == BlocksOfHead)
            {
                break;
            }

            // Several short lines of a head may make one block.
            if (block.Span.Length <= 4 * LongestMark)
            {
                foreach (string line in document.Surface(block.Span).Split('\n'))
                {
                    string words = line.Trim(_frame);
                    if (words.Length is > 0 and <= LongestMark && _marks.Contains(Form(words)))
                    {
                        return words;
                    }
                }
            }
        }

        return null;
    }

    private static string Form(string mark) => string.Join(' ', mark.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Letters.FormOf));
}

using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Telling.Chronicles;

/// <summary>A passage that two documents have in common, ready to be shown.</summary>
/// <param name="A">Where it stands in the first; the quote is the whole passage.</param>
/// <param name="B">Where it stands in the second.</param>
/// <param name="Similarity">Of their words: 0 to 1.</param>
/// <param name="Edits">Spans of both documents that differ, in reading order, not touching; a side without words has an empty span where they would stand.</param>
public sealed record ReuseView(QuotedPlace A, QuotedPlace B, double Similarity, ImmutableArray<(TextSpan A, TextSpan B)> Edits)
{
    /// <summary>The words of an edit on the first side.</summary>
    public string WordsOfA((TextSpan A, TextSpan B) edit) => A.Quote.Substring(edit.A.Start - A.Span.Start, edit.A.Length);

    /// <summary>The words of an edit on the second side.</summary>
    public string WordsOfB((TextSpan A, TextSpan B) edit) => B.Quote.Substring(edit.B.Start - B.Span.Start, edit.B.Length);

    /// <summary>The first side's text with what differs in it: <c>giải phóng ngày [17 → 18]/10</c>; words of one side alone <c>[→ của tỉnh]</c>, <c>[của tỉnh →]</c>. On one line.</summary>
    public ImmutableArray<ReuseRun> Runs()
    {
        ImmutableArray<ReuseRun>.Builder runs = ImmutableArray.CreateBuilder<ReuseRun>();
        int at = A.Span.Start;
        foreach ((TextSpan A, TextSpan B) edit in Edits)
        {
            if (edit.A.Start > at)
            {
                runs.Add(new ReuseRun(A.Quote[(at - A.Span.Start)..(edit.A.Start - A.Span.Start)], null));
            }

            runs.Add(new ReuseRun(WordsOfA(edit), WordsOfB(edit)));
            at = edit.A.End;
        }

        if (at < A.Span.End)
        {
            runs.Add(new ReuseRun(A.Quote[(at - A.Span.Start)..], null));
        }

        return runs.ToImmutable();
    }
}

/// <summary>Words of a passage.</summary>
/// <param name="A">As the first side has them.</param>
/// <param name="B">As the second side has them; null where both have the same.</param>
public readonly record struct ReuseRun(string A, string? B);

using System.Collections.Immutable;
using BienNien.Reconciling.Conflicts;

namespace BienNien.Keeping.Chronicling;

/// <summary>Judgements as rows.</summary>
internal static class JudgementRows
{
    /// <summary>Puts what is said of a block in the place of what was said before.</summary>
    internal static void Replace(ChronicleStore store, long block, ImmutableArray<Judgement> judgements)
    {
        store["delete from judgements where block = ?"].Run(block);
        if (judgements.IsEmpty)
        {
            return;
        }

        Prepared insert = store["""
            insert into judgements (block, position, kind, reason, severity, a, a_start, a_end, a_sentence_start, a_sentence_end, b, b_start, b_end, b_sentence_start, b_sentence_end, confidence, about)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
            """];
        for (int i = 0; i < judgements.Length; i++)
        {
            Judgement judgement = judgements[i];
            (Side a, Side b) = (judgement.A, judgement.B);
            insert.With(
                block, i, (long)judgement.Kind, (long)judgement.Reason, (long)judgement.Severity,
                a.Document, a.Span.Start, a.Span.End, a.Sentence.Start, a.Sentence.End,
                b.Document, b.Span.Start, b.Span.End, b.Sentence.Start, b.Sentence.End)
                .Set(16, judgement.Confidence).Set(17, judgement.About).Run();
        }
    }
}

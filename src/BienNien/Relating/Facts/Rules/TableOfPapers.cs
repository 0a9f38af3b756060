using BienNien.Finding.DocumentReferences;
using BienNien.Finding.Times;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating.Facts.Rules;

/// <summary>FAC022. What the row of a register says of the paper that it names: the day and the body that issued it.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: TableOfPapers.md, beside this file.</remarks>
internal sealed class TableOfPapers : IFactRule
{
    private const int LongestHead = 12;

    /// <inheritdoc/>
    public RuleId Id { get; } = new("FAC022");

    /// <inheritdoc/>
    public void Relate(FactScene scene, FactSink sink)
    {
        if (scene.Sentence.Block.Cell is not { IsHeader: false, Row: > 0 } cell)
        {
            return;
        }

        PaperRow row = sink.Papers;
        for (int n = 0; n < scene.Inside.Count; n++)
        {
            if (scene.MentionOf(n).Value is DocumentReferenceValue { Number.Length: > 0 } paper && (scene.Inside[n].First <= 1 || AsksForDay(scene)))
            {
                row.Name(scene.Inside[n].Index, paper, scene.Span, isDayOf: AsksForDay(scene));
            }
        }

        (bool day, bool issuer) = ColumnOf(scene, cell);
        if (WholeDate(scene) is >= 0 and int date)
        {
            row.TakeDay(scene.DateOf(date), scene.Inside[date].Index, scene.MentionOf(date).Span, scene.Span, inColumnOfDays: day);
        }
        else if (issuer && BodyOf(scene) is { Length: > 0 } body)
        {
            row.TakeIssuer(body, scene.NameAt(0) >= 0 ? scene.Inside[scene.NameAt(0)].Index : -1, scene.Document.Document.WordsAt(body), scene.Span);
        }
    }

    // “Ngày của Đề án số 14-ĐA/TU”: the row gives days of that paper.
    private static bool AsksForDay(FactScene scene) => scene.TimeAt(0) < 0 && scene.Sentence[0].Word == scene.Words.Day;

    // The day that the cell gives and nothing else; -1 without one.
    private static int WholeDate(FactScene scene) =>
        scene.Inside.Count == 1 && scene.MentionOf(0).Value is TimeValue && scene.DateOf(0) is { Length: > 0 } date && !date.Contains('/', StringComparison.Ordinal)
        && scene.Inside[0].First == 0 && scene.Inside[0].End == scene.Sentence.Count ? 0 : -1;

    private static TextSpan BodyOf(FactScene scene) => scene.NameAt(0) is >= 0 and int name && scene.Inside[name].End == scene.Sentence.Count ? scene.MentionOf(name).Span
        : scene.Inside.Count == 0 ? scene.Span
        : default;

    private static (bool Day, bool Issuer) ColumnOf(FactScene scene, TableCell cell)
    {
        if (!scene.Document.Tables.TryHead(cell, out Sentence head))
        {
            return default;
        }

        (bool day, bool issues, bool body) = (false, false, false);
        for (int i = 0; i < head.Count && i < LongestHead; i++)
        {
            day |= head[i].Word == scene.Words.Day;
            issues |= scene.Words.IssuingHeads.Contains(head[i]);
            body |= scene.Words.BodyHeads.Contains(head[i]);
        }

        return (day, body && issues && !day);
    }
}

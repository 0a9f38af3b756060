using BienNien.Finding.Times.Grammar;
using BienNien.Text;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM026. A year, or a day and month, alone in a cell of a table that is about time: under “Năm sinh”, at the head of a column of figures.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: TableDate.md, beside this file.</remarks>
internal sealed class TableDate(TimeGrammar grammar) : TimeRule("TIM026", grammar, [], Openings.Numbers)
{
    private const int LongestHead = 8;

    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        if (at != 0 || sentence.Block.Kind != BlockKind.TableCell || sentence.Block.Cell is not { } cell)
        {
            return;
        }

        var hasHead = sentence.Tables.TryHead(cell, out var head);
        var isOfTime = hasHead && TellsTime(head);
        if (TimeGrammar.IsBareYear(sentence[0]) && sentence.Count == 1)
        {
            // Years head columns and rows of figures; elsewhere the head of the column must say that they are years.
            var isHead = cell.Row == 0 || cell.IsHeader || (cell.Column == 0 && !(hasHead && Is(head, 0, TimeClass.Label)));
            if (isOfTime || (isHead && sentence[0].Number is >= 1800 and <= 2100))
            {
                Propose(sentence, 0, new TimePoint(1, BienNien.Time.EdtfDate.OfYear(sentence[0].Number)) { Named = true }, found, weight: 1);
            }

            return;
        }

        // 05-3, 22 - 24/6: a day and month under “Thời gian”
        if (isOfTime && Grammar.Day(sentence, 0, true, out var day, announced: true) && day.End == sentence.Count && day is { Lunar: null, Date.Month: not null })
        {
            Propose(sentence, 0, day, found);
        }
        else if (isOfTime && Grammar.Interval(sentence, 0, out var first, out var last, announced: true) && last.End == sentence.Count)
        {
            found.Add(sentence, MentionKind.Time, 0, last.End, TimeReading.Value(first, last), weight: 2);
        }
    }

    // “Năm”, “Ngày, tháng”, “Thời gian”, “Năm sinh”; but under “Năm 1991” stand the figures of that year
    private bool TellsTime(Sentence head)
    {
        var tells = false;
        for (var at = 0; at < head.Count && at < LongestHead; at++)
        {
            if (head[at].IsNumber)
            {
                return false;
            }

            tells |= Word(head, at) is TimeWord.Year or TimeWord.Month or TimeWord.Day || Is(head, at, TimeClass.TimeHead);
        }

        return tells && !Is(head, 0, TimeClass.Label);
    }
}

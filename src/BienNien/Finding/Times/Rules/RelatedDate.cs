using BienNien.Finding.Times.Grammar;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM022. A date told by one before it: “cùng năm”, “năm đó”, “hôm sau”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: RelatedDate.md, beside this file.</remarks>
internal sealed class RelatedDate(TimeGrammar grammar) : TimeRule("TIM022", grammar, grammar.Lexicon.Openings(TimeWord.Same, TimeWord.Year, TimeWord.Month, TimeWord.Day, TimeWord.Hom), Openings.None)
{
    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        var relation = (Word(sentence, at), Word(sentence, at + 1)) switch
        {
            (TimeWord.Same, TimeWord.Year) => TimeRelation.SameYear,
            (TimeWord.Same, TimeWord.Month) => TimeRelation.SameMonth,
            (TimeWord.Same, TimeWord.Day) => TimeRelation.SameDay,
            (TimeWord.Year, TimeWord.That) => TimeRelation.SameYear,
            (TimeWord.Month, TimeWord.That) => TimeRelation.SameMonth,
            (TimeWord.Day or TimeWord.Hom, TimeWord.That) => TimeRelation.SameDay,
            (TimeWord.Hom, TimeWord.After) => TimeRelation.NextDay,
            (TimeWord.Year, TimeWord.After) when at == 0 && Word(sentence, 2) == TimeWord.Comma => TimeRelation.NextYear,
            _ => TimeRelation.None,
        };

        // những năm đó, hai năm đó: more than one
        if (relation == TimeRelation.None || Word(sentence, at - 1) is TimeWord.Those or TimeWord.These or TimeWord.Tens or TimeWord.Each
            || sentence[at - 1].IsNumber || Grammar.Lexicon.Numeral(sentence[at - 1]) > 0)
        {
            return;
        }

        var first = Word(sentence, at) == TimeWord.Hom && Word(sentence, at - 1) == TimeWord.Day ? at - 1 : at;
        string? part = null;
        if (relation is TimeRelation.SameDay or TimeRelation.NextDay)
        {
            // chiều cùng ngày, rạng sáng hôm sau
            for (var length = 3; length > 0; length--)
            {
                if (first >= length && Grammar.PartOfDay(sentence, first - length, out part) == length)
                {
                    first -= length;
                    break;
                }
            }
        }

        var reading = new TimeReading(new TimePoint(at + 2, default), Relation: relation);
        Propose(sentence, first, at + 2, new TimeValue(TimexType.Date, "XXXX") { Implicit = true, Part = part, Reading = reading }, found);
    }
}

using BienNien.Finding.Times.Grammar;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM022. A date told by one before it, or by the document's own: “cùng năm”, “cuối năm đó”, “hôm sau”, “chiều ấy”, “năm nay”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: RelatedDate.md, beside this file.</remarks>
internal sealed class RelatedDate(TimeGrammar grammar) : TimeRule(
    "TIM022", grammar,
    grammar.Lexicon.Openings(TimeWord.Same, TimeWord.Year, TimeWord.Month, TimeWord.Day, TimeWord.Hom, TimeWord.Into, TimeWord.Dawn, TimeWord.Morning, TimeWord.Noon, TimeWord.Afternoon, TimeWord.Evening, TimeWord.Night, TimeWord.PartWord),
    Openings.None)
{
    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        // những năm đó, hai năm đó: more than one
        if (Word(sentence, at - 1) is TimeWord.Those or TimeWord.These or TimeWord.Tens or TimeWord.Each or TimeWord.Many || sentence[at - 1].IsNumber || Grammar.Lexicon.Numeral(sentence[at - 1]) > 0)
        {
            return;
        }

        if (Grammar.ShiftedYear(sentence, at, out var year))
        {
            if (Says(sentence, at, year))
            {
                Propose(sentence, at, year.End, new TimeValue(TimexType.Date, "XXXX") { Implicit = true, Reading = new TimeReading(year) }, found);
            }

            return;
        }

        if (Relation(sentence, at) is var (relation, length) && relation != TimeRelation.None)
        {
            Related(sentence, at, length, relation, found);
        }
    }

    // “Năm sau, …”, “đến năm sau”; but “sản lượng năm sau cao hơn năm trước” compares any two.
    private bool Says(Sentence sentence, int at, TimePoint year)
    {
        if (year.YearShift == 0 || year.OfDocument)
        {
            return true;
        }

        var opens = at == 0 || sentence[at - 1].IsMark || Word(sentence, at - 1) is TimeWord.To or TimeWord.Into or TimeWord.And;
        var closes = sentence[year.End].IsMark || sentence[year.End].Kind == TokenKind.None;
        return year.YearShift > 0
            ? (opens || closes) && !Is(sentence, year.End, TimeClass.Compared)
            : opens && Word(sentence, year.End) == TimeWord.Comma;
    }

    private (TimeRelation Relation, int Length) Relation(Sentence sentence, int at)
    {
        var second = Word(sentence, at + 1);
        return (Word(sentence, at), second) switch
        {
            (TimeWord.Same, TimeWord.Month) => (TimeRelation.SameMonth, 2),
            (TimeWord.Same, TimeWord.Day) => (TimeRelation.SameDay, 2),
            (TimeWord.Month, TimeWord.That) => (TimeRelation.SameMonth, 2),
            (TimeWord.Month, TimeWord.After) when OpensClause(sentence, at) && !Is(sentence, at + 2, TimeClass.Compared) => (TimeRelation.NextMonth, 2),
            (TimeWord.Day or TimeWord.Hom, TimeWord.That) => (TimeRelation.SameDay, 2),
            (TimeWord.Hom, TimeWord.After) => (TimeRelation.NextDay, 2),
            (TimeWord.Hom, TimeWord.Before) when OpensClause(sentence, at) => (TimeRelation.PreviousDay, 2),
            (TimeWord.Hom, TimeWord.Now) => (TimeRelation.Today, 2),
            (TimeWord.Hom, TimeWord.Gone) => (TimeRelation.Yesterday, 2),
            (TimeWord.Day, TimeWord.Tomorrow) when !sentence[at + 1].Capitalised => (TimeRelation.Tomorrow, 2),
            _ => PartRelation(sentence, at),
        };
    }

    // “chiều ấy”, “đêm đó”, “sáng nay”, “sáng mai”
    private (TimeRelation Relation, int Length) PartRelation(Sentence sentence, int at)
    {
        var length = Grammar.PartOfDay(sentence, at, out _);
        if (length == 0 || Word(sentence, at) == TimeWord.Hour)
        {
            return default;
        }

        var relation = Word(sentence, at + length) switch
        {
            TimeWord.That => TimeRelation.SameDay,
            TimeWord.Now => TimeRelation.Today,
            TimeWord.Tomorrow when !sentence[at + length].Capitalised => TimeRelation.Tomorrow,
            _ => TimeRelation.None,
        };
        return (relation, length + 1);
    }

    private bool OpensClause(Sentence sentence, int at) =>
        at == 0 || sentence[at - 1].IsMark || Word(sentence, at - 1) is TimeWord.To or TimeWord.Into or TimeWord.And || Grammar.PartOfDay(sentence, at - 1, out _) == 1;

    private void Related(Sentence sentence, int at, int length, TimeRelation relation, MentionSink found)
    {
        var first = Word(sentence, at) == TimeWord.Hom && Word(sentence, at - 1) == TimeWord.Day ? at - 1 : at;
        string? part = null;
        var mod = TimexMod.None;
        if (relation is TimeRelation.SameMonth or TimeRelation.NextMonth)
        {
            // cuối tháng ấy
            if (Grammar.Shade(sentence, at - 1, out mod) == 1)
            {
                first = at - 1;
            }
            else if (at >= 2 && Grammar.Shade(sentence, at - 2, out mod) == 2)
            {
                first = at - 2;
            }
        }
        else if (Grammar.PartOfDay(sentence, at, out part) == 0)
        {
            // chiều cùng ngày, rạng sáng hôm sau
            for (var before = 3; before > 0; before--)
            {
                if (first >= before && Grammar.PartOfDay(sentence, first - before, out part) == before)
                {
                    first -= before;
                    break;
                }
            }
        }

        var reading = new TimeReading(new TimePoint(at + length, default) { Mod = mod }, Relation: relation);
        Propose(sentence, first, at + length, new TimeValue(TimexType.Date, "XXXX", mod) { Implicit = true, Part = part, Reading = reading }, found);
    }
}

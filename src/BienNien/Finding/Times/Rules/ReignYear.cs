using BienNien.Finding.Times.Grammar;
using BienNien.Text;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM012. A year counted within a reign: “năm Tự Đức thứ 10”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: ReignYear.md, beside this file.</remarks>
internal sealed class ReignYear(TimeGrammar grammar) : TimeRule("TIM012", grammar, [.. grammar.ReignOpenings, .. grammar.RulerOpenings, .. grammar.Lexicon.Openings(TimeWord.Year, TimeWord.Nien)], Openings.None)
{
    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        if (Word(sentence, at) == TimeWord.Year)
        {
            if (Grammar.Year(sentence, at, out var year) && year.Lunar is { YearOfReign: > 0 })
            {
                Propose(sentence, at, year, found);
            }

            return;
        }

        if (Word(sentence, at - 1) == TimeWord.Hieu
            || !(Grammar.ReignOfYear(sentence, at, out var reading, out var last) || Grammar.RulerYear(sentence, at, out reading, out last)))
        {
            return;
        }

        if (Grammar.CycleName(sentence, last, out var name))
        {
            reading = reading with { Name = name };
            last += 2;
        }

        var first = new TimePoint(last, default) { Lunar = reading, Named = true };
        if (Through(sentence, last, reading, out var until))
        {
            Propose(sentence, at, until.End, TimeReading.Value(first, until), found, weight: 2);
            return;
        }

        Propose(sentence, at, first, found);
    }

    // Cảnh Hưng thứ 28 - 43: the years of one era
    private bool Through(Sentence sentence, int at, LunarReading first, out TimePoint last)
    {
        last = default;
        if (!(Grammar.IsDash(sentence, at) || Word(sentence, at) == TimeWord.To))
        {
            return false;
        }

        var number = Word(sentence, at + 1) == TimeWord.Ordinal ? at + 2 : at + 1;
        if (sentence[number] is not { IsNumber: true, Length: <= 2, Number: <= 60 } figure || figure.Number <= first.YearOfReign || !Grammar.EndsFree(sentence, number + 1)
            || Word(sentence, number + 1) is TimeWord.Slash or TimeWord.Hyphen or TimeWord.Month)
        {
            return false;
        }

        last = new TimePoint(number + 1, default) { Lunar = first with { YearOfReign = figure.Number, Name = null }, Named = true };
        return true;
    }
}

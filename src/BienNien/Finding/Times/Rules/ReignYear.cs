using BienNien.Finding.Times.Grammar;
using BienNien.Text;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM012. A year counted within a reign: “năm Tự Đức thứ 10”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: ReignYear.md, beside this file.</remarks>
internal sealed class ReignYear(TimeGrammar grammar) : TimeRule("TIM012", grammar, [.. grammar.ReignOpenings, .. grammar.Lexicon.Openings(TimeWord.Year, TimeWord.Nien)], Openings.None)
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
            else if (Word(sentence, at + 1) == TimeWord.Ordinal && Grammar.Ordinal(sentence, at + 1, out var number, out var end))
            {
                OrdinalFirst(sentence, at, number, end, found);
            }

            return;
        }

        if (Word(sentence, at - 1) != TimeWord.Hieu && Grammar.ReignOfYear(sentence, at, out var reading, out var last))
        {
            if (Grammar.CycleName(sentence, last, out var name))
            {
                reading = reading with { Name = name };
                last += 2;
            }

            Propose(sentence, at, new TimePoint(last, default) { Lunar = reading, Named = true }, found);
        }
    }

    // năm thứ 10 niên hiệu Tự Đức, năm thứ 21 đời vua Hồng Đức
    private void OrdinalFirst(Sentence sentence, int at, int number, int end, MentionSink found)
    {
        var era = Word(sentence, end) switch
        {
            TimeWord.Nien when Word(sentence, end + 1) == TimeWord.Hieu => end + 2,
            TimeWord.Reign when Word(sentence, end + 1) == TimeWord.King => end + 2,
            TimeWord.Reign => end + 1,
            _ => end,
        };
        var length = Grammar.Era(sentence, era, out var eras);
        if (length > 0 && sentence[era].Capitalised && number <= 60)
        {
            var reading = LunarReading.WithoutYear with { Reigns = eras, YearOfReign = number };
            Propose(sentence, at, new TimePoint(era + length, default) { Lunar = reading, Named = true }, found);
        }
    }
}

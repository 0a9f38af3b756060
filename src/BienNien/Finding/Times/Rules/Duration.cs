using BienNien.Finding.Times.Grammar;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM015. A length of time, with its amount: “93 năm”, “gần một trăm năm”, “29 ngày đêm”, “15 năm đầu”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: Duration.md, beside this file.</remarks>
internal sealed class Duration(TimeGrammar grammar) : TimeRule("TIM015", grammar, [.. grammar.Lexicon.NumeralWords, .. grammar.Lexicon.Openings(TimeWord.About, TimeWord.Near, TimeWord.More, TimeWord.Under, TimeWord.NotYet, TimeWord.Not, TimeWord.Toi, TimeWord.Evening, TimeWord.It, TimeWord.Half, TimeWord.Each)], Openings.Numbers)
{
    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        if (Word(sentence, at) == TimeWord.Each)
        {
            return;
        }

        if (Word(sentence, at) == TimeWord.Year && (sentence[at - 1].IsNumber || Grammar.Lexicon.Numeral(sentence[at - 1]) >= 0 || Word(sentence, at - 1) is TimeWord.Tens or TimeWord.Hundred or TimeWord.Thousand))
        {
            return;     // the unit of a length, not five
        }

        var shade = DurationGrammar.Shade(Grammar, sentence, at, out var mod);
        if (shade == 0 && (IsShaded(sentence, at) || IsOrdinal(sentence, at)))
        {
            return;     // read from the shade, or no count at all
        }

        if ((Word(sentence, at) is TimeWord.More or TimeWord.Near or TimeWord.About && shade == 0) || Compares(sentence, at))
        {
            return;
        }

        if (DurationGrammar.Read(Grammar, sentence, at + shade, out var length, out var end, out var tail))
        {
            Propose(sentence, at, end, new TimeValue(TimexType.Duration, length, mod == TimexMod.None ? tail : mod), found);
        }
    }

    private bool IsShaded(Sentence sentence, int at) =>
        Word(sentence, at - 1) is TimeWord.About or TimeWord.Near or TimeWord.More or TimeWord.Under
        && DurationGrammar.Shade(Grammar, sentence, at - 1, out _) > 0 && !Compares(sentence, at - 1);

    // sớm hơn một năm: hơn is no shade of the length
    private bool Compares(Sentence sentence, int at) => Word(sentence, at) == TimeWord.More && Is(sentence, at - 1, TimeClass.Comparative);

    // thứ 5, ngày 3, tháng 5, số 12: not a count of what follows.
    private bool IsOrdinal(Sentence sentence, int at)
    {
        var before = Word(sentence, at - 1);
        return before is TimeWord.Ordinal or TimeWord.Month or TimeWord.Day or TimeWord.Quarter or TimeWord.Mung or TimeWord.Slash or TimeWord.Tens or TimeWord.Ten
            || (before is TimeWord.Hyphen or TimeWord.Dot or TimeWord.Comma && !sentence[at].SpaceBefore)
            || (before == TimeWord.Hyphen && sentence[at - 2].IsNumber)
            || (before == TimeWord.Year && sentence[at].Length <= 2 && sentence[at].IsNumber)
            || Is(sentence, at - 1, TimeClass.Label);
    }
}

using BienNien.Finding.Times.Grammar;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM017. What comes again: “hằng năm”, “mỗi quý một lần”, “định kỳ 6 tháng”, “ba năm một lần”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: Recurrence.md, beside this file.</remarks>
internal sealed class Recurrence(TimeGrammar grammar) : TimeRule("TIM017", grammar, [.. grammar.Lexicon.NumeralWords, .. grammar.Lexicon.Openings(TimeWord.Hang, TimeWord.Hang2, TimeWord.Each, TimeWord.Dinh)], Openings.Numbers)
{
    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        switch (Word(sentence, at))
        {
            case TimeWord.Hang or TimeWord.Hang2 or TimeWord.Each:
                if (Unit(sentence, at + 1, out var every, out var end))
                {
                    end += OnceAfter(sentence, end);
                    Propose(sentence, at, end, new TimeValue(TimexType.Set, every), found, weight: 1);
                }

                return;
            case TimeWord.Dinh:
                if (Word(sentence, at + 1) == TimeWord.None && sentence[at + 1].Word == 0)
                {
                    return;
                }

                if (Grammar.Amount(sentence, at + 2, out var amount) && amount.Value is { } value && DurationGrammar.Unit(Grammar, sentence, amount.End, out var unit, out end))
                {
                    end += OnceAfter(sentence, end);
                    Propose(sentence, at, end, new TimeValue(TimexType.Set, IsoDuration.Of(value * unit.Factor, unit.Unit).ToString()), found, weight: 1);
                }
                else if (Word(sentence, at + 2) is TimeWord.Hang or TimeWord.Hang2 or TimeWord.Each && Unit(sentence, at + 3, out every, out end))
                {
                    Propose(sentence, at, end + OnceAfter(sentence, end), new TimeValue(TimexType.Set, every), found, weight: 1);
                }

                return;
            default:
                if (Word(sentence, at - 1) is not TimeWord.Month && DurationGrammar.Read(Grammar, sentence, at, out var length, out end, out _) && OnceAfter(sentence, end) is > 0 and var once)
                {
                    Propose(sentence, at, end + once, new TimeValue(TimexType.Set, length), found, weight: 1);
                }

                return;
        }
    }

    private bool Unit(Sentence sentence, int at, out string every, out int end)
    {
        every = "";
        if (Word(sentence, at) == TimeWord.Quarter)
        {
            every = "P3M";
            end = at + 1;
            return true;
        }

        if (!DurationGrammar.Unit(Grammar, sentence, at, out var unit, out end))
        {
            return false;
        }

        every = IsoDuration.Of(unit.Factor, unit.Unit).ToString();
        return true;
    }

    private int OnceAfter(Sentence sentence, int at) =>
        (sentence[at].Number == 1 || Grammar.Lexicon.Numeral(sentence[at]) == 1) && Word(sentence, at + 1) == TimeWord.Times ? 2 : 0;
}

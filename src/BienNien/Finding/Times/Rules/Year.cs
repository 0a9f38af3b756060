using BienNien.Finding.Times.Grammar;
using BienNien.Text;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM001. A year named as one: “năm 1945”, “năm 40”, “năm 111 TCN”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: Year.md, beside this file.</remarks>
internal sealed class Year(TimeGrammar grammar) : TimeRule("TIM001", grammar, grammar.Lexicon.Openings(TimeWord.Year), Openings.None)
{
    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        if (!Grammar.Year(sentence, at, out var year) || year.Lunar is not null)
        {
            return;
        }

        var figure = sentence[at + 1];
        var dash = Grammar.IsDash(sentence, at + 2);
        var joined = dash || Word(sentence, at + 2) is TimeWord.To or TimeWord.And or TimeWord.Comma;
        if (Grammar.IsCounted(sentence, at) && (!TimeGrammar.IsBareYear(figure) || (joined && TimeGrammar.IsBareYear(sentence[at + 3]))))
        {
            return;     // 5 năm 2016 - 2020
        }

        if (figure.Length < 3 && year.End == at + 2 && (dash || Word(sentence, at - 1) is TimeWord.Those or TimeWord.These || Word(sentence, at - 1) is TimeWord.Each or TimeWord.Hang or TimeWord.Hang2 || Counted(sentence, at + 2)))
        {
            return;     // mỗi năm 2 vụ
        }

        if (Word(sentence, year.End) != TimeWord.Age)
        {
            Propose(sentence, at, year, found);
        }
    }

    private bool Counted(Sentence sentence, int at) => sentence[at].IsWord && !sentence[at].Capitalised && !Is(sentence, at, TimeClass.Follower);
}

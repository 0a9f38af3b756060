using BienNien.Finding.Times.Grammar;
using BienNien.Text;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM006. A season, or two: “mùa xuân năm 1975”, “thu - đông 1947”, “mùa đông” with its year elsewhere.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: Season.md, beside this file.</remarks>
internal sealed class Season(TimeGrammar grammar) : TimeRule("TIM006", grammar, grammar.Lexicon.Openings(TimeWord.Season, TimeWord.Spring, TimeWord.SummerHe, TimeWord.Ha, TimeWord.Autumn, TimeWord.Winter), Openings.None)
{
    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        if (Word(sentence, at - 1) == TimeWord.Season || Is(sentence, at - 1, TimeClass.Crop) || Is(sentence, at - 2, TimeClass.Crop) || (Is(sentence, at - 3, TimeClass.Crop) && Grammar.IsDash(sentence, at - 1)) || !Grammar.SeasonOfYear(sentence, at, out var season))
        {
            return;
        }

        if (Word(sentence, at) == TimeWord.Season || season.To is not null || !Grammar.IsCountAfter(sentence, -1, season.End))
        {
            Propose(sentence, at, season, found, season.To is null ? 0 : 3);
        }
    }
}

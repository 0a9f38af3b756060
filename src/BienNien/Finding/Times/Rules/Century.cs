using BienNien.Finding.Times.Grammar;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM009. A century or millennium: “thế kỷ XIX”, “thế kỷ III trước Công nguyên”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: Century.md, beside this file.</remarks>
internal sealed class Century(TimeGrammar grammar) : TimeRule("TIM009", grammar, grammar.Lexicon.Openings(TimeWord.Century, TimeWord.CenturySign, TimeWord.Thien, TimeWord.Start, TimeWord.Those), Openings.None)
{
    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        if (Grammar.Century(sentence, at, out var century))
        {
            Propose(sentence, at, century, found);
            return;
        }

        // đầu Công nguyên, những thế kỷ đầu Công nguyên: the first hundred years, or some of the first thousand
        var several = Word(sentence, at) == TimeWord.Those && Word(sentence, at + 1) == TimeWord.Century && Word(sentence, at + 2) == TimeWord.Ky;
        var start = several ? at + 3 : at;
        var era = Word(sentence, start + 1) == TimeWord.After ? start + 2 : start + 1;
        if (Word(sentence, start) == TimeWord.Start && Word(sentence, era) == TimeWord.Cong && Word(sentence, era + 1) == TimeWord.Nguyen)
        {
            var date = several ? EdtfDate.OfMillennium(1) : EdtfDate.OfCentury(1);
            Propose(sentence, at, new TimePoint(era + 2, date) { Named = true, Mod = TimexMod.Start }, found, weight: 2);
        }
    }
}

using BienNien.Finding.Times.Grammar;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM019. The present: “hiện nay”, “đến nay”, “ngày nay”, “hiện có” (its hiện).</summary>
/// <remarks>Examples, sources and the cases it leaves alone: Present.md, beside this file.</remarks>
internal sealed class Present(TimeGrammar grammar) : TimeRule("TIM019", grammar, grammar.Lexicon.Openings(TimeWord.Present, TimeWord.Day, TimeWord.To), Openings.None)
{
    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        var now = new TimeValue(TimexType.Date, TimeValue.PresentReference);
        switch (Word(sentence, at))
        {
            case TimeWord.Present when Word(sentence, at + 1) == TimeWord.Now || (Word(sentence, at + 1) == TimeWord.Tai && !sentence[at + 2].Capitalised):
                Propose(sentence, at, at + 2, now, found);
                return;
            // hiện có, hiện Ban Quản lý giữ; but not hiện vật, thể hiện, nor the name of a person
            case TimeWord.Present when sentence[at + 1].IsWord && !Is(sentence, at + 1, TimeClass.PresentCompound) && !Is(sentence, at - 1, TimeClass.BeforePresent)
                && (at == 0 || !sentence[at].Capitalised):
                Propose(sentence, at, at + 1, now, found);
                return;
            // “cách ngày nay 3.000 năm” counts from the present and tells none
            case TimeWord.Day or TimeWord.To when Word(sentence, at + 1) == TimeWord.Now && Word(sentence, at - 1) != TimeWord.CachWord && (!sentence[at + 1].Capitalised || sentence[at].AllUpper):
                Propose(sentence, at, at + 2, now, found);
                return;
            default:
                return;
        }
    }
}

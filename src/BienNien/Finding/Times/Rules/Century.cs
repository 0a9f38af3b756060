using BienNien.Finding.Times.Grammar;
using BienNien.Text;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM009. A century or millennium: “thế kỷ XIX”, “thế kỷ III trước Công nguyên”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: Century.md, beside this file.</remarks>
internal sealed class Century(TimeGrammar grammar) : TimeRule("TIM009", grammar, grammar.Lexicon.Openings(TimeWord.Century, TimeWord.CenturySign, TimeWord.Thien), Openings.None)
{
    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        if (Grammar.Century(sentence, at, out var century))
        {
            Propose(sentence, at, century, found);
        }
    }
}

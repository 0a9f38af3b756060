using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding;

/// <summary>A mention that a rule proposes.</summary>
/// <param name="Mention">The mention as the rule sees it.</param>
/// <param name="FirstToken">Its first token among all tokens of the document.</param>
/// <param name="EndToken">One past its last token.</param>
/// <param name="Weight">How sure the rule is, against other rules of the same kind: the higher weight wins, then the longer span.</param>
public readonly record struct Proposal(Mention Mention, int FirstToken, int EndToken, int Weight);

/// <summary>Takes the proposals of rules for one sentence after the other.</summary>
public sealed class MentionSink
{
    private readonly List<Proposal> _proposals = [];

    /// <summary>The rule that is being asked; its id goes into what it proposes.</summary>
    internal RuleId Rule { get; set; }

    /// <summary>What was proposed since the last <see cref="Clear"/>.</summary>
    internal List<Proposal> Proposals => _proposals;

    /// <summary>Proposes the tokens <c>[first, end)</c> of a sentence.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="kind">What they name.</param>
    /// <param name="first">Place of the first token in the sentence.</param>
    /// <param name="end">One past the last.</param>
    /// <param name="value">What they mean.</param>
    /// <param name="weight">How sure the rule is; 0 as a rule, higher only against rules that read the same words less well.</param>
    public void Add(Sentence sentence, MentionKind kind, int first, int end, MentionValue value, int weight = 0)
    {
        Mention mention = new(kind, sentence.Span(first, end), Rule, value);
        _proposals.Add(new Proposal(mention, sentence.FirstToken + first, sentence.FirstToken + end, weight));
    }

    internal void Clear() => _proposals.Clear();
}

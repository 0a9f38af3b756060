using System.Collections.Immutable;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding;

/// <summary>A rule whose words come from the document or from other mentions, so that no token opens it: a resolver applies it once those are known.</summary>
/// <param name="id">Its code, which goes into what the resolver adds.</param>
internal abstract class ResolvedRule(RuleId id) : IMentionRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = id;

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords => [];

    /// <inheritdoc/>
    public Openings Openings => Openings.None;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        // Asked nowhere: its openings are empty.
    }
}

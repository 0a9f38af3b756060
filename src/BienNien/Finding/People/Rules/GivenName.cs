using System.Collections.Immutable;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.People.Rules;

/// <summary>PER011. The given name alone of somebody whom the document has named in full: “Lương Văn Tri … Tri vượt biên giới”.</summary>
/// <remarks>
/// The words come from the document, so no token opens this rule: <see cref="GivenNames"/> looks for them once all names are known.
/// Examples, sources and the cases it leaves alone: GivenName.md, beside this file.
/// </remarks>
internal sealed class GivenName : IMentionRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("PER011");

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

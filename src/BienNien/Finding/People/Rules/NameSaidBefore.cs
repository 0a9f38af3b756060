using System.Collections.Immutable;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.People.Rules;

/// <summary>PER005. A name that the document has already given to a person, where nothing else tells it: “Xích Long về báo cáo”.</summary>
/// <remarks>
/// The words come from the document, so no token opens this rule: <see cref="PersonResolver"/> looks for them once all names are known.
/// Examples and the cases it leaves alone: NameSaidBefore.md, beside this file.
/// </remarks>
internal sealed class NameSaidBefore : IMentionRule
{

    /// <inheritdoc/>
    public RuleId Id { get; } = new("PER005");

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

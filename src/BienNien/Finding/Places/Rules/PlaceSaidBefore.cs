using System.Collections.Immutable;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.Places.Rules;

/// <summary>PLA006. A bare name that the document has named with its type word: “xã Tơ Tung … Tơ Tung có …”.</summary>
/// <remarks>
/// The words come from the document, so no token opens this rule: <see cref="PlaceResolver"/> looks for them once all names are known.
/// Examples and the cases it leaves alone: PlaceSaidBefore.md, beside this file.
/// </remarks>
internal sealed class PlaceSaidBefore : IMentionRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("PLA006");

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

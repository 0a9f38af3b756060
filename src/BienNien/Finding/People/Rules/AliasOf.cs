using System.Collections.Immutable;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.People.Rules;

/// <summary>PER006. The statement itself that somebody has another name (ALIAS): “(tức Sáu Dân, Chín Dũng)”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: AliasOf.md, beside this file.</remarks>
internal sealed class AliasOf(AliasReader aliases) : IMentionRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("PER006");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords => aliases.OpeningWords;

    /// <inheritdoc/>
    public Openings Openings => Openings.None;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        foreach (StatedName name in aliases.Read(sentence, at))
        {
            found.Add(sentence, MentionKind.Alias, name.First, name.End, new AliasValue(name.Of));
        }
    }
}

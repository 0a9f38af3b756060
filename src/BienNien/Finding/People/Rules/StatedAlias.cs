using System.Collections.Immutable;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.People.Rules;

/// <summary>PER004. Another name stated for a person, as a mention of that person: “(tức Sáu Dân, Chín Dũng)”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: StatedAlias.md, beside this file.</remarks>
internal sealed class StatedAlias(AliasReader aliases) : IMentionRule
{
    /// <inheritdoc/>
    public RuleId Id => StatedId;

    /// <summary>Its id, for who adds mentions in its name.</summary>
    public static RuleId StatedId { get; } = new("PER004");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords => aliases.OpeningWords;

    /// <inheritdoc/>
    public Openings Openings => Openings.None;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        foreach (StatedName name in aliases.Read(sentence, at))
        {
            if (name.Of.Length > 0)
            {
                found.Add(sentence, MentionKind.Person, name.First, name.End, new PersonValue(name.Of) { Link = NameLink.Stated }, weight: 1);
            }
        }
    }
}

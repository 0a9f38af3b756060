using System.Collections.Immutable;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.OrganisationChanges.Rules;

/// <summary>ORC002. The noun that tells of the founding of a body: “sự ra đời của Nông hội đỏ”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: ChangeNoun.md, beside this file. <see cref="ChangeResolver"/> finds the bodies.</remarks>
internal sealed class ChangeNoun(ChangeLexicon lexicon) : IMentionRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("ORC002");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords => lexicon.NounWords;

    /// <inheritdoc/>
    public Openings Openings => Openings.None;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        if (ChangeReader.TryRead(lexicon, sentence, at, out ChangeCue cue) && cue.Words.OpensWithNoun && ChangeReader.IsTold(lexicon, sentence, cue))
        {
            found.Add(sentence, MentionKind.OrganisationChange, cue.Head, cue.End, new OrganisationChangeValue(cue.Words.Type, [], []));
        }
    }
}

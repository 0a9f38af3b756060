using System.Collections.Immutable;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.OrganisationChanges.Rules;

/// <summary>ORC001. The verb that says that a body was founded, split, merged, renamed, dissolved or recognised: “được thành lập”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: ChangeVerb.md, beside this file. <see cref="ChangeResolver"/> finds the bodies.</remarks>
internal sealed class ChangeVerb(ChangeLexicon lexicon) : IMentionRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("ORC001");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords => lexicon.OpeningWords;

    /// <inheritdoc/>
    public Openings Openings => Openings.None;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        if (ChangeReader.TryRead(lexicon, sentence, at, out ChangeCue cue) && !cue.Words.OpensWithNoun && ChangeReader.IsTold(lexicon, sentence, cue))
        {
            found.Add(sentence, MentionKind.OrganisationChange, cue.First, cue.End, new OrganisationChangeValue(cue.Words.Type, [], []));
        }
    }
}

using System.Collections.Immutable;
using BienNien.Finding.Places;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.Renames;

/// <summary>What the rules of renames share: each proposes the words of its frames, and <see cref="RenameResolver"/> finds the names about them.</summary>
internal abstract class RenameRule(RenameLexicon lexicon, string id, params ImmutableArray<RenameFrame> frames) : IMentionRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new(id);

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords => lexicon.OpeningWords;

    /// <inheritdoc/>
    public Openings Openings => Openings.None;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        int length = lexicon.Changes.Longest(sentence, at, out RenameWords? words);
        if (length > 0 && words is not null && frames.Contains(words.Frame) && !sentence[at].AllUpper && !lexicon.Unreal.Contains(sentence[at - 1])
            && !(lexicon.Passive.Contains(sentence[at - 1]) && lexicon.Unreal.Contains(sentence[at - 2])))
        {
            found.Add(sentence, MentionKind.Renamed, at, at + length, new RenamedValue("", words.Type));
        }
    }
}

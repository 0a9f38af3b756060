using System.Collections.Immutable;
using BienNien.Finding.Names;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.Organisations.Rules;

/// <summary>ORG001. A body that is unique by its name: “Bộ Chính trị”, “Việt Minh”, “Quốc tế Cộng sản”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: KnownBody.md, beside this file.</remarks>
internal sealed class KnownBody(NameReader names) : IMentionRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("ORG001");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords => [];

    /// <inheritdoc/>
    public Openings Openings => Openings.Capitals;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        int length = names.Lexicon.Bodies.Longest(sentence, at, out _);
        if (length == 0 || (NameReader.ContinuesRun(sentence, at) && !NameReader.Shouts(sentence, at) && !sentence[at].AllUpper && length < 3))
        {
            return;
        }

        // “Bộ binh vượt sông”: the infantry, not the ministry of war.
        if (length == 2 && !sentence[at + 1].Capitalised && names.Lexicon.OrganisationHeads.Longest(sentence, at, out _) == 1)
        {
            return;
        }

        // “Quốc dân Đảng Việt Nam Mới”: a name of its own goes on.
        int end = at + length;
        if (NameReader.Shouts(sentence, at) || !NameReader.IsName(sentence, end) || length > 3 || Places.PlaceReader.BeginsAnother(names, sentence, end))
        {
            found.Add(sentence, MentionKind.Organisation, at, end, new OrganisationValue());
        }
    }
}

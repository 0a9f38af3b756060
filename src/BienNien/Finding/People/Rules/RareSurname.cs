using System.Collections.Immutable;
using BienNien.Finding.Names;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.People.Rules;

/// <summary>PER008. A short name with a rarer surname or a number for one, when its surroundings speak for a human being: “tại nhà Đoàn Bổng”, “Ba Xị bị bắt”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: RareSurname.md, beside this file.</remarks>
internal sealed class RareSurname(NameReader names, PersonEvidence evidence) : IMentionRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("PER008");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords => [];

    /// <inheritdoc/>
    public Openings Openings => Openings.Capitals;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        bool ordinal = names.Lexicon.OrdinalNames.Contains(sentence[at]);
        bool marked = NameReader.HasMarker(sentence, at);
        bool told = evidence.IsTold(sentence, at);
        if ((!ordinal && !marked && !told && !names.Lexicon.Surnames.Contains(sentence[at])) || !NameReader.IsName(sentence, at) || NameReader.Shouts(sentence, at)
            || (NameReader.ContinuesRun(sentence, at) && !marked) || (!ordinal && names.OpensSentenceAsWord(sentence, at)) || names.ReadsAsPerson(sentence, at, out _))
        {
            return;
        }

        int end = names.CutAtWord(sentence, at, names.RunEnd(sentence, at));
        if ((end - at < 2 && !marked && !told) || end - at > 4 || (ordinal && !told && end - at > 2) || (!marked && Places.PlaceContext.IsLocated(names, sentence, at)) || evidence.IsAnotherThing(sentence, at, end, communeToo: !evidence.After(sentence, end)))
        {
            return;
        }

        // A line of its own, as under an article, is signed.
        bool signs = !ordinal && at == 0 && end == sentence.Count && sentence.Block.Kind == BlockKind.Paragraph;
        bool listed = ordinal && (IsOrdinalName(sentence, end + 1, end) || IsOrdinalName(sentence, at - 3, at - 1));
        if (marked || told || listed || evidence.After(sentence, end) || signs || (at > 0 && !sentence[at - 1].IsMark && evidence.Before(sentence, at)))
        {
            found.Add(sentence, MentionKind.Person, at, end, new PersonValue(SaidBefore.NameOf(sentence, at, end)), weight: -1);
        }
    }

    // “Hai Đực, Ba Ngỡi, Tư Xị”: beside another of the kind.
    private bool IsOrdinalName(Sentence sentence, int at, int joint) =>
        (sentence[joint].Word == names.Lexicon.Comma || names.Lexicon.And.Contains(sentence[joint])) && names.Lexicon.OrdinalNames.Contains(sentence[at])
        && NameReader.IsName(sentence, at) && NameReader.IsName(sentence, at + 1);
}

using System.Collections.Immutable;
using BienNien.Finding.Names;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.Organisations.Rules;

/// <summary>ORG002. A body named by a head word and what follows: “Tỉnh ủy Bến Tre”, “Trung đoàn 101”, “Sở Văn hóa, Thể thao và Du lịch”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: HeadedBody.md, beside this file.</remarks>
internal sealed class HeadedBody(Vocabulary.Builder words, NameReader names, OrganisationReader reader) : IMentionRule
{
    // What can be the name of somebody with a word of address before it: “ông Đoàn Bổng”; longer ones cannot.
    private const int LongestName = 3;

    /// <inheritdoc/>
    public RuleId Id { get; } = new("ORG002");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords { get; } = NameLexicon.FirstWords(words, "org-heads", "head");

    /// <inheritdoc/>
    public Openings Openings => Openings.None;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        if (reader.TryRead(sentence, at, out int end) && (end - at > LongestName || !IsOfPersons(sentence, at)))
        {
            found.Add(sentence, MentionKind.Organisation, at, end, new OrganisationValue());
        }
    }

    // “họ Đoàn”, “ông Hội”: a name that a head word resembles.
    private bool IsOfPersons(Sentence sentence, int at) =>
        NameReader.Before(names.Lexicon.Titles, names.Lexicon.TitleEnds, sentence, at, out string? category) > 0 && category == "address";
}

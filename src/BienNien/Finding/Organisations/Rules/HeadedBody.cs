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
        if (reader.TryRead(sentence, at, out int end) && (end - at > LongestName || !IsOfPersons(sentence, at)) && !IsOffice(sentence, at))
        {
            found.Add(sentence, MentionKind.Organisation, at, end, new OrganisationValue());
        }
    }

    // “Bí thư chi bộ Đinh Nươn”: an office without a place, then who holds it.
    private bool IsOffice(Sentence sentence, int at)
    {
        int head = names.Lexicon.OrganisationHeads.Longest(sentence, at, out _);
        return !sentence[at].Capitalised && names.Lexicon.Surnames.Contains(sentence[at + head]) && NameReader.IsName(sentence, at + head)
            && NameReader.Before(names.Lexicon.Titles, names.Lexicon.TitleEnds, sentence, at + head, out _) > head
            && names.RunEnd(sentence, at + head) - at - head > 1 && names.Named(names.Lexicon.Places, sentence, at + head, out _) == 0;
    }

    // “họ Đoàn”, “ông Hội”: a name that a head word resembles.
    private bool IsOfPersons(Sentence sentence, int at) =>
        NameReader.Before(names.Lexicon.Titles, names.Lexicon.TitleEnds, sentence, at, out string? category) > 0 && category == "address";
}

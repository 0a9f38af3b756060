using System.Collections.Immutable;
using BienNien.Finding.Names;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.People.Rules;

/// <summary>PER009. A name set in capitals that stands by itself, as in signatures and lists: “LÊ VĂN TÁM”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: NameInCapitals.md, beside this file.</remarks>
internal sealed class NameInCapitals(NameReader names) : IMentionRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("PER009");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords => [];

    /// <inheritdoc/>
    public Openings Openings => Openings.Capitals;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        if (!NameReader.Shouts(sentence, at) || !names.Lexicon.Surnames.Contains(sentence[at]) || !BeginsApart(sentence, at, out bool titled))
        {
            return;
        }

        int end = at + 1;
        while (sentence[end].IsWord && sentence[end].AllUpper && !NameReader.IsApart(sentence, end) && (sentence[end].Traits & TokenTraits.LineBefore) == 0)
        {
            end++;
        }

        int length = end - at;
        bool middle = length > 2 && names.Lexicon.MiddleNames.Contains(sentence[at + 1]);
        bool alone = length == 3 && (at == 0 || (sentence[at].Traits & TokenTraits.LineBefore) != 0) && (end == sentence.Count || (sentence[end].Traits & TokenTraits.LineBefore) != 0);
        bool numbered = at > 1 && sentence[at - 1].IsMark && sentence[at - 2].IsNumber;
        if (length is < 2 or > 4 || (sentence[end].IsWord && !NameReader.IsApart(sentence, end) && (sentence[end].Traits & TokenTraits.LineBefore) == 0)
            || !(middle || ((titled || numbered || alone) && length < 4 && names.Lexicon.CommonSurnames.Contains(sentence[at]))) || names.Lexicon.CapitalWords.Longest(sentence, at, out _) > 0
            || names.Lexicon.OrganisationWords.Longest(sentence, at, out _) > 1 || names.Lexicon.NotPersons.Longest(sentence, at, out _) > 0)
        {
            return;
        }

        string name = SaidBefore.InSmallLetters(sentence, at, end);
        found.Add(sentence, MentionKind.Person, at, end, new PersonValue(name) { Link = NameLink.Spelling }, weight: -1);
    }

    private bool BeginsApart(Sentence sentence, int at, out bool titled)
    {
        titled = PersonContext.TitleBefore(names, sentence, at, out _) is not null;
        return titled || at == 0 || sentence[at - 1].IsMark || NameReader.IsApart(sentence, at) || (sentence[at].Traits & TokenTraits.LineBefore) != 0;
    }
}

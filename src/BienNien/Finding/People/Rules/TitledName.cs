using System.Collections.Immutable;
using BienNien.Finding.Names;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.People.Rules;

/// <summary>PER003. A name that a title makes one: “đồng chí Giong”, “Toàn quyền Merlin”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: TitledName.md, beside this file.</remarks>
internal sealed class TitledName(NameReader names, PersonEvidence evidence) : IMentionRule
{
    private const int LongestSyllable = 7;

    /// <inheritdoc/>
    public RuleId Id { get; } = new("PER003");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords => [];

    /// <inheritdoc/>
    public Openings Openings => Openings.Capitals;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        if (!NameReader.IsName(sentence, at) || NameReader.Shouts(sentence, at)
            || PersonContext.TitleBefore(names, sentence, at, out string? category) is not { } title)
        {
            return;
        }

        int end = names.CutAtWord(sentence, at, names.RunEnd(sentence, at));
        int length = end - at;
        if (length is 0 or > 4 || names.Lexicon.OfficeStarts.Contains(sentence[at]) || names.Lexicon.NotPersons.Longest(sentence, at, out _) > 0 || (length == 1 && names.IsCapitalWord(sentence, at)) || IsAnotherThing(sentence, at, end, PersonContext.IsAbbreviation(title) ? "address" : category))
        {
            return;
        }

        found.Add(sentence, MentionKind.Person, at, end, new PersonValue(SaidBefore.NameOf(sentence, at, end)) { Title = title }, weight: -1);
    }

    private bool IsAnotherThing(Sentence sentence, int at, int end, string? category)
    {
        NameLexicon lexicon = names.Lexicon;
        int length = end - at;
        // “vua Lê”, “chúa Trịnh”, “quan Pháp”: a house or a nation, no human being.
        if (length == 1 && (category is "court" or "military" or "church" || lexicon.CommonSurnames.Contains(sentence[at])) && category != "address")
        {
            // “Tướng Giáp đến thăm”: one whom everybody knows by his given name.
            return category != "military" || lexicon.CommonSurnames.Contains(sentence[at]) || lexicon.Places.Longest(sentence, at, out _) > 0 || !evidence.After(sentence, end);
        }

        int place = names.Named(lexicon.Places, sentence, at, out PlaceLevels levels);
        if (place >= length && (category != "address" || (levels & (PlaceLevels.Country | PlaceLevels.Province)) != 0))
        {
            return true;
        }

        // “Bí thư Đảng ủy”, “Giám đốc Sở …”, “ông Chủ tịch”: an office or a body goes on.
        return lexicon.OrganisationHeads.Longest(sentence, at, out _) >= length
            || lexicon.Bodies.Longest(sentence, at, out _) > 0
            || lexicon.Titles.Longest(sentence, at, out _) > 1
            || lexicon.OrganisationWords.Longest(sentence, at, out _) > 1
            || (length == 1 && (lexicon.Titles.Longest(sentence, at, out _) > 0 || (category is "office" or "learning" && sentence[at].Length <= LongestSyllable)));
    }
}

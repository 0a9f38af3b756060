using System.Collections.Immutable;
using BienNien.Finding.Names;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.People.Rules;

/// <summary>PER002. A full name known by its surname: “Nguyễn Thị Nghĩa”, “Thạch Sol”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: FullName.md, beside this file.</remarks>
internal sealed class FullName(NameReader names, PersonEvidence evidence) : IMentionRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("PER002");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords => [];

    /// <inheritdoc/>
    public Openings Openings => Openings.Capitals;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        if ((!names.ReadsAsPerson(sentence, at, out int end) && !IsPersonOfPlace(sentence, at, end)) || PersonContext.NamesAThing(names, sentence, at))
        {
            return;
        }

        string? title = PersonContext.TitleBefore(names, sentence, at, out _);
        if (title is null && NameReader.ContinuesRun(sentence, at) && !FollowsPlaceOrTitle(sentence, at))
        {
            return;
        }

        found.Add(sentence, MentionKind.Person, at, end, new PersonValue(SaidBefore.NameOf(sentence, at, end)) { Title = title });
    }

    // “ông Trần Văn Thời”: a district bears his name, and he is meant.
    private bool IsPersonOfPlace(Sentence sentence, int at, int end) =>
        end - at is 3 or 4 && names.Lexicon.MiddleNames.Contains(sentence[at + 1]) && !Places.PlaceContext.IsLocated(names, sentence, at)
        && (evidence.After(sentence, end) || (PersonContext.TitleBefore(names, sentence, at, out string? category) is not null && category == "address"));

    // A surname in the middle of a run begins a person only after something complete: “Tỉnh ủy Nghệ An Nguyễn Văn Bình”.
    private bool FollowsPlaceOrTitle(Sentence sentence, int at)
    {
        if (names.OpensSentenceAsWord(sentence, at - 1) || (names.Lexicon.Ministries.Contains(sentence[at - 1]) && sentence[at - 2].Word == names.Lexicon.Ministry))
        {
            return true;
        }

        for (int start = at - 1; start >= 0 && at - start <= 4 && NameReader.IsName(sentence, start); start--)
        {
            if (names.Named(names.Lexicon.Places, sentence, start, out _) == at - start)
            {
                return true;
            }
        }

        return false;
    }
}

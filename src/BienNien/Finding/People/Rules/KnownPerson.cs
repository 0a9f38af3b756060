using System.Collections.Immutable;
using BienNien.Finding.Names;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.People.Rules;

/// <summary>PER001. A person whom general history knows, under any of the usual names: “Quang Trung”, “Nguyễn Ái Quốc”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: KnownPerson.md, beside this file.</remarks>
internal sealed class KnownPerson(NameReader names) : IMentionRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("PER001");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords => [];

    /// <inheritdoc/>
    public Openings Openings => Openings.Capitals;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        int length = names.Named(names.Lexicon.Persons, sentence, at, out string? id);
        if (length == 0 || id is null || PersonContext.NamesAReign(names, sentence, at, at + length) || PersonContext.NamesAThing(names, sentence, at))
        {
            return;
        }

        bool shouts = NameReader.Shouts(sentence, at);
        if (shouts && NameReader.Shouts(sentence, at - 1) && !NameReader.IsApart(sentence, at) && names.Lexicon.CommonSurnames.Contains(sentence[at - 1])
            && !names.Lexicon.Surnames.Contains(sentence[at]))
        {
            return;     // “NGUYỄN HUY THỤC” is not “Huy Thục”
        }

        if (!shouts && (IsInsideLongerName(sentence, at, length) || (length == 1 && IsAlsoPlace(sentence, at))))
        {
            return;
        }

        string? title = PersonContext.TitleBefore(names, sentence, at, out _);
        NameLink? link = id.Equals(SaidBefore.NameOf(sentence, at, at + length), StringComparison.Ordinal) ? null : NameLink.Known;
        found.Add(sentence, MentionKind.Person, at, at + length, new PersonValue(id) { Title = title, Link = link });
    }

    // “Lê Lợi” is not in “Nguyễn Lê Lợi”, nor “Trần Phú” in “Trần Phú Lợi”; but “Nguyễn Huệ Quang Trung” are two names of one man.
    private bool IsInsideLongerName(Sentence sentence, int at, int length)
    {
        int end = at + length;
        bool goesOn = sentence[end].IsWord && NameReader.IsName(sentence, end)
            && names.Named(names.Lexicon.Persons, sentence, end, out _) == 0
            && (!names.Lexicon.Surnames.Contains(sentence[end]) || names.Lexicon.NameMarkers.Contains(sentence[at]));
        return goesOn || (NameReader.ContinuesRun(sentence, at) && (names.Lexicon.Surnames.Contains(sentence[at - 1]) || names.Lexicon.Particles.Contains(sentence[at - 1]))
            && !names.Lexicon.TitleEnds.Contains(sentence[at - 1]));
    }

    private bool IsAlsoPlace(Sentence sentence, int at) => names.Named(names.Lexicon.Places, sentence, at, out _) > 0;
}

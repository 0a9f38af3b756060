using System.Collections.Immutable;
using BienNien.Finding.Names;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.People.Rules;

/// <summary>PER007. A foreigner's name, in Latin letters or transcribed: “Thomas Bowyear”, “Giăng Đuy-puy”, “Ri-vi-e”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: ForeignName.md, beside this file.</remarks>
internal sealed class ForeignName(Vocabulary.Builder words, NameReader names, PersonEvidence evidence) : IMentionRule
{
    private readonly WordSet _people = words.AddSet("người", "gốc");

    private const int MostWords = 5;

    /// <inheritdoc/>
    public RuleId Id { get; } = new("PER007");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords => [];

    /// <inheritdoc/>
    public Openings Openings => Openings.Capitals;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        if (!NameReader.IsName(sentence, at) || NameReader.Shouts(sentence, at))
        {
            return;
        }

        int first = ForeignNames.UnitEnd(names, sentence, at);
        bool given = names.Lexicon.ForeignGivenNames.Longest(sentence, at, out _) > 0;
        bool particle = names.Lexicon.Particles.Contains(sentence[at]) && NameReader.IsName(sentence, first) && ForeignNames.IsForeign(sentence, first, ForeignNames.UnitEnd(names, sentence, first));
        if (!given && !particle && !ForeignNames.IsForeign(sentence, at, first))
        {
            return;
        }

        // “nhà báo Úc Wilfred Burchett”, “Công sứ Quảng Nam Charles”: a nation or a seat may stand between the title and the name.
        int title = at;
        if (NameReader.ContinuesRun(sentence, at))
        {
            title = BeforeNation(sentence, at);
            if (title == at)
            {
                return;
            }
        }

        int end = names.CutAtWord(sentence, at, names.RunEnd(sentence, at));
        (int units, int foreign) = Count(sentence, at, end);
        string? called = PersonContext.TitleBefore(names, sentence, title, out _);
        bool ofNation = title < at && _people.Contains(sentence[title - 1]);
        if (units > MostWords || evidence.IsAnotherThing(sentence, at, end) || !IsSomebody(sentence, at, end, units, foreign, given, called is not null || ofNation))
        {
            return;
        }

        found.Add(sentence, MentionKind.Person, at, end, new PersonValue(SaidBefore.NameOf(sentence, at, end)) { Title = called });
    }

    private bool IsSomebody(Sentence sentence, int at, int end, int units, int foreign, bool given, bool titled)
    {
        if (titled)
        {
            return true;
        }

        if (Places.PlaceContext.IsLocated(names, sentence, at) || !(given || foreign == units))
        {
            return false;
        }

        bool transcribed = end - at > units;
        bool acts = evidence.After(sentence, end);
        return units > 1 ? given || transcribed || acts || evidence.Before(sentence, at) : transcribed && (acts || evidence.Before(sentence, at));
    }

    private int BeforeNation(Sentence sentence, int at)
    {
        for (int start = at - 1; start >= 0 && at - start <= 3; start--)
        {
            if (names.Named(names.Lexicon.Places, sentence, start, out PlaceLevels levels) == at - start && levels != PlaceLevels.None)
            {
                return start;
            }
        }

        return at;
    }

    private (int Units, int Foreign) Count(Sentence sentence, int at, int end)
    {
        int units = 0;
        int foreign = 0;
        for (int i = at; i < end;)
        {
            int next = Math.Max(i + 1, ForeignNames.UnitEnd(names, sentence, i));
            if (sentence[i].IsWord)
            {
                units++;
                foreign += !sentence[i].Capitalised || names.Lexicon.ForeignGivenNames.Longest(sentence, i, out _) > 0 || ForeignNames.IsForeign(sentence, i, next) ? 1 : 0;
            }

            i = next;
        }

        return (units, foreign);
    }
}

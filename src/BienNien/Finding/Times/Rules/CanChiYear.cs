using BienNien.Finding.Times.Grammar;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM013. A year by its name in the cycle of sixty: “năm Canh Tý”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: CanChiYear.md, beside this file.</remarks>
internal sealed class CanChiYear(TimeGrammar grammar) : TimeRule("TIM013", grammar, [.. grammar.Lexicon.StemWords, .. grammar.Lexicon.Openings(TimeWord.Year)], Openings.None)
{
    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        // Annals head their years so: “Canh Tuất (1010)”.
        if (Word(sentence, at) != TimeWord.Year)
        {
            if (Word(sentence, at - 1) is not (TimeWord.Year or TimeWord.Tet) && Grammar.CycleName(sentence, at, out var name) && Word(sentence, at + 2) == TimeWord.Open
                && sentence[at + 3] is { IsNumber: true, Length: 3 or 4 } told && Word(sentence, at + 4) == TimeWord.Close && CanChi.OfYear(told.Number) == name)
            {
                var lunarYear = LunarReading.WithoutYear with { Name = name, Year = told.Number };
                Propose(sentence, at, new TimePoint(at + 2, default) { Named = true, Lunar = lunarYear }, found);
            }

            return;
        }

        if (Grammar.Year(sentence, at, out var year) && year.Lunar is { Name: not null, YearOfReign: 0 } lunar)
        {
            // “năm Mậu Thân 1788”: one mention where nothing stands between.
            var figure = sentence[year.End];
            if (TimeGrammar.IsBareYear(figure) && Grammar.EndsFree(sentence, year.End + 1))
            {
                year = year with { End = year.End + 1, Lunar = lunar with { Year = figure.Number } };
            }

            Propose(sentence, at, year, found);
        }
    }
}

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
        if (Word(sentence, at) != TimeWord.Year)
        {
            if (Word(sentence, at - 1) is not (TimeWord.Year or TimeWord.Tet) && Grammar.CycleName(sentence, at, out var name)
                && YearWithoutWord(sentence, at, name, out var named))
            {
                Propose(sentence, at, named, found);
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

    // Without “năm” two such words may be part of a person's name: something beside them must say that they are a year.
    private bool YearWithoutWord(Sentence sentence, int at, CanChi name, out TimePoint year)
    {
        var lunar = LunarReading.WithoutYear with { Name = name };
        year = new TimePoint(at + 2, default) { Named = true, Lunar = lunar };
        var figure = sentence[at + 2];
        if (TimeGrammar.IsBareYear(figure) && Grammar.EndsFree(sentence, at + 3) && CanChi.OfYear(figure.Number) == name)
        {
            year = new TimePoint(at + 3, default) { Named = true, Lunar = lunar with { Year = figure.Number } };      // Tân Mùi 1871
            return true;
        }

        // Annals head their years so: “Canh Tuất (1010)”.
        if (Word(sentence, at + 2) == TimeWord.Open && sentence[at + 3] is { IsNumber: true, Length: 3 or 4 } told && Word(sentence, at + 4) == TimeWord.Close
            && CanChi.OfYear(told.Number) == name)
        {
            year = year with { Lunar = lunar with { Year = told.Number } };
            return true;
        }

        // khoa Tân Mão, khoa thi Hội Tân Mão
        if (Word(sentence, at - 1) == TimeWord.ExamYear || Word(sentence, at - 2) == TimeWord.ExamYear || (Word(sentence, at - 3) == TimeWord.ExamYear && sentence[at - 2].IsWord))
        {
            return true;
        }

        // 1849 (Kỷ Dậu)
        return Word(sentence, at - 1) == TimeWord.Open && Word(sentence, at + 2) == TimeWord.Close && sentence[at - 2].IsNumber;
    }
}

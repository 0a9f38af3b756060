using BienNien.Finding.Times.Grammar;
using BienNien.Text;
using BienNien.Time;
using NodaTime;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM048. A day told by its name in a year: “Tết Đoan Ngọ năm Ất Dậu”, “đêm giao thừa năm 1947”, “tiết Thanh minh năm 1937”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: NamedDay.md, beside this file.</remarks>
internal sealed class NamedDay(TimeGrammar grammar, NamedDayLexicon days) : TimeRule("TIM048", grammar, days.OpeningWords, Openings.None)
{
    private const int FirstTrueTerms = 1813;

    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        var length = days.Longest(sentence, at, out var day);
        if (length == 0 || day is null)
        {
            return;
        }

        // The name without a year is the feast, not a time; a year without its word is one only right after a name with a capital.
        var year = at + length;
        var lunar = LunarReading.WithoutYear;
        var end = year;
        var word = Word(sentence, year) == TimeWord.Year;
        if (Grammar.YearName(sentence, word ? year + 1 : year, out var named, out var nameEnd))
        {
            (lunar, end) = (named, nameEnd);
        }
        else if ((word ? year + 1 : year) is var figure && TimeGrammar.IsBareYear(sentence[figure]) && Grammar.EndsFree(sentence, figure + 1) && !Grammar.IsDash(sentence, figure + 1)
            && (word || sentence[at + 1].Capitalised))
        {
            (lunar, end) = (lunar with { Year = sentence[figure].Number }, figure + 1);
        }
        else
        {
            return;
        }

        var first = at;
        var part = default(string);
        if (Word(sentence, at - 1) is TimeWord.Night or TimeWord.Morning or TimeWord.Evening or TimeWord.Afternoon && Grammar.PartOfDay(sentence, at - 1, out part) == 1)
        {
            first--;
        }

        if (day.Month > 0)
        {
            Propose(sentence, first, new TimePoint(end, default) { Named = true, Part = part, Lunar = lunar with { Month = day.Month, Day = day.Day } }, found, weight: 1);
        }
        else if (lunar.Year is { } solar and >= FirstTrueTerms and <= LunisolarCalendar.LastYear)
        {
            Propose(sentence, first, new TimePoint(end, EdtfDate.OfDay(Term(solar, day.Longitude))) { Named = true, Part = part }, found, weight: 1);
        }
    }

    // The day of the solar year on which the sun reaches the longitude, by the clock of Việt Nam.
    private static LocalDate Term(int year, int longitude)
    {
        const double J2000Noon = 2451545.0;
        const double DegreesAtNewYear = 280.0;
        var start = J2000Noon + ((year - 2000) * 365.2425);
        var near = start + (((longitude - DegreesAtNewYear + 360) % 360) * 365.2422 / 360);
        var instant = Astronomy.WhenSunAt(longitude, near);
        var local = instant - (Astronomy.DeltaT(instant) / 86400) + (7.0 / 24);
        return new LocalDate(2000, 1, 1).PlusDays((int)Math.Floor(local + 0.5 - (J2000Noon - 0.5) - 0.5));
    }
}

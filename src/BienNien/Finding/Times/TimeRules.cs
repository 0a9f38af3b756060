using System.Collections.Immutable;
using System.Globalization;
using BienNien.Finding.Times.Grammar;
using BienNien.Finding.Times.Resolving;
using BienNien.Finding.Times.Rules;
using BienNien.Knowledge;
using BienNien.Reading.Papers;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times;

/// <summary>The rules that find TIME mentions.</summary>
public static class TimeRules
{
    /// <summary>Makes the rules; each adds its words to the vocabulary.</summary>
    /// <param name="words">The vocabulary.</param>
    /// <param name="headers">Tells when a document was written.</param>
    public static FinderPart Create(Vocabulary.Builder words, PaperHeaderReader headers)
    {
        var grammar = new TimeGrammar(new TimeLexicon(words), new ReignLexicon(new ReignTable(ReadReigns("reigns")), ReadRulers(), words), words.AddSet(DataTable.Load("counted-nouns").Column("noun").Select(static noun => noun.Split(' ')[0]).Distinct(StringComparer.Ordinal)));
        return new FinderPart(
            [
                new Year(grammar),
                new CalendarDay(grammar),
                new Month(grammar),
                new Quarter(grammar),
                new Season(grammar),
                new PartOfYear(grammar),
                new Decade(grammar),
                new Century(grammar),
                new BareYear(grammar),
                new Interval(grammar),
                new Rules.ReignYear(grammar),
                new CanChiYear(grammar),
                new LunarDay(grammar),
                new Duration(grammar),
                new VagueDuration(grammar),
                new Recurrence(grammar),
                new YearlyDay(grammar),
                new Present(grammar),
                new ClockTime(grammar),
                new ShadedDate(grammar),
                new RelatedDate(grammar),
                new AroundDate(grammar),
                new Tet(grammar),
                new DayInList(grammar),
                new TableDate(grammar),
                new Chronicle(grammar),
                new DeathDay(grammar),
                new EarlyYear(grammar),
                new NamedDay(grammar, new NamedDayLexicon(DataTable.Load("named-days"), words)),
                new WeeklyDay(grammar),
                new MonthlyDay(grammar),
            ],
            new TimeResolver(new LunisolarCalendar(), grammar.Lexicon, headers));
    }

    // Eras of China stand with the rulers: both are believed only before “năm thứ …”, since many are names of places, too.
    private static ReignTable ReadRulers() => new([.. ReadReigns("rulers"), .. ReadReigns("reigns-china")]);

    private static ImmutableArray<Reign> ReadReigns(string name)
    {
        DataTable table = DataTable.Load(name);
        int names = table.IndexOf("name");
        int others = table.IndexOf("other_names");
        int first = table.IndexOf("first");
        int last = table.IndexOf("last");
        int ruler = name == "rulers" ? names : table.IndexOf("ruler");
        int dynasty = table.IndexOf("dynasty");
        int source = table.IndexOf("source");
        return
        [
            .. table.Rows.Select(row => new Reign(
                row[names],
                [.. row[others].Split('|', StringSplitOptions.RemoveEmptyEntries)],
                int.Parse(row[first], CultureInfo.InvariantCulture),
                int.Parse(row[last], CultureInfo.InvariantCulture),
                row[ruler],
                row[dynasty],
                row[source])),
        ];
    }
}

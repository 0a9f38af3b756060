using System.Collections.Immutable;
using System.Globalization;
using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Finding.Times.Grammar;

/// <summary>A day that has a name of its own: a lunar day, or one of the twenty-four solar terms.</summary>
/// <param name="Month">Lunar month, 13 for the days before Tết; 0 for a solar term.</param>
/// <param name="Day">Lunar day.</param>
/// <param name="Longitude">The sun's longitude at a solar term, in degrees.</param>
internal sealed record NamedDayOfYear(int Month, int Day, int Longitude);

/// <summary>The days that have names. Immutable.</summary>
internal sealed class NamedDayLexicon
{
    private readonly PhraseTable<NamedDayOfYear> _days;

    /// <summary>Adds the names of <c>data/named-days.tsv</c> to a vocabulary.</summary>
    public NamedDayLexicon(DataTable table, Vocabulary.Builder words)
    {
        var days = new PhraseTable<NamedDayOfYear>.Builder();
        var openings = ImmutableArray.CreateBuilder<int>();
        int name = table.IndexOf("name");
        int month = table.IndexOf("month");
        int day = table.IndexOf("day");
        int longitude = table.IndexOf("longitude");
        foreach (var row in table.Rows)
        {
            var phrase = words.AddPhrase(row[name]);
            days.Add(phrase.AsSpan(), new NamedDayOfYear(Number(row[month]), Number(row[day]), Number(row[longitude])));
            openings.Add(phrase[0]);
        }

        _days = days.Build();
        OpeningWords = [.. openings.Distinct()];
    }

    /// <summary>The first words of the names.</summary>
    public ImmutableArray<int> OpeningWords { get; }

    /// <summary>The longest name from a place on.</summary>
    /// <returns>How many tokens it has; 0 when there is none.</returns>
    public int Longest(Sentence s, int at, out NamedDayOfYear? day) => _days.Longest(s, at, out day);

    private static int Number(string cell) => cell.Length == 0 ? 0 : int.Parse(cell, CultureInfo.InvariantCulture);
}

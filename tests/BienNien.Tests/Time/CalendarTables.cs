using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace BienNien.Tests.Time;

/// <summary>What other calendars say, from the tables beside the tests. Their heads tell where each is from.</summary>
internal static class CalendarTables
{
    /// <summary>A lunar year as a source has it.</summary>
    internal sealed record Year(int Number, LocalDate NewYear, int? LeapMonth, string Lengths, string Source)
    {
        /// <summary>The first day of each month, in order.</summary>
        public IEnumerable<(int Month, bool IsLeap, LocalDate First)> Months()
        {
            LocalDate first = NewYear;
            for (int i = 0; i < Lengths.Length; i++)
            {
                bool after = LeapMonth is { } leap && i >= leap;
                yield return (after ? i : i + 1, after && i == LeapMonth, first);
                first = first.PlusDays(Lengths[i] == '+' ? 30 : 29);
            }
        }
    }

    /// <summary>The years of <c>new-years.tsv</c>.</summary>
    public static Year[] Years() =>
    [
        .. Rows("new-years.tsv").Select(static row => new Year(
            int.Parse(row[0], CultureInfo.InvariantCulture),
            LocalDatePattern.Iso.Parse(row[1]).Value,
            row[2].Length == 0 ? null : int.Parse(row[2], CultureInfo.InvariantCulture),
            row[3],
            row[4])),
    ];

    /// <summary>The rows of a table, without remarks and head.</summary>
    public static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Repository.Path("tests", "BienNien.Tests", "Time", file))
            .Where(static line => !line.StartsWith('#'))
            .Skip(1)
            .Select(static line => line.Split('\t'));
}

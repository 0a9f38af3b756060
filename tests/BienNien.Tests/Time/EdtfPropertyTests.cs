using System.Globalization;
using BienNien.Tests.Properties;
using BienNien.Time;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace BienNien.Tests.Time;

/// <summary>What holds of every EDTF expression, of whichever level.</summary>
public sealed class EdtfPropertyTests
{
    private static readonly string[] _signs = ["", "", "", "?", "~", "%"];
    private static readonly string[] _zones = ["", "", "Z", "+07", "-04", "+04:30", "-03:30", "+00:00"];

    // Dates as text, of every form that there is; the few that name no day of the calendar are left out.
    private static Gen<EdtfDate> Dates =>
        from year in Years
        from shape in Gen.Choose(0, 5)
        from month in Gen.Choose(1, 12)
        from code in Gen.Choose(21, 41)
        from day in Gen.Choose(1, 31)
        from masks in Gen.Choose(0, 15)
        from second in Gen.Choose(0, 86_399)
        from zone in Gen.Elements(_zones)
        from left in Gen.Elements(_signs).ArrayOf(3)
        from right in Gen.Elements(_signs).ArrayOf(3)
        let parts = year.Contains('Y', StringComparison.Ordinal) || year.Contains('S', StringComparison.Ordinal) ? 0 : shape
        let monthText = parts == 2 ? Two(code) : Masked(Two(month), (masks & 1) != 0, (masks & 2) != 0)
        let clock = parts == 5 ? $"T{Two(second / 3600)}:{Two(second / 60 % 60)}{(masks % 2 == 0 ? ":" + Two(second % 60) : "")}{zone}" : ""
        let text = left[0] + year + right[0]
            + (parts > 0 ? $"-{left[1]}{monthText}{right[1]}" : "")
            + (parts > 2 ? $"-{left[2]}{Masked(Two(day), (masks & 4) != 0, (masks & 8) != 0)}{clock}{right[2]}" : "")
        let read = Read(text)
        where read is not null
        select read.Value;

    private static Gen<string> Years =>
        from number in Gen.Choose(1, 9999)
        from shape in Gen.Choose(0, 11)
        from mask in Gen.Choose(0, 15)
        from exponent in Gen.Choose(1, 8)
        from significant in Gen.Choose(1, 4)
        let sign = mask % 3 == 0 ? "-" : ""
        let four = number.ToString("D4", CultureInfo.InvariantCulture)
        let digits = number.ToString(CultureInfo.InvariantCulture)
        select shape switch
        {
            0 => "XXXX",
            1 => $"Y{sign}{number + 10_000}",
            2 => $"Y{sign}{digits}E{exponent}",
            3 => $"Y{sign}{digits}E{exponent}S{Math.Min(significant, digits.Length)}",
            4 => $"{sign}{four}S{Math.Min(significant, digits.Length)}",
            5 => sign + four[..significant].PadRight(4, 'X'),
            6 => sign + Masked(four[..2], (mask & 1) != 0, (mask & 2) != 0) + Masked(four[2..], (mask & 4) != 0, (mask & 8) != 0).Replace("XX", "0X", StringComparison.Ordinal),
            _ => sign + four,
        };

    private static Gen<Edtf> Expressions =>
        from dates in Dates.NonEmptyListOf()
        from shape in Gen.Choose(0, 9)
        from range in Gen.Choose(0, 3)
        let first = dates[0]
        let last = dates[^1]
        select shape switch
        {
            0 => Edtf.Between(first, last),
            1 => Edtf.Since(first),
            2 => Edtf.Until(first),
            3 => Edtf.Parse($"{first}/"),
            4 => Edtf.Parse($"/{first}"),
            5 => Edtf.OneOf([.. Members(dates, range)]),
            6 => Edtf.AllOf([.. Members(dates, range)]),
            _ => Edtf.Of(first),
        };

    [Fact]
    public void Every_date_prints_and_parses_back() =>
        Seeded.Check(Dates, 3000, date =>
            EdtfDate.TryParse(date.ToString(), out var read) && read == date && date.Earliest <= date.Latest);

    [Fact]
    public void Every_expression_prints_and_parses_back() =>
        Seeded.Check(Expressions, 2000, edtf =>
            Edtf.TryParse(edtf.ToString()) is { } read && read == edtf && read.GetHashCode() == edtf.GetHashCode() && read.ToString() == edtf.ToString());

    [Fact]
    public void No_expression_ends_before_it_begins() => Seeded.Check(Expressions, 2000, edtf => edtf.Earliest <= edtf.Latest);

    [Fact]
    public void Relations_mirror_each_other() =>
        Seeded.Check(Gen.Zip(Expressions, Expressions), 2000, pair =>
        {
            var there = pair.Item1.RelationTo(pair.Item2);
            var back = pair.Item2.RelationTo(pair.Item1);
            return pair.Item1.Contradicts(pair.Item2) == pair.Item2.Contradicts(pair.Item1)
                && back == there switch
                {
                    EdtfRelation.Contains => EdtfRelation.Within,
                    EdtfRelation.Within => EdtfRelation.Contains,
                    EdtfRelation.Before => EdtfRelation.After,
                    EdtfRelation.After => EdtfRelation.Before,
                    var same => same,
                };
        });

    [Fact]
    public void What_both_can_mean_is_in_both_and_is_nothing_only_when_they_are_apart() =>
        Seeded.Check(Gen.Zip(Expressions, Expressions), 2000, pair =>
        {
            var (one, other) = pair;
            var common = one.IntersectionWith(other);
            var apart = one.RelationTo(other) is EdtfRelation.Before or EdtfRelation.After;
            return Equals(common, other.IntersectionWith(one))
                && (common is null) == apart
                && (common is null || (common.Start >= one.Earliest && common.Start >= other.Earliest && common.End <= one.Latest && common.End <= other.Latest))
                && (!apart || one.Contradicts(other) || (one.Qualifiers | other.Qualifiers) != EdtfQualifiers.None);
        });

    [Fact]
    public void Every_expression_shares_its_own_days() =>
        Seeded.Check(Expressions, 1000, edtf =>
            edtf.RelationTo(edtf) == EdtfRelation.Same && !edtf.Contradicts(edtf)
            && edtf.IntersectionWith(edtf)!.Equals(new DateInterval(edtf.Earliest, edtf.Latest)));

    [Fact]
    public void The_order_is_total_and_goes_by_the_days() =>
        Seeded.Check(Gen.Three(Expressions), 2000, three =>
        {
            var (a, b, c) = three;
            var order = EdtfComparer.ByTime;
            var (ab, bc, ac) = (Math.Sign(order.Compare(a, b)), Math.Sign(order.Compare(b, c)), Math.Sign(order.Compare(a, c)));
            return ab == -Math.Sign(order.Compare(b, a))
                && (ab == 0) == (a == b)
                && (ab > 0 || bc > 0 || ac <= 0)
                && (ab > 0 || a.Earliest <= b.Earliest)
                && (a.RelationTo(b) != EdtfRelation.Before || ab < 0);
        });

    /// <summary>The bounds of any pattern of the twentieth century, against a look at each of its days.</summary>
    [Fact]
    public void Unknown_digits_are_bounded_by_the_days_that_fit()
    {
        string[] days = [.. Enumerable.Range(0, Period.DaysBetween(new LocalDate(1900, 1, 1), new LocalDate(2000, 1, 1)))
            .Select(day => new LocalDate(1900, 1, 1).PlusDays(day).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture))];
        Seeded.Check(Gen.Zip(Gen.Choose(0, days.Length - 1), Gen.Choose(0, 63)), 300, pair =>
        {
            char[] pattern = days[pair.Item1].ToCharArray();
            int[] places = [2, 3, 5, 6, 8, 9];
            for (var bit = 0; bit < places.Length; bit++)
            {
                if ((pair.Item2 & (1 << bit)) != 0)
                {
                    pattern[places[bit]] = 'X';
                }
            }

            bool Fits(string day) => !pattern.Where((c, at) => c != 'X' && c != day[at]).Any();
            var edtf = Edtf.Parse(new string(pattern));
            return edtf.Earliest == EdtfDays.Read(days.First(Fits)) && edtf.Latest == EdtfDays.Read(days.Last(Fits));
        });
    }

    [Fact]
    public void No_text_makes_the_reader_throw() =>
        Seeded.Check(Gen.Elements("0123456789XX--??~%/..,[]{}YEST:Z+ é０\0".ToCharArray()).ArrayOf(), 20_000, letters => ReadsBackOrNot(new string(letters)));

    [Fact]
    public void No_damaged_expression_makes_the_reader_throw() =>
        Seeded.Check(
            from edtf in Expressions
            from at in Gen.Choose(0, 200)
            from how in Gen.Choose(0, 3)
            from letter in Gen.Elements("0129X-?~%/.,[]{}YEST:Z+".ToCharArray())
            let text = edtf.ToString()
            let place = at % text.Length
            select how switch
            {
                0 => text.Remove(place, 1),
                1 => text.Insert(place, letter.ToString()),
                2 => text[..place],
                _ => text[..place] + letter + text[(place + 1)..],
            },
            10_000, ReadsBackOrNot);

    // A text that is read prints something that is read as the same, and prints the same again.
    private static bool ReadsBackOrNot(string text) =>
        Edtf.TryParse(text) is not { } read || (Edtf.TryParse(read.ToString()) is { } again && again == read && again.ToString() == read.ToString() && read.Earliest <= read.Latest);

    private static IEnumerable<Edtf> Members(IReadOnlyList<EdtfDate> dates, int range)
    {
        for (var at = 0; at < dates.Count; at++)
        {
            yield return at == 0 && range == 1 ? Edtf.Until(dates[at])
                : at == dates.Count - 1 && range == 2 ? Edtf.Since(dates[at])
                : range == 3 ? Edtf.Between(dates[at], dates[dates.Count - 1 - at])
                : Edtf.Of(dates[at]);
        }
    }

    private static EdtfDate? Read(string text) => EdtfDate.TryParse(text, out var date) ? date : null;

    private static string Two(int number) => number.ToString("D2", CultureInfo.InvariantCulture);

    private static string Masked(string two, bool tens, bool units) => $"{(tens ? 'X' : two[0])}{(units ? 'X' : two[1])}";
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BienNien.Finding;
using BienNien.Finding.Quantities;
using BienNien.Knowledge;
using BienNien.Time;
using FsCheck;
using FsCheck.Fluent;

namespace BienNien.Tests.Properties;

/// <summary>A number, dressed and put into a sentence, is found again with its value, unit and modifier. The dressing is written apart from the reader.</summary>
public sealed class QuantityProperties(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    private static readonly CultureInfo _plain = CultureInfo.InvariantCulture;

    private static readonly (string Words, TimexMod Mod)[] _modifiers =
    [
        ("", TimexMod.None), ("hơn ", TimexMod.MoreThan), ("gần ", TimexMod.Approx), ("khoảng ", TimexMod.Approx), ("chừng ", TimexMod.Approx), ("ngót ", TimexMod.Approx),
        ("chưa đầy ", TimexMod.LessThan), ("không quá ", TimexMod.EqualOrLess), ("tối đa ", TimexMod.EqualOrLess), ("tối thiểu ", TimexMod.EqualOrMore), ("ít nhất ", TimexMod.EqualOrMore),
    ];

    private static readonly (string Words, decimal Worth)[] _scales =
        [("nghìn", 1e3m), ("ngàn", 1e3m), ("vạn", 1e4m), ("triệu", 1e6m), ("tỷ", 1e9m), ("tỉ", 1e9m), ("nghìn tỷ", 1e12m), ("trăm triệu", 1e8m), ("chục vạn", 1e5m)];

    private static readonly string[] _nouns = ["người", "hộ", "xã", "đảng viên", "ngày công", "con trâu", "khẩu súng", "học sinh", "lượt khách", "ngôi nhà"];

    // Units that a scale word may stand before.
    private static readonly string[] _scaled = ["đồng", "USD", "tấn", "người", "m3", "kWh", "lượt khách", "đồng/người/năm", "ha"];

    private static readonly ImmutableArray<string> _measures = Measures();

    [Fact]
    public void Figures_in_every_dress_with_every_unit() => Seeded.Check(
        from value in Numbers
        from dress in Gen.Choose(0, 2)
        from unit in Gen.Elements<string>([.. _measures, .. _nouns])
        from modifier in Gen.Elements(_modifiers)
        select new Amount($"{modifier.Words}{Dressed(value, dress)} {unit}", value, unit, modifier.Mod),
        3000,
        IsFound);

    [Fact]
    public void Figures_with_every_scale_word() => Seeded.Check(
        from thousandths in Gen.Choose(1, 999_999)
        from places in Gen.Choose(0, 2)
        from scale in Gen.Elements(_scales)
        from unit in Gen.Elements(_scaled)
        from modifier in Gen.Elements(_modifiers)
        let number = Math.Round(thousandths / 1000m, places)
        where number > 0
        select new Amount($"{modifier.Words}{Dressed(number, 0)} {scale.Words} {unit}", number * scale.Worth, unit, modifier.Mod),
        2000,
        IsFound);

    [Fact]
    public void Numbers_in_words() => Seeded.Check(
        from number in Gen.OneOf(Gen.Choose(11, 99), Gen.Choose(101, 999), Gen.Choose(1001, 999_999), Gen.Choose(1_000_000, 2_000_000_000))
        from unit in Gen.Elements(_nouns)
        from modifier in Gen.Elements(_modifiers)
        select new Amount($"{modifier.Words}{InWords(number)} {unit}", number, unit, modifier.Mod),
        2000,
        IsFound);

    [Fact]
    public void Ranges_and_fractions() => Seeded.Check(
        from low in Gen.Choose(13, 99_999)
        from more in Gen.Choose(1, 900)
        from joint in Gen.Elements("-", " - ", " – ", " đến ", " tới ", "/")
        from unit in Gen.Elements(_nouns)
        where joint == "/" || (low is < 1000 or > 2200 && low + more is < 1000 or > 2200)
        select new Amount($"{Dressed(low, 0)}{joint}{Dressed(low + more, 0)} {unit}", low, unit, TimexMod.None)
        {
            To = joint == "/" ? null : low + more,
            Of = joint == "/" ? low + more : null,
        },
        2000,
        IsFound);

    [Fact]
    public void Percentages_and_rates() => Seeded.Check(
        from hundredths in Gen.Choose(1, 99_999)
        from unit in Gen.Elements("%", "‰", "%/năm", "tạ/ha", "người/km2", "bác sĩ/vạn dân", "đồng/người/tháng", "điểm phần trăm")
        from space in Gen.Elements("", " ")
        let value = hundredths / 100m
        select new Amount($"{Dressed(value, 0)}{(unit[0] is '%' or '‰' ? space : " ")}{unit}", value, unit, TimexMod.None),
        2000,
        IsFound);

    // 0.01 … 10^15, integers and decimals of two places; what could be a year or two readings of one mark is left out.
    private static Gen<decimal> Numbers =>
        from magnitude in Gen.Choose(0, 15)
        from fraction in Gen.Choose(1, 999_999)
        from places in Gen.Choose(0, 2)
        let largest = Power(magnitude)
        let value = Math.Round(largest * fraction / 1_000_000m, places)
        where value >= 0.01m && !(value >= 1000 && value < 2200)
        select value;

    private bool IsFound(Amount amount)
    {
        string text = $"Theo báo cáo, nơi ấy đạt {amount.Text}; việc còn lại xét sau.";
        var found = fixture.Engine.Finder.Find(EngineFixture.Read(text)).Where(static mention => mention.Kind == MentionKind.Quantity).ToImmutableArray();
        return found is [{ Value: QuantityValue value } one]
            && text.Substring(one.Span.Start, one.Span.Length) == amount.Text
            && value.Value == amount.Value && value.To == amount.To && value.Of == amount.Of && value.Unit == amount.Unit && value.Mod == amount.Mod;
    }

    private static decimal Power(int magnitude)
    {
        decimal value = 1;
        for (int i = 0; i < magnitude; i++)
        {
            value *= 10;
        }

        return value;
    }

    // 0: points and comma; 1: spaces; 2: commas and point, where that cannot be read in two ways.
    private static string Dressed(decimal value, int dress)
    {
        string english = value.ToString("#,##0.##", _plain);
        bool isClear = english.Count(static mark => mark == ',') > 1 || english.Contains('.', StringComparison.Ordinal);
        return dress switch
        {
            2 when isClear => english,
            1 => english.Replace(',', ' ').Replace('.', ','),
            _ => english.Replace(',', ' ').Replace('.', ',').Replace(' ', '.'),
        };
    }

    private static readonly string[] _digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

    private static string InWords(long number)
    {
        StringBuilder words = new();
        foreach ((long worth, string name) in new[] { (1_000_000_000L, "tỷ"), (1_000_000L, "triệu"), (1_000L, "nghìn"), (1L, "") })
        {
            long group = number / worth % 1000;
            if (group > 0)
            {
                string spoken = Group(group, words.Length > 0);
                words.Append(' ').Append(spoken).Append(name.Length > 0 ? " " : "").Append(name);
            }
        }

        return words.ToString().Trim();
    }

    private static string Group(long group, bool goesOn)
    {
        (long hundreds, long tens, long units) = (group / 100, group / 10 % 10, group % 10);
        List<string> words = [];
        if (hundreds > 0 || goesOn)
        {
            words.AddRange([_digits[hundreds], "trăm"]);
        }

        if (tens == 1)
        {
            words.Add("mười");
        }
        else if (tens > 1)
        {
            words.AddRange([_digits[tens], "mươi"]);
        }
        else if (units > 0 && words.Count > 0)
        {
            words.Add("linh");
        }

        if (units > 0)
        {
            words.Add(units == 1 && tens > 1 ? "mốt" : units == 5 && tens > 0 ? "lăm" : _digits[units]);
        }

        return string.Join(' ', words);
    }

    // A word that is mostly something else, and the marks and letters that stand right behind figures, are tried elsewhere.
    private static ImmutableArray<string> Measures()
    {
        DataTable table = DataTable.Load("units");
        (int unit, int words) = (table.IndexOf("unit"), table.IndexOf("words"));
        return [.. table.Rows.Where(row => row[words] == "yes").Select(row => row[unit])];
    }

    private sealed record Amount(string Text, decimal Value, string Unit, TimexMod Mod)
    {
        public decimal? To { get; init; }

        public decimal? Of { get; init; }
    }
}

using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Time;
using NodaTime;

namespace BienNien.Checking.Dates;

/// <summary>What a mention of time tells, for checks that compare dates.</summary>
internal static class Told
{
    /// <summary>The date or interval, solar or turned into solar; null for lengths, impossible days and what is no time.</summary>
    public static Edtf? Date(Mention? mention) =>
        mention is { Value: TimeValue { Type: TimexType.Date or TimexType.Time, Invalid: false } value } ? Edtf.TryParse(value.Value) : null;

    /// <summary>The year of a single date that has one.</summary>
    public static int? Year(Mention? mention) => Date(mention) is { IsInterval: false, IsSet: false } date ? date.Start.Year : null;

    /// <summary>The solar day of a date that is told by the solar calendar, whole.</summary>
    public static LocalDate? SolarDay(Mention? mention) =>
        mention is { Value: TimeValue { Lunar: false, Mod: TimexMod.None } } && Date(mention) is { IsInterval: false, IsSet: false, Start: { Year: not null, Month: not null, Day: not null } } date
            ? date.Earliest
            : null;

    /// <summary>Whether its words tell the year, or a date that nobody can take for another one gives it.</summary>
    public static bool IsSure(Mention mention) =>
        mention.Anchor is { } anchor ? anchor.Certainty == AnchorCertainty.High : mention.Value is TimeValue { Implicit: false };
}

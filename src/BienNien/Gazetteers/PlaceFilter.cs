using BienNien.Time;
using NodaTime;

namespace BienNien.Gazetteers;

/// <summary>What narrows a look-up by name. <c>default</c> narrows nothing.</summary>
public readonly record struct PlaceFilter
{
    /// <summary>Only places of this level.</summary>
    public PlaceLevel? Level { get; init; }

    /// <summary>Only places that may have been there on one of these days. A place whose times are not known always may.</summary>
    public DayRange? During { get; init; }

    /// <summary>Only places inside one of this name, at any number of steps: <c>Nguyên Bình</c> or <c>tỉnh Cao Bằng</c>. Null or empty asks for none.</summary>
    public string? Within { get; init; }

    /// <summary>Only what may have been there in a year.</summary>
    public static PlaceFilter InYear(int year) => new() { During = new DayRange(new LocalDate(year, 1, 1), new LocalDate(year, 12, 31)) };

    /// <summary>Only what may have been there on a day.</summary>
    public static PlaceFilter On(LocalDate day) => new() { During = new DayRange(day, day) };
}

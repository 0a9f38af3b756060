using BienNien.Gazetteers;
using NodaTime;
using Shouldly;

namespace BienNien.Tests.Gazetteers;

/// <summary>One gazetteer for all tests of a class.</summary>
public sealed class GazetteerFixture
{
    public Gazetteer Gazetteer { get; } = Gazetteer.Load();

    /// <summary>The only place that passes.</summary>
    public PlaceUnit One(string name, PlaceFilter filter = default) => Gazetteer.Find(name, filter).ShouldHaveSingleItem();

    public PlaceUnit Key(string key) => Gazetteer.ByKey(key).ShouldNotBeNull();

    public static LocalDate Day(int year, int month = 1, int day = 1) => new(year, month, day);
}

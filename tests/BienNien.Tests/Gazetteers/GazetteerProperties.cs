using BienNien.Gazetteers;
using BienNien.Tests.Properties;
using BienNien.Text;
using BienNien.Time;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Shouldly;

namespace BienNien.Tests.Gazetteers;

/// <summary>What must hold of all places.</summary>
public sealed class GazetteerProperties(GazetteerFixture fixture) : IClassFixture<GazetteerFixture>
{
    private readonly Gazetteer _gazetteer = fixture.Gazetteer;

    private Gen<PlaceUnit> Places => Gen.Choose(0, _gazetteer.Count - 1).Select(id => _gazetteer[id]);

    // Those with a history come first in the gazetteer; most others have none.
    private Gen<PlaceUnit> Changing => Gen.Choose(0, 1500).Select(id => _gazetteer[id]);

    private static Gen<LocalDate> Days => Gen.Choose(0, 250 * 365).Select(static day => new LocalDate(1800, 1, 1).PlusDays(day));

    [Fact]
    public void Successors_and_predecessors_are_inverse() => Seeded.Check(Gen.OneOf(Places, Changing), 2000, unit =>
        _gazetteer.SuccessorsOf(unit).All(next => _gazetteer.PredecessorsOf(next.Unit).Any(previous => previous.Unit == unit))
        && _gazetteer.PredecessorsOf(unit).All(previous => _gazetteer.SuccessorsOf(previous.Unit).Any(next => next.Unit == unit)));

    [Fact]
    public void A_chain_has_each_unit_once_and_never_the_one_it_started_from() => Seeded.Check(Gen.OneOf(Places, Changing), 2000, unit =>
    {
        PlaceUnit[] next = [.. _gazetteer.SuccessorsOf(unit).Select(static one => one.Unit)];
        return next.Distinct().Count() == next.Length && !next.Contains(unit);
    });

    [Fact]
    public void A_successor_does_not_end_before_its_predecessor_begins() => Seeded.Check(Gen.OneOf(Places, Changing), 2000, unit =>
        _gazetteer.SuccessorsOf(unit).All(next => next.Unit.Days.Last >= unit.Days.First));

    [Fact]
    public void Times_are_well_formed_and_every_place_has_name_key_and_source()
    {
        for (int id = 0; id < _gazetteer.Count; id++)
        {
            PlaceUnit unit = _gazetteer[id];
            unit.Days.First.ShouldBeLessThanOrEqualTo(unit.Days.Last, unit.Key);
            unit.Name.ShouldNotBeNullOrWhiteSpace();
            unit.Source.ShouldNotBeNullOrWhiteSpace();
            _gazetteer.ByKey(unit.Key).ShouldBe(unit);
            if (unit.Validity is { } validity)
            {
                Edtf.Parse(validity.ToString()).ShouldBe(validity);
            }
        }
    }

    [Fact]
    public void A_container_is_larger_and_containers_end() => Seeded.Check(Places, 3000, unit =>
        unit.Parent is not { } parent || parent.Level < unit.Level || (parent.Level == unit.Level && unit.Level == PlaceLevel.Country));

    [Fact]
    public void Every_place_is_found_by_its_name_and_without_marks() => Seeded.Check(Places, 2000, unit =>
        _gazetteer.Find(unit.Name, new PlaceFilter { Level = unit.Level }).Contains(unit)
        && _gazetteer.Find(Letters.Fold(unit.Name), new PlaceFilter { Level = unit.Level }, NameMatching.Folded).Contains(unit)
        && _gazetteer.Find(unit.ToString()).Contains(unit)
        && _gazetteer.Knows(unit.Name));

    [Fact]
    public void What_is_given_for_a_day_was_there_that_day() => Seeded.Check(
        from unit in Gen.OneOf(Places, Changing)
        from day in Days
        select (unit, day),
        3000,
        pair => _gazetteer.On(pair.unit, pair.day).All(there => there.MayExistOn(pair.day))
            && _gazetteer.ContainersOf(pair.unit, pair.day).All(there => there.MayExistOn(pair.day)));
}

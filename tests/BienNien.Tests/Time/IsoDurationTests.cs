using BienNien.Tests.Properties;
using BienNien.Time;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace BienNien.Tests.Time;

public sealed class IsoDurationTests
{
    [Theory]
    [InlineData("P93Y")]
    [InlineData("P29D")]
    [InlineData("P2M")]
    [InlineData("P1Y6M")]
    [InlineData("P2.5Y")]
    [InlineData("PXY")]
    [InlineData("PXD")]
    [InlineData("PT30M")]
    [InlineData("PT1H30M")]
    [InlineData("P1DT6H")]
    [InlineData("P3W")]
    [InlineData("P4Y2M10D")]
    [InlineData("PT1H52M7S")]
    [InlineData("P2Y3DT4H5M6S")]
    [InlineData("P0.5D")]
    [InlineData("PTXH")]
    public void A_length_is_read_and_written_back(string text)
    {
        IsoDuration.TryParse(text, out var read).ShouldBeTrue();
        read.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("93Y")]
    [InlineData("PY")]
    [InlineData("P93")]
    [InlineData("P5H")]
    [InlineData("P6M1Y")]
    [InlineData("P1.5Y6M")]
    [InlineData("PX")]
    [InlineData("P1Y3D2M")]
    [InlineData("P1Y2M2M")]
    [InlineData("P1YXM")]
    [InlineData("P1Y2.5M")]
    [InlineData("PT1MT2S")]
    [InlineData("P1Y0M")]
    public void What_is_no_length_is_refused(string text) => IsoDuration.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Every_length_prints_and_parses_back() =>
        Seeded.Check(Lengths, 2000, length => IsoDuration.TryParse(length.ToString(), out var read) && read == length);

    [Fact]
    public void Lengths_that_print_alike_are_equal() =>
        Seeded.Check(
            from first in Lengths from second in Lengths select (first, second),
            2000,
            pair => (pair.first == pair.second) == (pair.first.ToString() == pair.second.ToString()));

    [Fact]
    public void Units_are_told_from_the_largest_to_the_smallest() =>
        Seeded.Check(Lengths, 1000, length =>
        {
            var letters = string.Concat(length.ToString().Where(char.IsAsciiLetter)).Replace("P", "", StringComparison.Ordinal);
            return Enum.GetValues<DurationUnit>().All(unit => unit < length.Unit ? length[unit] == 0 : length[unit] >= 0)
                && length.HasOneUnit == (letters.Replace("T", "", StringComparison.Ordinal).Length == 1);
        });

    [Fact]
    public void A_further_unit_must_be_smaller()
    {
        var length = IsoDuration.Of(4, DurationUnit.Year).And(10, DurationUnit.Day);
        Should.Throw<ArgumentException>(() => length.And(2, DurationUnit.Month));
        Should.Throw<ArgumentException>(() => IsoDuration.Unknown(DurationUnit.Year).And(2, DurationUnit.Month));
        length.And(0, DurationUnit.Hour).ShouldBe(length);
    }

    // Any unit first, then some of the smaller ones; an amount of 0 leaves its unit out.
    private static Gen<IsoDuration> Lengths =>
        from amount in Gen.Choose(0, 100000)
        from unit in Gen.Choose(0, 6)
        from smaller in Gen.Choose(0, 3).ListOf(7)
        select Enumerable.Range(unit + 1, 6 - unit).Aggregate(
            IsoDuration.Of(amount, (DurationUnit)unit),
            (length, next) => smaller[next] < 2 ? length : length.And(smaller[next], (DurationUnit)next));
}

using BienNien.Tests.Properties;
using BienNien.Time;
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
    [InlineData("P1Y2M3D")]
    public void What_is_no_length_is_refused(string text) => IsoDuration.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Every_length_prints_and_parses_back() =>
        Seeded.Check(
            from amount in Gen.Choose(0, 100000)
            from unit in Gen.Choose(0, 6)
            from second in Gen.Choose(0, 30)
            let first = IsoDuration.Of(amount, (DurationUnit)unit)
            select second == 0 || unit == 6 ? first : first.And(second, (DurationUnit)(unit + 1)),
            1000,
            length => IsoDuration.TryParse(length.ToString(), out var read) && read == length);
}

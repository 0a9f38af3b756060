using BienNien.Finding.Quantities;
using BienNien.Knowledge;
using Shouldly;

namespace BienNien.Tests.Finding.Quantities;

public sealed class UnitTableTests
{
    private static readonly UnitTable _units = UnitTable.Load();

    [Theory]
    [InlineData("km²", "km2", "area")]
    [InlineData("km2", "km2", "area")]
    [InlineData("ki-lô-mét vuông", "km2", "area")]
    [InlineData("đ", "đồng", "money")]
    [InlineData("VNĐ", "đồng", "money")]
    [InlineData("%", "%", "share")]
    [InlineData("phần trăm", "%", "share")]
    [InlineData("điểm %", "điểm phần trăm", "share change")]
    [InlineData("KG", "kg", "mass")]
    [InlineData("MW", "MW", "power")]
    [InlineData("hộ", "hộ", "count:hộ")]
    [InlineData("Đảng viên", "đảng viên", "count:đảng viên")]
    [InlineData("", "", "number")]
    [InlineData("đồng/người/năm", "đồng/người/năm", "money/count:người/time")]
    [InlineData("đ/kg", "đồng/kg", "money/mass")]
    [InlineData("bác sĩ/vạn dân", "bác sĩ/10000 dân", "count:bác sĩ/count:dân")]
    [InlineData("%/năm", "%/năm", "share/time")]
    public void Spellings_of_a_unit_meet(string unit, string canonical, string dimension)
    {
        UnitMeasure found = _units.Find(unit);
        found.Canonical.ShouldBe(canonical);
        found.Dimension.ShouldBe(dimension);
    }

    [Theory]
    [InlineData("4", "km2", "ha", "400")]
    [InlineData("52", "tạ/ha", "kg/m2", "0.52")]
    [InlineData("1.5", "tấn", "tạ", "15")]
    [InlineData("60000", "đồng/người/năm", "đồng/người/tháng", "5000")]
    [InlineData("8", "bác sĩ/vạn dân", "bác sĩ/100.000 dân", "80")]
    [InlineData("12", "‰", "%", "1.2")]
    [InlineData("36", "km/h", "m/s", "10")]
    public void Units_of_one_base_convert(string value, string from, string to, string expected) =>
        _units.Find(from).Convert(Number(value), _units.Find(to)).ShouldBe(Number(expected));

    [Theory]
    [InlineData("đồng", "USD")]
    [InlineData("mẫu", "ha")]
    [InlineData("mẫu", "sào")]
    [InlineData("lạng", "kg")]
    [InlineData("hộ", "người")]
    [InlineData("%", "điểm phần trăm")]
    [InlineData("đồng/người/năm", "đồng/hộ/năm")]
    [InlineData("đồng/tháng", "đồng/ngày")]
    public void Units_of_different_bases_do_not(string one, string other)
    {
        _units.Find(one).ConvertsTo(_units.Find(other)).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => _units.Find(one).Convert(1, _units.Find(other)));
    }

    [Fact]
    public void Every_unit_of_the_table_counts_back_to_its_base_and_its_canonical_spelling_is_one()
    {
        DataTable table = DataTable.Load("units");
        foreach (var row in table.Rows)
        {
            UnitMeasure unit = _units.Find(row[table.IndexOf("unit")]);
            unit.Scale.ShouldBeGreaterThan(0, unit.ToString());
            unit.Canonical.ShouldBe(row[table.IndexOf("canonical")]);
            UnitMeasure canonical = _units.Find(unit.Canonical);
            canonical.ShouldBe(unit);
            _units.Find(unit.Base).Base.ShouldBe(unit.Base, unit.ToString());
        }
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text;
using BienNien.Reading.Papers;
using Shouldly;
using Xunit.Abstractions;

namespace BienNien.Tests.Reading.Papers;

public sealed class PaperHeaderTests(ITestOutputHelper output)
{
    private static readonly PaperHeaderReader _reader = PaperHeaderReader.Create();

    [Theory]
    [InlineData("specimens", 1.0)]
    [InlineData("held-out", 1.0)]
    [InlineData("held-out-later", 1.0)]
    public void Fields_of_whole_papers_are_read(string folder, double floor)
    {
        int right = 0;
        int all = 0;
        StringBuilder wrong = new();
        foreach (Specimen specimen in Specimen.All(folder))
        {
            var found = Specimen.FieldsOf(_reader.Read(specimen.Read()));
            foreach (string field in Specimen.FieldNames)
            {
                string? expected = specimen.Fields.GetValueOrDefault(field);
                string? actual = found.GetValueOrDefault(field);
                if (expected is null && actual is null)
                {
                    continue;
                }

                all++;
                if (expected == actual)
                {
                    right++;
                }
                else
                {
                    wrong.AppendLine(CultureInfo.InvariantCulture, $"{specimen.Name} {field}: «{actual}» for «{expected}»");
                }
            }
        }

        output.WriteLine($"{folder}: {right} of {all} fields");
        output.WriteLine(wrong.ToString());
        ((double)right / all).ShouldBeGreaterThanOrEqualTo(floor, wrong.ToString());
    }
}

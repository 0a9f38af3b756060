using System.Diagnostics;
using BienNien.Relating;
using Shouldly;
using Xunit.Abstractions;

namespace BienNien.Tests.Relating.Facts;

/// <summary>What a sentence costs does not grow with the document: four times the text takes no more than some four times as long.</summary>
public sealed class HostileTextTests(EngineFixture fixture, ITestOutputHelper output) : IClassFixture<EngineFixture>
{
    // Far more than four times, so that a busy machine does not fail it; what is quadratic takes sixteen times as long.
    private const double MostTimes = 11;

    [Theory]
    [InlineData("ông ")]
    [InlineData("sinh năm 1904, ")]
    [InlineData("(")]
    [InlineData("Nguyễn Văn An, Bí thư, ")]
    [InlineData("ông làm Bí thư Chi bộ An, ")]
    [InlineData("xã An, huyện Bình, ")]
    [InlineData("Quyết định số 1/QĐ sửa đổi ")]
    [InlineData("\n\n## Nguyễn Văn An\n\nSinh năm 1904. ")]
    [InlineData("\n- Nguyễn Văn An (1904 - 1947): ")]
    public void Relating_costs_grow_with_the_text(string part)
    {
        double small = Cost(part, 40_000);
        double large = Cost(part, 160_000);
        output.WriteLine($"{part.Trim()}: {small:0} ms, {large:0} ms");
        large.ShouldBeLessThan((MostTimes * small) + 200);
    }

    // The best of three: what the machine does besides only adds.
    private double Cost(string part, int length)
    {
        string text = string.Concat(Enumerable.Repeat(part, length / part.Length));
        DocumentAnalysis analysis = fixture.Engine.Analyze(EngineFixture.Read(text, "dai.md"));
        double best = double.MaxValue;
        for (int i = 0; i < 3; i++)
        {
            long start = Stopwatch.GetTimestamp();
            fixture.Engine.Relater.Relate(analysis.Tokens, analysis.Mentions);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return best;
    }
}

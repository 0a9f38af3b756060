using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Knowledge;
using BienNien.Text;
using BienNien.Time;
using Shouldly;

namespace BienNien.Tests.Finding.Times;

/// <summary>Each era of <c>data/reigns.tsv</c> is read in the ways that texts count its years.</summary>
public sealed class EraWordingTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    [Fact]
    public void Every_era_is_read_in_four_wordings_and_gives_its_year()
    {
        var table = DataTable.Load("reigns");
        var (name, others, first, last) = (table.IndexOf("name"), table.IndexOf("other_names"), table.IndexOf("first"), table.IndexOf("last"));
        List<string> failures = [];
        foreach (var row in table.Rows)
        {
            var from = int.Parse(row[first], System.Globalization.CultureInfo.InvariantCulture);
            var number = Math.Min(3, int.Parse(row[last], System.Globalization.CultureInfo.InvariantCulture) - from + 1);
            var year = from + number - 1;
            foreach (var era in row[others].Split('|', StringSplitOptions.RemoveEmptyEntries).Append(row[name]))
            {
                // The name of the year tells apart eras that share theirs.
                Check($"Bia dựng {CanChi.OfYear(year)}, {era} năm thứ {number}.", $"{CanChi.OfYear(year)}, {era} năm thứ {number}", year, failures);
                Check($"Bia dựng năm {era} thứ {number} ({year}).", $"năm {era} thứ {number}", year, failures);
                Check($"Bia dựng năm thứ {number} niên hiệu {era} ({year}).", $"năm thứ {number} niên hiệu {era}", year, failures);
                Check($"Bia dựng {era} nguyên niên ({from}).", $"{era} nguyên niên", from, failures);
            }
        }

        failures.ShouldBeEmpty(string.Join('\n', failures));
    }

    private void Check(string text, string span, int year, List<string> failures)
    {
        var document = EngineFixture.Read(text);
        ImmutableArray<Mention> times = [.. fixture.Engine.Finder.Find(document).Where(m => m.Kind == MentionKind.Time)];
        var at = text.IndexOf(span, StringComparison.Ordinal);
        var found = times.FirstOrDefault(m => m.Span == new TextSpan(at, span.Length));
        if (found?.Value is not TimeValue value || value.Value != EdtfDate.OfYear(year).ToString() || value.Disagrees)
        {
            failures.Add($"{text} gave {string.Join(' ', times.Select(m => $"[{document.Surface(m.Span)}]{((TimeValue)m.Value).Value}"))}");
        }
    }
}

using System.Globalization;
using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Relating;
using BienNien.Rules;
using BienNien.Text;
using BienNien.Time;
using NodaTime;

namespace BienNien.Checking.Rules;

/// <summary>CHK004. A day that the calendar does not have: “31/6/1956”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: DateImpossible.md, beside this file.</remarks>
internal sealed class DateImpossible : ICheck
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("CHK004");

    /// <inheritdoc/>
    public string Slug => "date-impossible";

    /// <inheritdoc/>
    public DiagnosticSeverity Severity => DiagnosticSeverity.Error;

    /// <inheritdoc/>
    public void Check(DocumentAnalysis analysis, DiagnosticSink found)
    {
        foreach (Mention mention in analysis.Mentions)
        {
            // What is possible of the date is kept as its value: the month, whose days can be told. A year that the passage settles may be the wrong one.
            if (mention.Value is TimeValue { Type: TimexType.Date, Invalid: true, Lunar: false, Implicit: false } value
                && Edtf.TryParse(value.Value) is { IsInterval: false, Start: { Year: { } year, Month: { } month and <= 12, Day: null } })
            {
                string said = analysis.Document.Surface(mention.Span);
                int days = CalendarSystem.Iso.GetDaysInMonth(year, month);
                found.Report(
                    mention.Span,
                    new BilingualText(
                        string.Create(CultureInfo.InvariantCulture, $"“{said}”: tháng {month} năm {year} chỉ có {days} ngày."),
                        string.Create(CultureInfo.InvariantCulture, $"“{said}”: month {month} of {year} has only {days} days.")));
            }
        }
    }
}

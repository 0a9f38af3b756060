using System.Globalization;
using System.Text.RegularExpressions;
using BienNien.Text;

namespace BienNien.Checking.Form.Rules;

/// <summary>CHK053. The line with place and day not written or set as prescribed.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: FormPlaceDate.md, beside this file.</remarks>
internal sealed partial class FormPlaceDate() : FormCheck("CHK053", "form-place-date")
{
    /// <inheritdoc/>
    public override void Check(PaperForm paper, DiagnosticSink found)
    {
        // A day over the signature is another form.
        if (paper.Header.Date is not { } date || date.Span.End > paper.BodyStart)
        {
            return;
        }

        string text = paper.Document.Text;
        TextSpan span = TextSpan.Between(Math.Min(date.Span.Start, paper.Header.Place?.Span.Start ?? date.Span.Start), date.Span.End);
        List<FormFault> faults = FormLooks.Faults(paper, "date", [span]);
        string? expected = null;
        if (paper.Header.Place is { } place && place.Span.End <= date.Span.Start && paper.Standard.Limit("date", "comma") is { } comma
            && text.AsSpan(place.Span.End, date.Span.Start - place.Span.End).Trim() is { } between && !between.StartsWith(","))
        {
            faults.Add(new FormFault(new BilingualText("không có dấu phẩy sau địa danh", "no comma after the place"), new BilingualText("có dấu phẩy sau địa danh", "a comma after the place"), comma.Source));
        }

        TextEdit? fix = null;
        Match figures = DayAndMonth.Match(text, date.Span.Start, date.Span.Length);
        if (figures.Success && paper.Standard.Limit("date", "digits") is { } digits)
        {
            Group day = figures.Groups["day"];
            Group month = figures.Groups["month"];
            string rightDay = day.ValueSpan is [>= '1' and <= '9'] ? "0" + day.Value : day.Value;
            string rightMonth = month.ValueSpan is "1" or "2" ? "0" + month.Value : month.Value;
            if (rightDay != day.Value || rightMonth != month.Value)
            {
                faults.Add(new FormFault(
                    Measures.Say("viết “{0}”", "written “{0}”", Measures.Same(figures.Value)), new BilingualText("ngày nhỏ hơn 10 và tháng 1, 2 có số 0 phía trước", "a 0 before days below 10 and months 1 and 2"), digits.Source));
                TextSpan edited = TextSpan.Between(day.Index, month.Index + month.Length);
                string right = string.Create(CultureInfo.InvariantCulture, $"{rightDay}{text[(day.Index + day.Length)..month.Index]}{rightMonth}");
                expected = text[span.Start..edited.Start] + right + text[edited.End..span.End];
                fix = new TextEdit(edited, right);
            }
        }

        FormLooks.Report(found, new BilingualText("Địa danh và thời gian ban hành", "Place and day"), span, faults, expected, fix);
    }

    [GeneratedRegex(@"(?<day>[0-9]{1,2})\s+tháng\s+(?<month>[0-9]{1,2})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DayAndMonth { get; }
}

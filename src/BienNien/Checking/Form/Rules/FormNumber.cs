using BienNien.Text;

namespace BienNien.Checking.Form.Rules;

/// <summary>CHK052. The number and symbol of the paper not written or set as prescribed.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: FormNumber.md, beside this file.</remarks>
internal sealed class FormNumber() : FormCheck("CHK052", "form-number")
{
    private const string Label = "Số";
    private const int FarthestLabel = 12;

    /// <inheritdoc/>
    public override void Check(PaperForm paper, DiagnosticSink found)
    {
        if (paper.Header.Symbol is not { } symbol || paper.Standard.Limit("number", "label") is not { } label)
        {
            return;
        }

        string text = paper.Document.Text;
        int first = paper.Header.Number?.Span.Start ?? symbol.Span.Start;
        int from = Math.Max(0, first - FarthestLabel);
        int at = text.LastIndexOf(Label, Math.Max(0, first - 1), first - from, StringComparison.OrdinalIgnoreCase);
        if (at < 0 || text.AsSpan(at, first - at).Contains('\n') || symbol.Span.End <= at)
        {
            return;
        }

        TextSpan span = TextSpan.Between(at, symbol.Span.End);
        List<FormFault> faults = FormLooks.Faults(paper, "number", [span]);
        int looks = faults.Count;
        bool hasColon = text.AsSpan(at, first - at).Contains(':');
        if (hasColon != label.Least.Contains(':', StringComparison.Ordinal))
        {
            faults.Add(hasColon
                ? new FormFault(new BilingualText("có dấu hai chấm sau “Số”", "a colon after “Số”"), new BilingualText("viết “Số” không có dấu hai chấm", "“Số” without a colon"), label.Source)
                : new FormFault(new BilingualText("không có dấu hai chấm sau “Số”", "no colon after “Số”"), new BilingualText("có dấu hai chấm sau “Số”", "a colon after “Số”"), label.Source));
        }

        string number = paper.Header.Number?.Value ?? "";
        if (paper.Standard.Limit("number", "digits") is { } digits && number is [>= '1' and <= '9'])
        {
            faults.Add(new FormFault(Measures.Say("số {0}", "number {0}", Measures.Same(number)), new BilingualText("số nhỏ hơn 10 ghi thêm số 0 phía trước", "a 0 before numbers below 10"), digits.Source));
            number = "0" + number;
        }

        string marks = symbol.Value;
        if (paper.Header.Number is { } written && paper.Standard.Limit("number", "separator") is { } separator)
        {
            string between = text[written.Span.End..Math.Max(written.Span.End, symbol.Span.Start)];
            if (between != separator.Least && between.Trim() is { Length: > 0 } mark)
            {
                faults.Add(new FormFault(
                    Measures.Say("giữa số và ký hiệu là “{0}”", "“{0}” between number and symbol", Measures.Same(mark == separator.Least ? between : mark)),
                    Measures.Say("“{0}”, không cách chữ", "“{0}” without spaces", Measures.Same(separator.Least)), separator.Source));
            }
        }

        if (paper.Standard.Limit("number", "symbol-separator") is { } inner && Rearranged(marks, inner.Least) is { } right && right != marks)
        {
            faults.Add(new FormFault(
                Measures.Say("ký hiệu “{0}”", "symbol “{0}”", Measures.Same(marks)), Measures.Say("“{0}” giữa các nhóm chữ viết tắt", "“{0}” between groups of initials", Measures.Same(inner.Least)), inner.Source));
            marks = right;
        }

        string? expected = faults.Count == looks ? null
            : $"{label.Least} {(number.Length == 0 ? "…" : number)}{paper.Standard.Limit("number", "separator")?.Least ?? "/"}{marks}";
        FormLooks.Report(found, new BilingualText("Số, ký hiệu", "Number and symbol"), span, faults, expected);
    }

    // QĐ/UBND of the state is QĐ-UBND; NQ-TU of the Party is NQ/TU. The first mark alone: names may hold hyphens of their own.
    private static string? Rearranged(string symbol, string mark)
    {
        string packed = symbol.Replace(" ", "", StringComparison.Ordinal);
        int at = packed.AsSpan().IndexOfAny('-', '/');
        return at <= 0 ? null : packed[at] == mark[0] ? packed : packed[..at] + mark + packed[(at + 1)..];
    }
}

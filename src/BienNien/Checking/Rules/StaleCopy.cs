using System.Globalization;
using BienNien.Checking.Arithmetic;
using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Relating;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Checking.Rules;

/// <summary>CHK005. A number or year left from an earlier edition: “92 năm (1930 - 2022)” in a text whose title says “93 năm (1930 - 2023)”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: StaleCopy.md, beside this file.</remarks>
internal sealed partial class StaleCopy : CheckRule
{
    // How many of the first blocks may be the title, and how many editions back a number may stem from.
    private const int TitleBlocks = 6;
    private const int EditionsBack = 3;
    private const int LeastYears = 10;
    private const int LongestName = 24;

    private readonly WordSet _marks;
    private readonly WordSet _stops;
    private readonly Titles _titles;
    private readonly Editions _editions;
    private readonly Frames _frames;
    private readonly OrdinalReader _ordinals;

    public StaleCopy(Vocabulary.Builder words)
        : base("CHK005", "stale-copy", DiagnosticSeverity.Warning)
    {
        _marks = words.AddSet("niệm", "mừng", "truyền", "thành", "ngày", "qua", "sau", "tròn", "suốt");
        _stops = words.AddSet(".", ";", "!", "?");
        _titles = new Titles(words);
        _editions = new Editions(words);
        _frames = new Frames(words);
        _ordinals = new OrdinalReader(words);
    }

    /// <inheritdoc/>
    public override void Check(DocumentAnalysis analysis, DiagnosticSink found)
    {
        MentionView view = new(analysis, MentionKind.Time);
        CheckTitle(view, found);
        if (Title(view) is not { } title)
        {
            return;
        }

        foreach (Mention mention in analysis.Mentions)
        {
            if (mention.Span.Start < title.Dates.Span.End || mention.Value is not TimeValue value)
            {
                continue;
            }

            if (value is { Type: TimexType.Date, Invalid: false }
                && Edtf.TryParse(value.Value) is { IsInterval: true, StartKind: EdtfEnd.Known, EndKind: EdtfEnd.Known } interval
                && IsEarlier(interval, title))
            {
                Report(view, found, mention.Span, Written(title), title, DiagnosticConfidence.Certain);
            }
            else if (Years(value) is { } years && title.Years - years is > 0 and <= EditionsBack)
            {
                (int first, int end) = view.RangeOf(mention.Span);
                if (DatesAfter(view, end) is { } dates)
                {
                    // The number belongs to the dates behind it: left from an earlier edition only if they are.
                    if (Edtf.TryParse(((TimeValue)dates.Value).Value) is { } counted && IsEarlier(counted, title) && counted.End.Year - counted.Start.Year == years)
                    {
                        Report(view, found, mention.Span, Count(title), title, DiagnosticConfidence.Certain);
                    }
                }
                else if (title.Years - years == 1 && Marked(view, first, end) && !NamesYear(view, first, title.To - 1))
                {
                    Report(view, found, mention.Span, Count(title), title, DiagnosticConfidence.Likely);
                }
            }
        }
    }

    // The first anniversary among the first blocks whose number and dates agree: what the document is about.
    private Anniversary? Title(MentionView view)
    {
        int last = Math.Min(TitleBlocks, view.Document.Blocks.Length);
        foreach (Mention mention in view.Mentions)
        {
            if (last == 0 || mention.Span.Start >= view.Document.Blocks[last - 1].Span.End)
            {
                return null;
            }

            if (mention.Value is TimeValue value && Years(value) is { } years and >= LeastYears
                && DatesAfter(view, view.RangeOf(mention.Span).End) is { } dates
                && Edtf.TryParse(((TimeValue)dates.Value).Value) is { StartKind: EdtfEnd.Known, EndKind: EdtfEnd.Known } interval
                && interval.Start.Year is { } from && interval.End.Year is { } to && to - from == years
                && interval.Start.Month == interval.End.Month && interval.Start.Day == interval.End.Day)
            {
                return new Anniversary(years, from, to, interval, mention, dates);
            }
        }

        return null;
    }

    // The interval that follows in the same sentence, or in the lines of a title, with no other time between.
    private Mention? DatesAfter(MentionView view, int end)
    {
        for (int at = end; at < end + LongestName; at++)
        {
            if (view.At(at) is { } time)
            {
                return time.Value is TimeValue { Type: TimexType.Date } value && value.Value.Contains('/', StringComparison.Ordinal) ? time : null;
            }

            if (view[at].Kind == TokenKind.None || _stops.Contains(view[at]))
            {
                return null;
            }
        }

        return null;
    }

    private static int? Years(TimeValue value) =>
        value is { Type: TimexType.Duration, Mod: TimexMod.None } && IsoDuration.TryParse(value.Value, out IsoDuration length)
        && length is { Unit: DurationUnit.Year, HasUnknownAmount: false, HasOneUnit: true } && decimal.Truncate(length.Amount) == length.Amount
            ? (int)length.Amount
            : null;

    // From the same day on, to the same day of a year shortly before: an anniversary counted for an earlier edition.
    private static bool IsEarlier(Edtf interval, Anniversary title)
    {
        if (interval.Start.Year != title.From || interval.End.Year is not { } to || title.To - to is <= 0 or > EditionsBack)
        {
            return false;
        }

        EdtfDate start = interval.Start;
        EdtfDate end = interval.End;
        return start.Month == end.Month && start.Day == end.Day
            && (start.Month is null || title.Interval.Start.Month is null || (start.Month == title.Interval.Start.Month && start.Day == title.Interval.Start.Day));
    }

    // “kỷ niệm 92 năm”, “sau 92 năm”, “92 năm ngày thành lập”.
    private bool Marked(MentionView view, int first, int end) =>
        _marks.Contains(view[first - 1]) || _marks.Contains(view[first - 2]) || _marks.Contains(view[end]);

    // A sentence that names last year tells of last year's anniversary.
    private static bool NamesYear(MentionView view, int token, int year)
    {
        (int from, int to) = view.SentenceOf(token);
        string start = year.ToString("0000", CultureInfo.InvariantCulture);
        for (int at = from; at < to; at++)
        {
            if (view.At(at) is { Value: TimeValue { Type: TimexType.Date } value } && value.Value.StartsWith(start, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static string Count(Anniversary title) => string.Create(CultureInfo.InvariantCulture, $"{title.Years} năm");

    private static string Written(Anniversary title) => string.Create(CultureInfo.InvariantCulture, $"{title.From} - {title.To}");

    private static void Report(MentionView view, DiagnosticSink found, TextSpan span, string expected, Anniversary title, DiagnosticConfidence confidence)
    {
        string said = view.Surface(span).ReplaceLineEndings(" ");
        string heading = $"{view.Surface(title.Length.Span)} ({view.Surface(title.Dates.Span)})".ReplaceLineEndings(" ");
        found.Report(
            span,
            new BilingualText(
                $"“{said}” có lẽ còn sót từ bản của năm trước: tên bài ghi “{heading}”.",
                $"“{said}” may be left from an earlier year's text: the title says “{heading}”."),
            expected: expected,
            confidence: confidence,
            related: [new RelatedPlace(title.Length.Span, new BilingualText("Số năm ở tên bài", "The number of years in the title")),
                new RelatedPlace(title.Dates.Span, new BilingualText("Hai mốc ở tên bài", "The two dates in the title"))]);
    }

    /// <summary>What the document commemorates.</summary>
    private sealed record Anniversary(int Years, int From, int To, Edtf Interval, Mention Length, Mention Dates);
}

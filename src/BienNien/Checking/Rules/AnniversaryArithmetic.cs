using System.Globalization;
using BienNien.Checking.Arithmetic;
using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Relating;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Checking.Rules;

/// <summary>CHK001. A length of time that does not match the two dates in the brackets after it: “74 năm (25/5/1948 - 25/5/2023)”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: AnniversaryArithmetic.md, beside this file.</remarks>
internal sealed partial class AnniversaryArithmetic : CheckRule
{
    // A title set on several lines: the number on one, the dates on the next or the one after it.
    private const int BlocksAhead = 2;
    private const int LongestName = 24;
    private const int LongestGap = 6;

    private readonly WordSet _commemorates;
    private readonly WordSet _counts;
    private readonly WordSet _founding;
    private readonly WordSet _periods;
    private readonly WordSet _others;
    private readonly WordSet _sentenced;
    private readonly WordSet _from;
    private readonly WordSet _comma;
    private readonly WordSet _stops;
    private readonly int _open;
    private readonly int _close;
    private readonly int _birth;
    private readonly Stories _stories;
    private readonly Spans _spans;
    private readonly Clauses _clauses;
    private readonly OrdinalReader _ordinals;

    public AnniversaryArithmetic(Vocabulary.Builder words)
        : base("CHK001", "anniversary-arithmetic", DiagnosticSeverity.Error)
    {
        // “kỷ niệm”, “chào mừng”, “hướng tới”: what follows is an anniversary, counted from its day.
        _commemorates = words.AddSet("niệm", "mừng");
        _counts = words.AddSet("trong", "qua", "suốt", "tròn", "đường", "dài", "sau", "hết", "cộng");
        _founding = words.AddSet("ngày", "thành", "tái", "truyền", "ra", "giải", "khởi", "mở");
        _periods = words.AddSet("kháng", "xây", "hình", "đấu", "chiến", "phát");
        _others = words.AddSet(
            "hiện", "án", "trình", "hoạch", "quyết", "thị", "đoạn", "kỳ", "kết", "viết", "tác", "xuất", "khóa", "dự", "trước", "tới", "nữa", "tuổi");
        _sentenced = words.AddSet("án", "phạt", "xử", "lưu", "đày", "khổ");
        _from = words.AddSet("từ");
        _comma = words.AddSet(",");
        _stops = words.AddSet(";", ":", ".", "!", "?", ")", "”");
        _open = words.Add("(");
        _close = words.Add(")");
        _birth = words.Add("sinh");
        _stories = new Stories(words);
        _spans = new Spans(words);
        _clauses = new Clauses(words);
        _ordinals = new OrdinalReader(words);
    }

    /// <inheritdoc/>
    public override void Check(DocumentAnalysis analysis, DiagnosticSink found)
    {
        MentionView view = new(analysis, MentionKind.Time);
        CheckClasses(view, found);
        CheckTables(view, found);
        CheckOrdinals(view, found);
        CheckBodyAges(view, found);
        CheckWorded(view, analysis.Mentions, found);
        CheckYearNumbers(view, found);
        int written = WrittenYear(view);
        foreach (Mention mention in analysis.Mentions)
        {
            CheckBodyAge(view, mention, found);
            if (mention.Value is TimeValue { Type: TimexType.Duration } said
                && IsoDuration.TryParse(said.Value, out IsoDuration length)
                && length is { HasUnknownAmount: false, HasOneUnit: true, Amount: > 0 }
                && decimal.Truncate(length.Amount) == length.Amount)
            {
                // “gần 40 năm” is less than forty, not about forty.
                said = said.Mod == TimexMod.Approx && _clauses.Nearly.Contains(view[view.RangeOf(mention.Span).First]) ? said with { Mod = TimexMod.LessThan } : said;
                if (!Counted(view, mention, out Mention? dates, out bool commemorates))
                {
                    if (!CheckAgo(view, mention, said, length, written, found) && !CheckStay(view, mention, said, length, found) && !CheckKept(view, mention, said, length, found)
                        && !CheckClause(view, mention, said, length, found))
                    {
                        CheckStory(view, mention, said, length, found);
                    }
                }
                else if (!IsFraction(view, mention) && dates.Value is TimeValue { Invalid: false, Lunar: false } value
                    && Edtf.TryParse(value.Value) is { IsInterval: true, StartKind: EdtfEnd.Known, EndKind: EdtfEnd.Known } interval
                    && Lengths.Between(interval, length.Unit, commemorates) is { } lengths
                    && !Agrees(length.Amount, said.Mod, lengths))
                {
                    Report(view, found, mention, dates, lengths, length.Unit);
                }
            }
        }
    }

    // The dates that a length is said of: in brackets after it, after “từ”, or written from one day to the same day of a later year.
    private bool Counted(MentionView view, Mention mention, out Mention dates, out bool commemorates)
    {
        dates = mention;
        (int first, int end) = view.RangeOf(mention.Span);
        commemorates = Commemorates(view, first);
        for (int at = first - 1; at >= first - 4 && !view[at].IsMark; at--)
        {
            if (_sentenced.Contains(view[at]))
            {
                return false;
            }
        }

        bool founding = commemorates || _founding.Contains(view[end]);
        bool counts = founding || _periods.Contains(view[end]) || _counts.Contains(view[first - 1]) || _counts.Contains(view[first - 2]);
        int block = view.BlockOf(first);
        bool birth = false;
        bool others = false;
        bool comma = false;
        int words = 0;
        for (int at = end; at < view.Tokens.Length && words <= LongestName; at++, words++)
        {
            Token token = view[at];
            int ahead = view.BlockOf(at) - block;
            if (ahead > BlocksAhead || (ahead > 0 && (view.Document.Blocks[view.BlockOf(at)].Kind is BlockKind.TableCell or BlockKind.Footnote)))
            {
                return false;
            }

            if (view.At(at) is { } time)
            {
                TimeValue value = (TimeValue)time.Value;
                (int timeFirst, int timeEnd) = view.RangeOf(time.Span);
                if (!value.Value.Contains('/', StringComparison.Ordinal))
                {
                    // “75 năm ngày 17/10 (17/10/1950 - 17/10/2025)”: a single date may stand between; another length may not.
                    if (value.Type == TimexType.Duration || !commemorates)
                    {
                        return false;
                    }

                    at = timeEnd - 1;
                    continue;
                }

                dates = time;
                bool sameDay = IsSameDayOfYear(value.Value);
                bool bracketed = Bracketed(view, timeFirst, timeEnd, out int opening);
                bool near = at - end <= LongestGap;
                commemorates = (founding && !_others.Contains(view[end])) || commemorates;
                if (sameDay && (bracketed || commemorates))
                {
                    return commemorates || near;
                }

                if (ahead > 0 && !(bracketed && view.BlockOf(timeFirst) != view.BlockOf(Math.Max(0, opening - 1))))
                {
                    return false;
                }

                // “kỷ niệm 110 năm ngày sinh của ông (1912 - 1998)”: the brackets tell a life, unless nobody lives so long.
                if (birth && !(bracketed && commemorates && IsLongerThanLife(value.Value)))
                {
                    return false;
                }

                // “Trong ba năm 1966 - 1968”
                if (!bracketed && at == end && value.Value.Contains('/', StringComparison.Ordinal) && _counts.Contains(view[first - 1]))
                {
                    return true;
                }

                if (!bracketed)
                {
                    return at - end <= 3 && _from.Contains(view[timeFirst - 1]);
                }

                return opening == end || (opening == end + 1 && !others) || (commemorates && !comma && !others) || (counts && near && !comma && !others);
            }

            // A full stop or a second clause ends what the length was said of.
            if (_stops.Contains(token) || (token.Word == _open && !Opens(view, at)))
            {
                return false;
            }

            birth |= token.Word == _birth;
            comma |= _comma.Contains(token);
            others |= _others.Contains(token);
        }

        return false;
    }

    private bool Commemorates(MentionView view, int first)
    {
        for (int i = first - 1; i >= first - 4; i--)
        {
            if (_commemorates.Contains(view[i]))
            {
                return true;
            }

            if (view[i].IsMark || view.At(i) is not null)
            {
                return false;
            }
        }

        return false;
    }

    private bool Opens(MentionView view, int at) =>
        view.At(at + 1) is not null || view.At(at + 2) is not null || view.At(at + 3) is not null;

    // The brackets hold the interval and nothing else, save “từ” and “ngày”.
    private bool Bracketed(MentionView view, int first, int end, out int opening)
    {
        opening = first - 1;
        while (opening > first - 4 && view[opening].IsWord)
        {
            opening--;
        }

        return view[opening].Word == _open && view[end].Word == _close;
    }

    private static bool IsLongerThanLife(string value) =>
        Edtf.TryParse(value) is { StartKind: EdtfEnd.Known, EndKind: EdtfEnd.Known, Start.Year: { } from, End.Year: { } to } && to - from >= 100;

    private static bool IsSameDayOfYear(string value) =>
        Edtf.TryParse(value) is { StartKind: EdtfEnd.Known, EndKind: EdtfEnd.Known } interval
        && interval.Start.Day is { } day && interval.Start.Month is { } month
        && interval.End.Day == day && interval.End.Month == month
        && interval.Start.Year is { } from && interval.End.Year is { } to && from < to;

    // Whether some customary way of counting makes the words true.
    private static bool Agrees(decimal said, TimexMod mod, Lengths lengths) => mod switch
    {
        TimexMod.None => said >= lengths.Least && said <= lengths.Most,
        // “hơn 500 năm” of 520 years is right; of 400 it is not.
        // Nobody says “hơn 30 năm” of sixty, nor “gần 40 năm” of twenty-nine.
        TimexMod.MoreThan or TimexMod.EqualOrMore => lengths.Most >= said && lengths.Least <= (said * 1.6m) + 3,
        TimexMod.LessThan or TimexMod.EqualOrLess => lengths.Least <= said && lengths.Most >= (said * 0.78m) - 1,
        TimexMod.Approx => lengths.Least <= (said * 1.25m) + 2 && lengths.Most >= (said * 0.75m) - 2,
        _ => true,
    };

    private static void Report(MentionView view, DiagnosticSink found, Mention length, Mention dates, Lengths lengths, DurationUnit unit)
    {
        string said = view.Surface(length.Span);
        string interval = view.Surface(dates.Span);
        string right = lengths.Least == lengths.Most
            ? lengths.Least.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{lengths.Least}–{lengths.Most}");
        (string vietnamese, string english) = Units(unit);
        found.Report(
            length.Span,
            new BilingualText(
                $"“{said}” không khớp với hai mốc “{interval}”: từ mốc đầu đến mốc cuối là {right} {vietnamese}.",
                $"“{said}” does not match the dates “{interval}”: from the first to the last it is {right} {english}."),
            expected: $"{right} {vietnamese}",
            related: [new RelatedPlace(dates.Span, new BilingualText("Hai mốc thời gian được tính", "The two dates counted"))]);
    }

    private static (string Vietnamese, string English) Units(DurationUnit unit) => unit switch
    {
        DurationUnit.Year => ("năm", "years"),
        DurationUnit.Month => ("tháng", "months"),
        DurationUnit.Week => ("tuần", "weeks"),
        _ => ("ngày", "days"),
    };
}

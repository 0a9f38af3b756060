using System.Collections.Immutable;
using System.Globalization;
using BienNien.Checking.Dates;
using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Knowledge;
using BienNien.Relating;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Checking.Rules;

/// <summary>CHK011. Times in an order that cannot be: “từ năm 1954 đến năm 1949”, a closing before the opening, a paper that carries out a later one.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: Chronology.md, beside this file. What comes before what: data/event-order.tsv.</remarks>
internal sealed partial class Chronology : CheckRule
{
    private const int LongestReach = 7;
    private const int LongestLead = 12;
    private const int YoungestMember = 14;
    private const int YoungestPupil = 7;
    private const int TitleBlocks = 8;
    private const int NearDates = 14;
    private const int LongestInterval = 150;

    private readonly PhraseTable<ImmutableArray<Step>> _steps;
    private readonly WordSet _dashes;
    private readonly WordSet _leads;
    private readonly WordSet _stops;
    private readonly WordSet _marks;
    private readonly WordSet _before;
    private readonly WordSet _others;
    private readonly WordSet _again;
    private readonly WordSet _bases;
    private readonly WordSet _periods;
    private readonly WordSet _parts;
    private readonly WordSet _pronouns;
    private readonly WordSet _compares;
    private readonly WordSet _turns;
    private readonly WordSet _auxiliaries;
    private readonly WordSet _ofPlaces;
    private readonly WordSet _carries;
    private readonly WordSet _carriesFirst;
    private readonly Clauses _clauses;
    private readonly Turns _turnWords;
    private readonly int _that;
    private readonly int _time;
    private readonly int _firstTime;
    private readonly int _open;
    private readonly int _close;

    public Chronology(Vocabulary.Builder words)
        : base("CHK011", "chronology", DiagnosticSeverity.Error)
    {
        DataTable table = DataTable.Load("event-order");
        (int course, int rank, int phrase, int least) = (table.IndexOf("course"), table.IndexOf("rank"), table.IndexOf("phrase"), table.IndexOf("least"));
        PhraseTable<ImmutableArray<Step>>.Builder steps = new();
        List<string> courses = [.. table.Column("course").Distinct(StringComparer.Ordinal)];
        foreach (IGrouping<string, ImmutableArray<string>> rows in table.Rows.GroupBy(row => row[phrase], StringComparer.Ordinal))
        {
            steps.Add(
                words.AddPhrase(rows.Key).AsSpan(),
                [.. rows.Select(row => new Step(courses.IndexOf(row[course]), int.Parse(row[rank], CultureInfo.InvariantCulture), int.Parse(row[least], CultureInfo.InvariantCulture)))]);
        }

        _steps = steps.Build();
        _dashes = words.AddSet("-", "–", "—");
        _leads = words.AddSet("(", "đoạn", "kỳ", "kì", "khóa", "năm", "từ", "gian", "những", "các", "học", ":", "[");
        _stops = words.AddSet(".", ";", "!", "?", ":");
        _marks = words.AddSet(",", "(", ")", "-", "–");
        _before = words.AddSet("TCN", "trước", "tr");
        _others = words.AddSet("chưa", "không", "sẽ", "trước", "kỷ", "niệm", "ngày", "lại", "tái", "để", "phải", "cho", "dự", "kiến", "sau", "học", "vệ", "phát", "phục", "thí", "nhân", "dân", "nảy", "song", "khai", "hạ", "mùa");
        _again = words.AddSet("lại", "hai", "ba", "nữa", "thêm");
        _bases = words.AddSet("cứ", "hiện", "theo", "hành", "khai", "chiểu");
        _periods = words.AddSet("đoạn", "kỳ", "kì", "khóa", "năm", "trong", "Trong");
        _parts = words.AddSet("riêng", "đó", "đỉnh", "nhất", "hình", "thể", "biệt");
        _turns = words.AddSet("sau", "trước", "còn", "cha", "mẹ", "bố", "chồng", "vợ", "con", "cháu", "trai", "gái", "cũ");
        _auxiliaries = words.AddSet("được", "đã", "mới", "thì", "lại", "bị", "cũng");
        _ofPlaces = words.AddSet("tại", "ở", "của", "do", "về", "từ", "trên", "với", "cho", "bởi");
        _compares = words.AddSet("so", "với", "từ", "trước", "sau", "kể");
        _that = words.Add("đó");
        _time = words.Add("lần");
        _firstTime = words.Add("đầu");
        _carries = words.AddSet("hiện", "khai", "hành", "dẫn", "cứ", "triệt", "đổi", "sung", "thế", "bỏ", "hóa");
        _carriesFirst = words.AddSet("thực", "triển", "thi", "hướng", "căn", "quán", "sửa", "bổ", "thay", "bãi", "thể");
        _pronouns = words.AddSet("ông", "bà", "anh", "chị", "đồng", "cụ", "ban", "hội", "đại", "cuộc", "lễ", "đến", "sau", "công", "năm", "ngày", "tháng", "bài", "tác", "người", "nơi", "họ", "về", "cũng");
        _clauses = new Clauses(words);
        _turnWords = new Turns(words);
        _open = words.Add("(");
        _close = words.Add(")");
    }

    /// <inheritdoc/>
    public override void Check(DocumentAnalysis analysis, DiagnosticSink found)
    {
        MentionView view = new(analysis, MentionKind.Time);
        HashSet<TextSpan> told = [];
        CheckIntervals(view, told, found);
        CheckLives(analysis, view, told, found);
        CheckPapers(analysis, view, told, found);
        CheckSteps(view, told, found);
        CheckPeriods(view, told, found);
        CheckListed(view, told, found);
        CheckOpenings(view, told, found);
        CheckDeeds(view, told, found);
        CheckClocks(view, found);
        CheckSchedules(view, found);
        CheckHeadings(view, told, found);
        CheckBefore(view, told, found);
        CheckTurns(view, told, found);
        CheckOrdinals(view, told, found);
    }

    // “từ năm 1954 đến năm 1949”, “(1963 - 1961)”
    private void CheckIntervals(MentionView view, HashSet<TextSpan> told, DiagnosticSink found)
    {
        foreach (Mention mention in view.Mentions)
        {
            if (mention.Kind == MentionKind.Time && mention.Value is TimeValue { Implicit: false } && Told.Date(mention) is { IsInterval: true, StartKind: EdtfEnd.Known, EndKind: EdtfEnd.Known } interval
                && interval.Start is { Year: { } from, YearPrecision: not YearPrecision.Unspecified } && interval.End is { Year: { } to, YearPrecision: not YearPrecision.Unspecified } && from > 0 && to > 0
                && interval.Start.Earliest > interval.End.Latest && !IsWeekday(view, mention))
            {
                ReportReversed(view, mention.Span, told, found);
            }
        }

        for (int at = 0; at + 2 < view.Tokens.Length; at++)
        {
            if (view[at] is { IsNumber: true, Length: 4, Number: >= 1000 and <= 2199 } first && _dashes.Contains(view[at + 1])
                && view[at + 2] is { IsNumber: true, Length: 4, Number: >= 1000 and <= 2199 } last && first.Number > last.Number && first.Number - last.Number <= LongestInterval
                && Closes(view, at + 3) && Leads(view, at) && view.BlockOf(at) == view.BlockOf(at + 2))
            {
                ReportReversed(view, TextSpan.Between(first.Start, last.End), told, found);
            }
        }
    }

    private bool Leads(MentionView view, int at) =>
        _leads.Contains(view[at - 1]) || (view[at].Traits & TokenTraits.SentenceStart) != 0 || (view.Document.Blocks[view.BlockOf(at)].Kind == BlockKind.TableCell && view.SentenceOf(at).First == at);

    private bool Closes(MentionView view, int at) =>
        (view[at].Kind is TokenKind.None || view[at].IsMark || view.BlockOf(at) != view.BlockOf(at - 1) || view[at].IsWord)
        && !_before.Contains(view[at]) && !_dashes.Contains(view[at]) && !(view[at].IsMark && !view[at].SpaceBefore && view[at + 1].IsNumber && !view[at + 1].SpaceBefore);

    private static void ReportReversed(MentionView view, TextSpan span, HashSet<TextSpan> told, DiagnosticSink found)
    {
        if (told.Add(span))
        {
            string said = view.Line(span);
            found.Report(
                span,
                new BilingualText($"“{said}”: mốc sau lại sớm hơn mốc trước.", $"“{said}”: the end is before the beginning."));
        }
    }

    // “khai mạc ngày 5/3/2020, bế mạc ngày 3/3/2020”
    private void CheckSteps(MentionView view, HashSet<TextSpan> told, DiagnosticSink found)
    {
        List<Dated> steps = [];
        for (int s = 0; s < view.Sentences.Length; s++)
        {
            Sentence sentence = view.SentenceAt(s);
            for (int at = 0; at < sentence.Count; at++)
            {
                if (view.At(sentence.FirstToken + at) is not null)
                {
                    continue;
                }

                int length = _steps.Longest(sentence, at, out ImmutableArray<Step> is_);
                if (length == 0)
                {
                    continue;
                }

                int first = sentence.FirstToken + at;
                if (!_others.Contains(view[first - 1]) && !_again.Contains(view[first + length]) && !(view[first + length].Word == _time && view[first + length + 1].Word != _firstTime) && DateOfStep(view, first, first + length, sentence, steps) is { } date)
                {
                    Dated step = new(s, first, is_, date);
                    Compare(view, step, steps, told, found);
                    steps.Add(step);
                }

                at += length - 1;
            }
        }
    }

    private void Compare(MentionView view, Dated step, List<Dated> steps, HashSet<TextSpan> told, DiagnosticSink found)
    {
        foreach (Step later in step.Is)
        {
            for (int i = steps.Count - 1; i >= 0; i--)
            {
                Dated earlier = steps[i];
                if (step.Sentence - earlier.Sentence > 1 || view.BlockOf(step.First) != view.BlockOf(earlier.First))
                {
                    break;
                }

                if (earlier.Date != step.Date && step.Sentence == earlier.Sentence && earlier.Is.Any(one => one.Course == later.Course && one.Rank > later.Rank) && Follows(view, earlier, step))
                {
                    if (Told.Date(earlier.Date) is { } second && Told.Date(step.Date) is { } first && second.Latest < first.Earliest)
                    {
                        ReportOrder(view, step.Date.Span, earlier.Date.Span, told, found, "bước sau", "the later step");
                    }

                    break;
                }

                if (earlier.Date != step.Date && IsToldBack(view, earlier, step, later))
                {
                    ReportOrder(view, step.Date.Span, earlier.Date.Span, told, found, "bước sau", "the later step");
                    break;
                }

                if (earlier.Date == step.Date || !earlier.Is.Any(one => one.Course == later.Course && one.Rank < later.Rank))
                {
                    if (earlier.Is.Any(one => one.Course == later.Course && one.Rank >= later.Rank))
                    {
                        break;      // the step before is of another thing
                    }

                    continue;
                }

                if (step.Sentence != earlier.Sentence ? !SameSubject(view, earlier, step) : IsOther(view, earlier, step))
                {
                    break;
                }

                // Nobody joins the army at nine: a year of birth told so late is a slip, too.
                int least = earlier.Is.Any(one => one.Course == later.Course && one.Rank == 1) ? later.Least : 0;
                if (Told.Date(earlier.Date) is { } start && Told.Date(step.Date) is { } end && (least == 0 ? end.Latest < start.Earliest : end.Start.Year - start.Start.Year < least && !told.Contains(earlier.Date.Span)))
                {
                    string before = view.Line(TextSpan.Between(view[earlier.First].Start, earlier.Date.Span.End > view[earlier.First].Start ? earlier.Date.Span.End : view[earlier.First].End));
                    ReportOrder(view, step.Date.Span, earlier.Date.Span, told, found, before, before);
                }

                break;
            }
        }
    }

    // The date right after the words of a step, or the one that opens its clause.
    private Mention? DateOfStep(MentionView view, int first, int end, Sentence sentence, List<Dated> steps)
    {
        int last = sentence.FirstToken + sentence.Count;
        for (int at = end; at < last && at <= end + LongestReach; at++)
        {
            if (view.At(at) is { } mention)
            {
                if (IsDate(mention))
                {
                    return mention;
                }

                break;
            }

            // “Lễ khánh thành cầu, ngày 5/6/1972.”: a caption's date after its comma.
            if (view[at].Word == _clauses.Comma && view.At(at + 1) is { } ends && IsDate(ends) && view.RangeOf(ends.Span).End is var after && (after >= last || _stops.Contains(view[after])))
            {
                return ends;
            }

            if (view[at].IsMark && !(view[at].Word == _open && at == end))
            {
                break;
            }

            if (_steps.Longest(sentence, at - sentence.FirstToken, out _) > 0)
            {
                break;
            }
        }

        for (int at = first - 1; at >= sentence.FirstToken && at >= first - LongestLead; at--)
        {
            if (_stops.Contains(view[at]))
            {
                return null;
            }

            if (view.At(at) is { } mention)
            {
                (int from, _) = view.RangeOf(mention.Span);
                bool opens = from - sentence.FirstToken <= 2 || _marks.Contains(view[from - 1]) || _marks.Contains(view[from - 2]) || _stops.Contains(view[from - 1]);
                return opens && IsDate(mention) && !steps.Exists(step => step.Date == mention) ? mention : null;
            }
        }

        return null;
    }

    private static bool IsDate(Mention mention) =>
        mention.Value is TimeValue { Mod: TimexMod.None or TimexMod.Start or TimexMod.Mid or TimexMod.End, Lunar: false, Invalid: false, Type: TimexType.Date or TimexType.Time }
        && Told.Date(mention) is { IsInterval: false, IsSet: false, Start: { Year: > 0, YearPrecision: YearPrecision.Year } } && Told.IsSure(mention) && mention.Rule.ToString() != "TIM022";

    // Between the two steps a name, somebody of the family, “sau khi” or “còn”: the second step is of something else, or told first on purpose.
    private bool IsOther(MentionView view, Dated earlier, Dated later)
    {
        for (int at = earlier.First + 1; at < later.First; at++)
        {
            if (_turns.Contains(view[at]))
            {
                return true;
            }
        }

        // “cầu Đông khởi công năm 1978, cầu Đoài khánh thành …”: a name right before the step is its own subject.
        int name = later.First - 1;
        name = view[name].IsWord && !view[name].Capitalised && _auxiliaries.Contains(view[name]) ? name - 1 : name;
        int last = name;
        while (name > view.RangeOf(earlier.Date.Span).End && view[name].IsWord && view[name].Capitalised)
        {
            name--;
        }

        return name < last && !_ofPlaces.Contains(view[name]);
    }

    // A second sentence speaks of the same thing when it opens with the same words, or with a word that stands for it.
    private bool SameSubject(MentionView view, Dated earlier, Dated later)
    {
        int one = view.Sentences[earlier.Sentence].First;
        int other = view.Sentences[later.Sentence].First;
        return _pronouns.Contains(view[other]) || (SameText(view, one, other) && SameText(view, one + 1, other + 1));
    }

    private static bool SameText(MentionView view, int one, int other) =>
        view.Document.Text.AsSpan(view[one].Start, view[one].Length).Equals(view.Document.Text.AsSpan(view[other].Start, view[other].Length), StringComparison.OrdinalIgnoreCase);

    // “Trong giai đoạn 2016 - 2020 …, riêng năm 2022 …”
    private void CheckPeriods(MentionView view, HashSet<TextSpan> told, DiagnosticSink found)
    {
        Mention? period = null;
        int sentence = -1;
        foreach (Mention mention in view.Mentions)
        {
            if (mention.Kind != MentionKind.Time || Told.Date(mention) is not { IsSet: false } date)
            {
                continue;
            }

            (int first, int end) = view.RangeOf(mention.Span);
            int own = view.SentenceOf(first).First;
            if (date is { IsInterval: true, StartKind: EdtfEnd.Known, EndKind: EdtfEnd.Known, Start: { Year: { } from, YearPrecision: YearPrecision.Year }, End: { Year: { } to, YearPrecision: YearPrecision.Year } } && from <= to)
            {
                period = _periods.Contains(view[first - 1]) || _periods.Contains(view[first]) ? mention : null;
                sentence = own;
                continue;
            }

            if (period is null || own != sentence || !IsDate(mention) || Told.Date(period) is not { } range)
            {
                continue;
            }

            (_, int after) = view.RangeOf(period.Span);
            bool compared = false;
            bool part = view[first - 1].Word == _open && first - after == 1;
            for (int at = first - 1; at >= first - 3 && at >= after; at--)
            {
                part |= _parts.Contains(view[at]) && (view[at].Word != _that || _periods.Contains(view[at - 1]));
                compared |= _compares.Contains(view[at]);
            }

            if (part && !compared && (date.Start.Year < range.Start.Year || date.Start.Year > range.End.Year))
            {
                ReportOrder(view, mention.Span, period.Span, told, found, "giai đoạn", "the period");
            }

            _ = end;
        }
    }

    private static void ReportOrder(MentionView view, TextSpan span, TextSpan other, HashSet<TextSpan> told, DiagnosticSink found, string what, string english)
    {
        if (told.Add(span))
        {
            // Of two dates near each other either may be the wrong one.
            (int one, int two) = (view.RangeOf(span).First, view.RangeOf(other).First);
            bool near = Math.Abs(one - two) <= NearDates && view.SentenceOf(one) == view.SentenceOf(two);
            found.Report(
                near ? view.Both(span, other) : span,
                new BilingualText(
                    $"“{view.Line(span)}” không thể có cùng “{view.Line(other)}” ({what}): trái trình tự thời gian.",
                    $"“{view.Line(span)}” cannot go with “{view.Line(other)}” ({english}): the order of time forbids it."),
                related: [new RelatedPlace(other, new BilingualText("Mốc không khớp", "The date it does not agree with"))]);
        }
    }

    /// <summary>A step of a course of things, at least so many years after the first.</summary>
    private readonly record struct Step(int Course, int Rank, int Least);

    /// <summary>Words that name a step, with the date they are said to have.</summary>
    private sealed record Dated(int Sentence, int First, ImmutableArray<Step> Is, Mention Date);
}

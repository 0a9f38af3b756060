using System.Globalization;
using BienNien.Checking.Dates;
using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Relating;
using BienNien.Text;
using BienNien.Time;
using NodaTime;

namespace BienNien.Checking.Rules;

/// <summary>CHK009. A year named twice, by the cycle of sixty or an era and by its number, and the names do not agree: “năm Ất Dậu (1944)”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: CanChiMismatch.md, beside this file.</remarks>
internal sealed partial class CanChiMismatch : CheckRule
{
    private static readonly LunisolarCalendar _calendar = new();

    private readonly Gloss _gloss;
    private readonly int[] _stems;
    private readonly int[] _branches;
    private readonly WordSet _stemWords;
    private readonly WordSet _leads;
    private readonly WordSet _seasons;
    private readonly WordSet _others;
    private readonly WordSet _called;
    private readonly WordSet _branchWords;
    private readonly WordSet _late;
    private readonly WordSet _dashes;
    private readonly WordSet _ages;
    private readonly int _open;
    private readonly int _year;
    private readonly WordSet _quotes;
    private readonly WordSet _numbers;
    private readonly WordSet _lateMonths;
    private readonly WordSet _yearsOld;
    private readonly CuePhrases _columns;

    public CanChiMismatch(Vocabulary.Builder words)
        : base("CHK009", "can-chi-mismatch", DiagnosticSeverity.Error)
    {
        _gloss = new Gloss(words);
        List<int> stems = [];
        _stems = Numbers(words, CanChi.Stems, ["Kỉ", "Quí"], static word => CanChi.StemOf(word), stems);
        List<int> branches = [];
        _branches = Numbers(words, CanChi.Branches, ["Tí", "Tị", "Mẹo", "Vị"], static word => CanChi.BranchOf(word), branches);
        _stemWords = new WordSet(stems);
        _branchWords = new WordSet(branches);

        // Words that a name of a year follows; after others the two words may be somebody's name.
        _leads = words.AddSet("năm", "Tết", "xuân", "hè", "hạ", "thu", "đông", "khoa", "tuổi", "đán", "thi", "Hội", "Hương", "Đình", "Chạp", "Giêng", "vụ", "bão", "lụt", "biến");
        _seasons = words.AddSet("mùa", "tiết");
        _called = words.AddSet(
            "ông", "bà", "anh", "chị", "cụ", "em", "chí", "cô", "chú", "bác", "thầy", "làng", "xã", "thôn", "ấp", "bản", "phường", "huyện", "chùa", "đình", "đền", "miếu",
            "trường", "họ", "vua", "chúa", "tên", "là", "nhà", "và", "với", "của", "tháng");
        _others = words.AddSet("ngày", "giờ");
        _late = words.AddSet("Chạp", "đông", "cuối", "mười", "11", "12", "một", "hết", "hai");
        _dashes = words.AddSet("-", "–", "/", ".", "đến");
        _ages = words.AddSet("tuổi");
        _open = words.Add("(");
        _year = words.Add("năm");
        _quotes = words.AddSet("\"", "“", "”", "'", "’");
        _numbers = words.AddSet("một", "hai", "mười");
        _lateMonths = words.AddSet("tháng", "mười");
        _yearsOld = words.AddSet("niên", "tuế");
        _columns = CuePhrases.Of(words, "column-of-years");
    }

    /// <inheritdoc/>
    public override void Check(DocumentAnalysis analysis, DiagnosticSink found)
    {
        MentionView view = new(analysis, MentionKind.Time);
        List<TextSpan> told = [];
        for (int at = 0; at + 1 < view.Tokens.Length; at++)
        {
            if (_stemWords.Contains(view[at]) && view[at].Capitalised && view[at + 1].Capitalised && StemOf(view[at]) is var stem and >= 0
                && BranchOf(view[at + 1]) is var branch and >= 0 && view.BlockOf(at) == view.BlockOf(at + 1))
            {
                CheckName(view, at, stem, branch, told, found);
                at++;
            }
            else if (_ages.Contains(view[at]) && _branchWords.Contains(view[at + 1]) && view[at + 1].Capitalised)
            {
                CheckBranch(view, at + 1, found);
            }
        }

        foreach (Mention mention in analysis.Mentions)
        {
            CheckReign(view, mention, told, found);
        }

        CheckTables(view, found);
    }

    private void CheckName(MentionView view, int at, int stem, int branch, List<TextSpan> told, DiagnosticSink found)
    {
        TextSpan name = TextSpan.Between(view[at].Start, view[at + 1].End);
        bool leads = _leads.Contains(view[at - 1]);
        // “"Tự Đức Mậu Dần niên", tức năm 1878”
        int stop = _yearsOld.Contains(view[at + 2]) ? at + 3 : at + 2;
        stop = _quotes.Contains(view[stop]) ? stop + 1 : stop;
        Solar? after = After(view, stop);
        Solar? before = Before(view, at);
        if (CanChi.Of(stem, branch) is not { } said)
        {
            // Such a pair of words may be anything unless something says that it is a year.
            if ((leads && !_others.Contains(view[at - 1])) || IsInscribed(view, at) || (before is { Kind: GlossKind.Same } && view[at - 1].Word == _open))
            {
                ReportImpossible(view, found, name, (after ?? before)?.Year);
                told.Add(name);
            }

            return;
        }

        if (_others.Contains(view[at - 1]) || (!leads && !IsYear(view, at) && !(after is { } beside && IsBeside(view, at, beside))))
        {
            return;
        }

        bool agrees = (after is { } one && Agrees(view, at, said, one)) || (before is { } other && Agrees(view, at, said, other));
        if (agrees || (after ?? before) is null)
        {
            return;
        }

        // “1886, tức năm Kỷ Sửu”: a year beside the name by a comma alone may be another one.
        Solar wrong = before is { Kind: GlossKind.Same } && after is not { Kind: GlossKind.Same } ? before.Value : after ?? before!.Value;
        if (wrong.First < at && wrong.Kind == GlossKind.Beside && (view[at - 1].Word == _year || after is not null || Told.Date(view.At(at)) is { Start.Month: not null }))
        {
            return;
        }

        Report(view, found, name, wrong, said);
        told.Add(TextSpan.Between(Math.Min(name.Start, wrong.Span.Start), Math.Max(name.End, wrong.Span.End)));
    }

    // “sinh năm 1951 (tuổi Dần)”: half a name tells the year within twelve.
    private void CheckBranch(MentionView view, int at, DiagnosticSink found)
    {
        if ((After(view, at + 1) ?? Before(view, at)) is not { } solar || solar.Kind == GlossKind.None || (solar.First > at && view[at + 1].Word != _open))
        {
            return;
        }

        int branch = BranchOf(view[at]);
        int right = CanChi.OfYear(solar.Year).Index % 12;
        if (branch < 0 || branch == right || branch == (right + 11) % 12)
        {
            return;
        }

        string name = CanChi.Branches[right];
        found.Report(
            view.Both(view[at].Span, solar.Span),
            new BilingualText($"“{view.Line(solar.Span)}” là năm {CanChi.OfYear(solar.Year)}, tuổi {name}.", $"“{view.Line(solar.Span)}” is {CanChi.OfYear(solar.Year)}."),
            expected: $"tuổi {name}",
            related: [new RelatedPlace(solar.Span, new BilingualText("Năm dương lịch đi cùng", "The solar year said with it"))]);
    }

    // Without “năm” two such words may be part of a person's name: a time, a bracket, a mark or the month of a lunar day must say that they are a year.
    private bool IsYear(MentionView view, int at) =>
        view.At(at) is not null || view[at - 1].IsMark || view[at - 1].IsNumber || (view[at].Traits & TokenTraits.SentenceStart) != 0 || _seasons.Contains(view[at - 2]);

    // “nạn đói Bính Thìn 1915”: not “cụ Bính Thìn”, “làng Bính Thìn”
    private bool IsBeside(MentionView view, int at, Solar solar) =>
        view[at - 1] is { IsWord: true, Capitalised: false } && !_called.Contains(view[at - 1]) && (view[at + 2].Word == _open || view[at + 2].IsNumber) && solar.Month is null;

    private Solar? After(MentionView view, int end)
    {
        for (int at = end; at < end + 6; at++)
        {
            if (view[at].IsNumber || (view.At(at) is { } mention && view.RangeOf(mention.Span).First >= end))
            {
                GlossKind kind = _gloss.Between(view, end, at);
                return kind == GlossKind.None || _ages.Contains(view[at + 1]) ? null : SolarAt(view, at, kind);
            }
        }

        return null;
    }

    private Solar? Before(MentionView view, int first)
    {
        for (int at = first - 1; at >= 0 && at > first - 7; at--)
        {
            if (view[at].IsNumber)
            {
                GlossKind kind = _gloss.Between(view, at + 1, first);
                return kind == GlossKind.None || view[at].Length < 4 ? null : SolarAt(view, at, kind) is { } solar && !view[at - 1].IsNumber ? solar : null;
            }
        }

        return null;
    }

    private Solar? SolarAt(MentionView view, int at, GlossKind kind)
    {
        Mention? mention = view.At(at);
        if (mention is not null && mention.Rule.ToString() is "TIM012" or "TIM013" or "TIM045" && !view[at].IsNumber)
        {
            return null;        // the year of another era
        }

        bool own = mention is not null && view[at].IsNumber && view.RangeOf(mention.Span).First < at && _stemWords.Contains(view[at - 2]) && _branchWords.Contains(view[at - 1]);
        if (!own && mention?.Value is TimeValue { Lunar: false, Invalid: false, Type: TimexType.Date, Mod: TimexMod.None } && Told.Date(mention) is { } date)
        {
            // A year that stands at the head of an interval is not the year of the name before it.
            return date is { IsInterval: false, IsSet: false, Start: { Year: { } year, YearPrecision: YearPrecision.Year } }
                ? new Solar(view.RangeOf(mention.Span).First, mention.Span, year, date.Start.Month, date.Start.Day is null ? null : date.Earliest, kind)
                : null;
        }

        // The number of the year may be taken into the mention of its name: “Tết Mậu Thân 1969”.
        return view[at] is { IsNumber: true, Length: 4, Number: >= 1000 and <= 2199 } figure && !_dashes.Contains(view[at + 1]) && (!_dashes.Contains(view[at - 1]) || (view[at - 1].SpaceBefore && view[at].SpaceBefore && _branchWords.Contains(view[at - 2])))
            ? new Solar(at, figure.Span, figure.Number, null, null, kind)
            : null;
    }

    // The name is that of the lunar year, which lasts into the February after.
    private bool Agrees(MentionView view, int at, CanChi said, Solar solar)
    {
        if (CanChi.OfYear(solar.Year) == said)
        {
            return true;
        }

        if (CanChi.OfYear(solar.Year - 1) != said)
        {
            return false;
        }

        if (solar.Day is { } day && day >= _calendar.FirstDay && day <= _calendar.LastDay)
        {
            return day.Month <= 2;
        }

        if (solar.Month is { } month)
        {
            return month <= 2;
        }

        // “tháng Chạp năm Ất Dậu (1946)”, “sinh năm 1946 (tuổi Ất Dậu)”
        for (int i = at - 1; i >= at - 5; i--)
        {
            if ((_late.Contains(view[i]) && (!_numbers.Contains(view[i]) || _lateMonths.Contains(view[i - 1]))) || _ages.Contains(view[i]) || view[i] is { IsNumber: true, Number: 11 or 12 })
            {
                return true;
            }
        }

        return view.At(at) is { Value: TimeValue { Lunar: true } } mention && Told.Date(mention) is { IsInterval: false, Start.Day: not null } date
            && date.Earliest >= _calendar.FirstDay && date.Earliest <= _calendar.LastDay && _calendar.ToLunar(date.Earliest).Month >= 11;
    }

    // A year of an era beside its number, or beside its name in the cycle.
    private void CheckReign(MentionView view, Mention mention, List<TextSpan> told, DiagnosticSink found)
    {
        // An era that several rulers had is read by the years around, which may be the wrong ones, unless the reader found the two at odds itself.
        if (mention.Value is not TimeValue { Type: TimexType.Date } value || (!value.Disagrees && mention.Anchor is not null) || mention.Rule.ToString() is not ("TIM012" or "TIM045")
            || Told.Date(mention) is not { IsInterval: false, Start: { Year: { } own } } || told.Exists(span => span.Overlaps(mention.Span)))
        {
            return;
        }

        (int first, int end) = view.RangeOf(mention.Span);
        // “lạc khoản ghi "Bảo Đại bát niên" (1933)”
        bool quoted = _quotes.Contains(view[end]) && view[end + 1].Word == _open;
        Solar? near = quoted ? After(view, end + 1) : After(view, end);
        Solar? solar = near ?? Before(view, first);
        if (solar is { } other && other.Year != own && !(other.Year == own + 1 && (other.Month <= 2 || Told.Date(mention) is { Start.Month: not null })))
        {
            TextSpan both = view.Both(mention.Span, other.Span);
            string era = view.Line(mention.Span);
            string written = view.Line(other.Span);
            found.Report(
                both,
                new BilingualText($"“{era}” là năm {own}, không phải “{written}”.", $"“{era}” is {own}, not “{written}”."),
                expected: own.ToString(CultureInfo.InvariantCulture),
                related: [new RelatedPlace(other.Span, new BilingualText("Năm dương lịch đi cùng", "The solar year said with it"))]);
            return;
        }

        for (int at = first; at + 1 < end; at++)
        {
            if (_stemWords.Contains(view[at]) && StemOf(view[at]) is var stem and >= 0 && BranchOf(view[at + 1]) is var branch and >= 0
                && CanChi.Of(stem, branch) is { } said && said != CanChi.OfYear(own))
            {
                string era = view.Line(mention.Span);
                CanChi right = CanChi.OfYear(own);
                found.Report(
                    TextSpan.Between(view[at].Start, view[at + 1].End),
                    new BilingualText($"“{era}”: năm ấy ({own}) là năm {right}, không phải {said}.", $"“{era}”: that year ({own}) is {right}, not {said}."),
                    expected: right.ToString());
                return;
            }
        }
    }

    private static void Report(MentionView view, DiagnosticSink found, TextSpan name, Solar solar, CanChi said)
    {
        CanChi right = solar.Day is { } day && day >= _calendar.FirstDay && day <= _calendar.LastDay
            ? CanChi.OfYear(_calendar.ToLunar(day).Year)
            : CanChi.OfYear(solar.Year);
        int nearest = solar.Year + Apart(said, CanChi.OfYear(solar.Year));
        string written = view.Line(solar.Span);
        found.Report(
            view.Both(name, solar.Span),
            new BilingualText(
                $"“{written}” là năm {right}; {said} là năm {nearest}.",
                $"“{written}” is {right}; {said} is {nearest}."),
            expected: $"{right}; {nearest}",
            related:
            [
                new RelatedPlace(name, new BilingualText("Tên năm theo can chi", "The year's name in the cycle of sixty")),
                new RelatedPlace(solar.Span, new BilingualText("Năm dương lịch đi cùng", "The solar year said with it")),
            ]);
    }

    private static void ReportImpossible(MentionView view, DiagnosticSink found, TextSpan name, int? year)
    {
        string said = view.Line(name);
        string? right = year is { } known ? CanChi.OfYear(known).ToString() : null;
        found.Report(
            name,
            new BilingualText(
                $"Không có năm “{said}”: can dương chỉ đi với chi dương, can âm với chi âm{(right is null ? "" : $"; năm {year} là {right}")}.",
                $"There is no year “{said}”: odd stems go with odd branches, even with even{(right is null ? "" : $"; {year} is {right}")}."),
            expected: right);
    }

    // By how many years the nearest year of a name is away from one of another: −29 to 30.
    private static int Apart(CanChi said, CanChi of)
    {
        int apart = (said.Index - of.Index + 60) % 60;
        return apart > 30 ? apart - 60 : apart;
    }

    private int StemOf(Token token) => IndexOf(_stems, token.Word);

    private int BranchOf(Token token) => IndexOf(_branches, token.Word);

    // Words and their values, in turns.
    private static int IndexOf(int[] numbers, int word)
    {
        for (int i = 0; i < numbers.Length; i += 2)
        {
            if (numbers[i] == word)
            {
                return numbers[i + 1];
            }
        }

        return -1;
    }

    private static int[] Numbers(Vocabulary.Builder words, ReadOnlySpan<string> usual, string[] others, Func<string, int> valueOf, List<int> all)
    {
        List<int> numbers = [];
        foreach (string word in (string[])[.. usual, .. others])
        {
            int number = words.Add(word);
            all.Add(number);
            numbers.Add(number);
            numbers.Add(valueOf(word));
        }

        return [.. numbers];
    }

    /// <summary>A solar year, perhaps with its month and day, beside a name.</summary>
    private readonly record struct Solar(int First, TextSpan Span, int Year, int? Month, LocalDate? Day, GlossKind Kind);
}

using System.Globalization;
using BienNien.Checking.Dates;
using BienNien.Finding;
using BienNien.Finding.Quantities;
using BienNien.Finding.Times;
using BienNien.Relating;
using BienNien.Rules;
using BienNien.Text;
using BienNien.Time;
using NodaTime;

namespace BienNien.Checking.Rules;

/// <summary>CHK012. An age that neither way of counting gives: “sinh năm 1904, hy sinh năm 1931 khi mới 35 tuổi”; years in the Party against the admission.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: AgeArithmetic.md, beside this file.</remarks>
internal sealed partial class AgeArithmetic : ICheck
{
    private const int OldestAge = 120;
    private const int LongestTie = 14;
    private const int BirthGap = 4;
    private const int YearsOfName = 10;
    private const int LeastRows = 3;

    private readonly Differences _differences;
    private readonly int _age;
    private readonly int _party;
    private readonly int _born;
    private readonly int _up;
    private readonly int _open;
    private readonly int _close;
    private readonly int _decade;
    private readonly int _year;
    private readonly WordSet _decades;
    private readonly int[] _decadeWords;
    private readonly WordSet _admitted;
    private readonly WordSet _joining;
    private readonly WordSet _cues;
    private readonly WordSet _vague;
    private readonly WordSet _notBorn;
    private readonly WordSet _stops;
    private readonly WordSet _small;
    private readonly WordSet _now;
    private readonly WordSet _general;
    private readonly WordSet _dashes;
    private readonly WordSet _ties;
    private readonly WordSet _titles;
    private readonly WordSet _kin;
    private readonly int _orphan;
    private readonly WordSet _died;
    private readonly WordSet _deathOther;

    public AgeArithmetic(Vocabulary.Builder words)
    {
        _differences = new Differences(words);
        _age = words.Add("tuổi");
        _party = words.Add("Đảng");
        _born = words.Add("sinh");
        _up = words.Add("lên");
        _open = words.Add("(");
        _close = words.Add(")");
        _year = words.Add("năm");

        // thất tuần: seventy
        _decade = words.Add("tuần");
        _decadeWords = [.. ((string[])["ngũ", "lục", "thất", "bát", "cửu"]).Select(words.Add)];
        _decades = new WordSet(_decadeWords);
        _admitted = words.AddSet("vào", "nạp", "nhập");
        _joining = words.AddSet("Đảng", "kết", "gia");
        _cues = words.AddSet("khi", "lúc", "ở", "mới", "vừa", "thọ", "hưởng", "dương", "tròn", "vào", "năm", "tuổi", "đã", "được", "còn", "đời", "lên", "bước", "sang", "qua", "chỉ", "là");
        _vague = words.AddSet(
            "gần", "ngoài", "hơn", "trên", "dưới", "chưa", "đầy", "khoảng", "độ", "chừng", "xỉ", "từ", "quá", "ngót", "non", "đủ", "trẻ", "già", "mãi", "đến", "bằng", "cách", "kém", "chênh", "bình", "quân");
        _notBorn = words.AddSet("hy", "hi", "học", "phát", "phục", "thí", "vệ", "nhân", "dân", "song", "khai", "hạ", "tái", "ngày", "nảy", "nhật");
        _stops = words.AddSet(".", ";", "!", "?", ":");
        _small = words.AddSet(
            "vào", "ngày", "năm", "tháng", "tức", "đó", "là", "lúc", "khi", "ấy", "(", ",", "hồi", "đúng", "đầu", "cuối", "giữa", "sáng", "chiều", "tối", "đêm", "mùa", "thì", "của", "mình", "ông", "bà");
        _now = words.AddSet("nay", "giờ", "nhận", "tặng", "trao", "Huy", "hiệu");
        _general = words.AddSet("trở", "đến", "-", "–", "và", "hoặc", "đổ", "quân", "nghề", "đời", "trẻ", "thọ");
        _dashes = words.AddSet("-", "–", "và");
        _ties = words.AddSet("vào", "tức", "đó", "là", "hồi", "đúng");
        _orphan = words.Add("côi");
        _kin = words.AddSet("cha", "mẹ", "bố", "chồng", "vợ", "con", "cháu");
        _titles = words.AddSet("ông", "bà", "cụ", "anh", "chị", "chí");
        _died = words.AddSet("thọ", "hưởng", "hy", "hi", "mất", "trần", "chết", "xuống", "thế", "liệt", "qua");
        _deathOther = words.AddSet("cha", "mẹ", "bố", "chồng", "vợ", "con", "anh", "chị", "em", "cháu");
    }

    /// <inheritdoc/>
    public RuleId Id { get; } = new("CHK012");

    /// <inheritdoc/>
    public string Slug => "age-arithmetic";

    /// <inheritdoc/>
    public DiagnosticSeverity Severity => DiagnosticSeverity.Error;

    /// <inheritdoc/>
    public void Check(DocumentAnalysis analysis, DiagnosticSink found)
    {
        MentionView view = new(analysis, MentionKind.Time);
        MentionView amounts = new(analysis, MentionKind.Quantity);
        List<Birth> births = Births(view);
        for (int at = 0; at < view.Tokens.Length; at++)
        {
            if (AgeAt(view, amounts, at) is { } age)
            {
                if (view.Document.Blocks[view.BlockOf(at)].Kind != BlockKind.TableCell)
                {
                    Check(view, age, births, found);
                }

                at = Math.Max(at, age.End - 1);
            }
        }

        CheckTables(view, found);
        CheckDifferences(view, found);
    }

    // “27 tuổi”, “hai mươi bảy tuổi”, “tuổi 27”, “lên 9”, “tuổi cửu tuần”, “50 năm tuổi Đảng”
    private Age? AgeAt(MentionView view, MentionView amounts, int at)
    {
        Token token = view[at];
        if (token.Word == _age)
        {
            if (view[at + 1] is { IsNumber: true, Length: <= 2, Number: > 0 } number && !Continues(view, at + 2))
            {
                return _vague.Contains(view[at - 1]) || view[at - 1].Word == _party || view[at + 2].Word == _party ? null : new Age(at, at + 2, number.Span, number.Number, 0, false);
            }

            if (_decades.Contains(view[at + 1]) && view[at + 2].Word == _decade)
            {
                int worth = (Array.IndexOf(_decadeWords, view[at + 1].Word) + 5) * 10;
                return new Age(at, at + 3, TextSpan.Between(view[at + 1].Start, view[at + 2].End), worth, YearsOfName, false);
            }

            return null;
        }

        if (token.Word == _up && view[at + 1] is { IsNumber: true, Length: <= 2, Number: > 0 and <= 20 } up && view[at - 1].Word == _year && !Continues(view, at + 2))
        {
            int end = view[at + 2].Word == _age ? at + 3 : at + 2;
            return new Age(at - 1, end, TextSpan.Between(up.Start, view[end - 1].End), up.Number, 0, false);
        }

        int unit = at + 1;
        decimal? value = null;
        if (token is { IsNumber: true, Length: <= 3, Number: > 0 } && !view[at - 1].IsNumber)
        {
            value = token.Number;
        }
        else if (token.IsWord && amounts.At(at) is { Value: QuantityValue { Value: { } words, To: null, Of: null, Mod: TimexMod.None } quantity } named && named.Span.Start == token.Start && quantity.Unit.StartsWith("tuổi", StringComparison.Ordinal))
        {
            value = words;
            unit = at;
            (_, int end) = view.RangeOf(named.Span);
            while (unit < end && view[unit].Word != _age)
            {
                unit++;
            }
        }

        unit = view[unit].Word == _year ? unit + 1 : unit;
        if (value is not { } years || years != decimal.Truncate(years) || years > OldestAge || view[unit].Word != _age || _vague.Contains(view[at - 1]) || _dashes.Contains(view[at - 1])
            || view[at - 1].IsNumber)
        {
            return null;
        }

        bool party = view[unit + 1].Word == _party;
        if (!party && (_general.Contains(view[unit + 1]) || view[unit - 1].Word == _year))
        {
            return null;
        }

        int last = party ? unit + 2 : unit + 1;
        return new Age(at, last, TextSpan.Between(token.Start, view[last - 1].End), (int)years, 0, party);
    }

    // Not a part of a larger number, a range or a measure.
    private bool Continues(MentionView view, int at) =>
        (view[at].IsMark && !view[at].SpaceBefore && view[at + 1].IsNumber && !view[at + 1].SpaceBefore) || (_general.Contains(view[at]) && view[at + 1].IsNumber);

    // “sinh năm 1904”, “sinh ngày 1/5/1904”, “(1904 - 1931)” after a name
    private List<Birth> Births(MentionView view)
    {
        List<Birth> births = [];
        HashSet<int> people = [.. view.Mentions.Where(static person => person.Kind == MentionKind.Person).Select(person => view.RangeOf(person.Span).End)];
        foreach (Mention mention in view.Mentions)
        {
            if (mention.Kind != MentionKind.Time || Told.Date(mention) is not { IsSet: false, StartKind: EdtfEnd.Known, Start: { Year: { } year, YearPrecision: YearPrecision.Year } } date || !Told.IsSure(mention))
            {
                continue;
            }

            (int first, int end) = view.RangeOf(mention.Span);
            if (date.IsInterval)
            {
                if (view[first - 1].Word == _open && view[end].Word == _close && date.EndKind == EdtfEnd.Known && date.End.Year is { } last && last - year is > 0 and <= 110
                    && (people.Contains(first - 1) || _titles.Contains(view[first - 2])))
                {
                    births.Add(new Birth(first, date.Start, mention, date.End));
                }

                continue;
            }

            for (int at = first - 1; at >= first - BirthGap && at >= 0 && !_stops.Contains(view[at]); at--)
            {
                if (view.At(at) is not null)
                {
                    break;
                }

                if (view[at].Word == _born)
                {
                    if (!_notBorn.Contains(view[at - 1]))
                    {
                        births.Add(new Birth(first, date.Start, mention, null));
                    }

                    break;
                }
            }
        }

        return births;
    }

    private void Check(MentionView view, Age age, List<Birth> births, DiagnosticSink found)
    {
        int block = view.BlockOf(age.First);
        (int from, int to) = view.SentenceOf(age.First);
        if (age.Party)
        {
            CheckParty(view, age, block, from, to, found);
            return;
        }

        if (BirthOf(view, age, births, block, from, to) is not { } birth)
        {
            return;
        }

        // “người vợ mới 20 tuổi”: somebody else's age
        for (int at = age.First - 1; at >= from && at >= age.First - 6 && !view[at].IsMark; at--)
        {
            if (_kin.Contains(view[at]) && view[at - 1].Word != _orphan)
            {
                return;
            }
        }

        List<Mention> tied = Tied(view, age, births, birth, from, to);
        if (tied.Count == 0 && birth.Died is { } died && Dies(view, age.First, from))
        {
            if (!Fits(age, birth.Date, died))
            {
                Report(view, found, age, birth, birth.Mention, died);
            }

            return;
        }

        foreach (Mention mention in tied)
        {
            if (Told.Date(mention) is { } date && (Fits(age, birth.Date, date.Start) || date.Start.Year <= birth.Date.Year))
            {
                return;
            }
        }

        if (tied.Count > 0)
        {
            Report(view, found, age, birth, tied[0], Told.Date(tied[0])!.Start);
        }
    }

    // The birth that the age is counted from: the nearest before it in the sentence, the one after it, or the last in the paragraph.
    private static Birth? BirthOf(MentionView view, Age age, List<Birth> births, int block, int from, int to)
    {
        Birth? before = null;
        Birth? after = null;
        Birth? earlier = null;
        int people = 0;
        foreach (Birth birth in births)
        {
            if (birth.First >= from && birth.First < age.First)
            {
                before = birth;
            }
            else if (birth.First >= age.End && birth.First < to)
            {
                after ??= birth;
            }
            else if (birth.First < from && view.BlockOf(birth.First) == block)
            {
                earlier = birth;
                people++;
            }
        }

        return before ?? after ?? (people == 1 ? earlier : null);
    }

    // The dates that tell when somebody was so old, the likeliest first; empty when nothing ties one to the age.
    private List<Mention> Tied(MentionView view, Age age, List<Birth> births, Birth own, int from, int to)
    {
        List<Mention> tied = [];
        bool cued = _cues.Contains(view[age.First - 1]) || _cues.Contains(view[age.First - 2]) || _cues.Contains(view[age.First]);
        bool bare = view[age.First].Word == _year || view[age.First - 1].Word == _year;

        // “lúc 20 tuổi, vào năm 1949”, “năm 22 tuổi (1945)”
        bool comma = false;
        bool link = false;
        for (int at = age.End; at < to && at <= age.End + 6; at++)
        {
            comma |= view[at].IsMark && view[at].Word != _open;
            link |= _ties.Contains(view[at]);
            if (view.At(at) is { } mention)
            {
                // “năm 9 tuổi, năm 1930 chị …”: the date opens what comes next.
                if (IsDate(mention, births) && (link || !comma))
                {
                    tied.Add(mention);
                }

                break;
            }

            if (!_small.Contains(view[at]) && !(view[age.End].Word == _open && at > age.End))
            {
                break;
            }
        }

        if (tied.Count > 0 && (bare || view[age.End].Word == _open))
        {
            return tied;
        }

        if (bare && !cued)
        {
            return tied;
        }

        // “năm 1945, lúc 22 tuổi”, “hy sinh năm 1931, khi mới 27 tuổi”
        int commas = 0;
        for (int at = age.First - 1; at >= from; at--)
        {
            if (view.At(at) is { } mention)
            {
                (int first, _) = view.RangeOf(mention.Span);
                if (IsDate(mention, births) || IsRelative(mention))
                {
                    if (cued && commas <= 1 && age.First - at <= LongestTie && !bare)
                    {
                        Take(view, mention, own, from, tied);
                    }

                    break;
                }

                if (mention != own.Mention && births.Exists(birth => birth.Mention == mention))
                {
                    break;
                }

                commas = mention == own.Mention ? 0 : commas;
                at = first;
                continue;
            }

            if (_stops.Contains(view[at]))
            {
                break;
            }

            commas += view[at].IsMark ? 1 : 0;
        }

        if (tied.Count == 0 && !bare && own.First >= age.End && own.First - age.End <= 4)
        {
            // “19 tuổi (sinh năm 1933), bị xử bắn ngày 23/1/1952”: the only other date of the sentence.
            Mention? only = null;
            for (int at = from; at < to; at++)
            {
                if (view.At(at) is { Value: TimeValue { Type: TimexType.Date or TimexType.Time } } mention && mention != own.Mention && mention != only)
                {
                    if (only is not null || !IsDate(mention, births))
                    {
                        return tied;
                    }

                    only = mention;
                }
            }

            if (only is not null)
            {
                tied.Add(only);
            }
        }

        if (tied.Count > 0 || !cued || bare)
        {
            return tied;
        }

        // “Cũng năm ấy, …, sinh năm 1906, ngã xuống khi mới 32 tuổi”: the only other date opens the sentence.
        Mention? opening = null;
        for (int at = from; at < to; at++)
        {
            if (view.At(at) is { Value: TimeValue { Type: TimexType.Date or TimexType.Time } } mention)
            {
                (int first, int end) = view.RangeOf(mention.Span);
                at = end - 1;
                if (births.Exists(birth => birth.Mention == mention))
                {
                    continue;
                }

                if (opening is not null || first - from > 3)
                {
                    return tied;
                }

                opening = mention;
            }
        }

        if (opening is not null && (IsDate(opening, births) || IsRelative(opening)))
        {
            Take(view, opening, own, from, tied);
        }

        return tied;
    }

    // “năm ấy”: whichever year was told before the sentence.
    private static void Take(MentionView view, Mention mention, Birth own, int from, List<Mention> tied)
    {
        if (!IsRelative(mention))
        {
            tied.Add(mention);
            return;
        }

        int block = view.BlockOf(from);
        for (int at = from - 1; at >= 0 && view.BlockOf(at) == block; at--)
        {
            if (view.At(at) is { } other && IsSingle(other) && !IsRelative(other))
            {
                if (!tied.Contains(other) && Told.Year(other) > own.Date.Year)
                {
                    tied.Add(other);
                }
            }
        }
    }

    private static bool IsRelative(Mention mention) => mention.Rule.ToString() == "TIM022";

    private static bool IsSingle(Mention mention) =>
        mention.Value is TimeValue { Mod: TimexMod.None or TimexMod.Start or TimexMod.Mid or TimexMod.End } && Told.Date(mention) is { IsInterval: false, IsSet: false, Start.YearPrecision: YearPrecision.Year } && Told.IsSure(mention);

    private static bool IsDate(Mention mention, List<Birth> births) =>
        IsSingle(mention) && !IsRelative(mention) && !births.Exists(birth => birth.Mention == mention);

    // “hy sinh khi mới 27 tuổi” of somebody whose life stands in brackets: not of a father's death.
    private bool Dies(MentionView view, int first, int from)
    {
        bool dies = false;
        for (int at = first - 1; at >= from && at > first - LongestTie; at--)
        {
            if (_deathOther.Contains(view[at]))
            {
                return false;
            }

            dies |= _died.Contains(view[at]);
        }

        return dies;
    }

    // By the birthday, by the difference of the years, or by tuổi mụ, in which a child is one when born.
    private static bool Fits(Age age, EdtfDate birth, EdtfDate then)
    {
        if (then.Year is not { } year || birth.Year is not { } born || year < born)
        {
            return true;
        }

        int least = birth.Latest > then.Earliest ? 0 : Period.Between(birth.Latest, then.Earliest, PeriodUnits.Years).Years;
        int most = year - born + 1;
        return age.Slack > 0 ? most >= age.Years - 2 && least <= age.Years + age.Slack : age.Years >= least && age.Years <= most;
    }

    // Years in the Party, from the day of admission; the badge may be given some months before or after.
    private void CheckParty(MentionView view, Age age, int block, int from, int to, DiagnosticSink found)
    {
        Mention? admission = null;
        for (int at = from; at < age.First; at++)
        {
            if (_admitted.Contains(view[at]) && (_joining.Contains(view[at + 1]) || _joining.Contains(view[at - 1])))
            {
                for (int next = at + 1; next < age.First && next < at + 8; next++)
                {
                    if (view.At(next) is { } mention && IsSingle(mention))
                    {
                        admission = mention;
                        break;
                    }
                }
            }
        }

        if (admission is null || Told.Date(admission)?.Start is not { Year: { } admitted })
        {
            return;
        }

        // When it is said: a date of the sentence, or else the latest of the paragraph.
        Mention? then = null;
        for (int at = 0; at < view.Tokens.Length; at++)
        {
            if (view.At(at) is { } mention && mention != admission && IsSingle(mention) && Told.Year(mention) is { } year && year > admitted)
            {
                bool near = view.BlockOf(at) == block;
                if (near && Math.Abs(year - admitted - age.Years) <= 1)
                {
                    return;
                }

                bool inSentence = at >= from && at < to;
                then = inSentence || (near && at < from && (then is null || Told.Year(then) <= year)) ? mention : then;
            }
        }

        bool now = false;
        for (int at = age.First - 1; at >= age.First - 6; at--)
        {
            now |= _now.Contains(view[at]);
        }

        if (then is not null && now && Told.Date(then)?.Start is { Year: { } told } && Math.Abs(told - admitted - age.Years) > 1)
        {
            int right = told - admitted - (Told.Date(then)!.Latest < Told.Date(admission)!.Earliest.PlusYears(told - admitted) ? 1 : 0);
            found.Report(
                age.Span,
                new BilingualText(
                    $"“{view.Line(age.Span)}” không khớp: vào Đảng “{view.Line(admission.Span)}”, đến “{view.Line(then.Span)}” là {right} năm.",
                    $"“{view.Line(age.Span)}” does not fit: from “{view.Line(admission.Span)}” to “{view.Line(then.Span)}” it is {right} years."),
                expected: string.Create(CultureInfo.InvariantCulture, $"{right} tuổi Đảng"),
                related:
                [
                    new RelatedPlace(admission.Span, new BilingualText("Ngày vào Đảng", "The admission")),
                    new RelatedPlace(then.Span, new BilingualText("Thời điểm tính", "The date counted to")),
                ]);
        }
    }

    // Columns for birth, an event and the age at it.
    private void CheckTables(MentionView view, DiagnosticSink found)
    {
        foreach (TableGrid grid in view.Tables.Grids)
        {
            int birth = -1;
            int then = -1;
            int age = -1;
            for (int column = 0; column < grid.Columns; column++)
            {
                if (!view.Tables.TryGet(grid.Table, 0, column, out Sentence head))
                {
                    continue;
                }

                for (int i = head.FirstToken; i < head.FirstToken + head.Count; i++)
                {
                    bool born = view[i].Word == _born && !_notBorn.Contains(view[i - 1]);
                    bool bornDay = view[i].Word == _born && head.Count <= 4 && i > head.FirstToken && !_died.Contains(view[i - 1]);
                    birth = born || bornDay ? column : birth;
                    then = _died.Contains(view[i]) && !bornDay && (i == head.FirstToken || view[i - 1].Word != _born) ? column : then;
                    age = view[i].Word == _age && view[i + 1].Word != _party && head.Count <= 5 ? column : age;
                }
            }

            if (birth < 0 || age < 0 || then < 0 || birth == then || age == birth || age == then)
            {
                continue;
            }

            List<(Age Age, Birth Birth, Mention Then)> wrong = [];
            int right = 0;
            for (int row = 1; row < grid.Rows; row++)
            {
                if (TimeIn(view, grid.Table, row, birth) is { } born && TimeIn(view, grid.Table, row, then) is { } died
                    && Told.Date(born) is { IsInterval: false } from && Told.Date(died) is { IsInterval: false } to
                    && view.Tables.TryGet(grid.Table, row, age, out Sentence cell) && cell[0] is { IsNumber: true, Number: > 0 and < OldestAge } number)
                {
                    Age said = new(cell.FirstToken, cell.FirstToken + 1, number.Span, number.Number, 0, false);
                    if (Fits(said, from.Start, to.Start))
                    {
                        right++;
                    }
                    else
                    {
                        wrong.Add((said, new Birth(0, from.Start, born, null), died));
                    }
                }
            }

            if (right > wrong.Count && right + wrong.Count >= LeastRows)
            {
                foreach ((Age said, Birth born, Mention died) in wrong)
                {
                    Report(view, found, said, born, died, Told.Date(died)!.Start);
                }
            }
        }
    }

    private static Mention? TimeIn(MentionView view, int table, int row, int column)
    {
        if (!view.Tables.TryGet(table, row, column, out Sentence cell))
        {
            return null;
        }

        for (int i = cell.FirstToken; i < cell.FirstToken + cell.Count; i++)
        {
            if (view.At(i) is { } mention && IsSingle(mention))
            {
                return mention;
            }
        }

        return null;
    }

    private static void Report(MentionView view, DiagnosticSink found, Age age, Birth birth, Mention then, EdtfDate date)
    {
        int difference = date.Year!.Value - birth.Date.Year!.Value;
        string said = view.Line(age.Span);
        string born = view.Line(birth.Mention.Span);
        string at = view.Line(then.Span);
        found.Report(
            age.Span,
            new BilingualText(
                $"“{said}” không khớp: {birth.Date.Year} đến {date.Year} là {difference} năm (tuổi mụ {difference + 1}).",
                $"“{said}” does not fit: from {birth.Date.Year} to {date.Year} it is {difference} years ({difference + 1} by the old way of counting)."),
            expected: string.Create(CultureInfo.InvariantCulture, $"{difference} tuổi"),
            related: birth.Mention == then
                ? [new RelatedPlace(then.Span, new BilingualText($"Năm sinh, năm mất: {at}", $"Birth and death: {at}"))]
                : [new RelatedPlace(birth.Mention.Span, new BilingualText($"Ngày, năm sinh: {born}", $"The birth: {born}")), new RelatedPlace(then.Span, new BilingualText($"Thời điểm tính tuổi: {at}", $"The date counted to: {at}"))]);
    }

    /// <summary>An age; one named by tens may be up to <paramref name="Slack"/> years more.</summary>
    private readonly record struct Age(int First, int End, TextSpan Span, int Years, int Slack, bool Party);

    /// <summary>A birth, with the death where one mention tells both.</summary>
    private sealed record Birth(int First, EdtfDate Date, Mention Mention, EdtfDate? Died);
}

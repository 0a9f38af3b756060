using System.Globalization;
using BienNien.Checking.Arithmetic;
using BienNien.Checking.Dates;
using BienNien.Finding;
using BienNien.Finding.Quantities;
using BienNien.Relating;
using BienNien.Text;
using BienNien.Time;
using NodaTime;

namespace BienNien.Checking.Rules;

/// <summary>CHK012. An age that neither way of counting gives: “sinh năm 1904, hy sinh năm 1931 khi mới 35 tuổi”; years in the Party against the admission.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: AgeArithmetic.md, beside this file.</remarks>
internal sealed partial class AgeArithmetic : CheckRule
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
    private readonly WordSet _lists;
    private readonly OrdinalReader _ordinals;
    private readonly Ties _tieWords;

    public AgeArithmetic(Vocabulary.Builder words)
        : base("CHK012", "age-arithmetic", DiagnosticSeverity.Error)
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
        _lists = words.AddSet("và", "hoặc");
        _ordinals = new OrdinalReader(words);
        _tieWords = new Ties(words);
        _deathOther = words.AddSet("cha", "mẹ", "bố", "chồng", "vợ", "con", "anh", "chị", "em", "cháu");
    }

    /// <inheritdoc/>
    public override void Check(DocumentAnalysis analysis, DiagnosticSink found)
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

            // “ở tuổi hai mươi chín”; “tuổi hai mươi” means youth.
            if (view[at + 1].IsWord && _ordinals.Read(view, at + 1, out int wordsEnd) is > 9 and not 20 and var worded && wordsEnd > at + 2 && !_vague.Contains(view[at - 1]) && !_general.Contains(view[wordsEnd]))
            {
                return new Age(at, wordsEnd, view.SpanOf(at + 1, wordsEnd), worded, 0, false);
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

        else if (token.IsWord && _ordinals.Read(view, at, out int worded2) is > 9 and var read && view[worded2].Word == _age && !_ordinals.IsDigit(view[at - 1]))
        {
            (value, unit) = (read, worded2);
        }

        unit = view[unit].Word == _year && view[unit + 1].Word == _age ? unit + 1 : unit;
        if (value is not { } years || years != decimal.Truncate(years) || years > OldestAge || view[unit].Word != _age || _vague.Contains(view[at - 1]) || _dashes.Contains(view[at - 1])
            || view[at - 1].IsNumber)
        {
            return null;
        }

        bool party = view[unit + 1].Word == _party;
        bool ranges = _general.Contains(view[unit + 1]) && !(_lists.Contains(view[unit + 1]) && !view[unit + 2].IsNumber);
        if (!party && (ranges || view[unit - 1].Word == _year))
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

            // “Sinh ra trong gia đình nho học năm 1872”
            (int start, _) = view.SentenceOf(first);
            if (view[start].Word == _born && _tieWords.BornInto.Contains(view[start + 1]) && first - start <= LongestTie && !HasMark(view, start, first) && view.At(first - 1) is null)
            {
                births.Add(new Birth(first, date.Start, mention, null));
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

        if (IsOthers(view, age, birth, from))
        {
            return;
        }

        // “… lên ngôi năm 1428 và mất ở tuổi 48”: at the death, which the brackets of the life tell.
        if (birth.Died is { } died && Dies(view, age.First, birth.First < age.First ? Math.Max(from, birth.First) : from))
        {
            if (!Fits(age, birth.Date, died))
            {
                Report(view, found, age, birth, birth.Mention, died);
            }

            return;
        }

        List<Mention> tied = Tied(view, age, births, birth, from, to);
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

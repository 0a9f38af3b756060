using System.Globalization;
using BienNien.Checking.Dates;
using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Relating;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Checking.Rules;

/// <summary>CHK010. A century or decade and a year said with it that lies in another: “cuối thế kỷ XVIII (1858)”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: CenturyMismatch.md, beside this file.</remarks>
internal sealed partial class CenturyMismatch : CheckRule
{
    // 1900 and 1901 are both told as the turn of the century; a half, a beginning or an end has no sharp edge.
    private const int EdgeYears = 1;
    private const int SoftEdgeYears = 6;
    private const int LongestClause = 16;
    private const int LongestHappening = 30;
    private const int LeastRows = 3;
    private const int LongestName = 9;
    private const int LongestJoin = 9;

    private readonly Gloss _gloss;
    private readonly WordSet _stops;
    private readonly WordSet _eras;
    private readonly WordSet _happens;
    private readonly WordSet _when;
    private readonly CuePhrases _witnesses;
    private readonly WordSet _nouns;
    private readonly WordSet _reigns;
    private readonly int _is;
    private readonly WordSet _ofEra;
    private readonly Fractions _fractions;
    private readonly Passages _passages;
    private readonly RulerYears _rulers;
    private readonly int _open;
    private readonly int _close;
    private readonly int _comma;

    public CenturyMismatch(Vocabulary.Builder words)
        : base("CHK010", "century-mismatch", DiagnosticSeverity.Error)
    {
        _gloss = new Gloss(words);
        _eras = words.AddSet("thế", "thập", "những", "TK", "đầu", "cuối", "giữa", "nửa");
        _stops = words.AddSet(".", ";", "!", "?", ":");
        _happens = words.AddSet("diễn", "ra", "ở", "trong", "vào", "xảy", "nổ", "thuộc", "được", "dựng", "xây", "lập", ")", ",", "là", "của", "từ", "khoảng", "giữa", "hồi");
        _witnesses = CuePhrases.Of(words, "witnessing");
        _when = words.AddSet("khi", "lúc");
        _nouns = words.AddSet("phong", "trào", "nghĩa", "kháng", "chiến", "dịch", "cuộc", "trận", "cao", "khởi", "loạn", "nạn", "thời", "kỳ");
        _reigns = words.AddSet("dưới", "triều", "thời", "đời", "vua", "chúa", "niên", "hiệu");
        _is = words.Add("là");
        _ofEra = words.AddSet("của", "trong", "giữa", "đầu", "cuối");
        _fractions = new Fractions(words);
        _passages = new Passages(words);
        _rulers = new RulerYears(words);
        _open = words.Add("(");
        _close = words.Add(")");
        _comma = words.Add(",");
    }

    /// <inheritdoc/>
    public override void Check(DocumentAnalysis analysis, DiagnosticSink found)
    {
        MentionView view = new(analysis, MentionKind.Time);
        Mention? before = null;
        Mention? told = null;
        foreach (Mention mention in analysis.Mentions)
        {
            if (mention.Kind != MentionKind.Time || (before is not null && mention.Span.Start < before.Span.End))
            {
                continue;
            }

            if (before is not null && before != told)
            {
                if (Names(view, before) && Era(before) is { } era && Years(mention) is { } years && Explains(view, before, mention, years))
                {
                    told = Judge(view, found, before, era, mention, years) ? mention : told;
                }
                else if (Names(view, mention) && Era(mention) is { } later && Years(before) is { } earlier && IsPlaced(view, before, mention))
                {
                    told = Judge(view, found, mention, later, before, earlier) ? mention : told;
                }
            }

            before = mention;
        }

        CheckParts(view, found);
        CheckTables(view, found);
        CheckPassages(view, found);
        CheckRulers(view, found);
    }

    // A century or decade with its years; null for other times.
    private static Range? Era(Mention mention)
    {
        if (mention.Value is not TimeValue { Type: TimexType.Date, Mod: TimexMod.None or TimexMod.Start or TimexMod.Mid or TimexMod.End } value
            || Told.Date(mention) is not { IsSet: false, Start.YearPrecision: YearPrecision.Century or YearPrecision.Decade, End.YearPrecision: YearPrecision.Century or YearPrecision.Decade } || value.Days is not { IsBounded: true } days)
        {
            return null;
        }

        bool soft = value.Mod != TimexMod.None;
        bool decade = Told.Date(mention)!.Start.YearPrecision == YearPrecision.Decade;
        // The edges of a century are sharp, whichever part of it is told; only inside it are they soft.
        int inside = decade ? EdgeYears : SoftEdgeYears;
        int before = value.Mod is TimexMod.None or TimexMod.Start ? EdgeYears : inside;
        int after = value.Mod is TimexMod.None or TimexMod.End ? EdgeYears : inside;
        return new Range(days.First.Year - before, days.Last.Year + after, soft);
    }

    // “các năm 1960, 1980” are no decades.
    private bool Names(MentionView view, Mention mention)
    {
        (int first, int end) = view.RangeOf(mention.Span);
        for (int at = first; at < end; at++)
        {
            if (_eras.Contains(view[at]))
            {
                return true;
            }
        }

        return false;
    }

    private static Range? Years(Mention mention)
    {
        if (mention.Value is not TimeValue { Type: TimexType.Date, Mod: TimexMod.None or TimexMod.Approx or TimexMod.Start or TimexMod.Mid or TimexMod.End } || Told.Date(mention) is not { IsSet: false } date
            || date.StartKind != EdtfEnd.Known || date.EndKind != EdtfEnd.Known
            || date.Start is not { Year: { } from, YearPrecision: YearPrecision.Year } || date.End is not { Year: { } to, YearPrecision: YearPrecision.Year } || from > to || !Told.IsSure(mention))
        {
            return null;
        }

        return new Range(from, to, date.IsInterval);
    }

    // “cuối thế kỷ XVIII (1858)”, “…, cụ thể là năm 1858”, “…, khi giặc đánh vào cửa biển (1858)”, “những năm 40, phong trào Xô viết (1930 - 1931)”
    private bool Explains(MentionView view, Mention era, Mention years, Range range)
    {
        int end = view.RangeOf(era.Span).End;
        int first = view.RangeOf(years.Span).First;
        if (_gloss.Between(view, end, first) != GlossKind.None)
        {
            return true;
        }

        if (view.SentenceOf(end - 1) != view.SentenceOf(first) || first - end > LongestClause)
        {
            return false;
        }

        if (IsMade(view, end, first) || IsDone(view, era, years, end, first))
        {
            return true;
        }

        // “(khắc năm 1846)”, “thế kỷ XVIII chứng kiến cuộc khởi nghĩa năm 1833”
        if (view[end].Word == _open && first - end <= 4)
        {
            return true;
        }

        if (_witnesses.Contains(view[end], view[end + 1]) && !HasMark(view, end, first) && range.Last - range.First <= LongestHappening)
        {
            return true;
        }

        if (view[first - 1].Word != _open)
        {
            return false;
        }

        bool reign = true;
        for (int at = end; at < first - 1; at++)
        {
            if (_stops.Contains(view[at]) || view[at].Word == _open || view[at].Word == _close)
            {
                return false;
            }

            reign &= _reigns.Contains(view[at]) || view[at].Capitalised || view[at].Word == _comma;
        }

        if (reign)
        {
            return first - end <= 10 && _reigns.Contains(view[end].Word == _comma ? view[end + 1] : view[end]);
        }

        if (range.Last - range.First > LongestHappening)
        {
            return false;
        }

        int clause = view[end].Word == _comma ? end + 1 : end;
        if (_when.Contains(view[clause]))
        {
            return true;
        }

        int opening = view.RangeOf(era.Span).First - view.SentenceOf(end - 1).First;
        bool happening = view[end].Word == _comma && opening <= 2;
        return happening && _nouns.Contains(view[end + 1]) && _nouns.Contains(view[end + 2]) && (range.IsLong || IsNamed(view, end + 1, first - 1));
    }

    // “cuộc khởi nghĩa Bà Triệu (248)”: nothing but the happening and its name before the brackets.
    private bool IsNamed(MentionView view, int from, int to)
    {
        for (int at = from; at < to; at++)
        {
            if (!_nouns.Contains(view[at]) && !view[at].Capitalised)
            {
                return false;
            }
        }

        return to - from <= LongestName;
    }

    private static bool HasMark(MentionView view, int from, int to)
    {
        for (int at = from; at < to; at++)
        {
            if (view[at].IsMark)
            {
                return true;
            }
        }

        return false;
    }

    // “Cuộc kháng chiến (1954 - 1975) diễn ra ở nửa đầu thế kỷ XX”, “Minh Mạng năm thứ 2 (1821), thuộc nửa cuối thế kỷ XIX”
    private bool IsPlaced(MentionView view, Mention years, Mention era)
    {
        int end = view.RangeOf(years.Span).End;
        int first = view.RangeOf(era.Span).First;
        int from = view[end].Word == _close ? end + 1 : end;
        GlossKind gloss = _gloss.Between(view, from, first);
        if (gloss != GlossKind.None)
        {
            // “sưu tầm năm 1986, thế kỷ XVIII” tells two things; “năm 1802, cuối thế kỷ XVIII đã qua” begins another clause.
            return first > end && !IsLaterDeed(view, view.RangeOf(years.Span).First) && (gloss == GlossKind.Same || view[from].Word != _comma || EndsThere(view, view.RangeOf(era.Span).End));
        }

        if (view[end].Word == _close && view[end + 1].Word == _is && _ofEra.Contains(view[first - 1]) && first - end <= LongestName && Years(years) is { } told && told.Last - told.First <= LongestHappening)
        {
            return !HasMark(view, end + 1, first);      // “Cuộc kháng chiến (1075 - 1077) là chiến công lớn của thế kỷ XI”
        }

        if (first - end is < 1 or > LongestJoin || view.SentenceOf(end - 1) != view.SentenceOf(first))
        {
            return false;
        }

        // “Phong trào Đông Du 1905 - 1908, làn sóng xuất dương đầu thế kỷ XX, …”
        bool apposed = view[end].Word == _comma && _passages.Happenings.Contains(view[end + 1]) && EndsThere(view, view.RangeOf(era.Span).End) && !HasMark(view, end + 1, first);
        for (int at = end; at < first && !apposed; at++)
        {
            if (!_happens.Contains(view[at]) && !_passages.Joins.Contains(view[at]))
            {
                return false;
            }
        }

        if (IsLaterDeed(view, view.RangeOf(years.Span).First))
        {
            return false;
        }


        // A comma alone may join two times of one list.
        return first - end > 1 || view[end].Word == _open;
    }

    private static bool Judge(MentionView view, DiagnosticSink found, Mention era, Range allowed, Mention years, Range said)
    {
        // Of a stretch of years the middle must lie there.
        int middle = (said.First + said.Last) / 2;
        if ((middle >= allowed.First && middle <= allowed.Last) || (said.First <= allowed.First && said.Last >= allowed.Last))
        {
            return false;
        }

        Report(found, view, era.Span, years.Span, view.Both(era.Span, years.Span), middle);
        return true;
    }

    // A column of years beside one of centuries: reported only where most rows agree, so that the two columns speak of the same thing.
    private static void CheckTables(MentionView view, DiagnosticSink found)
    {
        foreach (TableGrid grid in view.Tables.Grids)
        {
            List<(Mention Era, Mention Years)> wrong = [];
            int right = 0;
            for (int row = 1; row < grid.Rows; row++)
            {
                Mention? era = null;
                Mention? years = null;
                int others = 0;
                for (int column = 0; column < grid.Columns; column++)
                {
                    if (view.Tables.TryGet(grid.Table, row, column, out Sentence cell) && cell.Count > 0 && view.At(cell.FirstToken) is { } mention
                        && view.RangeOf(mention.Span) == (cell.FirstToken, cell.FirstToken + cell.Count))
                    {
                        others += Years(mention) is null ? 0 : 1;
                        era = Era(mention) is null ? era : mention;
                        years = Years(mention) is null ? years : mention;
                    }
                }

                if (era is not null && years is not null && others == 1)
                {
                    Range allowed = Era(era)!.Value;
                    Range said = Years(years)!.Value;
                    if (said.First <= allowed.Last && said.Last >= allowed.First)
                    {
                        right++;
                    }
                    else
                    {
                        wrong.Add((era, years));
                    }
                }
            }

            if (right + wrong.Count >= LeastRows && right > 2 * wrong.Count)
            {
                foreach ((Mention era, Mention years) in wrong)
                {
                    Report(found, view, era.Span, years.Span, era.Span, Years(years)!.Value.First);
                }
            }
        }
    }

    private static void Report(DiagnosticSink found, MentionView view, TextSpan era, TextSpan years, TextSpan span, int year)
    {
        string said = view.Line(era);
        string date = view.Line(years);
        int century = (Math.Max(0, year - 1) / 100) + 1;
        string decade = string.Create(CultureInfo.InvariantCulture, $"{year / 10 * 10}");
        found.Report(
            span,
            new BilingualText(
                $"“{date}” không thuộc “{said}”: năm {year} thuộc những năm {decade}, thế kỷ {RomanNumeral(century)}.",
                $"“{date}” is not in “{said}”: {year} is in the {decade}s, century {RomanNumeral(century)}."),
            expected: $"những năm {decade}, thế kỷ {RomanNumeral(century)}",
            related:
            [
                new RelatedPlace(era, new BilingualText("Thế kỷ, thập niên", "The century or decade")),
                new RelatedPlace(years, new BilingualText("Năm đi cùng", "The year said with it")),
            ]);
    }

    private static string RomanNumeral(int number)
    {
        (int Worth, string Sign)[] signs = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        string text = "";
        foreach ((int worth, string sign) in signs)
        {
            for (; number >= worth; number -= worth)
            {
                text += sign;
            }
        }

        return text;
    }

    /// <summary>Years, both ends included.</summary>
    private readonly record struct Range(int First, int Last, bool IsLong);
}

using System.Collections.Immutable;
using System.Globalization;
using BienNien.Checking.Arithmetic;
using BienNien.Finding;
using BienNien.Finding.Quantities;
using BienNien.Knowledge;
using BienNien.Relating;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Checking.Rules;

/// <summary>CHK002. A percentage or a number of times that the figures beside it do not give: “5 trong số 8 …, tức 52,5%”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: PercentOrRatioArithmetic.md, beside this file.</remarks>
internal sealed class PercentOrRatioArithmetic : ICheck
{
    private const string Person = "người";

    private readonly AmountReader _amounts;
    private readonly DerivedFigures _derived;
    private readonly WordSet _from;
    private readonly WordSet _to;
    private readonly WordSet _up;
    private readonly WordSet _down;
    private readonly WordSet _fold;
    private readonly WordSet _share;
    private readonly WordSet _linking;
    private readonly WordSet _goal;
    private readonly WordSet _open;
    private readonly WordSet _close;
    private readonly WordSet _comma;
    private readonly WordSet _breaks;
    private readonly WordSet _total;
    private readonly WordSet _over;
    private readonly WordSet _elsewhere;
    private readonly WordSet _yearly;
    private readonly WordSet _slash;
    private readonly WordSet _times;
    private readonly NumberReader _numbers;
    private readonly ImmutableHashSet<string> _people;
    private readonly ImmutableArray<int> _among;
    private readonly ImmutableArray<int> _amongThem;
    private readonly ImmutableArray<int> _compared;

    public PercentOrRatioArithmetic(Vocabulary.Builder words, AmountReader amounts)
    {
        _amounts = amounts;
        _derived = new DerivedFigures(words);
        _from = words.AddSet("từ");
        _to = words.AddSet("lên", "xuống", "còn", "tới", "đến", "thành");
        _up = words.AddSet("tăng");
        _down = words.AddSet("giảm");
        _fold = words.AddSet("gấp", "bằng");
        _share = words.AddSet("chiếm", "đạt", "bằng", "tức", "lệ", "đương");
        _linking = words.AddSet(
            "tức", "là", "tương", "đương", "đã", "tăng", "giảm", "thêm", "đi", "gấp", "được", "vào", "năm", "trong", "của", "mức", "số", "có", "chiếm", "đạt",
            "bằng", "tỷ", "tỉ", "lệ", "tới", "đến", "lên", "xuống", "còn", "cuối", "đầu", "nay", "nghĩa", ",", "(", ")");
        _goal = words.AddSet("kế", "mục", "chỉ", "dự", "nghị");
        _open = words.AddSet("(");
        _close = words.AddSet(")");
        _comma = words.AddSet(",");
        _breaks = words.AddSet(";", ":", ".", "!", "?");
        _total = words.AddSet("tổng", "số", "toàn", "các", "cả", "tất");
        _over = words.AddSet("trong", "trên");
        _elsewhere = words.AddSet("so", "kế", "mục", "chỉ", "dự", "dân", "số", "hộ", "diện", "sản", "giá", "cùng", "nhu", "GDP", "GRDP", "tổng");
        _yearly = words.AddSet("mỗi", "bình", "quân", "hằng", "hàng", "/");
        _slash = words.AddSet("/");
        _times = words.AddSet("lần");
        _numbers = new NumberReader(words);
        DataTable nouns = DataTable.Load("counted-nouns");
        (int noun, int kind) = (nouns.IndexOf("noun"), nouns.IndexOf("class"));
        _people = [.. nouns.Rows.Where(row => row[kind] == "person").Select(row => row[noun])];
        _among = words.AddPhrase("trong đó");
        _amongThem = words.AddPhrase("trong số đó");
        _compared = words.AddPhrase("so với");
    }

    private enum Operation
    {
        Share,
        Growth,
        Decline,
        Times,
        TimesOrGrowth,
    }

    /// <inheritdoc/>
    public RuleId Id { get; } = new("CHK002");

    /// <inheritdoc/>
    public string Slug => "percent-or-ratio-arithmetic";

    /// <inheritdoc/>
    public DiagnosticSeverity Severity => DiagnosticSeverity.Error;

    /// <inheritdoc/>
    public void Check(DocumentAnalysis analysis, DiagnosticSink found)
    {
        MentionView view = new(analysis, MentionKind.Time, MentionKind.Quantity);
        foreach (SentenceRange sentence in analysis.Tokens.Sentences)
        {
            List<Place> places = Places(view, analysis.Tokens, sentence);
            for (int i = 0; i < places.Count; i++)
            {
                if (places[i].Figure is { IsPercent: true } or { IsTimes: true })
                {
                    CheckClaim(view, places, i, found);
                }
            }
        }

        HashSet<TextSpan> told = [.. found.Spans(Id)];
        foreach (DerivedSlip slip in _derived.Read(analysis, new AmountLines(analysis, _amounts.Read(analysis))))
        {
            if (!slip.IsScale && told.Add(slip.Span) && !_amounts.IsCaveat(analysis.Tokens, view.RangeOf(slip.Span).First))
            {
                Report(view, slip, found);
            }
        }

        foreach (RatioSlip slip in RatioColumns.Slips(analysis.Document))
        {
            Report(view, slip, found);
        }
    }

    private static void Report(MentionView view, DerivedSlip slip, DiagnosticSink found)
    {
        string said = view.Document.WordsAt(slip.Span);
        string one = view.Document.WordsAt(slip.From[0].Span);
        string other = view.Document.WordsAt(slip.From[1].Span);
        BilingualText reason = new("Số liệu dùng để tính", "A figure of the computation");
        found.Report(
            slip.Span,
            new BilingualText($"“{said}” không khớp với “{one}” và “{other}”: tính ra khoảng {slip.Right}.", $"“{said}” does not match “{one}” and “{other}”: they give about {slip.Right}."),
            expected: slip.Right,
            related: [.. slip.From.Select(amount => new RelatedPlace(amount.Span, reason))]);
    }

    private static void Report(MentionView view, RatioSlip slip, DiagnosticSink found)
    {
        string right = Written((slip.Computed.Least + slip.Computed.Most) / 2, Math.Max(1, slip.Decimals));
        BilingualText reason = new("Số liệu cùng hàng dùng để tính", "A figure of the same row that the column is computed from");
        (string said, string upper, string lower) = (view.Surface(slip.Cell), view.Surface(slip.Upper), view.Surface(slip.Lower));
        string unit = slip.IsPercent ? "%" : "";
        found.Report(
            slip.Cell,
            new BilingualText(
                $"“{said}” không theo cách tính của cả cột: từ “{upper}” và “{lower}” tính ra khoảng {right}{unit}.",
                $"“{said}” does not follow from its row as the rest of the column does: “{upper}” and “{lower}” give about {right}{unit}."),
            expected: right,
            related: slip.Upper < slip.Lower
                ? [new RelatedPlace(slip.Upper, reason), new RelatedPlace(slip.Lower, reason)]
                : [new RelatedPlace(slip.Lower, reason), new RelatedPlace(slip.Upper, reason)]);
    }

    private List<Place> Places(MentionView view, TokenizedDocument document, SentenceRange sentence)
    {
        List<Place> places = [];
        Sentence words = new(document, sentence);
        for (int at = sentence.First; at < sentence.End; at++)
        {
            if (view.At(at) is { Value: QuantityValue value } mention)
            {
                (int first, int end) = view.RangeOf(mention.Span);
                places.Add(new Place(Figure.Of(mention, value, view.Document.Text.AsSpan(mention.Span.Start, mention.Span.Length)), first, end));
                at = end - 1;
            }
            else if (view.At(at) is null && Unnamed(view, words, at - sentence.First) is { } place)
            {
                places.Add(place);
                at = place.End - 1;
            }
        }

        return places;
    }

    // Numbers that name nothing by themselves and so are no mentions, yet tell something here: “(1.200/1.500 …)”, “5 trong số đó”, “gấp ba lần”.
    private Place? Unnamed(MentionView view, Sentence sentence, int at)
    {
        int first = sentence.FirstToken + at;
        if (sentence[at].IsNumber)
        {
            int end = _numbers.FiguresAt(sentence, at).End;
            if (end == 0)
            {
                return null;
            }

            if (view.Has(sentence.FirstToken + end, _amongThem))
            {
                return Made(view, first, sentence.FirstToken + end, ofEnd: 0, unit: "");
            }

            int wholeEnd = _open.Contains(sentence[at - 1]) && _slash.Contains(sentence[end]) ? _numbers.FiguresAt(sentence, end + 1).End : 0;
            return wholeEnd == 0 ? null : Made(view, first, sentence.FirstToken + end, sentence.FirstToken + wholeEnd, unit: "");
        }

        if (_fold.Contains(sentence[at - 1]))
        {
            ReadNumber number = _numbers.WordsAt(sentence, at);
            if (number.End > 0 && _times.Contains(sentence[number.End]))
            {
                TextSpan span = sentence.Span(at, number.End + 1);
                QuantityValue value = new(number.Value, "lần");
                return new Place(new Figure(new Mention(MentionKind.Quantity, span, Id, value), value, 0, 0), first, sentence.FirstToken + number.End + 1);
            }
        }

        return null;
    }

    private Place? Made(MentionView view, int first, int end, int ofEnd, string unit)
    {
        TextSpan span = TextSpan.Between(view[first].Start, view[Math.Max(end, ofEnd) - 1].End);
        string surface = view.Surface(span);
        if (!Figure.TryReadWritten(surface, out decimal part, out _))
        {
            return null;
        }

        QuantityValue value = new(part, unit);
        if (ofEnd > 0)
        {
            // A scale word after the second number is common to both and falls out of the quotient.
            if (!Figure.TryReadWritten(surface.AsSpan(surface.IndexOf('/', StringComparison.Ordinal)), out decimal whole, out _))
            {
                return null;
            }

            value = value with { Of = whole };
        }

        Figure figure = Figure.Of(new Mention(MentionKind.Quantity, span, Id, value), value, surface);
        return new Place(figure, first, BracketEnd(view, Math.Max(end, ofEnd), ofEnd > 0));
    }

    // “(45/60 ha)”: the unit belongs to the fraction.
    private int BracketEnd(MentionView view, int end, bool fraction)
    {
        int at = end;
        while (fraction && at < end + 3 && view[at].IsWord)
        {
            at++;
        }

        return fraction && _close.Contains(view[at]) ? at : end;
    }

    // The same unit, or one with a word more (“hộ”, “hộ nghèo”); “người” stands for every noun for people.
    private bool CountAlike(Figure first, Figure second)
    {
        string left = first.Value.Unit;
        string right = second.Value.Unit;
        if (left.Length == 0 || right.Length == 0)
        {
            return false;
        }

        return FirstWord(left).Equals(FirstWord(right), StringComparison.OrdinalIgnoreCase) || (_people.Contains(left) && _people.Contains(right) && (left == Person || right == Person));

        static ReadOnlySpan<char> FirstWord(string unit) => unit.AsSpan() is var all && all.IndexOf(' ') is > 0 and var space ? all[..space] : all;
    }

    private void CheckClaim(MentionView view, List<Place> places, int claim, DiagnosticSink found)
    {
        Place said = places[claim];
        if (IsYearly(view, said))
        {
            return;
        }

        if (FromTo(view, places, claim, found) || Compared(view, places, claim, found))
        {
            return;
        }

        if (said.Figure.IsPercent)
        {
            _ = Fraction(view, places, claim, found) || PlanInBrackets(view, places, claim, found)
                || Among(view, places, claim, found) || Goal(view, places, claim, found);
        }
    }

    // “từ A lên B, tăng x%”, “từ A tăng lên B, gấp n lần”.
    private bool FromTo(MentionView view, List<Place> places, int claim, DiagnosticSink found)
    {
        if (claim < 2)
        {
            return false;
        }

        Place first = places[claim - 2];
        Place second = places[claim - 1];
        Place said = places[claim];
        if (!Starts(view, first) || !Leads(view, first.End, second.First) || !SameThing(first.Figure, second.Figure)
            || !Links(view, second.End, said.First, out bool up, out bool down, out bool fold) || FollowedBy(view, said.End, _compared))
        {
            return false;
        }

        bool rises = second.Figure.Value.Value > first.Figure.Value.Value;
        // A direction that contradicts the figures is another rule's matter.
        if ((rises && down) || (!rises && up) || !(up || down || fold))
        {
            return false;
        }

        Place large = rises ? second : first;
        Place small = rises ? first : second;
        if (said.Figure.IsTimes)
        {
            return Compute(view, said, large, small, fold ? Operation.Times : Operation.TimesOrGrowth, found, rises ? null : small);
        }

        if (fold && !up && !down)
        {
            return false;
        }

        // Between two percentages the points are as customary as the growth.
        if (first.Figure.IsPercent && said.Figure.Result is { } result && large.Figure.Range is { } a && small.Figure.Range is { } b && (a - b).Meets(result))
        {
            return true;
        }

        return Compute(view, said, second, first, rises ? Operation.Growth : Operation.Decline, found);

        bool Starts(MentionView seen, Place place) =>
            _from.Contains(seen[place.First - 1]) || (_from.Contains(seen[place.First - 2]) && seen[place.First - 1].IsWord);
    }

    // “đạt A, tăng x% so với mức B của năm trước”.
    private bool Compared(MentionView view, List<Place> places, int claim, DiagnosticSink found)
    {
        if (claim == 0 || claim + 1 >= places.Count)
        {
            return false;
        }

        Place now = places[claim - 1];
        Place said = places[claim];
        Place then = places[claim + 1];
        if (!FollowedBy(view, said.End, _compared) || then.First - said.End > 5 || view[then.First - 1].IsMark
            || !SameThing(now.Figure, then.Figure) || now.Figure.IsPercent
            || !Links(view, now.End, said.First, out bool up, out bool down, out bool fold))
        {
            return false;
        }

        bool rises = now.Figure.Value.Value > then.Figure.Value.Value;
        return !((rises && down) || (!rises && up)) && (up || down || fold)
            && (said.Figure.IsTimes
                ? rises && Compute(view, said, now, then, fold ? Operation.Times : Operation.TimesOrGrowth, found)
                : (up || down) && Compute(view, said, now, then, rises ? Operation.Growth : Operation.Decline, found));
    }

    // “45/60 xã (75%)”, “45/60 xã đạt chuẩn, đạt tỷ lệ 75%”.
    private bool Fraction(MentionView view, List<Place> places, int claim, DiagnosticSink found)
    {
        if (claim == 0 || places[claim - 1].Figure.Value.Of is null)
        {
            return false;
        }

        Place part = places[claim - 1];
        Place said = places[claim];
        bool bracketed = Bracketed(view, said);
        if (!bracketed && (!_share.Contains(view[said.First - 1]) || ElseFollows(view, said.End)))
        {
            return false;
        }

        return said.First - part.End <= 10 && Plain(view, part.End, said.First, bracketed ? 1 : 0, commas: bracketed ? 0 : 1)
            && Compute(view, said, part, whole: null, Operation.Share, found);
    }

    // “bằng 80% kế hoạch (1.200/1.500 tỷ đồng)”.
    private bool PlanInBrackets(MentionView view, List<Place> places, int claim, DiagnosticSink found)
    {
        if (claim + 1 >= places.Count || places[claim + 1].Figure.Value.Of is null)
        {
            return false;
        }

        Place said = places[claim];
        Place part = places[claim + 1];
        return Bracketed(view, part) && part.First - said.End <= 6 && Plain(view, said.End, part.First, brackets: 1, commas: 0)
            && Compute(view, said, part, whole: null, Operation.Share, found);
    }

    // “A trong tổng số B, chiếm x%”, “B, trong đó có A, chiếm x%”, “B; A trong số đó, tức x%”.
    private bool Among(MentionView view, List<Place> places, int claim, DiagnosticSink found)
    {
        Place said = places[claim];
        if (claim < 2 || !_share.Contains(view[said.First - 1]) || ElseFollows(view, said.End))
        {
            return false;
        }

        Place second = places[claim - 1];
        Place first = places[claim - 2];
        // A part greater than the whole is no share, and the figures belong elsewhere.
        if (said.First - second.End > 9 || view.At(said.First - 2) is not null)
        {
            return false;
        }

        int gap = second.First - first.End;

        // “250 hộ nghèo trong tổng số 2.000 hộ”: what is said of the hộ stands behind them.
        int over = first.End;
        while (over < first.End + 2 && view[over].IsWord && !_over.Contains(view[over]) && !_total.Contains(view[over]))
        {
            over++;
        }

        if (_over.Contains(view[over]) && second.First - over <= 4 && (second.First - over == 1 || _total.Contains(view[over + 1])))
        {
            return CountAlike(first.Figure, second.Figure) && Plain(view, second.End, said.First, 0, commas: 1)
                && Compute(view, said, first, second, Operation.Share, found);
        }

        for (int at = first.End; at < second.First; at++)
        {
            if (view.Has(at, _among))
            {
                return at - first.End <= 6 && second.First - at <= 4 && CountAlike(first.Figure, second.Figure)
                    && Plain(view, second.End, said.First, 0, commas: 1) && Compute(view, said, second, first, Operation.Share, found);
            }
        }

        return view.Has(second.End, _amongThem) && gap <= 6 && Plain(view, second.End, said.First, 0, commas: 1)
            && (second.Figure.Value.Unit.Length == 0 || CountAlike(first.Figure, second.Figure))
            && Compute(view, said, second, first, Operation.Share, found);
    }

    // “450 căn, bằng 50% mục tiêu 900 căn”.
    private bool Goal(MentionView view, List<Place> places, int claim, DiagnosticSink found)
    {
        if (claim == 0 || claim + 1 >= places.Count)
        {
            return false;
        }

        Place part = places[claim - 1];
        Place said = places[claim];
        Place whole = places[claim + 1];
        return _share.Contains(view[said.First - 1]) && said.First - part.End <= 4 && Plain(view, part.End, said.First, 0, commas: 1)
            && (_goal.Contains(view[said.End]) || _total.Contains(view[said.End])) && whole.First - said.End is >= 2 and <= 4
            && Plain(view, said.End, whole.First, 0, commas: 0)
            && CountAlike(part.Figure, whole.Figure) && Compute(view, said, part, whole, Operation.Share, found);
    }

    private bool SameThing(Figure first, Figure second) =>
        first is { Value.Of: null } && second is { Value.Of: null } && !first.IsTimes && !second.IsTimes
        && first.IsPercent == second.IsPercent && (CountAlike(first, second) || first.Value.Unit.Length == 0);

    // From the first figure to the second nothing but “(năm 1991) tăng lên trên”.
    private bool Leads(MentionView view, int from, int to)
    {
        bool leads = false;
        for (int at = from; at < to; at++)
        {
            Token token = view[at];
            if (view.At(at) is not null)
            {
                continue;
            }

            if (_comma.Contains(token) || !(_linking.Contains(token) || _to.Contains(token)))
            {
                return false;
            }

            leads |= _to.Contains(token);
        }

        return leads && to - from <= 14;
    }

    // From the second figure to the claim nothing but times, brackets and words of rising and falling.
    private bool Links(MentionView view, int from, int to, out bool up, out bool down, out bool fold)
    {
        (up, down, fold) = (false, false, false);
        for (int at = from; at < to; at++)
        {
            Token token = view[at];
            if (view.At(at) is not null)
            {
                continue;
            }

            if (!_linking.Contains(token))
            {
                return false;
            }

            up |= _up.Contains(token);
            down |= _down.Contains(token);
            fold |= _fold.Contains(token);
        }

        return to - from is > 0 and <= 14;
    }

    // Words only, so many brackets and commas, no time and no clause end.
    private bool Plain(MentionView view, int from, int to, int brackets, int commas)
    {
        for (int at = from; at < to; at++)
        {
            Token token = view[at];
            if (_open.Contains(token))
            {
                brackets--;
            }
            else if (_comma.Contains(token))
            {
                commas--;
            }
            else if (_breaks.Contains(token) || _close.Contains(token) || (view.At(at) is { Kind: MentionKind.Quantity }))
            {
                return false;
            }
        }

        return brackets >= 0 && commas >= 0;
    }

    private bool Bracketed(MentionView view, Place place)
    {
        int before = place.First - 1;
        while (before > place.First - 4 && _share.Contains(view[before]) | _linking.Contains(view[before]) && !_open.Contains(view[before]))
        {
            before--;
        }

        return _open.Contains(view[before]) && _close.Contains(view[place.End]);
    }

    // “đạt 95% kế hoạch năm”: a share of something else than what stands before.
    private bool ElseFollows(MentionView view, int end) => _elsewhere.Contains(view[end]) && !(_total.Contains(view[end]) && EndsAfter(view, end));

    // “chiếm 75% tổng số.”, “chiếm 75% tổng số thôn.”
    private bool EndsAfter(MentionView view, int end)
    {
        int at = end;
        while (at < end + 3 && view[at].IsWord)
        {
            at++;
        }

        return view[at].Kind != TokenKind.Word;
    }

    private bool IsYearly(MentionView view, Place said)
    {
        for (int at = said.First - 1; at >= said.First - 6 && !_comma.Contains(view[at]) && view.At(at) is null; at--)
        {
            if (_yearly.Contains(view[at]))
            {
                return true;
            }
        }

        for (int at = said.End; at < said.End + 3; at++)
        {
            if (_yearly.Contains(view[at]))
            {
                return true;
            }
        }

        return said.Figure.Value.Unit.Contains('/', StringComparison.Ordinal);
    }

    private static bool FollowedBy(MentionView view, int at, ImmutableArray<int> phrase) => view.Has(at, phrase);

    // Reports the claim unless some customary reading agrees; true when it could be computed.
    private static bool Compute(MentionView view, Place said, Place upper, Place? whole, Operation operation, DiagnosticSink found, Place? reference = null)
    {
        FigureRange? top = upper.Figure.Range;
        FigureRange? bottom = whole is null ? upper.Figure.Whole : whole.Figure.Range;
        if (said.Figure.Result is not { } claimed || top is not { } a || bottom is not { } b || a / b is not { } ratio)
        {
            return false;
        }

        FigureRange computed = operation switch
        {
            Operation.Share => ratio.Times(100),
            Operation.Growth => ratio.Times(100).Plus(-100),
            Operation.Decline => new FigureRange(100 - (ratio.Most * 100), 100 - (ratio.Least * 100)),
            _ => ratio,
        };
        bool agrees = computed.Meets(claimed) || (operation == Operation.TimesOrGrowth && computed.Plus(-1).Meets(claimed));
        if (!agrees)
        {
            Report(view, said, upper, whole ?? reference, computed, found);
        }

        return true;
    }

    private static void Report(MentionView view, Place said, Place upper, Place? whole, FigureRange computed, DiagnosticSink found)
    {
        string unit = said.Figure.IsPercent ? "%" : " lần";
        string text = view.Surface(said.Figure.Mention.Span);
        string right = Written((computed.Least + computed.Most) / 2, Math.Max(1, said.Figure.Decimals)) + unit;
        string figures = whole is null
            ? view.Surface(upper.Figure.Mention.Span)
            : $"{view.Surface(upper.Figure.Mention.Span)}” và “{view.Surface(whole.Figure.Mention.Span)}";
        BilingualText reason = new("Số liệu dùng để tính", "A figure of the computation");
        List<RelatedPlace> related = [new(upper.Figure.Mention.Span, reason)];
        if (whole is not null)
        {
            related.Add(new(whole.Figure.Mention.Span, reason));
        }

        related.Sort(static (left, right) => left.Span.CompareTo(right.Span));
        found.Report(
            said.Figure.Mention.Span,
            new BilingualText(
                $"“{text}” không khớp với “{figures}”: tính ra khoảng {right}.",
                $"“{text}” does not match “{figures.Replace("” và “", "” and “", StringComparison.Ordinal)}”: they give about {right.Replace(" lần", " times", StringComparison.Ordinal)}."),
            expected: right,
            related: related.ToArray());
    }

    private static string Written(decimal value, int decimals) =>
        Math.Round(value, decimals, MidpointRounding.AwayFromZero).ToString("0.######", CultureInfo.InvariantCulture).Replace('.', ',');

    /// <summary>A figure and the tokens that it has.</summary>
    private sealed record Place(Figure Figure, int First, int End);
}

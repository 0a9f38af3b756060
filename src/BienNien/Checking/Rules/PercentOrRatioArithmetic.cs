using System.Collections.Immutable;
using System.Globalization;
using BienNien.Checking.Arithmetic;
using BienNien.Finding;
using BienNien.Finding.Quantities;
using BienNien.Knowledge;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking.Rules;

/// <summary>CHK002. A percentage or a number of times that the figures beside it do not give: “5 trong số 8 …, tức 52,5%”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: PercentOrRatioArithmetic.md, beside this file.</remarks>
internal sealed partial class PercentOrRatioArithmetic : CheckRule
{
    private const string Person = "người";

    private readonly AmountReader _amounts;
    private readonly DerivedFigures _derived;
    private readonly StatedRatios _stated;
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
        : base("CHK002", "percent-or-ratio-arithmetic", DiagnosticSeverity.Error)
    {
        _amounts = amounts;
        _derived = new DerivedFigures(words);
        _stated = new StatedRatios(words);
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
    public override void Check(DocumentAnalysis analysis, DiagnosticSink found)
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
        AmountLines amounts = new(analysis, _amounts.Read(analysis));
        foreach (DerivedSlip slip in (IEnumerable<DerivedSlip>)[.. _derived.Read(analysis, amounts), .. _stated.Read(analysis, amounts)])
        {
            if (!slip.IsScale && !HasOtherWhole(analysis, slip) && !told.Any(span => span.Overlaps(slip.Span)) && told.Add(slip.Span) && !_amounts.IsCaveat(analysis.Tokens, view.RangeOf(slip.Span).First))
            {
                Report(view, slip, found);
            }
        }

        foreach (RatioSlip slip in (IEnumerable<RatioSlip>)[.. RatioColumns.Slips(analysis.Document), .. ShareColumns.Slips(analysis.Document)])
        {
            Report(view, slip, found);
        }
    }

    // “500 em dự thi, đỗ 498 …, 412 em trúng tuyển, bằng 82,7%”: of another number of the paragraph the share is right.
    private static bool HasOtherWhole(DocumentAnalysis analysis, DerivedSlip slip)
    {
        if (!analysis.Document.Surface(slip.Span).EndsWith('%') || !Figure.TryReadWritten(analysis.Document.Surface(slip.Span), out decimal share, out int decimals) || share <= 0)
        {
            return false;
        }

        decimal half = 0.5m;
        for (int i = 0; i < decimals; i++)
        {
            half /= 10;
        }

        int said = analysis.Tokens.TokenAt(slip.Span.Start);
        int block = analysis.Tokens.Sentences[analysis.Tokens.SentenceOfToken(said)].Block;
        for (int at = said - 1; at >= 0 && analysis.Tokens.Sentences[analysis.Tokens.SentenceOfToken(at)].Block == block; at--)
        {
            Token token = analysis.Tokens.Tokens[at];
            if (token is { IsNumber: true, Number: > 0 } && !slip.From.Any(amount => amount.Span.Overlaps(token.Span))
                && slip.From.Any(amount => amount.Value < token.Number && Math.Abs((100 * amount.Value / token.Number) - share) <= half))
            {
                return true;
            }
        }

        return false;
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

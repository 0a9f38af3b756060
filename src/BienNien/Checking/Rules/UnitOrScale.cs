using System.Collections.Immutable;
using BienNien.Checking.Arithmetic;
using BienNien.Relating;
using BienNien.Relating.Figures;
using BienNien.Text;
using Amount = BienNien.Checking.Arithmetic.Amount;

namespace BienNien.Checking.Rules;

/// <summary>CHK015. A unit or scale that makes the figure impossible: “năng suất lúa 450 tấn/ha”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: UnitOrScale.md, beside this file.</remarks>
internal sealed class UnitOrScale : CheckRule
{
    // What is told of an area may stand between the word and its figure; of a length nothing does.
    private const string AreaWord = "diện tích";

    private readonly AmountReader _amounts;
    private readonly FigureBounds _bounds = FigureBounds.Load();
    private readonly ImmutableArray<(WordSet Words, PlaceLevel Level)> _levels;
    private readonly DerivedFigures _derived;
    private readonly FigureConversions _conversions;
    private readonly WordSet _clauses;
    private readonly WordSet _again;
    private readonly WordSet _whole;

    public UnitOrScale(Vocabulary.Builder words, AmountReader amounts)
        : base("CHK015", "unit-or-scale", DiagnosticSeverity.Error)
    {
        _amounts = amounts;
        _derived = new DerivedFigures(words);
        _conversions = new FigureConversions(words);
        _levels =
        [
            (words.AddSet("thôn", "bản", "ấp", "buôn", "làng", "xóm"), PlaceLevel.Hamlet),
            (words.AddSet("xã", "phường", "trấn"), PlaceLevel.Commune),
            (words.AddSet("huyện", "quận"), PlaceLevel.District),
            (words.AddSet("tỉnh", "tp", "phố"), PlaceLevel.Province),
            (words.AddSet("nước", "quốc", "vùng", "miền", "khu", "bộ", "thế", "kỳ"), PlaceLevel.Country),
        ];
        _clauses = words.AddSet(";", ",", ".");
        _whole = words.AddSet("cả", "toàn", "đất");
        _again = words.AddSet("nói", "trên", "này", "ấy", "đó", "kể");
    }

    /// <inheritdoc/>
    public override void Check(DocumentAnalysis analysis, DiagnosticSink found)
    {
        AmountLines amounts = new(analysis, _amounts.Read(analysis));
        Dictionary<TextSpan, FigureClaim> claims = [];
        foreach (Claim claim in analysis.Claims)
        {
            if (claim is FigureClaim figure)
            {
                claims.TryAdd(figure.Span, figure);
            }
        }

        Dictionary<(int Table, int Column), (int Wrong, int All, Amount First, FigureBound Bound)> columns = [];
        foreach (Amount amount in amounts.All)
        {
            SentenceRange sentence = analysis.Tokens.Sentences[analysis.Tokens.SentenceOfToken(amount.First)];
            ImmutableArray<FigureBound> bounds = _bounds.Of(amount);
            if (amount.Figure.Value.Cell is { } cell)
            {
                PlaceLevel tabled = LevelOfTable(analysis, cell.Place);
                FigureBound? outside = bounds.IsEmpty || cell.IsTotal ? null : Broken(amount, bounds, tabled, "", cell.Indicator, cell.Indicator, "");
                (int Table, int Column) column = (cell.Place.Table, cell.Place.Column);
                (int wrong, int all, Amount first, FigureBound bound) = columns.GetValueOrDefault(column);
                columns[column] = outside is null ? (wrong, all + 1, first, bound) : (wrong + 1, all + 1, first ?? amount, bound ?? outside);
                continue;
            }

            if (!bounds.IsEmpty)
            {
                int clause = Clause(analysis, amounts, sentence, amount);
                string text = analysis.Document.Text;
                int from = analysis.Tokens.Tokens[sentence.First].Start;
                string before = text[analysis.Tokens.Tokens[clause].Start..amount.Span.Start];
                string whole = text[from..amount.Span.Start];
                string after = text[amount.Span.End..Math.Min(text.Length, amount.Span.End + 24)];
                PlaceLevel? said = Named(analysis, clause, amount.First);
                PlaceLevel level = claims.TryGetValue(amount.Span, out FigureClaim? claim) && Level(claim.Scope) is { } scope ? scope : LevelAt(analysis, sentence, amount);
                level = said > level ? said.Value : level;
                if (!_amounts.IsCaveat(analysis.Tokens, amount.First) && Broken(amount, bounds, level, analysis.Document.Surface(amount.Span), before, whole, after) is { } broken)
                {
                    Report(analysis.Document, amount.Span, amount, broken, found);
                    continue;
                }
            }

            if (Rescaled(analysis, amounts, sentence, amount) is { } other)
            {
                string said = analysis.Document.WordsAt(amount.Span);
                string right = analysis.Document.WordsAt(other.Span);
                found.Report(
                    amount.Span,
                    new BilingualText($"“{said}”: cùng khoản ấy ở trên ghi “{right}”.", $"“{said}”: the same sum stands above as “{right}”."),
                    expected: right,
                    related: [new RelatedPlace(other.Span, new BilingualText("Ở đây ghi đơn vị khác", "Told in another scale here"))]);
            }
        }

        foreach ((Amount one, Amount other) in _conversions.Read(analysis, amounts))
        {
            if (!_amounts.IsCaveat(analysis.Tokens, other.First) && !found.Spans(Id).Any(span => span.Overlaps(one.Span) || span.Overlaps(other.Span)))
            {
                string said = analysis.Document.WordsAt(one.Span);
                string again = analysis.Document.WordsAt(other.Span);
                found.Report(
                    TextSpan.Between(one.Span.Start, other.Span.End),
                    new BilingualText($"“{said}” và “{again}” không cùng một độ lớn: đổi đơn vị sai.", $"“{said}” and “{again}” are not the same size: the conversion is wrong."));
            }
        }

        foreach (DerivedSlip slip in _derived.Read(analysis, amounts))
        {
            if (slip.IsScale && !_amounts.IsCaveat(analysis.Tokens, analysis.Tokens.TokenAt(slip.Span.Start)) && !found.Spans(Id).Contains(slip.Span))
            {
                Report(analysis.Document, slip, found);
            }
        }

        foreach (((int table, int column), (int wrong, int all, Amount first, FigureBound bound)) in columns)
        {
            if (wrong > 0 && wrong * 3 >= all * 2 && wrong > 1)
            {
                Report(analysis.Document, HeadUnit(analysis, table, column) ?? first.Span, first, bound, found);
            }
        }
    }

    private static void Report(Document document, DerivedSlip slip, DiagnosticSink found)
    {
        string said = document.WordsAt(slip.Span);
        string one = document.WordsAt(slip.From[0].Span);
        string other = document.WordsAt(slip.From[1].Span);
        found.Report(
            slip.Span,
            new BilingualText($"“{said}”: “{one}” và “{other}” cho {slip.Right}; đơn vị có lẽ sai.", $"“{said}”: “{one}” and “{other}” give {slip.Right}; the unit is wrong, it seems."),
            related: [.. slip.From.Select(static amount => new RelatedPlace(amount.Span, new BilingualText("Số liệu dùng để tính", "A figure of the computation")))]);
    }

    private static void Report(Document document, TextSpan span, Amount amount, FigureBound bound, DiagnosticSink found)
    {
        string said = document.WordsAt(amount.Span);
        string unit = amount.Unit;
        if (bound.Most == 0)
        {
            found.Report(
                span,
                new BilingualText($"“{said}”: đơn vị “{unit}” không dùng để đo đại lượng này.", $"“{said}”: the unit “{unit}” does not measure this."),
                confidence: DiagnosticConfidence.Likely);
            return;
        }

        bool much = amount.Value > bound.Most || IsHuge(document.Surface(amount.Span));
        string limit = AmountText.Plain((much ? bound.Most : bound.Least) / amount.Scale);
        found.Report(
            span,
            new BilingualText(
                $"“{said}” không thể có: {(much ? "nhiều nhất cũng không quá" : "ít nhất cũng phải")} {limit} {unit}.",
                $"“{said}” is impossible: {(much ? "it cannot exceed" : "it cannot be below")} {limit} {unit}."));
    }

    // The bound that a figure breaks, or null: that of the smallest unit of administration that the words speak of.
    private static FigureBound? Broken(Amount amount, ImmutableArray<FigureBound> bounds, PlaceLevel level, string surface, string clause, string sentence, string after)
    {
        if (amount.Figure.Value is not { Value: not null, Order: null } || amount.Value < 0)
        {
            return null;
        }

        foreach (FigureBound bound in bounds)
        {
            bool holds = (bound.Level is null || bound.Level >= level)
                && (bound.Leads.IsEmpty || Any(clause, bound.Leads, near: bound.Most > 0 ? 60 : bound.Leads[0] == AreaWord ? 22 : 1))
                && (bound.Subjects.IsEmpty || Any(sentence, bound.Subjects, near: 90))
                && (bound.After.IsEmpty || Array.Exists([.. bound.After], word => after.AsSpan().TrimStart().StartsWith(word, StringComparison.OrdinalIgnoreCase) || amount.Unit.Contains(" " + word, StringComparison.OrdinalIgnoreCase)))
                && !Any(clause, bound.Not, near: 60);
            if (holds && (amount.Value > bound.Most || (amount.Value > 0 && amount.Value < bound.Least && (bound.Level is null || bound.Level == level)) || (bound.Most is > 0 and < 1e15m && IsHuge(surface))))
            {
                return bound;
            }
        }

        return null;
    }

    private static bool IsHuge(string surface) => surface.Contains("triệu tỷ", StringComparison.OrdinalIgnoreCase) || surface.Contains("triệu tỉ", StringComparison.OrdinalIgnoreCase);

    // Whether one of some words stands in a text, whole and near its end.
    private static bool Any(string text, ImmutableArray<string> words, int near)
    {
        foreach (string word in words)
        {
            int at = text.LastIndexOf(word, StringComparison.OrdinalIgnoreCase);
            while (at >= 0)
            {
                int end = at + word.Length;
                if (text.Length - end > near)
                {
                    break;
                }

                if ((at == 0 || !char.IsLetter(text[at - 1])) && (end == text.Length || !char.IsLetter(text[end])))
                {
                    return true;
                }

                at = at == 0 ? -1 : text.LastIndexOf(word, at - 1, StringComparison.OrdinalIgnoreCase);
            }
        }

        return false;
    }

    // Where the clause of a figure begins: behind the last comma that a figure stands before, or the last semicolon.
    private int Clause(DocumentAnalysis analysis, AmountLines amounts, SentenceRange sentence, Amount amount)
    {
        int first = sentence.First;
        for (int at = amount.First - 1; at >= sentence.First; at--)
        {
            if (amounts.At(at) is not null)
            {
                first = at + 1;
                break;
            }

            if (_clauses.Contains(analysis.Tokens.Tokens[at]) && at < amount.First - 3)
            {
                first = at + 1;
                break;
            }
        }

        return Math.Min(first, amount.First);
    }

    // “dân số cả nước là …”, “Đảng bộ tỉnh có …”: the greatest unit that the clause itself speaks of.
    private PlaceLevel? Named(DocumentAnalysis analysis, int from, int end)
    {
        PlaceLevel? greatest = null;
        for (int at = from; at < end; at++)
        {
            foreach ((WordSet words, PlaceLevel level) in _levels)
            {
                greatest = words.Contains(analysis.Tokens.Tokens[at]) && level != PlaceLevel.Country | _whole.Contains(analysis.Tokens.Tokens[Math.Max(at - 1, 0)]) && (greatest is null || level > greatest) ? level : greatest;
            }
        }

        return greatest;
    }

    private static PlaceLevel? Level(FigureScope scope)
    {
        int colon = scope.Key.IndexOf(':', StringComparison.Ordinal);
        string kind = colon < 0 ? scope.Key : scope.Key[..colon];
        return kind switch
        {
            "hamlet" or "village" => PlaceLevel.Hamlet,
            "commune" or "ward" or "township" or "toàn xã" or "toàn phường" => PlaceLevel.Commune,
            "district" or "toàn huyện" or "toàn quận" => PlaceLevel.District,
            "province" or "city" or "toàn tỉnh" => PlaceLevel.Province,
            "country" or "region" => PlaceLevel.Country,
            _ => null,
        };
    }

    // The first unit named in the sentence before the figure, then in it, then in the sentences before: the greatest of those of one sentence, unless one is the figure's own.
    private PlaceLevel LevelAt(DocumentAnalysis analysis, SentenceRange sentence, Amount amount)
    {
        int index = analysis.Tokens.SentenceOfToken(sentence.First);
        for (int s = index; s >= 0 && s > index - 4 && analysis.Tokens.Sentences[s].Block == sentence.Block; s--)
        {
            SentenceRange range = analysis.Tokens.Sentences[s];
            PlaceLevel? greatest = null;
            for (int at = range.First; at < range.End; at++)
            {
                foreach ((WordSet words, PlaceLevel level) in _levels)
                {
                    if (words.Contains(analysis.Tokens.Tokens[at]) && (s != index || at < amount.First || level > (greatest ?? level)))
                    {
                        greatest = greatest is null || level > greatest ? level : greatest;
                    }
                }
            }

            if (greatest is { } found)
            {
                return found;
            }
        }

        return PlaceLevel.Country;
    }

    // What the heads of the rows, or the caption over the table, say that the rows are.
    private PlaceLevel LevelOfTable(DocumentAnalysis analysis, TableCell cell)
    {
        if (analysis.Tokens.Tables.TryGet(cell.Table, 0, 0, out Sentence head))
        {
            for (int column = 0; column < 2; column++)
            {
                for (int at = 0; at < head.Count; at++)
                {
                    foreach ((WordSet words, PlaceLevel level) in _levels)
                    {
                        if (words.Contains(head[at]))
                        {
                            return level;
                        }
                    }
                }

                if (!analysis.Tokens.Tables.TryGet(cell.Table, 0, 1, out head))
                {
                    break;
                }
            }
        }

        return PlaceLevel.Country;
    }

    // The unit in brackets in a column's head, or the head.
    private static TextSpan? HeadUnit(DocumentAnalysis analysis, int table, int column)
    {
        foreach (Block block in analysis.Document.Blocks)
        {
            if (block.Cell is { Row: 0 } cell && cell.Table == table && cell.Column == column)
            {
                string text = analysis.Document.Surface(block.Span);
                int open = text.IndexOf('(', StringComparison.Ordinal);
                int close = text.IndexOf(')', StringComparison.Ordinal);
                return open >= 0 && close > open + 1 ? new TextSpan(block.Span.Start + open + 1, close - open - 1) : block.Span;
            }
        }

        return null;
    }

    // “… 3,2 tỷ đồng. Trong 3,2 triệu đồng nói trên …”: the same figures with another scale, pointed at as the same.
    private Amount? Rescaled(DocumentAnalysis analysis, AmountLines amounts, SentenceRange sentence, Amount amount)
    {
        if (!amount.IsMeasure || !amount.IsExact || amount.IsPercent)
        {
            return null;
        }

        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        string number = AmountText.Number(analysis.Document.Surface(amount.Span));
        bool pointed = amount.End < tokens.Length && _again.Contains(tokens[amount.End]);
        for (int i = amounts.From(amount.First) - 1; i >= 0; i--)
        {
            Amount other = amounts.All[i];
            if (analysis.Tokens.Sentences[analysis.Tokens.SentenceOfToken(other.First)].Block != sentence.Block || other.Figure.Value.Cell is not null)
            {
                return null;
            }

            if (other.IsExact && other.Base == amount.Base && other.Value != amount.Value && AmountText.Number(analysis.Document.Surface(other.Span)) == number && (pointed || SameLead(analysis, amount, other)))
            {
                return other;
            }
        }

        return null;
    }

    // Whether two figures stand behind the same two words.
    private static bool SameLead(DocumentAnalysis analysis, Amount one, Amount other)
    {
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        if (one.First < 2 || other.First < 2)
        {
            return false;
        }

        ReadOnlySpan<char> text = analysis.Document.Text;
        ReadOnlySpan<char> a = text[tokens[one.First - 2].Start..tokens[one.First - 1].End];
        ReadOnlySpan<char> b = text[tokens[other.First - 2].Start..tokens[other.First - 1].End];
        return tokens[one.First - 1].IsWord && tokens[one.First - 2].IsWord && a.Equals(b, StringComparison.OrdinalIgnoreCase) && a.Length > 6;
    }
}

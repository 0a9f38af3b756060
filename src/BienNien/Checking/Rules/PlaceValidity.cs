using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Gazetteers;
using BienNien.Relating;
using BienNien.Text;
using BienNien.Time;
using NodaTime;

namespace BienNien.Checking.Rules;

/// <summary>CHK024. A province or district named at a time at which it was not there: “năm 1980, tỉnh Cao Lạng”, “nay thuộc tỉnh Hà Bắc”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: PlaceValidity.md, beside this file.</remarks>
internal sealed class PlaceValidity : CheckRule
{
    private const int LongestName = 6;
    private const int NowadaysReach = 9;
    private const int BirthReach = 14;

    // More units than these tell a reader nothing.
    private const int MostExpected = 3;

    // What will be there in years to come no plan can know.
    private static readonly LocalDate _farFuture = new(2027, 1, 1);
    private static readonly string[] _typeNames = ["tỉnh", "huyện", "quận", "châu", "thành phố", "thị xã"];
    private static readonly LocalDate _oneState = new(1976, 1, 1);

    private readonly Lazy<Gazetteer> _gazetteer;
    private readonly Dictionary<int, string> _types;
    private readonly int _committee;
    private readonly int _provincial;
    private readonly WordSet _now;
    private readonly WordSet _old;
    private readonly WordSet _birth;
    private readonly WordSet _changes;
    private readonly WordSet _publisher;
    private readonly int _dissolved;
    private readonly int _body;

    public PlaceValidity(Vocabulary.Builder words, Lazy<Gazetteer> gazetteer)
        : base("CHK024", "place-validity", DiagnosticSeverity.Warning)
    {
        _gazetteer = gazetteer;
        _types = [];
        foreach (string type in _typeNames)
        {
            _types[words.AddPhrase(type)[^1]] = type;
        }

        // “Tỉnh ủy Quảng Trị”: the committee of a province that must be there.
        _committee = words.Add("ủy");
        _provincial = words.Add("tỉnh");
        _now = words.AddSet("nay", "hiện");
        _old = words.AddSet("cũ", "xưa", "trước");
        _birth = words.AddSet("sinh", "quê", "quán", "gốc");
        _changes = words.AddSet("tách", "nhập", "hợp", "đổi", "tái", "chia", "sáp", "lập", "trở", "nâng", "toàn");
        (_dissolved, _body) = (words.Add("giải"), words.Add("thể"));
        _publisher = words.AddSet("Nxb");
    }

    /// <inheritdoc/>
    public override void Check(DocumentAnalysis analysis, DiagnosticSink found)
    {
        MentionView view = new(analysis, MentionKind.Time);
        DayRange? latest = null;
        for (int s = 0; s < analysis.Tokens.Sentences.Length; s++)
        {
            SentenceRange sentence = analysis.Tokens.Sentences[s];
            QuoteDepth quotes = default;
            for (int at = sentence.First; at < sentence.End; at++)
            {
                Token token = view[at];
                if (token.IsMark)
                {
                    quotes.Read(analysis.Document.Text[token.Start]);
                }

                bool committee = token.Word == _committee && at > sentence.First && view[at - 1].Word == _provincial;
                string? type = committee ? "tỉnh" : _types.GetValueOrDefault(token.Word);
                if (quotes.IsQuoted || type is null || token.AllUpper || !view[at + 1].Capitalised || view[at + 1].AllUpper)
                {
                    continue;
                }

                int first = committee || type.Contains(' ', StringComparison.Ordinal) ? at - 1 : at;
                if (first < sentence.First || (first < at && !committee && !analysis.Document.WordsAt(TextSpan.Between(view[first].Start, token.End)).Equals(type, StringComparison.OrdinalIgnoreCase)))
                {
                    continue;
                }

                ImmutableArray<PlaceUnit> units = Units(view, at, sentence.End, type, out int end);
                // “tỉnh Bình Thuận, nay thuộc tỉnh Lâm Đồng”: told as the old name that it is.
                if (units.IsEmpty || _old.Contains(view[end]) || _now.Contains(view[end]) || (view[end].IsMark && _now.Contains(view[end + 1])))
                {
                    continue;
                }

                bool nowadays = IsNowadays(view, first, sentence.First);
                DayRange? day = nowadays ? latest ??= Latest(analysis) : DateOf(analysis, view, sentence, first, end);
                if (day is { } date && date.First < _farFuture && !units.Any(unit => unit.Days.Intersect(date) is not null) && !HasTwoStates(units, date))
                {
                    Report(analysis.Document, found, TextSpan.Between(view[first].Start, view[end - 1].End), units, date, nowadays);
                }

                at = end - 1;
            }
        }
    }

    // The units of the longest name that the gazetteer has with this type; empty when one of them is of unknown time.
    private ImmutableArray<PlaceUnit> Units(MentionView view, int type, int limit, string typeName, out int end)
    {
        end = type + 1;
        while (end < limit && end - type <= LongestName && (view[end].Capitalised || view[end].IsMark && view.Surface(view[end].Span) is "-" or "–" && view[end + 1].Capitalised))
        {
            end++;
        }

        for (; end > type + 1; end--)
        {
            string name = view.Document.WordsAt(TextSpan.Between(view[type + 1].Start, view[end - 1].End));
            ImmutableArray<PlaceUnit> named = _gazetteer.Value.Find(name, default, NameMatching.Exact);
            if (!named.IsEmpty)
            {
                return [.. named.Where(unit => unit.Type == typeName && unit.Level is PlaceLevel.Province or PlaceLevel.District)];
            }
        }

        return [];
    }

    // From 1954 to 1976 the South had the provinces of one state and those of the other side; the gazetteer knows the former.
    private bool HasTwoStates(ImmutableArray<PlaceUnit> units, DayRange date) =>
        units.Min(static unit => unit.Days.First) < _oneState && units.SelectMany(unit => _gazetteer.Value.On(unit, date.First)).Any(static unit => unit.Parent is { Level: PlaceLevel.Country } || unit.Parent?.Parent is { Level: PlaceLevel.Country });

    private bool IsNowadays(MentionView view, int first, int from)
    {
        for (int i = first - 1; i >= Math.Max(from, first - NowadaysReach); i--)
        {
            if (view[i].IsMark || view.At(i) is not null)
            {
                return false;
            }

            if (_now.Contains(view[i]))
            {
                return true;
            }
        }

        return false;
    }

    // The date nearest before the name in its sentence, else the only one behind it, else that of the row; null where the sentence tells of more than a happening.
    private DayRange? DateOf(DocumentAnalysis analysis, MentionView view, SentenceRange sentence, int first, int end)
    {
        Mention? before = null;
        Mention? after = null;
        for (int at = sentence.First; at < sentence.End; at++)
        {
            if (_changes.Contains(view[at]) || (view[at].Word == _dissolved && view[at + 1].Word == _body) || _publisher.Contains(view[at]) || (_birth.Contains(view[at]) && at < first && first - at < BirthReach && !IsSacrifice(view, at)))
            {
                return null;
            }

            if (view.At(at) is { Value: TimeValue { Type: TimexType.Date } } mention)
            {
                before = at < first ? mention : before;
                after = at >= end && after is null ? mention : after;
            }
        }

        Mention? own = before ?? after ?? DateOfRow(analysis, sentence);
        return own?.Value is TimeValue { Mod: not (TimexMod.Before or TimexMod.After), Invalid: false, Days: { IsBounded: true } days } ? days : null;
    }

    // “hy sinh” is no birth.
    private static bool IsSacrifice(MentionView view, int at) => at > 0 && view.Surface(view[at - 1].Span).ToLowerInvariant() is "hy" or "hi" or "học" or "phát" or "tái" or "vệ" or "dân";

    private static Mention? DateOfRow(DocumentAnalysis analysis, SentenceRange sentence)
    {
        if (analysis.Document.Blocks[sentence.Block].Cell is not { } cell)
        {
            return null;
        }

        Mention? only = null;
        foreach (Mention mention in analysis.Mentions)
        {
            if (mention.Value is TimeValue { Type: TimexType.Date } && analysis.Document.Blocks[analysis.Tokens.Sentences[analysis.Tokens.SentenceOfToken(analysis.Tokens.TokenAt(mention.Span.Start))].Block].Cell is { } other
                && other.Table == cell.Table && other.Row == cell.Row)
            {
                if (only is not null)
                {
                    return null;
                }

                only = mention;
            }
        }

        return only;
    }

    // The last day that the document tells of: it was not written before.
    private static DayRange? Latest(DocumentAnalysis analysis)
    {
        DayRange? latest = null;
        foreach (Mention mention in analysis.Mentions)
        {
            if (mention.Value is TimeValue { Type: TimexType.Date, Mod: TimexMod.None, Invalid: false, Days: { IsBounded: true } days } && !(latest is { } known && known.First >= days.First))
            {
                latest = days;
            }
        }

        return latest;
    }

    private void Report(Document document, DiagnosticSink found, TextSpan span, ImmutableArray<PlaceUnit> units, DayRange date, bool nowadays)
    {
        string said = document.WordsAt(span);
        string validity = string.Join("; ", units.Select(static unit => unit.Validity?.ToString() ?? "?").Distinct(StringComparer.Ordinal));
        LocalDate day = date.First;
        ImmutableArray<string> there =
            [.. units.SelectMany(unit => _gazetteer.Value.On(unit, day)).Where(unit => unit.Level == units[0].Level || units[0].Level == PlaceLevel.District).Select(static unit => unit.ToString()).Distinct(StringComparer.Ordinal)];
        string? expected = there.Length is > 0 and <= MostExpected ? string.Join(" / ", there) : null;
        string when = nowadays ? "khi viết" : date.First.Year == date.Last.Year ? $"năm {date.First.Year}" : $"{date.First.Year} – {date.Last.Year}";
        string time = nowadays ? "when this was written" : date.First.Year == date.Last.Year ? $"in {date.First.Year}" : $"in {date.First.Year}–{date.Last.Year}";
        found.Report(
            span,
            new BilingualText(
                $"“{said}” không có {when} (tồn tại: {validity}).{(expected is null ? "" : $" Khi ấy là {expected}.")}",
                $"“{said}” was not there {time} (it existed {validity}).{(expected is null ? "" : $" Then it was {expected}.")}"),
            expected: expected,
            confidence: nowadays ? DiagnosticConfidence.Certain : DiagnosticConfidence.Likely);
    }
}

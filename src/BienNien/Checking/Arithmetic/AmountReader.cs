using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Finding.Quantities;
using BienNien.Knowledge;
using BienNien.Relating;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Checking.Arithmetic;

/// <summary>Reads all numbers of a document that a check may compute with: its QUANTITY mentions, and figures that no mention covers. Immutable.</summary>
internal sealed class AmountReader
{
    private readonly NumberReader _numbers;
    private readonly UnitTable _units = UnitTable.Load();
    private readonly ImmutableDictionary<string, string> _classes;
    private readonly WordSet _names;
    private readonly Caveats _caveats;

    public AmountReader(Vocabulary.Builder words)
    {
        _numbers = new NumberReader(words);
        _caveats = new Caveats(words);
        DataTable nouns = DataTable.Load("counted-nouns");
        (int noun, int kind) = (nouns.IndexOf("noun"), nouns.IndexOf("class"));
        ImmutableDictionary<string, string>.Builder classes = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (ImmutableArray<string> row in nouns.Rows)
        {
            classes.TryAdd(row[noun], row[kind]);
        }

        _classes = classes.ToImmutable();
        // A number behind these is a name, not an amount: “số 5”, “Điều 12”, “hạng 3”.
        _names = words.AddSet(
            "số", "điều", "khoản", "mục", "thứ", "hạng", "khóa", "quý", "đường", "tổ", "khu", "đợt", "trang", "tập", "chương", "quyển", "cấp", "nhóm", "vị", "bậc", "tờ", "đội", "kỳ", "lần", "bảng", "hình",
            "/", "-", "–", "№", "ngày", "tháng", "năm");
    }

    /// <summary>The amounts of a document by their places, not overlapping.</summary>
    public ImmutableArray<Amount> Read(DocumentAnalysis analysis)
    {
        Dictionary<string, UnitMeasure> measures = new(StringComparer.Ordinal);
        bool[] covered = new bool[analysis.Tokens.Tokens.Length];
        List<Amount> amounts = [];
        int last = -1;
        foreach (Mention mention in analysis.Mentions)
        {
            int first = Math.Max(0, analysis.Tokens.TokenAt(mention.Span.Start));
            int end = Math.Max(first + 1, analysis.Tokens.TokenAt(mention.Span.End - 1) + 1);
            if (mention.Value is QuantityValue value)
            {
                if (first >= last)
                {
                    Figure figure = Figure.Of(mention, value, analysis.Document.Text.AsSpan(mention.Span.Start, mention.Span.Length));
                    amounts.Add(Made(figure, first, end, measures));
                    last = end;
                }
            }

            covered.AsSpan(first, end - first).Fill(mention.Kind != MentionKind.Quote);
        }

        int known = amounts.Count;
        for (int s = 0; s < analysis.Tokens.Sentences.Length; s++)
        {
            Sentence sentence = analysis.Tokens.SentenceAt(s);
            for (int at = 0; at < sentence.Count; at++)
            {
                int first = sentence.FirstToken + at;
                if (!sentence[at].IsNumber || covered[first] || _names.Contains(sentence[at - 1]) || (at > 0 && sentence[at - 1].IsMark && !sentence[at].SpaceBefore && sentence[at - 1].Length == 1 && analysis.Document.Text[sentence[at - 1].Start] is '.' or ','))
                {
                    continue;
                }

                int end = _numbers.FiguresAt(sentence, at).End;
                // A label of a list item, a clause number.
                if (end == 0 || (at == 0 && end < sentence.Count && sentence[end].IsMark))
                {
                    continue;
                }

                TextSpan span = sentence.Span(at, end);
                ReadOnlySpan<char> surface = sentence.Text.AsSpan(span.Start, span.Length);
                if (Figure.TryReadWritten(surface, out _, out _))
                {
                    QuantityValue value = new(_numbers.FiguresAt(sentence, at).Value, "");
                    amounts.Add(Made(Figure.Of(new Mention(MentionKind.Quantity, span, new RuleId("CHK000"), value), value, surface), first, sentence.FirstToken + end, measures));
                }

                at = end - 1;
            }
        }

        return amounts.Count == known ? [.. amounts] : [.. amounts.OrderBy(static amount => amount.First)];
    }

    /// <summary>Whether two amounts can be parts of one sum: the same measure, the same noun, or nouns for people.</summary>
    public static bool Alike(Amount one, Amount other)
    {
        if (one.IsPercent != other.IsPercent || one.IsTimes || other.IsTimes)
        {
            return false;
        }

        return one.Unit.Length == 0 || other.Unit.Length == 0 || one.Base == other.Base
            || (!one.IsMeasure && !other.IsMeasure && (one.Noun.Equals(other.Noun, StringComparison.OrdinalIgnoreCase) || (one.Class == "person" && other.Class == "person")));
    }

    /// <summary>Whether the text itself says around a token that figures do not agree.</summary>
    public bool IsCaveat(TokenizedDocument document, int token, bool behind = true) => _caveats.Around(document, token, behind);

    /// <summary>The class of a counted noun: the longest beginning of it that is known; empty when none is.</summary>
    public string ClassOf(string noun)
    {
        for (string name = noun; name.Length > 0; name = name.LastIndexOf(' ') is > 0 and int space ? name[..space] : "")
        {
            if (_classes.TryGetValue(name, out string? found))
            {
                return found;
            }
        }

        return "";
    }

    private Amount Made(Figure figure, int first, int end, Dictionary<string, UnitMeasure> measures)
    {
        string unit = figure.Value.Unit;
        if (!measures.TryGetValue(unit, out UnitMeasure? measure))
        {
            measures.Add(unit, measure = _units.Find(unit));
        }

        bool counted = measure.Dimension.StartsWith("count:", StringComparison.Ordinal) || measure.Dimension == "number";
        return new Amount(figure, first, end, measure.Base, measure.Scale / measure.Divisor, counted ? ClassOf(unit) : "", !counted);
    }
}

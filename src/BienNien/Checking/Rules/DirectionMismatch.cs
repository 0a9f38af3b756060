using System.Collections.Immutable;
using BienNien.Checking.Arithmetic;
using BienNien.Finding;
using BienNien.Relating;
using BienNien.Relating.Figures;
using BienNien.Text;
using NodaTime;
using Amount = BienNien.Checking.Arithmetic.Amount;

namespace BienNien.Checking.Rules;

/// <summary>CHK014. A word of rising or falling, of more or less, that the figures beside it contradict: “từ 120 hộ tăng lên 95 hộ”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: DirectionMismatch.md, beside this file.</remarks>
internal sealed partial class DirectionMismatch : CheckRule
{
    private static readonly LocalDate _origin = new(1, 1, 1);

    private readonly AmountReader _amounts;
    private readonly DirectionWords _words;

    public DirectionMismatch(Vocabulary.Builder words, AmountReader amounts)
        : base("CHK014", "direction-mismatch", DiagnosticSeverity.Error)
    {
        _amounts = amounts;
        _words = new DirectionWords(words);
    }

    /// <inheritdoc/>
    public override void Check(DocumentAnalysis analysis, DiagnosticSink found)
    {
        AmountLines amounts = new(analysis, WithLengths(analysis, _amounts.Read(analysis)));
        Reading reading = new(analysis, amounts, found, token => _amounts.IsCaveat(analysis.Tokens, token));
        foreach (SentenceRange sentence in analysis.Tokens.Sentences)
        {
            Places(reading, sentence);
            for (int at = sentence.First; at < sentence.End; at++)
            {
                if (amounts.At(at) is not null)
                {
                    continue;
                }

                if (_words.From.Contains(reading[at]))
                {
                    FromTo(reading, sentence, at);
                }
                else if (_words.TurnAt(reading.Tokens, at) is { Length: > 0, IsBare: false } turned)
                {
                    Turned(reading, sentence, at, turned);
                    Onward(reading, sentence, at, turned);
                    Series(reading, sentence, at, turned);
                    Difference(reading, sentence, at, turned);
                    Verdict(reading, sentence, at, turned);
                }

                Balance(reading, sentence, at);
                if (_words.Plan(reading.Tokens, at) is { Length: > 0 } exceeded)
                {
                    if (Exceeded(reading, sentence, at, exceeded))
                    {
                        continue;
                    }

                    if (exceeded.Length > 1)
                    {
                        Verdict(reading, sentence, at, exceeded);
                    }
                }

                if (_words.ComparisonAt(reading.Tokens, at) is { Length: > 0 } compared)
                {
                    if (!compared.IsTime)
                    {
                        Compared(reading, sentence, at, compared);
                    }

                    Deadline(reading, sentence, at, compared);
                    Due(reading, sentence, at, compared);
                    Earlier(reading, sentence, at, compared);
                    Named(reading, sentence, at, compared);
                    Difference(reading, sentence, at, compared);
                    Verdict(reading, sentence, at, compared);
                    Series(reading, sentence, at, compared);
                }
            }
        }

        Cells(reading);
        Courses(reading);
        foreach (Claim claim in analysis.Claims)
        {
            if (claim is FigureClaim { Turn: not FigureTurn.None } figure)
            {
                Related(reading, figure);
            }
        }
    }

    // Whether what stands at a place goes on with a figure: at most one comma, and right behind it.
    private bool Follows(Reading reading, int from, int to)
    {
        int commas = 0;
        int behind = 0;
        for (int at = from; at < to; at++)
        {
            if (_words.Stops.Contains(reading[at]))
            {
                return false;
            }

            if (reading[at].IsMark && reading.View.At(at) is null)
            {
                commas++;
                behind = 0;
            }
            else if (reading.View.At(at) is null)
            {
                behind++;
            }
        }

        return to - from <= 12 && commas <= 3 && (commas == 0 || behind <= 3);
    }

    // “so với mức 8 tỷ đồng”, “so với năm 2022 (15 tỷ đồng)”.
    private bool Over(Reading reading, int from, int to)
    {
        for (int at = from; at < Math.Min(to, from + 4); at++)
        {
            if (reading.View.Has(at, _words.Compared))
            {
                int gap = to - at - 2;
                bool level = gap == 0 || _words.Open.Contains(reading[to - 1]) || _words.Levels.Contains(reading[to - 1]) || _words.PlanTails.Contains(reading[to - 1]);
                for (int i = at + 2; i < to; i++)
                {
                    if (reading.View.At(i) is null && (_words.Breaks.Contains(reading[i]) || (reading[i].IsMark && !_words.Open.Contains(reading[i]))))
                    {
                        return false;
                    }
                }

                return level && gap <= 9;
            }

            if (reading[at].IsMark && reading.View.At(at) is null && at > from)
            {
                return false;
            }
        }

        return false;
    }

    private static bool Comparable(Amount one, Amount other) =>
        one.IsPercent == other.IsPercent || one.Unit.Length == 0 || other.Unit.Length == 0
            ? AmountReader.Alike(one, other) || ((one.Unit.Length == 0 || other.Unit.Length == 0) && !one.IsTimes && !other.IsTimes)
            : false;

    // 1 where the second is greater for sure, -1 where it is less, 0 where both may be alike.
    private static int Sense(Amount from, Amount to) =>
        from.Figure.Range is not { } a || to.Figure.Range is not { } b ? 0
        : from.Base == to.Base && from.Range is { } low && to.Range is { } high ? (high.Least > low.Most ? 1 : high.Most < low.Least ? -1 : 0)
        : b.Least > a.Most ? 1 : b.Most < a.Least ? -1 : 0;

    /// <summary>The document while it is checked.</summary>
    private sealed class Reading(DocumentAnalysis analysis, AmountLines amounts, DiagnosticSink found, Func<int, bool> isCaveat)
    {
        private readonly HashSet<int> _told = [];

        public DocumentAnalysis Analysis => analysis;

        public AmountLines Amounts => amounts;

        public MentionView View { get; } = new(analysis, MentionKind.Time, MentionKind.Quantity);

        public ImmutableArray<Token> Tokens => analysis.Tokens.Tokens;

        public Token this[int token] => View[token];

        public (int First, int End) RangeOf(TextSpan span) => View.RangeOf(span);

        public ReadOnlySpan<char> Surface(int token) => analysis.Document.Text.AsSpan(this[token].Start, this[token].Length);

        public string Words(TextSpan span) => analysis.Document.WordsAt(span);

        public Amount? Amount(int mention) => amounts.At(RangeOf(analysis.Mentions[mention].Span).First);

        /// <summary>The first token of the block that a sentence stands in.</summary>
        public int FirstOfBlock(SentenceRange sentence)
        {
            int index = analysis.Tokens.SentenceOfToken(sentence.First);
            while (index > 0 && analysis.Tokens.Sentences[index - 1].Block == sentence.Block)
            {
                index--;
            }

            return analysis.Tokens.Sentences[index].First;
        }

        /// <summary>Whether nothing but words stands between.</summary>
        public bool Plain(int from, int to)
        {
            for (int at = from; at < to; at++)
            {
                if (this[at].IsMark || amounts.At(at) is not null)
                {
                    return false;
                }
            }

            return true;
        }

        /// <summary>Whether the words before a token are these.</summary>
        public bool EndsWith(int token, string words)
        {
            int end = this[token - 1].End;
            int start = end - words.Length;
            return start >= 0 && analysis.Document.Text.AsSpan(start, words.Length).Equals(words, StringComparison.OrdinalIgnoreCase) && (start == 0 || !char.IsLetterOrDigit(analysis.Document.Text[start - 1]));
        }

        /// <summary>Whether these words stand from a token on.</summary>
        public bool Has(int token, string words) => token < Tokens.Length && analysis.Document.Text.AsSpan(this[token].Start).StartsWith(words, StringComparison.OrdinalIgnoreCase);

        /// <summary>Whether these words stand from a token on, perhaps behind “số”.</summary>
        public bool StartsWith(int token, string words)
        {
            ReadOnlySpan<char> text = analysis.Document.Text.AsSpan(this[token].Start);
            text = text.StartsWith("số ", StringComparison.OrdinalIgnoreCase) ? text["số ".Length..] : text;
            return text.StartsWith(words, StringComparison.OrdinalIgnoreCase) && (text.Length == words.Length || !char.IsLetterOrDigit(text[words.Length]));
        }

        /// <summary>Reports words that two figures contradict.</summary>
        /// <param name="first">Their first token.</param>
        /// <param name="end">One past their last token.</param>
        /// <param name="one">One figure.</param>
        /// <param name="other">The other.</param>
        /// <param name="sense">What the figures show: 1 for more.</param>
        public void Report(int first, int end, Amount one, Amount other, int sense)
        {
            TextSpan span = TextSpan.Between(this[first].Start, this[end - 1].End);
            if (IsTold(first, end) || isCaveat(first))
            {
                return;
            }

            (Amount early, Amount late) = one.First < other.First ? (one, other) : (other, one);
            BilingualText reason = new("Số liệu cho thấy ngược lại", "A figure that shows the contrary");
            found.Report(
                span,
                new BilingualText(
                    $"“{Words(span)}” trái với số liệu: “{Words(early.Span)}” và “{Words(late.Span)}”.",
                    $"“{Words(span)}” contradicts the figures: “{Words(early.Span)}” and “{Words(late.Span)}”."),
                expected: sense > 0 ? "tăng, cao hơn" : "giảm, thấp hơn",
                related: [.. new[] { early, late }.Where(amount => !amount.Span.Overlaps(span)).Select(amount => new RelatedPlace(amount.Span, reason))]);
        }

        // The same words, or the figure right behind them.
        private bool IsTold(int first, int end)
        {
            bool told = _told.Contains(first) || _told.Contains(first - 1);
            for (int at = first; at < end; at++)
            {
                _told.Add(at);
            }

            return told;
        }

        /// <summary>Reports words that something else contradicts.</summary>
        public void Tell(int first, int end, string one, string other, string expected, string english, TextSpan related)
        {
            TextSpan span = TextSpan.Between(this[first].Start, this[end - 1].End);
            if (!IsTold(first, end) && !isCaveat(first))
            {
                found.Report(
                    span,
                    new BilingualText($"“{Words(span)}” trái với “{one}” và “{other}”: phải là {expected}.", $"“{Words(span)}” contradicts “{one}” and “{other}”: {english}."),
                    expected: expected,
                    related: [new RelatedPlace(related, new BilingualText("Cho thấy ngược lại", "Shows the contrary"))]);
            }
        }
    }
}

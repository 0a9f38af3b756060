using System.Collections.Immutable;
using System.Globalization;
using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Relating;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Checking.Arithmetic;

/// <summary>Finds one thing told in two passages in much the same words, with another figure, day or place. Immutable.</summary>
/// <remarks>Words weigh the more the fewer sentences of the document have them; what names differ in is told of two things.</remarks>
internal sealed class Retold
{
    private const int Reach = 9;
    private const int SameTokens = 4;
    private const double SureOfFigure = 2.2;
    private const double SureOfDay = 3.5;
    private const double SureOfExchange = 2.5;

    private readonly WordSet _small;
    private readonly WordSet _apart;
    private readonly WordSet _whole;
    private readonly WordSet _other;
    private readonly WordSet _at;
    private readonly WordSet _types;
    private readonly ImmutableArray<ImmutableArray<int>> _happenings;

    public Retold(Vocabulary.Builder words)
    {
        _small = words.AddSet(
            "và", "của", "có", "là", "các", "những", "được", "trong", "với", "cho", "đã", "năm", "ngày", "tháng", "người", "một", "đến", "từ", "ở", "tại", "về", "này", "đó", "ấy", "khi", "thì", "mà", "cũng", "còn", "như", "theo", "vào", "ra", "số",
            "trên", "sau", "trước", "hơn", "gần", "khoảng", "nay", "lúc", "do", "bị", "để", "lại", "đạt", "gồm", "chỉ", "nữa", "rất", "cả", "toàn", "tổng", "xã", "huyện", "tỉnh", "thôn", "ông", "bà", "đồng", "chí", "tối", "sáng", "chiều", "đêm", "rằng", "không");
        // Words beside a figure by which it is of another time or share.
        _apart = words.AddSet("nay", "hiện", "thêm", "nữa", "mới", "mỗi", "từng", "riêng", "lên", "xuống", "còn", "tăng", "giảm", "đợt", "lần", "sau", "trước", "tổng", "cộng", "khóa", "khoá", "kỳ", "vụ", "quý", "ban", "trở", "phát", "ngoài", "khác");
        _whole = words.AddSet("cả", "đủ", "toàn", "gồm");
        // Words by which a sentence tells another happening.
        _other = words.AddSet("kỷ", "niệm", "lần", "đợt", "hôm", "tiếp", "khác", "mới", "tái", "thứ");
        _at = words.AddSet("ở", "tại");
        _types = words.AddSet("làng", "xã", "thôn", "ấp", "bản", "xóm", "phường", "thị", "chợ", "đồn", "đình", "chùa", "huyện", "tỉnh", "nhà", "hang", "núi", "khu");
        _happenings = [.. ((string[])["bắt", "hy sinh", "hi sinh", "qua đời", "từ trần", "an táng", "mai táng", "bị thương", "kết nạp", "phục kích", "nhập ngũ"]).Select(words.AddPhrase)];
    }

    /// <summary>Pairs of which one is wrong, the earlier told first.</summary>
    public List<(TextSpan First, TextSpan Second)> Read(DocumentAnalysis analysis, AmountLines amounts)
    {
        List<(TextSpan First, TextSpan Second)> pairs = [];
        if (analysis.Tokens.Sentences.Length > 4000)
        {
            return pairs;
        }

        Weights weights = new(analysis, _small);
        Figures(analysis, amounts, weights, pairs);
        DaysToldTwice(analysis, weights, pairs);
        Places(analysis, pairs);
        return pairs;
    }

    private static SentenceRange SentenceOf(DocumentAnalysis analysis, int token) => analysis.Tokens.Sentences[analysis.Tokens.SentenceOfToken(token)];

    private static bool IsProse(DocumentAnalysis analysis, SentenceRange sentence) => analysis.Document.Blocks[sentence.Block] is { Cell: null, Kind: BlockKind.Paragraph or BlockKind.Heading or BlockKind.Caption or BlockKind.Quotation };

    private void Figures(DocumentAnalysis analysis, AmountLines amounts, Weights weights, List<(TextSpan First, TextSpan Second)> pairs)
    {
        ImmutableArray<Amount> all = amounts.All;
        Dictionary<string, List<Amount>> byUnit = new(StringComparer.OrdinalIgnoreCase);
        foreach (Amount second in all)
        {
            if (second is not { IsExact: true, IsPercent: false, IsTimes: false, Unit.Length: > 0, Value: > 1 } || second.Unit.StartsWith("tuổi", StringComparison.Ordinal) || !IsProse(analysis, SentenceOf(analysis, second.First)))
            {
                continue;
            }

            if (!byUnit.TryGetValue(second.Unit, out List<Amount>? before))
            {
                byUnit.Add(second.Unit, before = []);
            }

            // A figure told twice is meant, and of two that both may be meant neither is told.
            Amount? found = null;
            bool clear = !before.Exists(first => first.Value == second.Value);
            foreach (Amount first in before)
            {
                if (clear && SameFact(analysis, weights, first, second))
                {
                    clear = found is null;
                    found = first;
                }
            }

            if (clear && found is not null)
            {
                pairs.Add((found.Span, second.Span));
            }

            before.Add(second);
        }
    }

    private bool SameFact(DocumentAnalysis analysis, Weights weights, Amount first, Amount second)
    {
        (SentenceRange one, SentenceRange other) = (SentenceOf(analysis, first.First), SentenceOf(analysis, second.First));
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        string text = analysis.Document.Text;
        if (one.Block == other.Block)
        {
            return false;
        }

        // What costs least is asked first.
        (int same, int spoken) = SameBefore(tokens, text, first.First, one.First, second.First, other.First);
        bool led = same >= SameTokens && spoken >= 3 && HasFigure(tokens, second.First - same, second.First);
        bool slip = DigitSlips.IsSlip(AmountText.Number(text[first.Span.Start..first.Span.End]), AmountText.Number(text[second.Span.Start..second.Span.End]));
        bool wholly = _whole.Contains(tokens[Math.Max(0, second.First - 1)]) || _whole.Contains(tokens[Math.Max(0, first.First - 1)]);
        if (!(led || slip || wholly) || Beside(tokens, one, first) || Beside(tokens, other, second))
        {
            return false;
        }

        // “bắt sống 15 tên, thu 20 súng” and “bắt sống 15 tên, thu 30 súng”.
        if (!led)
        {
            double shared = weights.Shared(first.First - Reach, Math.Min(first.End + Reach, one.End), one.First, second.First - Reach, Math.Min(second.End + Reach, other.End), other.First, out bool named);
            bool alike = second.Value <= first.Value * 1.5m && first.Value <= second.Value * 1.5m;
            if (!named || !alike || shared < SureOfFigure + (slip && wholly ? 0 : 0.4))
            {
                return false;
            }
        }

        int past = led ? 0 : Reach / 2;
        return SameTimes(analysis, one, other) && !Holds(analysis, one, second.Value, second.Unit)
            && !NameMarks.Differ(
                NameMarks.Of(tokens, text, Math.Max(one.First, first.First - Reach), Math.Min(one.End, first.First + past)),
                NameMarks.Of(tokens, text, Math.Max(other.First, second.First - Reach), Math.Min(other.End, second.First + past)));
    }

    // Up to three words before the figure and two behind it, within its clause.
    private bool Beside(ImmutableArray<Token> tokens, SentenceRange sentence, Amount amount)
    {
        for (int at = amount.First - 1; at >= Math.Max(sentence.First, amount.First - 4) && !tokens[at].IsMark; at--)
        {
            if (_apart.Contains(tokens[at]))
            {
                return true;
            }
        }

        for (int at = amount.End; at < Math.Min(sentence.End, amount.End + 2) && !tokens[at].IsMark; at++)
        {
            if (_apart.Contains(tokens[at]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Holds(DocumentAnalysis analysis, SentenceRange sentence, decimal value, string unit)
    {
        foreach (Mention mention in analysis.Mentions)
        {
            if (mention.Span.Start >= analysis.Tokens.Tokens[sentence.First].Start && mention.Span.End <= analysis.Tokens.Tokens[sentence.End - 1].End && mention.Value is Finding.Quantities.QuantityValue told && told.Value == value && told.Unit == unit)
            {
                return true;
            }
        }

        return false;
    }

    // How many tokens stand alike before two places, and how many of them are words.
    private static (int Tokens, int Words) SameBefore(ImmutableArray<Token> tokens, string text, int one, int oneFirst, int other, int otherFirst)
    {
        int same = 0;
        int words = 0;
        while (one - same > oneFirst && other - same > otherFirst && NameMarks.Key(text, tokens[one - same - 1]) == NameMarks.Key(text, tokens[other - same - 1]))
        {
            words += tokens[one - same - 1].IsWord ? 1 : 0;
            same++;
        }

        return (same, words);
    }

    private static bool HasFigure(ImmutableArray<Token> tokens, int from, int to)
    {
        for (int at = from; at < to; at++)
        {
            if (tokens[at].IsNumber)
            {
                return true;
            }
        }

        return false;
    }

    private static bool SameTimes(DocumentAnalysis analysis, SentenceRange one, SentenceRange other)
    {
        HashSet<int> a = Days.Years(analysis, one);
        HashSet<int> b = Days.Years(analysis, other);
        return a.Count == 0 || b.Count == 0 || a.Overlaps(b);
    }

    // “Tối 14/8/1945, … họp tại nhà vuông …”, “cuộc họp … ở nhà vuông … diễn ra tối 16/8/1945”.
    private void DaysToldTwice(DocumentAnalysis analysis, Weights weights, List<(TextSpan First, TextSpan Second)> pairs)
    {
        List<(Mention Mention, DayRange Day, SentenceRange Sentence)> told = [];
        MentionView papers = new(analysis, MentionKind.DocumentReference);
        foreach (Mention mention in analysis.Mentions)
        {
            if (mention.Value is TimeValue { Type: TimexType.Date, Mod: TimexMod.None, Lunar: false, Days: { IsBounded: true } days } && days.First == days.Last)
            {
                SentenceRange sentence = SentenceOf(analysis, Math.Max(0, analysis.Tokens.TokenAt(mention.Span.Start)));

                // The date of a paper that is cited is another rule's matter.
                if (IsProse(analysis, sentence) && papers.At(papers.RangeOf(mention.Span).First) is null)
                {
                    told.Add((mention, days, sentence));
                }
            }
        }

        for (int j = 1; j < told.Count; j++)
        {
            (Mention second, DayRange late, SentenceRange other) = told[j];
            if (told.Exists(day => day.Mention != second && day.Day.First == late.First) || Another(analysis, other))
            {
                continue;
            }

            for (int i = 0; i < j; i++)
            {
                (Mention first, DayRange early, SentenceRange one) = told[i];
                if (one.Block == other.Block || !new QuotedTime(0, default, early).IsMisquoted(late) || Another(analysis, one))
                {
                    continue;
                }

                // Beside other days only figures exchanged are sure to be of the same: “12-4”, “21-4”.
                bool exchanged = early.First.Month == late.First.Month && early.First.Year == late.First.Year && DigitSlips.IsExchange(early.First.Day.ToString("00", CultureInfo.InvariantCulture), late.First.Day.ToString("00", CultureInfo.InvariantCulture));
                if (!exchanged && told.Exists(day => (day.Mention != first && day.Sentence == one) || (day.Mention != second && day.Sentence == other)))
                {
                    continue;
                }

                double shared = weights.Shared(one.First, one.End, one.First, other.First, other.End, other.First, out bool named);
                if (named && shared >= (exchanged ? SureOfExchange : SureOfDay) && !NameMarks.Differ(NameMarks.Of(analysis.Tokens.Tokens, analysis.Document.Text, one.First, one.End), NameMarks.Of(analysis.Tokens.Tokens, analysis.Document.Text, other.First, other.End)))
                {
                    pairs.Add((first.Span, second.Span));
                    break;
                }
            }
        }
    }

    private bool Another(DocumentAnalysis analysis, SentenceRange sentence)
    {
        for (int at = sentence.First; at < sentence.End; at++)
        {
            if (_other.Contains(analysis.Tokens.Tokens[at]))
            {
                return true;
            }
        }

        return false;
    }

    // “Năm 1966, địch bắt đồng chí ở Hội An”, “bị bắt ở Ái Nghĩa năm 1966”: one happening of one year, and two places of one kind.
    private void Places(DocumentAnalysis analysis, List<(TextSpan First, TextSpan Second)> pairs)
    {
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        string text = analysis.Document.Text;
        List<(int Happening, int Year, int Kind, int First, int End, SentenceRange Sentence)> told = [];
        foreach (SentenceRange sentence in analysis.Tokens.Sentences)
        {
            if (!IsProse(analysis, sentence) || Days.Years(analysis, sentence) is not { Count: 1 } years)
            {
                continue;
            }

            for (int at = sentence.First; at < sentence.End; at++)
            {
                for (int h = 0; h < _happenings.Length; h++)
                {
                    if (Has(tokens, at, sentence.End, _happenings[h]) && PlaceAfter(tokens, at + _happenings[h].Length, sentence.End) is { End: > 0 } place)
                    {
                        told.Add((h, years.First(), place.Kind, place.First, place.End, sentence));
                    }
                }
            }
        }

        for (int j = 1; j < told.Count; j++)
        {
            (int Happening, int Year, int Kind, int First, int End, SentenceRange Sentence) second = told[j];
            List<(int Happening, int Year, int Kind, int First, int End, SentenceRange Sentence)> same = told.FindAll(other => other.Happening == second.Happening && other.Year == second.Year);
            if (same.Count == 2 && same[0] != second && same[0].Sentence.Block != second.Sentence.Block && same[0].Kind == second.Kind && !SharesName(tokens, text, same[0].First, same[0].End, second.First, second.End) && SamePerson(analysis, same[0].Sentence, second.Sentence))
            {
                pairs.Add((TextSpan.Between(tokens[same[0].First].Start, tokens[same[0].End - 1].End), TextSpan.Between(tokens[second.First].Start, tokens[second.End - 1].End)));
            }
        }
    }

    private (int Kind, int First, int End) PlaceAfter(ImmutableArray<Token> tokens, int from, int to)
    {
        for (int at = from; at < Math.Min(to - 1, from + 7) && !tokens[at].IsMark; at++)
        {
            if (!_at.Contains(tokens[at]))
            {
                continue;
            }

            int kind = _types.Contains(tokens[at + 1]) && !tokens[at + 1].Capitalised ? tokens[at + 1].Word : 0;
            int first = kind == 0 ? at + 1 : at + 2;
            int end = first;
            while (end < to && tokens[end] is { IsWord: true, Capitalised: true })
            {
                end++;
            }

            return end > first ? (kind, first, end) : default;
        }

        return default;
    }

    private static bool SharesName(ImmutableArray<Token> tokens, string text, int one, int oneEnd, int other, int otherEnd)
    {
        for (int a = one; a < oneEnd; a++)
        {
            for (int b = other; b < otherEnd; b++)
            {
                if (NameMarks.Key(text, tokens[a]) == NameMarks.Key(text, tokens[b]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // No person is named in one sentence that is not in the other, unless one names nobody.
    private static bool SamePerson(DocumentAnalysis analysis, SentenceRange one, SentenceRange other)
    {
        HashSet<string> a = Persons(analysis, one);
        HashSet<string> b = Persons(analysis, other);
        return a.Count == 0 || b.Count == 0 || a.Overlaps(b);
    }

    private static HashSet<string> Persons(DocumentAnalysis analysis, SentenceRange sentence)
    {
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (Mention mention in analysis.Mentions)
        {
            if (mention.Kind == MentionKind.Person && mention.Span.Start >= analysis.Tokens.Tokens[sentence.First].Start && mention.Span.End <= analysis.Tokens.Tokens[sentence.End - 1].End)
            {
                string name = analysis.Document.WordsAt(mention.Span);
                names.Add(name[(name.LastIndexOf(' ') + 1)..]);
            }
        }

        return names;
    }

    private static bool Has(ImmutableArray<Token> tokens, int at, int end, ImmutableArray<int> phrase)
    {
        for (int i = 0; i < phrase.Length; i++)
        {
            if (at + i >= end || tokens[at + i].Word != phrase[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How much the words of a document say: the fewer sentences have one, the more.</summary>
    private sealed class Weights
    {
        private readonly DocumentAnalysis _analysis;
        private readonly WordSet _small;
        private readonly int[] _keys;
        private readonly MentionView _persons;
        private readonly Dictionary<int, int> _sentences = [];

        public Weights(DocumentAnalysis analysis, WordSet small)
        {
            (_analysis, _small) = (analysis, small);
            ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
            _keys = new int[tokens.Length];
            _persons = new MentionView(analysis, MentionKind.Person);
            HashSet<int> seen = [];
            foreach (SentenceRange sentence in analysis.Tokens.Sentences)
            {
                seen.Clear();
                for (int at = sentence.First; at < sentence.End; at++)
                {
                    if (tokens[at].IsWord && !small.Contains(tokens[at]))
                    {
                        _keys[at] = NameMarks.Key(analysis.Document.Text, tokens[at]);
                        if (seen.Add(_keys[at]))
                        {
                            _sentences[_keys[at]] = _sentences.GetValueOrDefault(_keys[at]) + 1;
                        }
                    }
                }
            }
        }

        /// <summary>The weight of the words that two stretches have in common, and whether one of them is a part of a name.</summary>
        public double Shared(int from, int end, int least, int otherFrom, int otherEnd, int otherLeast, out bool named)
        {
            named = false;
            double weight = 0;
            HashSet<int> seen = [];
            for (int at = Math.Max(from, least); at < end; at++)
            {
                if (_keys[at] == 0 || seen.Contains(_keys[at]) || !Holds(Math.Max(otherFrom, otherLeast), otherEnd, _keys[at], out int there))
                {
                    continue;
                }

                seen.Add(_keys[at]);
                Token token = _analysis.Tokens.Tokens[at];
                named |= token.Capitalised && _analysis.Tokens.Tokens[there].Capitalised;
                // Who is spoken of may do several things.
                weight += _persons.At(at) is not null && _persons.At(there) is not null ? 0 : _sentences[_keys[at]] switch { <= 2 => 1, 3 => 0.75, 4 or 5 => 0.5, < 10 => 0.3, _ => 0.15 };
            }

            return weight;
        }

        private bool Holds(int from, int end, int key, out int there)
        {
            for (there = from; there < end; there++)
            {
                if (_keys[there] == key)
                {
                    return true;
                }
            }

            return false;
        }
    }
}

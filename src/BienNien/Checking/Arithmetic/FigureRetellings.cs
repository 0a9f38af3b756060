using System.Collections.Immutable;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking.Arithmetic;

/// <summary>Finds figures, small ones too, that are told again of one and the same thing with another value: what a body had on the day of its founding, what the very same words count. Immutable.</summary>
internal sealed class FigureRetellings
{
    private const int SameWords = 4;
    private const int Near = 9;

    private static readonly string[] _backs = ["ngày", "lúc", "khi", "khi mới", "lúc mới", "ngày mới", "ngày đầu", "buổi đầu", "thời điểm", "hồi mới", "buổi"];
    private static readonly string[] _foundings = ["thành lập", "ra đời"];
    private static readonly string[] _counts = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];

    private readonly ImmutableArray<ImmutableArray<int>> _founded;
    private readonly ImmutableArray<ImmutableArray<int>> _back;
    private readonly ImmutableArray<int> _dayAndNight;
    private readonly ImmutableArray<int> _numbers;
    private readonly WordSet _apart;
    private readonly WordSet _bodies;
    private readonly WordSet _siege;
    private readonly WordSet _dead;
    private readonly WordSet _shared;

    public FigureRetellings(Vocabulary.Builder words)
    {
        _founded = [.. _foundings.Select(words.AddPhrase)];
        _back = [.. _backs.SelectMany(back => _foundings.Select(founding => words.AddPhrase(back + " " + founding)))];
        _dayAndNight = words.AddPhrase("ngày đêm");
        _numbers = [.. _counts.Select(words.Add)];
        // Words that tell one time, place or share from others: the same words may then count again.
        _apart = words.AddSet("đợt", "lần", "trận", "thứ", "riêng", "thêm", "mỗi", "từng", "tổng", "cộng", "khóa", "khoá", "kỳ", "vụ", "quý", "tháng", "nữa", "mới", "nay", "hiện", "sau", "kế", "tiếp", "khác", "hôm", "tuần", "còn");
        _bodies = words.AddSet("chi", "đảng", "hội", "đội", "trường", "tác", "đoàn", "công", "nông", "trạm", "lớp", "tổ", "ban");
        _siege = words.AddSet("vây", "chiến", "giữ", "trụ", "cầm", "cự");
        _dead = words.AddSet("chết", "thiệt", "thương", "tử", "mạng");
        _shared = words.AddSet("trong", "ngoài", "riêng", "đó", "xã", "thôn", "huyện", "làng", "xóm", "gồm", "thêm");
    }

    /// <summary>Pairs of which one is wrong, the earlier first.</summary>
    public List<(TextSpan First, TextSpan Second)> Read(DocumentAnalysis analysis, AmountLines amounts)
    {
        List<(TextSpan First, TextSpan Second)> pairs = [];
        ImmutableArray<Amount> all = amounts.All;
        for (int j = 0; j < all.Length; j++)
        {
            if (IsTold(analysis, all[j]) && (AtFounding(analysis, amounts, all[j]) ?? SameLead(analysis, all, j) ?? SameDead(analysis, all, j)) is { } first)
            {
                pairs.Add((first.Span, all[j].Span));
            }
        }

        Sieges(analysis, pairs);
        return pairs;
    }

    private static SentenceRange SentenceOf(DocumentAnalysis analysis, int token) => analysis.Tokens.Sentences[analysis.Tokens.SentenceOfToken(token)];

    private static bool IsTold(DocumentAnalysis analysis, Amount amount) =>
        amount is { IsExact: true, IsPercent: false, IsTimes: false, Unit.Length: > 0, Value: > 1 } && !amount.Unit.StartsWith("tuổi", StringComparison.Ordinal)
        && analysis.Document.Blocks[SentenceOf(analysis, amount.First).Block].Cell is null;

    // “Từ 7 đảng viên của ngày thành lập”, where the founding told 5.
    private Amount? AtFounding(DocumentAnalysis analysis, AmountLines amounts, Amount second)
    {
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        string text = analysis.Document.Text;
        SentenceRange sentence = SentenceOf(analysis, second.First);
        int from = Math.Max(sentence.First, second.First - Near);
        int back = Find(tokens, _back, from, Math.Min(sentence.End, second.End + Near));
        if (back < 0 || amounts.Within(Math.Min(back, second.End), Math.Max(back, second.First)).Length > 0)
        {
            return null;
        }

        HashSet<long> names = NameMarks.Of(tokens, text, sentence.First, sentence.End);
        Amount? found = null;
        foreach (Amount first in amounts.Within(0, sentence.First))
        {
            if (first.Base != second.Base || !IsTold(analysis, first) || !IsFounding(analysis, amounts, first))
            {
                continue;
            }

            SentenceRange other = SentenceOf(analysis, first.First);
            // So far apart the two are of two bodies.
            if (first.Value > second.Value * 4 || second.Value > first.Value * 4)
            {
                continue;
            }

            if (first.Value == second.Value || (found is not null && found.Value != first.Value) || NameMarks.Differ(names, NameMarks.Of(tokens, text, other.First, other.End)) || OtherBody(tokens, text, sentence.First, Math.Max(back, second.First), other))
            {
                return null;
            }

            found = first;
        }

        return found;
    }

    private bool IsFounding(DocumentAnalysis analysis, AmountLines amounts, Amount amount)
    {
        int start = SentenceOf(analysis, amount.First).First;
        int at = Find(analysis.Tokens.Tokens, _founded, Math.Max(start, amount.First - Near), amount.First);
        return at >= 0 && amounts.Within(at, amount.First).Length == 0;
    }

    // Another kind of body than that whose founding was told.
    private bool OtherBody(ImmutableArray<Token> tokens, string text, int from, int end, SentenceRange other)
    {
        for (int at = from; at < end; at++)
        {
            if (_bodies.Contains(tokens[at]) && !Holds(tokens, text, other, NameMarks.Key(text, tokens[at])))
            {
                return true;
            }
        }

        return false;
    }

    // “tự lực bắn rơi 3 máy bay” and, elsewhere, “tự lực bắn rơi 5 máy bay”.
    private Amount? SameLead(DocumentAnalysis analysis, ImmutableArray<Amount> all, int j)
    {
        Amount second = all[j];
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        string text = analysis.Document.Text;
        SentenceRange sentence = SentenceOf(analysis, second.First);
        if (IsApart(tokens, sentence, second))
        {
            return null;
        }

        Amount? found = null;
        for (int i = 0; i < j; i++)
        {
            Amount first = all[i];
            if (!SameUnit(first.Unit, second.Unit) || !IsTold(analysis, first))
            {
                continue;
            }

            // A figure told twice is meant.
            if (first.Value == second.Value)
            {
                return null;
            }

            SentenceRange other = SentenceOf(analysis, first.First);
            if (other.Block != sentence.Block && SameBefore(tokens, text, first.First, other.First, second.First, sentence.First) >= SameWords && !IsApart(tokens, other, first)
                && !NameMarks.Differ(NameMarks.Of(tokens, text, sentence.First, sentence.End), NameMarks.Of(tokens, text, other.First, other.End)) && SameTimes(analysis, sentence, other))
            {
                if (found is not null)
                {
                    return null;
                }

                found = first;
            }
        }

        return found;
    }

    // “máy bay”, “máy bay Mỹ”
    private static bool SameUnit(string one, string other) =>
        one.Length >= other.Length ? one.StartsWith(other, StringComparison.OrdinalIgnoreCase) && (one.Length == other.Length || one[other.Length] == ' ') : SameUnit(other, one);

    private static int SameBefore(ImmutableArray<Token> tokens, string text, int one, int oneFirst, int other, int otherFirst)
    {
        int same = 0;
        while (one - same > oneFirst && other - same > otherFirst && tokens[one - same - 1] is { IsWord: true } word && NameMarks.Key(text, word) == NameMarks.Key(text, tokens[other - same - 1]))
        {
            same++;
        }

        return same;
    }

    private bool IsApart(ImmutableArray<Token> tokens, SentenceRange sentence, Amount amount)
    {
        // “đội 3”, “thôn 2”: a number that names.
        for (int at = Math.Max(sentence.First + 1, amount.First - 8); at + 1 < amount.First; at++)
        {
            if (tokens[at].IsNumber && tokens[at - 1].IsWord && tokens[at + 1].IsWord)
            {
                return true;
            }
        }

        for (int at = sentence.First; at < Math.Min(sentence.End, amount.End + 3) && !(at >= amount.End && tokens[at].IsMark); at++)
        {
            if (_apart.Contains(tokens[at]))
            {
                return true;
            }
        }

        return false;
    }

    // “34 người chết” and “51 người thiệt mạng” on one and the same day.
    private Amount? SameDead(DocumentAnalysis analysis, ImmutableArray<Amount> all, int j)
    {
        Amount second = all[j];
        SentenceRange sentence = SentenceOf(analysis, second.First);
        if (!IsDead(analysis, second) || Days.In(analysis, sentence) is not [var day] || Limited(analysis, sentence))
        {
            return null;
        }

        Amount? found = null;
        for (int i = 0; i < j; i++)
        {
            Amount first = all[i];
            if (!IsTold(analysis, first) || !IsDead(analysis, first))
            {
                continue;
            }

            SentenceRange other = SentenceOf(analysis, first.First);
            if (first.Value == second.Value)
            {
                return null;
            }

            found = other.Block != sentence.Block && found is null && Days.In(analysis, other) is [var same] && same == day && !Limited(analysis, other) ? first : found;
        }

        return found;
    }

    private bool Limited(DocumentAnalysis analysis, SentenceRange sentence)
    {
        for (int at = sentence.First; at < sentence.End; at++)
        {
            if (_shared.Contains(analysis.Tokens.Tokens[at]))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsDead(DocumentAnalysis analysis, Amount amount) =>
        amount.Class == "person" && amount.End < analysis.Tokens.Tokens.Length && (_dead.Contains(analysis.Tokens.Tokens[amount.End]) || _dead.Contains(analysis.Tokens.Tokens[Math.Min(amount.End + 1, analysis.Tokens.Tokens.Length - 1)]));

    // “Suốt hai ngày đêm … vòng vây”, “Sau năm ngày đêm vây hãm chi khu …”.
    private void Sieges(DocumentAnalysis analysis, List<(TextSpan First, TextSpan Second)> pairs)
    {
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        string text = analysis.Document.Text;
        List<(TextSpan Span, int Count, HashSet<long> Names, SentenceRange Sentence)> told = [];
        for (int s = 0; s < analysis.Tokens.Sentences.Length; s++)
        {
            SentenceRange sentence = analysis.Tokens.Sentences[s];
            int at = Find(tokens, [_dayAndNight], sentence.First + 1, sentence.End);
            if (at < 0 || !(tokens[at - 1].IsNumber || _numbers.Contains(tokens[at - 1].Word)))
            {
                continue;
            }

            HashSet<long> names = NameMarks.Of(tokens, text, sentence.First, sentence.End);
            if (names.Count == 0 && s > 0 && analysis.Tokens.Sentences[s - 1] is var before && before.Block == sentence.Block)
            {
                names = NameMarks.Of(tokens, text, before.First, before.End);
            }

            int number = tokens[at - 1].IsNumber ? tokens[at - 1].Number : _numbers.IndexOf(tokens[at - 1].Word) + 1;
            told.Add((TextSpan.Between(tokens[at - 1].Start, tokens[at + 1].End), number, names, sentence));
        }

        for (int j = 1; j < told.Count; j++)
        {
            List<(TextSpan Span, int Count, HashSet<long> Names, SentenceRange Sentence)> same = told[..j].FindAll(other => other.Names.Overlaps(told[j].Names) && SharesWord(tokens, text, other.Sentence, told[j].Sentence, _siege));
            if (same.Count > 0 && !same.Exists(other => other.Count == told[j].Count))
            {
                pairs.Add((same[0].Span, told[j].Span));
            }
        }
    }

    private static bool SharesWord(ImmutableArray<Token> tokens, string text, SentenceRange one, SentenceRange other, WordSet words)
    {
        for (int at = one.First; at < one.End; at++)
        {
            if (words.Contains(tokens[at]) && Holds(tokens, text, other, NameMarks.Key(text, tokens[at])))
            {
                return true;
            }
        }

        return false;
    }

    // Both tell the same years, or one tells none.
    private static bool SameTimes(DocumentAnalysis analysis, SentenceRange one, SentenceRange other)
    {
        HashSet<int> a = Days.Years(analysis, one);
        HashSet<int> b = Days.Years(analysis, other);
        return a.Count == 0 || b.Count == 0 || a.Overlaps(b);
    }

    private static bool Holds(ImmutableArray<Token> tokens, string text, SentenceRange sentence, int key)
    {
        for (int at = sentence.First; at < sentence.End; at++)
        {
            if (NameMarks.Key(text, tokens[at]) == key)
            {
                return true;
            }
        }

        return false;
    }

    private static int Find(ImmutableArray<Token> tokens, ImmutableArray<ImmutableArray<int>> phrases, int from, int end)
    {
        for (int at = from; at < end; at++)
        {
            foreach (ImmutableArray<int> phrase in phrases)
            {
                int i = 0;
                while (i < phrase.Length && at + i < end && tokens[at + i].Word == phrase[i])
                {
                    i++;
                }

                if (i == phrase.Length)
                {
                    return at;
                }
            }
        }

        return -1;
    }
}

using System.Collections.Immutable;
using BienNien.Knowledge;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking.Arithmetic;

/// <summary>
/// Reads sums that the words close by themselves: what is left (“còn lại 16 ha”), two halves of a whole (“chính thức”, “dự bị”), the total of so many parts (“cả ba đợt”),
/// an account from its opening to its end (“đầu năm có …, sinh thêm …, bán …, cuối năm còn …”). Immutable.
/// </summary>
internal sealed class RestSums
{
    private const int MostParts = 10;

    private readonly ImmutableArray<int> _rest;
    private readonly ImmutableArray<(ImmutableArray<int> One, ImmutableArray<int> Other)> _halves;
    private readonly ImmutableArray<ImmutableArray<int>> _openings;
    private readonly ImmutableArray<ImmutableArray<int>> _endings;
    private readonly ImmutableArray<int> _numbers;
    private readonly WordSet _negations;
    private readonly WordSet _all;
    private readonly WordSet _plus;
    private readonly WordSet _minus;
    private readonly WordSet _changes;
    private readonly WordSet _open;
    private readonly WordSet _close;
    private readonly WordSet _within;
    private readonly WordSet _shares;
    private readonly WordSet _plain;
    private readonly ImmutableArray<ImmutableArray<int>> _means;
    private readonly WordSet _onlys;
    private readonly WordSet _froms;

    public RestSums(Vocabulary.Builder words)
    {
        _rest = words.AddPhrase("còn lại");
        DataTable halves = DataTable.Load("figure-complements");
        (int one, int other) = (halves.IndexOf("one"), halves.IndexOf("other"));
        _halves = [.. halves.Rows.Select(row => (words.AddPhrase(row[one]), words.AddPhrase(row[other])))];
        _openings = [.. ((string[])["đầu năm", "đầu kỳ", "đầu vụ", "đầu tháng", "đầu quý", "đầu khóa", "ban đầu", "lúc đầu", "lúc mới", "khi mới", "năm trước chuyển sang", "kỳ trước chuyển sang", "tồn đầu", "đầu nhiệm kỳ", "đầu năm học", "trước đó có", "vốn có"]).Select(words.AddPhrase)];
        _endings = [.. ((string[])["cuối năm", "cuối kỳ", "cuối vụ", "cuối tháng", "cuối quý", "cuối khóa", "hiện còn", "hiện có", "đến nay còn", "đến nay có", "nay còn", "nay có", "tồn cuối", "cuối nhiệm kỳ", "cuối năm học", "còn lại", "chỉ còn", "còn"]).Select(words.AddPhrase)];
        _numbers = [.. ((string[])["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"]).Select(words.Add)];
        _negations = words.AddSet("không", "chưa", "ngoài");
        _all = words.AddSet("cả");
        _plus = words.AddSet("thêm", "tăng", "nhập", "sinh", "nạp", "mua", "tuyển", "sung", "đến", "nhận", "thu", "đẻ");
        _minus = words.AddSet("giảm", "xuất", "bán", "chết", "mất", "thịt", "nghỉ", "thải", "trừ", "chi", "hỏng", "lý", "đi", "vong", "tên", "hao", "học", "rời");
        _changes = words.AddSet("tăng", "giảm", "so", "gấp", "vượt", "mỗi", "từ", "hơn", "kém", "nhiều", "ít", "chênh", "đều", "từng", "lệch", "thiếu", "thừa", "khoảng", "gần");
        _open = words.AddSet("(");
        _close = words.AddSet(")");
        _within = words.AddSet("trong");
        _shares = words.AddSet("là", "chiếm", "có", ":", "bằng", "đạt");
        _onlys = words.AddSet("chỉ", "thì");
        _froms = words.AddSet("từ");
        _means = [words.AddPhrase("bình quân"), words.AddPhrase("trung bình")];
        _plain = words.AddSet(",", ";", ".", "và", "là", "có", "thì", "phần", "số", "còn", "lại", "hiện", "nay");
    }

    /// <summary>All sums of this kind that the prose of a document tells.</summary>
    public void Read(DocumentAnalysis analysis, AmountLines amounts, List<PartSum> sums, List<PercentSum> shares)
    {
        for (int s = 0; s < analysis.Tokens.Sentences.Length; s++)
        {
            SentenceRange sentence = analysis.Tokens.Sentences[s];
            if (analysis.Document.Blocks[sentence.Block].Kind is BlockKind.TableCell or BlockKind.Heading)
            {
                continue;
            }

            for (int at = sentence.First; at < sentence.End; at++)
            {
                if (Has(analysis, at, _rest))
                {
                    Rest(analysis, amounts, s, at, sums, shares);
                }
                else if (_all.Contains(analysis.Tokens.Tokens[at]))
                {
                    All(analysis, amounts, s, at, sums);
                }
            }

            Halves(analysis, amounts, s, sums, shares);
            if (s == 0 || analysis.Tokens.Sentences[s - 1].Block != sentence.Block)
            {
                Account(analysis, amounts, s, sums);
            }
        }
    }

    // “64 ha, 30 ha trồng ngô, 20 ha trồng dâu, còn lại 14 ha trồng rau”, “nông nghiệp 60%, công nghiệp 25%, còn lại 15% là dịch vụ”.
    private void Rest(DocumentAnalysis analysis, AmountLines amounts, int index, int at, List<PartSum> sums, List<PercentSum> shares)
    {
        SentenceRange sentence = analysis.Tokens.Sentences[index];
        ReadOnlySpan<Amount> after = amounts.Within(at + 2, Math.Min(sentence.End, at + 9));
        Amount? rest = amounts.Before(at, Math.Max(sentence.First, at - 4)) is { } before && before.End == at ? before : after.Length > 0 && Words(analysis, at + 2, after[0].First) ? after[0] : null;
        if (rest is not { IsExact: true } || rest.IsTimes || _onlys.Contains(analysis.Tokens.Tokens[Math.Max(0, at - 1)]))
        {
            return;
        }

        List<Amount> told = [];
        bool fits = Collect(analysis, amounts, sentence.First, rest, told);
        if (rest.IsPercent)
        {
            if (fits && told.Count is >= 2 and <= MostParts && !SubsetSums.Make(told, new FigureRange(99.8m, 100.2m), withLast: true) && told.Sum(static part => part.Value) is > 75 and < 130)
            {
                shares.Add(new PercentSum(told, Sum(told)));
            }

            return;
        }

        if (!fits)
        {
            return;
        }

        // The whole stands first, or in the sentence before.
        bool greatest = told.Count >= 3 && told.TrueForAll(part => part == told[0] || part.Value < told[0].Value);
        Amount? whole = greatest ? told[0] : null;
        bool away = greatest && IsWithin(analysis, sentence.First, told[0]);
        if (whole is null && told.Count >= 2 && index > 0 && analysis.Tokens.Sentences[index - 1] is var previous && previous.Block == sentence.Block)
        {
            foreach (Amount amount in amounts.Within(previous.First, previous.End))
            {
                whole = amount is { IsExact: true, IsPercent: false } && SameKind(amount, rest) && amount.Unit.Length > 0 ? whole is null || amount.Value > whole.Value ? amount : whole : whole;
            }

            away = true;
            if (whole is null || !told.TrueForAll(part => part.Value < whole.Value) || Math.Abs(told.Sum(static part => part.Value) - whole.Value) > whole.Value * 0.3m)
            {
                return;
            }
        }

        if (whole?.Range is not { } range)
        {
            return;
        }

        told.Remove(whole);
        if (told.Count is >= 2 and <= MostParts && Math.Abs(told.Sum(static part => part.Value) - whole.Value) <= whole.Value * 0.2m && !SubsetSums.Make(told, range, withLast: true) && !sums.Exists(sum => sum.Total == whole))
        {
            sums.Add(new PartSum(whole, told, IsOpen: false, IsAway: away));
        }
    }

    // The figures of one kind from a place to the last part; false where one is not exact, or a change, or the words compare.
    private bool Collect(DocumentAnalysis analysis, AmountLines amounts, int from, Amount last, List<Amount> told)
    {
        int depth = 0;
        int next = from;
        foreach (Amount amount in amounts.Within(from, last.End))
        {
            if (Changes(analysis, ref next, ref depth, amount.First, told.Count > 0))
            {
                return false;
            }

            next = amount.End;
            if (depth > 0 || !SameKind(amount, last))
            {
                continue;
            }

            // “7 mẫu 2 sào” is one figure of two units.
            if (!amount.IsExact || (amounts.At(amount.End) is { } second && second.First == amount.End))
            {
                return false;
            }

            // “từ 120 người …, còn lại 90 người”: two levels of one thing.
            if (told.Count == 0 && ((amount.First > from && _froms.Contains(analysis.Tokens.Tokens[amount.First - 1])) || (amount.First - 1 > from && _froms.Contains(analysis.Tokens.Tokens[amount.First - 2]))))
            {
                return false;
            }

            told.Add(amount);
        }

        return told.Count > 0 && told[^1] == last;
    }

    // Goes on to a figure; whether a word on the way says that what follows is a change or an average. Words in brackets say it of what stands there.
    private bool Changes(DocumentAnalysis analysis, ref int next, ref int depth, int to, bool counts)
    {
        for (; next < to; next++)
        {
            Token token = analysis.Tokens.Tokens[next];
            depth += _open.Contains(token) ? 1 : _close.Contains(token) ? -1 : 0;
            if (depth == 0 && counts && (_changes.Contains(token) || IsMean(analysis, next)))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsWithin(DocumentAnalysis analysis, int from, Amount amount)
    {
        for (int at = amount.First - 1; at >= Math.Max(from, amount.First - 4); at--)
        {
            if (_within.Contains(analysis.Tokens.Tokens[at]))
            {
                return true;
            }
        }

        return false;
    }

    // “đợt một 45 người, đợt hai 38 người, đợt ba 27 người; cả ba đợt 110 người”: just so many parts before it.
    private void All(DocumentAnalysis analysis, AmountLines amounts, int index, int at, List<PartSum> sums)
    {
        SentenceRange sentence = analysis.Tokens.Sentences[index];
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        if (at + 2 >= sentence.End)
        {
            return;
        }

        Amount? named = amounts.At(at + 1);
        int count = named is { IsExact: true, IsMeasure: false } && named.First == at + 1 && named.Value is >= 2 and <= MostParts ? (int)named.Value : tokens[at + 1].IsNumber ? tokens[at + 1].Number : tokens[at + 1].Word == 0 ? 0 : _numbers.IndexOf(tokens[at + 1].Word) + 1;
        int end = named?.End ?? at + 2;
        if (count is < 2 or > MostParts)
        {
            return;
        }

        ReadOnlySpan<Amount> after = amounts.Within(end, Math.Min(sentence.End, end + 9));
        if (after.Length == 0 || after[0] is not { IsExact: true, IsPercent: false, IsTimes: false, Unit.Length: > 0 } total)
        {
            return;
        }

        for (int i = end; i < total.First; i++)
        {
            if (_changes.Contains(tokens[i]) || IsMean(analysis, i) || tokens[i].IsMark)
            {
                return;
            }
        }

        // In the sentence, or else in those before it in the paragraph.
        for (int s = index; s >= Math.Max(0, index - count) && analysis.Tokens.Sentences[s].Block == sentence.Block; s--)
        {
            List<Amount> parts = [];
            if (amounts.Before(at, analysis.Tokens.Sentences[s].First) is not { } last)
            {
                continue;
            }

            bool fits = CollectBefore(analysis, amounts, analysis.Tokens.Sentences[s].First, last, total, parts);
            if (parts.Count >= count || !fits)
            {
                decimal sum = parts.Sum(static part => part.Value);
                if (fits && parts.Count == count && total.Range is { } range && !SubsetSums.Make(parts, range, withLast: false) && Math.Abs(sum - total.Value) <= sum * 0.25m && !sums.Exists(known => known.Total == total))
                {
                    sums.Add(new PartSum(total, parts, IsOpen: false, IsAway: false));
                }

                return;
            }
        }
    }

    private bool CollectBefore(DocumentAnalysis analysis, AmountLines amounts, int from, Amount last, Amount total, List<Amount> parts)
    {
        int depth = 0;
        int next = from;
        foreach (Amount amount in amounts.Within(from, last.End))
        {
            if (Changes(analysis, ref next, ref depth, amount.First, parts.Count > 0))
            {
                return false;
            }

            next = amount.End;
            if (depth == 0 && amount.Base == total.Base)
            {
                if (!amount.IsExact)
                {
                    return false;
                }

                parts.Add(amount);
            }
        }

        return true;
    }

    // “255 đảng viên, trong đó 231 đảng viên chính thức và 24 đảng viên dự bị”, “nam chiếm 48%, nữ chiếm 52%”.
    private void Halves(DocumentAnalysis analysis, AmountLines amounts, int index, List<PartSum> sums, List<PercentSum> shares)
    {
        SentenceRange sentence = analysis.Tokens.Sentences[index];
        ReadOnlySpan<Amount> within = amounts.Within(sentence.First, sentence.End);
        for (int i = 0; i + 1 < within.Length; i++)
        {
            (Amount one, Amount other) = (within[i], within[i + 1]);
            if (!one.IsExact || !other.IsExact || one.IsPercent != other.IsPercent || one.IsTimes || other.First - one.End > 10 || !SameKind(one, other) || !AreHalves(analysis, sentence, one, other, i + 2 < within.Length ? within[i + 2].First : sentence.End))
            {
                continue;
            }

            if (one.IsPercent)
            {
                List<Amount> both = [one, other];
                if (Sum(both) is var sum && !sum.Meets(new FigureRange(99.8m, 100.2m)) && sum is { Most: > 90, Least: < 110 } && Shared(analysis, one) && Shared(analysis, other))
                {
                    shares.Add(new PercentSum(both, sum));
                }

                continue;
            }

            Amount? whole = null;
            for (int j = i - 1; j >= 0 && whole is null; j--)
            {
                whole = SameKind(within[j], one) ? within[j] : null;
            }

            // The whole told twice is right, and the halves are not.
            bool away = whole is null;
            for (int j = 0; j < i && whole is not null; j++)
            {
                away |= within[j] != whole && SameKind(within[j], whole) && within[j].Value == whole.Value;
            }

            if (whole is null && index > 0 && analysis.Tokens.Sentences[index - 1] is var previous && previous.Block == sentence.Block && amounts.Within(previous.First, previous.End) is [.., var told] && SameKind(told, one) && Near(told, one, other))
            {
                whole = told;
            }

            if (whole is { IsExact: true, Unit.Length: > 0 } && !whole.IsPercent && one.First - whole.End <= 14 && whole.Value >= Math.Max(one.Value, other.Value) && Near(whole, one, other)
                && !sums.Exists(sum => sum.Total == whole || sum.Parts.Contains(one)))
            {
                sums.Add(new PartSum(whole, [one, other], IsOpen: false, IsAway: away));
            }
        }
    }

    private static bool Near(Amount whole, Amount one, Amount other) => Math.Abs(one.Value + other.Value - whole.Value) <= whole.Value * 0.2m;

    private bool Shared(DocumentAnalysis analysis, Amount amount) =>
        _shares.Contains(analysis.Tokens.Tokens[amount.First - 1]) || analysis.Tokens.Tokens[amount.First - 1].IsWord;

    private bool AreHalves(DocumentAnalysis analysis, SentenceRange sentence, Amount one, Amount other, int end)
    {
        foreach ((ImmutableArray<int> first, ImmutableArray<int> second) in _halves)
        {
            if ((IsSaid(analysis, sentence, one, other.First, first) && IsSaid(analysis, sentence, other, end, second)) || (IsSaid(analysis, sentence, one, other.First, second) && IsSaid(analysis, sentence, other, end, first)))
            {
                return true;
            }
        }

        return false;
    }

    // The words stand at the end of the unit, right behind it, or up to four words before the figure, and are not denied.
    private bool IsSaid(DocumentAnalysis analysis, SentenceRange sentence, Amount amount, int next, ImmutableArray<int> words)
    {
        for (int at = amount.First; at < Math.Min(next, amount.End + 3); at++)
        {
            if (Has(analysis, at, words))
            {
                return !_negations.Contains(analysis.Tokens.Tokens[at - 1]);
            }
        }

        for (int at = amount.First - words.Length; at >= Math.Max(sentence.First, amount.First - words.Length - 3); at--)
        {
            if (Has(analysis, at, words))
            {
                return at == sentence.First || !_negations.Contains(analysis.Tokens.Tokens[at - 1]);
            }

            if (analysis.Tokens.Tokens[at].IsMark)
            {
                return false;
            }
        }

        return false;
    }

    // “Đầu năm có 850 con, sinh thêm 420 con, xuất chuồng 610 con, cuối năm còn 660 con”.
    private void Account(DocumentAnalysis analysis, AmountLines amounts, int index, List<PartSum> sums)
    {
        ImmutableArray<SentenceRange> sentences = analysis.Tokens.Sentences;
        int end = index;
        while (end + 1 < sentences.Length && sentences[end + 1].Block == sentences[index].Block && end - index < 6)
        {
            end++;
        }

        ReadOnlySpan<Amount> all = amounts.Within(sentences[index].First, sentences[end].End);
        for (int i = 0; i + 2 < all.Length; i++)
        {
            if (!all[i].IsExact || all[i].IsPercent || all[i].Unit.Length == 0 || !Stands(analysis, amounts, sentences[index].First, all[i], _openings))
            {
                continue;
            }

            decimal balance = all[i].Value;
            List<Amount> parts = [all[i]];
            for (int j = i + 1; j < all.Length; j++)
            {
                Amount amount = all[j];
                if (!SameKind(amount, all[i]))
                {
                    continue;
                }

                if (!amount.IsExact || amount.First - parts[^1].End > 16)
                {
                    break;
                }

                int sign = Sign(analysis, amounts, amount);
                if (sign == 0)
                {
                    if (parts.Count >= 2 && Stands(analysis, amounts, sentences[index].First, amount, _endings) && amount.Value != balance && Math.Abs(amount.Value - balance) <= balance * 0.3m)
                    {
                        sums.Add(new PartSum(amount, parts, IsOpen: false, IsAway: false) { Balance = balance });
                    }

                    break;
                }

                balance += sign * amount.Value;
                parts.Add(amount);
            }
        }
    }

    private static bool Stands(DocumentAnalysis analysis, AmountLines amounts, int from, Amount amount, ImmutableArray<ImmutableArray<int>> phrases)
    {
        for (int at = amount.First - 1; at >= Math.Max(from, amount.First - 7) && amounts.At(at) is null; at--)
        {
            foreach (ImmutableArray<int> phrase in phrases)
            {
                if (Has(analysis, at, phrase))
                {
                    return true;
                }
            }

            if (analysis.Tokens.Tokens[at].IsMark && at < amount.First - 1 && amount.First - at > 5)
            {
                return false;
            }
        }

        return false;
    }

    private int Sign(DocumentAnalysis analysis, AmountLines amounts, Amount amount)
    {
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        for (int at = amount.First - 1; at >= Math.Max(0, amount.First - 4) && !tokens[at].IsMark && amounts.At(at) is null; at--)
        {
            if (_plus.Contains(tokens[at]) || _minus.Contains(tokens[at]))
            {
                return _plus.Contains(tokens[at]) ? 1 : -1;
            }
        }

        for (int at = amount.End; at < Math.Min(tokens.Length, amount.End + 3) && !tokens[at].IsMark && amounts.At(at) is null; at++)
        {
            if (_plus.Contains(tokens[at]) || _minus.Contains(tokens[at]))
            {
                return _plus.Contains(tokens[at]) ? 1 : -1;
            }
        }

        return 0;
    }

    private static FigureRange Sum(List<Amount> parts)
    {
        FigureRange sum = new(0, 0);
        foreach (Amount part in parts)
        {
            sum = part.Range is { } range ? new FigureRange(sum.Least + range.Least, sum.Most + range.Most) : sum;
        }

        return sum;
    }

    // “bình quân”, “trung bình”; “thôn Trung”, “xã An Bình” are names.
    private bool IsMean(DocumentAnalysis analysis, int at)
    {
        foreach (ImmutableArray<int> phrase in _means)
        {
            if (Has(analysis, at, phrase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool SameKind(Amount one, Amount other) =>
        one.IsPercent == other.IsPercent && (one.Base == other.Base || (one.Class == "person" && other.Class == "person") || (!one.IsMeasure && !other.IsMeasure && one.Unit.Length > 0 && one.Noun.Equals(other.Noun, StringComparison.OrdinalIgnoreCase)));

    private bool Words(DocumentAnalysis analysis, int from, int to)
    {
        for (int at = from; at < to; at++)
        {
            if (analysis.Tokens.Tokens[at].IsMark && !_plain.Contains(analysis.Tokens.Tokens[at]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Has(DocumentAnalysis analysis, int at, ImmutableArray<int> phrase)
    {
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        for (int i = 0; i < phrase.Length; i++)
        {
            if (at + i >= tokens.Length || tokens[at + i].Word != phrase[i])
            {
                return false;
            }
        }

        return phrase.Length > 0;
    }
}

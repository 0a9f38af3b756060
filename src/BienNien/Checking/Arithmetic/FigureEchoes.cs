using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Relating;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Checking.Arithmetic;

/// <summary>Finds figures that are told twice with two figures exchanged or one changed: “2.148 hộ”, “2.184 hộ”. Immutable.</summary>
internal sealed class FigureEchoes
{
    private const int Reach = 7;

    private readonly WordSet _deaths;
    private readonly WordSet _small;
    private readonly WordSet _periods;
    private readonly WordSet _others;

    public FigureEchoes(Vocabulary.Builder words)
    {
        _deaths = words.AddSet("chết", "mạng", "sinh", "vong", "sát", "hại");
        _periods = words.AddSet("năm", "vụ", "mùa", "quý", "tháng", "đợt", "khóa", "kỳ", "tuần");
        _others = words.AddSet("sau", "trước", "ngoái", "tiếp", "kế", "tới", "nay");
        // Words that every sentence may have.
        _small = words.AddSet(
            "và", "của", "có", "là", "các", "những", "được", "trong", "với", "cho", "đã", "năm", "ngày", "tháng", "người", "một", "đến", "từ", "ở", "tại", "về", "này", "đó", "ấy", "khi", "thì", "mà", "cũng", "còn", "như", "theo", "vào", "ra", "số",
            "trên", "sau", "trước", "hơn", "gần", "khoảng", "nay", "lúc", "do", "bị", "để", "lại", "đạt", "được", "gồm", "chỉ", "nữa", "rất", "cả", "toàn", "tổng", ",", ".", ";", ":", "(", ")", "-", "–", "\"", "xã", "huyện", "tỉnh", "thôn", "ông", "bà", "đồng", "chí");
    }

    /// <summary>Pairs of figures that can only be one, the earlier first.</summary>
    public List<(TextSpan First, TextSpan Second)> Read(DocumentAnalysis analysis, AmountLines amounts)
    {
        List<(TextSpan First, TextSpan Second)> pairs = [];
        ImmutableArray<Amount> all = amounts.All;
        string text = analysis.Document.Text;
        // Figures with the same digits, in any order, or with one other, meet under one key.
        for (int j = 1; j < all.Length; j++)
        {
            Amount second = all[j];
            // “74 mẫu 2 sào” is one figure of two units.
            if (!IsTold(analysis, second) || (j + 1 < all.Length && all[j + 1].First == second.End))
            {
                continue;
            }

            string b = Digits(text.AsSpan(second.Span.Start, second.Span.Length));
            if (b.Length < 2)
            {
                continue;
            }

            bool repeated = false;
            (TextSpan First, TextSpan Second)? pair = null;
            for (int i = j - 1; i >= 0 && !repeated; i--)
            {
                Amount first = all[i];
                if (first.Base != second.Base || !IsTold(analysis, first))
                {
                    continue;
                }

                // A figure told twice is meant.
                repeated = first.Value == second.Value;
                string a = Digits(text.AsSpan(first.Span.Start, first.Span.Length));
                if (pair is null && a.Length == b.Length && first.Scale == second.Scale && Near(a, b) is var near and not Nearness.None && SentenceOf(analysis, first) != SentenceOf(analysis, second)
                    && SameFact(analysis, first, second, near, b.Length))
                {
                    pair = (first.Span, second.Span);
                }
            }

            if (pair is { } told && !repeated)
            {
                pairs.Add(told);
            }
        }

        return pairs;
    }

    private enum Nearness
    {
        None,
        Exchanged,
        OneOther,
    }

    private static int SentenceOf(DocumentAnalysis analysis, Amount amount) => analysis.Tokens.SentenceOfToken(amount.First);

    private static bool IsTold(DocumentAnalysis analysis, Amount amount) =>
        amount is { IsExact: true, IsPercent: false, IsTimes: false, Unit.Length: > 0 } && !amount.Unit.StartsWith("tuổi", StringComparison.Ordinal)
        && analysis.Document.Blocks[analysis.Tokens.Sentences[SentenceOf(analysis, amount)].Block].Cell is null;

    private static string Digits(ReadOnlySpan<char> surface)
    {
        Span<char> digits = stackalloc char[24];
        int count = 0;
        foreach (char c in surface)
        {
            if (char.IsAsciiDigit(c) && count < digits.Length)
            {
                digits[count++] = c;
            }
            else if (count > 0 && c is not '.' and not ',')
            {
                break;
            }
        }

        return digits[..count].ToString();
    }

    private static Nearness Near(string a, string b)
    {
        int differing = 0;
        int first = -1;
        int last = -1;
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] != b[i])
            {
                differing++;
                first = first < 0 ? i : first;
                last = i;
            }
        }

        return differing == 2 && last == first + 1 && a[first] == b[last] && a[last] == b[first] ? Nearness.Exchanged
            : differing == 1 && a.Length >= 3 && b.TrimEnd('0').Length >= 2 ? Nearness.OneOther : Nearness.None;
    }

    private bool SameFact(DocumentAnalysis analysis, Amount first, Amount second, Nearness near, int digits)
    {
        int? a = Year(analysis, first);
        int? b = Year(analysis, second);
        if (a is not null && b is not null && a != b)
        {
            return false;
        }

        // “Năm sau vụ chiêm thu 340 tấn”: of another time than the same words before.
        if (IsOther(analysis, first) != IsOther(analysis, second))
        {
            return false;
        }

        // Items of lists go through different things in the same words.
        if (near == Nearness.OneOther && (IsItem(analysis, first) || IsItem(analysis, second)))
        {
            return false;
        }

        int beside = Shared(Window(analysis, first), Window(analysis, second));
        bool deaths = Has(analysis, first, _deaths) && Has(analysis, second, _deaths);
        return near == Nearness.Exchanged
            ? digits >= 4 ? beside >= 1 || (a is not null && a == b) || Shared(Whole(analysis, first), Whole(analysis, second)) >= 2 : beside >= 2 || (deaths && digits >= 2)
            : beside >= 5;
    }

    private bool IsOther(DocumentAnalysis analysis, Amount amount)
    {
        SentenceRange sentence = analysis.Tokens.Sentences[SentenceOf(analysis, amount)];
        for (int at = sentence.First; at + 1 < sentence.End; at++)
        {
            if (_periods.Contains(analysis.Tokens.Tokens[at]) && _others.Contains(analysis.Tokens.Tokens[at + 1]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsItem(DocumentAnalysis analysis, Amount amount) => analysis.Document.Blocks[analysis.Tokens.Sentences[SentenceOf(analysis, amount)].Block].Kind == BlockKind.ListItem;

    private static bool Has(DocumentAnalysis analysis, Amount amount, WordSet words)
    {
        for (int at = amount.End; at < Math.Min(analysis.Tokens.Tokens.Length, amount.End + 3); at++)
        {
            if (words.Contains(analysis.Tokens.Tokens[at]))
            {
                return true;
            }
        }

        return false;
    }

    // The words of a clause around a figure that say what it is.
    private HashSet<string> Window(DocumentAnalysis analysis, Amount amount)
    {
        SentenceRange sentence = analysis.Tokens.Sentences[SentenceOf(analysis, amount)];
        return Words(analysis, Math.Max(sentence.First, amount.First - Reach), Math.Min(sentence.End, amount.End + Reach), amount);
    }

    private HashSet<string> Whole(DocumentAnalysis analysis, Amount amount)
    {
        SentenceRange sentence = analysis.Tokens.Sentences[SentenceOf(analysis, amount)];
        return Words(analysis, sentence.First, sentence.End, amount);
    }

    private HashSet<string> Words(DocumentAnalysis analysis, int from, int end, Amount amount)
    {
        HashSet<string> words = new(StringComparer.OrdinalIgnoreCase);
        for (int at = from; at < end; at++)
        {
            Token token = analysis.Tokens.Tokens[at];
            if (token.IsWord && !_small.Contains(token) && (at < amount.First || at >= amount.End))
            {
                words.Add(analysis.Document.Text[token.Start..token.End]);
            }
        }

        return words;
    }

    private static int Shared(HashSet<string> one, HashSet<string> other)
    {
        int shared = 0;
        foreach (string word in one)
        {
            shared += other.Contains(word) ? 1 : 0;
        }

        return shared;
    }

    // The one year that the sentence tells; null when it tells none or several.
    private static int? Year(DocumentAnalysis analysis, Amount amount)
    {
        SentenceRange sentence = analysis.Tokens.Sentences[SentenceOf(analysis, amount)];
        int from = analysis.Tokens.Tokens[sentence.First].Start;
        int end = analysis.Tokens.Tokens[sentence.End - 1].End;
        int? year = null;
        foreach (Mention mention in analysis.Mentions)
        {
            if (mention.Span.Start >= end)
            {
                break;
            }

            if (mention.Span.Start >= from && mention.Value is TimeValue { Type: TimexType.Date, Days: { IsBounded: true } days } && days.Last.Year - days.First.Year < 2)
            {
                if (year is { } other && other != days.First.Year)
                {
                    return null;
                }

                year = days.First.Year;
            }
        }

        return year;
    }
}

using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking.Arithmetic;

/// <summary>A figure that does not follow from those it is computed from.</summary>
/// <param name="Span">Its words.</param>
/// <param name="Right">What it should be.</param>
/// <param name="From">The figures that give it, in reading order.</param>
/// <param name="IsScale">Whether it is a power of ten away, so that its unit or scale is wrong.</param>
internal sealed record DerivedSlip(TextSpan Span, string Right, ImmutableArray<Amount> From, bool IsScale = false);

/// <summary>Recomputes averages, yields, fractions and comparisons with a year that the paragraph tells. Immutable.</summary>
internal sealed partial class DerivedFigures
{
    private static readonly string[] _numbers = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];

    private readonly WordSet _mean;
    private readonly WordSet _meanEnd;
    private readonly WordSet _each;
    private readonly WordSet _heads;
    private readonly WordSet _monthly;
    private readonly WordSet _up;
    private readonly WordSet _down;
    private readonly WordSet _fold;
    private readonly WordSet _toYear;
    private readonly WordSet _breaks;
    private readonly FractionWords _fractions;
    private readonly WordSet _more;
    private readonly WordSet _less;
    private readonly WordSet _so;
    private readonly WordSet _every;
    private readonly WordSet _open;
    private readonly WordSet _close;
    private readonly WordSet _shares;
    private readonly WordSet _plan;
    private readonly WordSet _within;
    private readonly WordSet _whole;
    private readonly WordSet _from;
    private readonly WordSet _sums;
    private readonly WordSet _over;
    private readonly WordSet _short;
    private readonly ImmutableArray<int> _among;
    private readonly ImmutableArray<int> _reckoned;
    private readonly ImmutableArray<int> _one;
    private readonly ImmutableArray<int> _compared;

    public DerivedFigures(Vocabulary.Builder words)
    {
        _mean = words.AddSet("bình", "trung");
        _meanEnd = words.AddSet("quân", "bình");
        _each = words.AddSet("mỗi", "một");
        _heads = words.AddSet("đầu");
        _monthly = words.AddSet("tháng", "ngày", "vụ", "quý", "tuần", "công", "năm");
        _up = words.AddSet("tăng");
        _down = words.AddSet("giảm");
        _fold = words.AddSet("gấp", "bằng");
        _toYear = words.AddSet("so", "với", "năm", "mức", "của", "hồi", "cuối", "đầu", "thời", "điểm", "lúc", "thì", "đã");
        _breaks = words.AddSet(";", ".", "?", "!");
        _fractions = new FractionWords(words);
        _more = words.AddSet("hơn", "quá", "trên");
        _less = words.AddSet("gần", "khoảng", "chừng", "ngót", "non", "xấp", "xỉ", "dưới");
        _so = words.AddSet("tức", "là", "bằng", "chiếm", "nghĩa");
        _every = words.AddSet("cứ");
        _open = words.AddSet("(");
        _close = words.AddSet(")");
        _shares = words.AddSet("chiếm", "đạt", "bằng", "tức", "lệ", "đương");
        _plan = words.AddSet("kế", "hoạch", "chỉ", "tiêu", "dự", "toán", "giao", "mục");
        _within = words.AddSet("trong", "trên", "của", ",");
        _whole = words.AddSet("trong", "toàn", "tổng", "số", "cả");
        _from = words.AddSet("từ");
        _over = words.AddSet("vượt", "thêm");
        _short = words.AddSet("hụt", "bớt");
        _sums = words.AddSet("tổng", "trị", "hết", "cộng", "thành");
        _one = [.. _numbers.Select(words.Add)];
        _compared = words.AddPhrase("so với");
        _among = words.AddPhrase("trong đó");
        _reckoned = words.AddPhrase("tính ra");
    }

    /// <summary>The slips of the prose, in no order.</summary>
    public List<DerivedSlip> Read(DocumentAnalysis analysis, AmountLines amounts)
    {
        List<DerivedSlip> slips = [];
        MentionView view = new(analysis, MentionKind.Time);
        foreach (SentenceRange sentence in analysis.Tokens.Sentences)
        {
            if (analysis.Document.Blocks[sentence.Block].Cell is not null)
            {
                continue;
            }

            int group = sentence.First;
            for (int at = sentence.First; at < sentence.End; at++)
            {
                if (amounts.At(at) is { } amount)
                {
                    Change(view, amounts, sentence, amount, slips);
                    if (amount.Figure.Value.Of is not null)
                    {
                        // “chiếm 1/2 số dân”
                        Fraction(view, amounts, group, sentence, at, slips);
                    }

                    if (amount.IsPercent || amount.IsTimes)
                    {
                        int before = slips.Count;
                        OverYear(view, amounts, sentence, amount, slips);
                        if (amount.IsPercent && slips.Count == before)
                        {
                            Share(view, amounts, sentence, amount, slips);
                        }
                    }
                    else if (amount.Unit.Length == 0 && _fold.Contains(view[amount.First]))
                    {
                        Doubled(view, amounts, sentence, amount, slips);
                    }
                    else
                    {
                        Mean(view, amounts, group, sentence, amount, slips);
                        Product(view, amounts, group, sentence, amount, slips);
                        Rate(view, amounts, group, sentence, amount, slips);
                    }

                    at = amount.End - 1;
                }
                else if (_breaks.Contains(view[at]))
                {
                    group = at + 1;
                }
                else if (_every.Contains(view[at]))
                {
                    Every(view, amounts, sentence, at, slips);
                }
                else
                {
                    Fraction(view, amounts, group, sentence, at, slips);
                }
            }
        }

        return slips;
    }

    // “bình quân”, “trung bình”, not “thôn Trung”.
    private bool IsMean(MentionView view, int at) => _mean.Contains(view[at]) && _meanEnd.Contains(view[at + 1]);

    private static int FirstOfBlock(MentionView view, SentenceRange sentence)
    {
        int first = sentence.First;
        while (first > 0 && view.BlockOf(first - 1) == sentence.Block)
        {
            first--;
        }

        return first;
    }
}

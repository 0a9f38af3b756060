using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Checking.Arithmetic;

/// <summary>A fraction in words or figures, with how far the words let it go.</summary>
/// <param name="End">One past its last token; 0 for none.</param>
/// <param name="Value">The fraction.</param>
/// <param name="Range">The fractions that a writer calls so.</param>
internal readonly record struct ReadFraction(int End, decimal Value, FigureRange Range);

/// <summary>Reads “một nửa”, “hai phần ba”, “2/3”, “quá nửa”. Immutable.</summary>
internal sealed class FractionWords
{
    private static readonly string[] _names = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];

    private readonly ImmutableArray<int> _numbers;
    private readonly int _fourth;
    private readonly WordSet _part;
    private readonly WordSet _half;
    private readonly WordSet _more;
    private readonly WordSet _less;
    private readonly WordSet _slash;
    private readonly WordSet _labels;

    public FractionWords(Vocabulary.Builder words)
    {
        _numbers = [.. _names.Select(words.Add)];
        _fourth = words.Add("tư");
        _part = words.AddSet("phần");
        _half = words.AddSet("nửa");
        _more = words.AddSet("hơn", "quá", "trên");
        _less = words.AddSet("gần", "khoảng", "chừng", "ngót", "non", "xấp", "xỉ", "dưới", "độ");
        _slash = words.AddSet("/");
        _labels = words.AddSet("số", "ngày", "hạng", "loại", "nghị", "quyết", "luật", "khoản", "lớp", "tổ", "đường", "mùng", "mồng", "tháng", "đêm", "sáng", "chiều", "tối", "hôm", "tỷ", "tỉ", "lệ");
    }

    /// <summary>The fraction that begins at a token.</summary>
    public ReadFraction At(MentionView view, int at)
    {
        if (view.At(at) is not null)
        {
            return default;
        }

        int upper = _numbers.IndexOf(view[at].Word) + 1;
        if (view[at].Word != 0 && upper == 0 && _half.Contains(view[at]) && _more.Contains(view[at - 1]))
        {
            return Made(view, at, at + 1, 0.5m);
        }

        if (view[at].IsNumber)
        {
            bool plain = view[at].Number is >= 1 and <= 9 && _slash.Contains(view[at + 1]) && view[at + 2].IsNumber && view[at + 2].Number is >= 2 and <= 10 && view[at].Number < view[at + 2].Number
                && !view[at + 1].SpaceBefore && !view[at + 2].SpaceBefore && !_slash.Contains(view[at + 3]) && !(view[at + 3] is { IsMark: true, SpaceBefore: false } && view[at + 4] is { IsNumber: true, SpaceBefore: false })
                && !_labels.Contains(view[at - 1]) && !view[at - 1].IsMark;
            return plain ? Made(view, at, at + 3, (decimal)view[at].Number / view[at + 2].Number) : default;
        }

        if (upper == 0 || view[at].Word == 0)
        {
            return default;
        }

        if (upper == 1 && _half.Contains(view[at + 1]))
        {
            return Made(view, at, at + 2, 0.5m);
        }

        if (!_part.Contains(view[at + 1]))
        {
            return default;
        }

        int lower = view[at + 2].Word == _fourth && _fourth != 0 ? 4 : view[at + 2].Word == 0 ? 0 : _numbers.IndexOf(view[at + 2].Word) + 1;
        return lower > upper ? Made(view, at, at + 3, (decimal)upper / lower) : default;
    }

    private ReadFraction Made(MentionView view, int at, int end, decimal value)
    {
        bool more = _more.Contains(view[at - 1]);
        bool less = _less.Contains(view[at - 1]) || _less.Contains(view[at - 2]);
        (decimal below, decimal above) = more ? (0.01m, 0.15m) : less ? (0.12m, 0.06m) : (0.04m, 0.04m);
        return new ReadFraction(end, value, new FigureRange(value - below, value + above));
    }
}

using BienNien.Finding;
using BienNien.Text;

namespace BienNien.Checking.Dates;

/// <summary>How two times that stand near each other belong together.</summary>
internal enum GlossKind
{
    /// <summary>They do not: other words stand between.</summary>
    None,

    /// <summary>Nothing but a comma, a dash or a small word stands between.</summary>
    Beside,

    /// <summary>The second explains the first: in brackets, or after “tức”, “nhằm”, “là”.</summary>
    Same,
}

/// <summary>Tells whether one time explains another: “10/3 âm lịch (18/4/2024)”, “1945, tức năm Ất Dậu”.</summary>
internal sealed class Gloss
{
    private const int LongestGap = 7;

    private readonly WordSet _marks;
    private readonly WordSet _small;
    private readonly WordSet _same;

    public Gloss(Vocabulary.Builder words)
    {
        _marks = words.AddSet(",", "-", "–", "—", ":", "[");
        _small = words.AddSet(
            "ngày", "năm", "vào", "sáng", "chiều", "tối", "đêm", "âm", "dương", "lịch", "ÂL", "DL", "theo", "hôm", "tây", "ta", "khoảng", "tuổi", "thuộc", "của", "Tết", "xuân", "vốn", "chính", "cũng", "gọi", "ngay", "giữa", "đã", "lại", "đó", "ấy", "sinh", "từ", "buổi", "nay");
        _same = words.AddSet("(", "tức", "nhằm", "là", "rơi", "trúng", "đúng", "ứng", "với", "=", "cụ", "thể", "nghĩa", "hay", "xác", "đích");
    }

    /// <summary>How the tokens between two times join them.</summary>
    /// <param name="view">The document.</param>
    /// <param name="end">The token after the first time.</param>
    /// <param name="first">The first token of the second time.</param>
    public GlossKind Between(MentionView view, int end, int first)
    {
        if (first < end || first - end > LongestGap || view.BlockOf(Math.Max(0, end - 1)) != view.BlockOf(first))
        {
            return GlossKind.None;
        }

        GlossKind kind = GlossKind.Beside;
        for (int at = end; at < first; at++)
        {
            if (_same.Contains(view[at]))
            {
                kind = GlossKind.Same;
            }
            else if (!_marks.Contains(view[at]) && !_small.Contains(view[at]))
            {
                return GlossKind.None;
            }
        }

        return kind;
    }

    /// <summary>How two mentions belong together, the first of which ends before the second begins.</summary>
    public GlossKind Between(MentionView view, Mention one, Mention other) =>
        Between(view, view.RangeOf(one.Span).End, view.RangeOf(other.Span).First);
}

namespace BienNien.Finding.Quantities;

/// <summary>What a figure tells of its indicator: the value itself, or how that value stands to another.</summary>
public enum FigureMeasure
{
    /// <summary>The value of the indicator: <c>thu ngân sách đạt 1.382,08 tỷ đồng</c>.</summary>
    Level,

    /// <summary>By how many per cent of the base it rose or fell: <c>tăng 51,8% so với năm 2015</c>.</summary>
    Growth,

    /// <summary>By how much it rose or fell, in its own unit or in percentage points: <c>giảm 2,5 điểm phần trăm</c>.</summary>
    Change,

    /// <summary>How many times the base it is: <c>gấp 4,8 lần</c>, <c>tăng 1,6 lần</c>.</summary>
    Multiple,

    /// <summary>How many per cent of the base it is: <c>bằng 85,1% cùng kỳ</c>.</summary>
    Ratio,

    /// <summary>Which part of a whole it is: <c>chiếm 10,67% dân số</c>.</summary>
    Share,

    /// <summary>How many per cent of what was planned it is: <c>bằng 110,6% kế hoạch</c>.</summary>
    OfPlan,
}

/// <summary>How measures are written in data.</summary>
public static class FigureMeasures
{
    /// <summary>level, growth, change, multiple, ratio, share or ofPlan.</summary>
    public static string Code(this FigureMeasure measure) => measure switch
    {
        FigureMeasure.Level => "level",
        FigureMeasure.Growth => "growth",
        FigureMeasure.Change => "change",
        FigureMeasure.Multiple => "multiple",
        FigureMeasure.Ratio => "ratio",
        FigureMeasure.Share => "share",
        FigureMeasure.OfPlan => "ofPlan",
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "A measure without a code."),
    };
}

namespace BienNien.Time;

/// <summary>How the words around a value change it: the <c>mod</c> of TIMEX3 (ISO 24617-1), and ORDER for mere orders of magnitude.</summary>
public enum TimexMod
{
    /// <summary>Unchanged.</summary>
    None,

    /// <summary><c>đầu</c>: its beginning.</summary>
    Start,

    /// <summary><c>giữa</c>: its middle.</summary>
    Mid,

    /// <summary><c>cuối</c>: its end.</summary>
    End,

    /// <summary><c>trước</c>.</summary>
    Before,

    /// <summary><c>sau</c>.</summary>
    After,

    /// <summary><c>khoảng</c>, <c>gần</c>, <c>độ</c>.</summary>
    Approx,

    /// <summary><c>hơn</c>, <c>trên</c>.</summary>
    MoreThan,

    /// <summary><c>dưới</c>, <c>chưa đầy</c>.</summary>
    LessThan,

    /// <summary><c>tối đa</c>, <c>không quá</c>.</summary>
    EqualOrLess,

    /// <summary><c>tối thiểu</c>, <c>ít nhất</c>.</summary>
    EqualOrMore,

    /// <summary><c>hàng nghìn</c>: an order of magnitude, no value.</summary>
    Order,
}

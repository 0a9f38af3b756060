namespace BienNien.Reading.Repairing;

/// <summary>The words that make dates and lengths of time of figures.</summary>
internal enum DateWord
{
    None,

    /// <summary><c>năm</c></summary>
    Year,

    /// <summary><c>tháng</c></summary>
    Month,

    /// <summary><c>ngày</c></summary>
    Day,

    /// <summary><c>mùng</c></summary>
    Mung,

    /// <summary><c>mồng</c></summary>
    Mong,

    /// <summary><c>gần</c></summary>
    Nearly,

    /// <summary><c>hơn</c></summary>
    Over,
}

/// <summary>How like a word of dates a printed word is.</summary>
internal enum Likeness
{
    /// <summary>It is the word.</summary>
    Exact,

    /// <summary>It looks like the word and is no other: <c>nãm</c>, <c>ngàv</c>, <c>thảng</c>.</summary>
    Damaged,

    /// <summary>It looks like the word, but is another one: <c>nam</c>, <c>thắng</c>, <c>ngay</c>.</summary>
    AnotherWord,
}

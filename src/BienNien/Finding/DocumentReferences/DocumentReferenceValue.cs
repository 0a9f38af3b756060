namespace BienNien.Finding.DocumentReferences;

/// <summary>Which paper is cited.</summary>
/// <param name="Type">The type of paper as it is spelled in the lexicon (<c>Nghị quyết</c>).</param>
public sealed record DocumentReferenceValue(string Type) : MentionValue
{
    /// <summary>Number and symbol (<c>388-KH/TU</c>), spaces removed; null for a paper cited by title.</summary>
    public string? Number { get; init; }

    /// <summary>The date of issue as EDTF, or null.</summary>
    public string? Date { get; init; }

    /// <summary>Who issued it, as written, or null.</summary>
    public string? Issuer { get; init; }

    /// <summary>Its title, for a paper cited without a number.</summary>
    public string? Title { get; init; }

    /// <summary>The provision cited (<c>khoản 2 Điều 5</c>), or null.</summary>
    public string? Provision { get; init; }
}

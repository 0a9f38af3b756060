namespace BienNien.Finding.People;

/// <summary>Who is named.</summary>
/// <param name="Id">The canonical name by which mentions of one person are joined within a document.</param>
public sealed record PersonValue(string Id) : MentionValue
{
    /// <summary>The title, rank or office written with the name (<c>Đại tướng</c>), or null.</summary>
    public string? Title { get; init; }
}

/// <summary>A stated other name.</summary>
/// <param name="Of">The <see cref="PersonValue.Id"/> of whom it names.</param>
public sealed record AliasValue(string Of) : MentionValue;

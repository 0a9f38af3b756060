namespace BienNien.Finding.Awards;

/// <summary>A decoration or title conferred; the surface is its name.</summary>
public sealed record AwardValue : MentionValue
{
    /// <summary>To whom: a person's id or a body as written; null when the sentence does not say.</summary>
    public string? To { get; init; }

    /// <summary>When, as EDTF, or null.</summary>
    public string? Date { get; init; }

    /// <summary><c>proposed</c> while it is only asked for; otherwise null.</summary>
    public string? Status { get; init; }
}

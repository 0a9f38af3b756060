namespace BienNien.Finding.People;

/// <summary>Who is named.</summary>
/// <param name="Id">The canonical name by which mentions of one person are joined within a document.</param>
public sealed record PersonValue(string Id) : MentionValue
{
    /// <summary>The title, rank or office written with the name (<c>Đại tướng</c>), or null.</summary>
    public string? Title { get; init; }

    /// <summary>Why the id is not the name as written; null when it is.</summary>
    public NameLink? Link { get; init; }
}

/// <summary>What joins a name as written with the person's usual name.</summary>
public enum NameLink
{
    /// <summary>General history knows the name (<c>data/persons-known.tsv</c>).</summary>
    Known,

    /// <summary>The document states it: <c>(tức Sáu Dân)</c>.</summary>
    Stated,

    /// <summary>The only person of the document with this given name.</summary>
    GivenName,

    /// <summary>A transcription of the name that stands beside it in brackets: <c>Giăng Đuy-puy (Jean Dupuis)</c>.</summary>
    Transcription,

    /// <summary>The same name up to its marks or the case of its letters: a slip of a scanner or a typist, or a line in capitals.</summary>
    Spelling,
}

/// <summary>The codes of <see cref="NameLink"/> in JSON.</summary>
public static class NameLinks
{
    /// <summary><c>known</c>, <c>stated</c>, <c>given-name</c>, <c>transcription</c> or <c>spelling</c>.</summary>
    public static string Code(this NameLink link) => link switch
    {
        NameLink.Known => "known",
        NameLink.Stated => "stated",
        NameLink.GivenName => "given-name",
        NameLink.Transcription => "transcription",
        NameLink.Spelling => "spelling",
        _ => throw new ArgumentOutOfRangeException(nameof(link), link, null),
    };
}

/// <summary>A stated other name.</summary>
/// <param name="Of">The <see cref="PersonValue.Id"/> of whom it names.</param>
public sealed record AliasValue(string Of) : MentionValue;

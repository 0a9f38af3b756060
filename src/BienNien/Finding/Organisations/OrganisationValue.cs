namespace BienNien.Finding.Organisations;

/// <summary>A named body; the surface is its name.</summary>
public sealed record OrganisationValue : MentionValue
{
    /// <summary>The long form of which the surface is the abbreviation that the document binds to it, or null: <c>Công ty Than Hà Tu (HTC)</c>.</summary>
    public string? Full { get; init; }

    /// <summary>The unit that a bare tier at the end of the name stands for in this document (<c>Cao Bằng</c> for <c>UBND tỉnh</c>), or null when none prevails.</summary>
    public string? In { get; init; }
}

namespace BienNien.Finding.Organisations;

/// <summary>A named body; the surface is its name.</summary>
public sealed record OrganisationValue : MentionValue;

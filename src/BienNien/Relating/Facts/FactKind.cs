using System.Collections.Immutable;
using BienNien.Finding;

namespace BienNien.Relating.Facts;

/// <summary>Of what a fact is told.</summary>
public enum FactKind
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>A body.</summary>
    Body,

    /// <summary>A place.</summary>
    Place,

    /// <summary>A paper, which may be the document itself.</summary>
    Paper,
}

/// <summary>Codes of facts, and of what they are told.</summary>
public static class FactKinds
{
    /// <summary>Of what a fact is told: the kind of its subject's mention.</summary>
    /// <param name="claim">The fact.</param>
    /// <param name="mentions">The document's mentions.</param>
    public static FactKind Kind(this FactClaim claim, ImmutableArray<Mention> mentions)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.Subject < 0 ? FactKind.Paper : mentions[claim.Subject].Kind switch
        {
            MentionKind.Person => FactKind.Person,
            MentionKind.Place => FactKind.Place,
            MentionKind.DocumentReference => FactKind.Paper,
            _ => FactKind.Body,
        };
    }

    /// <summary>person, body, place or paper.</summary>
    public static string Code(this FactKind kind) => ClaimJson.Lower(kind.ToString());

    /// <summary>born, died, nativePlace …: the name of the property with a small first letter.</summary>
    public static string Code(this FactProperty property)
    {
        string name = property.ToString();
        return string.Concat(char.ToLowerInvariant(name[0]).ToString(), name.AsSpan(1));
    }
}

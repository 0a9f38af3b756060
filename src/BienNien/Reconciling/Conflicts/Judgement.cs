using BienNien.Text;

namespace BienNien.Reconciling.Conflicts;

/// <summary>In what two statements of one fact differ.</summary>
public enum ConflictKind
{
    /// <summary>When it happened.</summary>
    Date,

    /// <summary>Where it happened, or where something belongs.</summary>
    Place,

    /// <summary>Who did it, underwent it or held an office.</summary>
    Person,

    /// <summary>As what somebody served.</summary>
    Role,

    /// <summary>How many, how much.</summary>
    Figure,

    /// <summary>The date, number or issuer of a paper that both cite.</summary>
    Citation,

    /// <summary>Which of two happenings came first.</summary>
    Order,

    /// <summary>How a name is spelled.</summary>
    NameVariant,
}

/// <summary>Why two statements that differ in their words can both hold, or why they cannot.</summary>
public enum JudgementReason
{
    /// <summary>They cannot both hold.</summary>
    Contradiction,

    /// <summary>One is less exact and holds the other.</summary>
    Precision,

    /// <summary>One is rounded.</summary>
    Rounding,

    /// <summary>The same amount in another unit or scale.</summary>
    Unit,

    /// <summary>They count or tell different things: another place, period, part.</summary>
    Scope,

    /// <summary>The same day or year by another calendar.</summary>
    Calendar,

    /// <summary>The same place under its old and its new name.</summary>
    RenamedPlace,

    /// <summary>The same person or body under another name.</summary>
    Alias,

    /// <summary>A later paper replaces the earlier one.</summary>
    Supersession,

    /// <summary>They speak of two happenings, however alike.</summary>
    DifferentEvent,
}

/// <summary>How much a conflict weighs for who edits.</summary>
public enum ConflictSeverity
{
    /// <summary>Two spellings, a difference of little weight.</summary>
    Minor,

    /// <summary>A fact that a reader will notice.</summary>
    Medium,

    /// <summary>A date, person or figure that whole chapters rest on.</summary>
    Major,
}

/// <summary>One side of a judgement.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Span">The words that hold the value.</param>
/// <param name="Sentence">The sentence around them.</param>
public readonly record struct Side(long Document, TextSpan Span, TextSpan Sentence) : IComparable<Side>
{
    /// <summary>By document, then by place.</summary>
    public int CompareTo(Side other) => Document.CompareTo(other.Document) is var order and not 0 ? order : Span.CompareTo(other.Span);
}

/// <summary>What is to be said of two statements of one fact whose words differ.</summary>
/// <param name="Kind">In what they differ.</param>
/// <param name="Reason"><see cref="JudgementReason.Contradiction"/> for a conflict; otherwise why both can hold.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="A">The side that comes first by document and place.</param>
/// <param name="B">The other.</param>
/// <param name="Confidence">How sure it is that both speak of one fact: 0 to 1.</param>
/// <param name="About">What both speak of: an event type, a property, a unit, in data's words.</param>
public sealed record Judgement(ConflictKind Kind, JudgementReason Reason, ConflictSeverity Severity, Side A, Side B, double Confidence, string About)
{
    /// <summary>Whether both cannot hold.</summary>
    public bool IsConflict => Reason == JudgementReason.Contradiction;

    /// <summary>The same judgement with its sides in order.</summary>
    internal Judgement Ordered() => A.CompareTo(B) <= 0 ? this : this with { A = B, B = A };
}

/// <summary>How judgements are written in data.</summary>
public static class JudgementCodes
{
    /// <summary>date, place, person, role, figure, citation, order or name-variant.</summary>
    public static string Code(this ConflictKind kind) => kind == ConflictKind.NameVariant ? "name-variant" : kind.ToString().ToLowerInvariant();

    /// <summary>contradiction, precision, rounding, unit, scope, calendar, renamed-place, alias, supersession or different-event.</summary>
    public static string Code(this JudgementReason reason) => reason switch
    {
        JudgementReason.RenamedPlace => "renamed-place",
        JudgementReason.DifferentEvent => "different-event",
        _ => reason.ToString().ToLowerInvariant(),
    };

    /// <summary>minor, medium or major.</summary>
    public static string Code(this ConflictSeverity severity) => severity.ToString().ToLowerInvariant();
}

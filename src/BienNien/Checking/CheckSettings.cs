using System.Collections.Immutable;

namespace BienNien.Checking;

/// <summary>Where tone marks stand in the house style of a publisher.</summary>
public enum ToneMarkHouseStyle
{
    /// <summary>Whatever most of the document does.</summary>
    Any,

    /// <summary><c>hòa</c>, <c>thủy</c>.</summary>
    Older,

    /// <summary><c>hoà</c>, <c>thuỷ</c>.</summary>
    Newer,
}

/// <summary>A diagnostic that an editor has looked at and lets stand.</summary>
/// <param name="Fingerprint">The diagnostic's <see cref="Diagnostic.Fingerprint"/>.</param>
/// <param name="Reason">Why; never empty.</param>
public sealed record AcceptedDiagnostic(string Fingerprint, string Reason);

/// <summary>How a house wants its drafts checked. Immutable; <see cref="Default"/> is every check as it comes.</summary>
public sealed record CheckSettings
{
    /// <summary>Every check as it comes.</summary>
    public static CheckSettings Default { get; } = new();

    /// <summary>Checks by slug or code (<c>tone-mark-style</c>, <c>CHK021</c>) with their severity; null turns a check off.</summary>
    public ImmutableDictionary<string, DiagnosticSeverity?> Rules { get; init; } = ImmutableDictionary.Create<string, DiagnosticSeverity?>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words that are right as they stand, in small letters: own names, abbreviations of the house.</summary>
    public ImmutableHashSet<string> Words { get; init; } = [];

    /// <summary>Where tone marks stand.</summary>
    public ToneMarkHouseStyle ToneMarks { get; init; }

    /// <summary>Whether the form of papers is checked as well, where they are Word files.</summary>
    public bool Form { get; init; }

    /// <summary>What was looked at and stands.</summary>
    public ImmutableArray<AcceptedDiagnostic> Accepted { get; init; } = [];

    /// <summary>The severity of a check's diagnostics under these settings; null when it is off.</summary>
    /// <param name="check">The check.</param>
    /// <param name="own">What the check itself says.</param>
    public DiagnosticSeverity? SeverityOf(ICheck check, DiagnosticSeverity own)
    {
        ArgumentNullException.ThrowIfNull(check);
        return Rules.TryGetValue(check.Slug, out DiagnosticSeverity? said) || Rules.TryGetValue(check.Id.ToString(), out said) ? said : own;
    }
}

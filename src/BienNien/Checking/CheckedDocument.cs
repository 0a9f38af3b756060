using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Checking;

/// <summary>A diagnostic that an editor lets stand.</summary>
/// <param name="Diagnostic">What was found.</param>
/// <param name="Reason">Why it stands; never empty.</param>
/// <param name="InSource">Whether a remark in the draft says so, rather than the settings.</param>
public sealed record SuppressedDiagnostic(Diagnostic Diagnostic, string Reason, bool InSource);

/// <summary>A document with what was found wrong in it.</summary>
/// <param name="Document">What was checked.</param>
/// <param name="Diagnostics">By span; empty, never default. Without what was let stand.</param>
public sealed record CheckedDocument(Document Document, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>What was found and let stand, by span; empty, never default.</summary>
    public ImmutableArray<SuppressedDiagnostic> Suppressed { get; init; } = [];

    /// <summary>Remarks in the draft that give no reason, and so let nothing stand.</summary>
    public ImmutableArray<SourceSuppression> Unreasoned { get; init; } = [];
}

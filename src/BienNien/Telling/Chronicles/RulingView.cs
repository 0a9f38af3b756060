namespace BienNien.Telling.Chronicles;

/// <summary>What an editor has decided, and whether it still stands.</summary>
/// <param name="Id">Its number in the library.</param>
/// <param name="Kind">same, different, preferred or accept.</param>
/// <param name="Subject">Of whom or what: a name or id; the conflict's id.</param>
/// <param name="Object">The other name; the preferred name; the side that was accepted (<c>a</c>, <c>b</c>), empty when both may stand.</param>
/// <param name="By">Who decided.</param>
/// <param name="When">When: ISO 8601, UTC.</param>
/// <param name="Reason">Why.</param>
public sealed record RulingView(long Id, string Kind, string Subject, string Object, string By, string When, string Reason)
{
    /// <summary>Who took it back; null while it stands.</summary>
    public string? WithdrawnBy { get; init; }

    /// <summary>When it was taken back; null while it stands.</summary>
    public string? WithdrawnWhen { get; init; }

    /// <summary>Why it was taken back; null while it stands.</summary>
    public string? WithdrawnReason { get; init; }

    /// <summary>Whether it stands.</summary>
    public bool Stands => WithdrawnWhen is null;
}

/// <summary>What an editor is about to decide.</summary>
/// <param name="Kind">See <see cref="RulingView.Kind"/>.</param>
/// <param name="Subject">See <see cref="RulingView.Subject"/>.</param>
/// <param name="Object">See <see cref="RulingView.Object"/>.</param>
public sealed record RulingDraft(string Kind, string Subject, string Object);

using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding;

/// <summary>A stretch of text that names something, with what it means.</summary>
/// <param name="Kind">What it names.</param>
/// <param name="Span">Where it stands; its surface is the document's text there.</param>
/// <param name="Rule">The rule that says so.</param>
/// <param name="Value">The normalised value; its type follows from the kind.</param>
public sealed record Mention(MentionKind Kind, TextSpan Span, RuleId Rule, MentionValue Value)
{
    /// <summary>What it was read as, when a scan has damaged words in it (<see cref="RepairedView"/>); null when it was read as it is printed.</summary>
    public string? ReadAs { get; init; }

    /// <summary>From what it got the part of its value that its words leave out; null when they tell the whole value.</summary>
    public MentionAnchor? Anchor { get; init; }
}

/// <summary>What a mention means, apart from how it is written. Closed: one record for each kind, in the kind's folder.</summary>
public abstract record MentionValue
{
    private protected MentionValue()
    {
    }
}

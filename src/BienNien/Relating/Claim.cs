using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating;

/// <summary>What one document asserts, with the words that say so. Immutable; it never says whether the document is right.</summary>
/// <param name="Span">The words that carry the claim (an event's trigger).</param>
/// <param name="Rule">The rule that read it.</param>
/// <param name="Status">Whether it is asserted, or only planned, denied, supposed or reported.</param>
/// <param name="Evidence">
/// Where it was read: the sentence, then other places that it leans on (a date in the sentence before). Never empty.
/// </param>
public abstract record Claim(TextSpan Span, RuleId Rule, ClaimStatus Status, ImmutableArray<TextSpan> Evidence);

/// <summary>How a document stands to what it says.</summary>
public enum ClaimStatus
{
    /// <summary>Said as a fact.</summary>
    Asserted,

    /// <summary>To be done: plans, tasks, orders.</summary>
    Planned,

    /// <summary>Said not to have happened.</summary>
    Negated,

    /// <summary>Supposed.</summary>
    Hypothetical,

    /// <summary>Said by somebody whom the document quotes.</summary>
    Reported,
}

/// <summary>What somebody or some body had to do with an event.</summary>
/// <param name="Mention">Index into the document's mentions.</param>
/// <param name="Role">agent, patient, office or other: see the frames in <c>data/event-triggers.tsv</c>.</param>
public readonly record struct Participant(int Mention, string Role);

/// <summary>A dated happening that a document tells.</summary>
/// <param name="Span">The trigger: 2 to 6 words.</param>
/// <param name="Rule">The rule that read it.</param>
/// <param name="Status">How the document stands to it.</param>
/// <param name="Evidence">The sentence first.</param>
/// <param name="Type">What kind of happening.</param>
/// <param name="Date">EDTF; empty when no date could be attached.</param>
/// <param name="DateMention">Index of the TIME mention that gives the date; -1 when none does.</param>
/// <param name="DateIsImplied">Whether the date stands in another sentence or heading, so that it was carried over.</param>
/// <param name="Who">Persons and bodies, in reading order.</param>
/// <param name="Where">Indices of PLACE mentions, in reading order.</param>
/// <param name="Figures">Indices of QUANTITY mentions, in reading order.</param>
public sealed record EventClaim(
    TextSpan Span,
    RuleId Rule,
    ClaimStatus Status,
    ImmutableArray<TextSpan> Evidence,
    EventType Type,
    string Date,
    int DateMention,
    bool DateIsImplied,
    ImmutableArray<Participant> Who,
    ImmutableArray<int> Where,
    ImmutableArray<int> Figures) : Claim(Span, Rule, Status, Evidence);

/// <summary>A document with all that was found and related in it: what later stages take.</summary>
/// <param name="Tokens">The document and its tokens.</param>
/// <param name="Mentions">By start, then longest first.</param>
/// <param name="Claims">By span; mention indices point into <paramref name="Mentions"/>.</param>
public sealed record DocumentAnalysis(TokenizedDocument Tokens, ImmutableArray<Mention> Mentions, ImmutableArray<Claim> Claims)
{
    /// <summary>The document itself.</summary>
    public Document Document => Tokens.Document;
}

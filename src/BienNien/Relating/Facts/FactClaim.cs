using System.Collections.Immutable;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating.Facts;

/// <summary>What is said of a person, body, place or paper, apart from happenings and figures.</summary>
public enum FactProperty
{
    /// <summary>A person was born: the date.</summary>
    Born,

    /// <summary>A person died: the date.</summary>
    Died,

    /// <summary>A person's native place, or the place of birth.</summary>
    NativePlace,

    /// <summary>A person's people: <c>dân tộc Tày</c>.</summary>
    People,

    /// <summary>Another name of a person or body.</summary>
    Alias,

    /// <summary>A person joined a body (the object, or words such as <c>Đảng</c>): the date.</summary>
    Joined,

    /// <summary>A person held an office (<see cref="FactClaim.Value"/>, in small letters, without the body), perhaps in a body or place (the object), perhaps for a time.</summary>
    Office,

    /// <summary>A person or body was given a decoration.</summary>
    Award,

    /// <summary>A body was founded: the date.</summary>
    Founded,

    /// <summary>A body (the subject) came from another (the object): split, merged, renamed (<see cref="FactClaim.Value"/> says which).</summary>
    Lineage,

    /// <summary>How many members a body had, at a date: the object is the QUANTITY mention, the value its words.</summary>
    Members,

    /// <summary>A place got another name, or became part of another (<see cref="FactClaim.Value"/>: renamed, nowPartOf, split, merged).</summary>
    Renamed,

    /// <summary>A place lies in a larger one, at a date if one is said.</summary>
    PartOf,

    /// <summary>A paper was issued: the date.</summary>
    Issued,

    /// <summary>Who issued a paper.</summary>
    Issuer,

    /// <summary>What a paper is about: the words after <c>về</c>, <c>về việc</c>.</summary>
    About,

    /// <summary>A paper carries out another: <c>thực hiện</c>, <c>căn cứ</c>, <c>theo</c>.</summary>
    Implements,

    /// <summary>A paper amends another: <c>sửa đổi, bổ sung</c>.</summary>
    Amends,

    /// <summary>A paper replaces another: <c>thay thế</c>, <c>bãi bỏ</c>.</summary>
    Replaces,
}

/// <summary>How sure it is that a fact is said of its subject.</summary>
public enum FactCertainty
{
    /// <summary>The subject is a guess (a word such as <c>ông</c> with several persons before): nothing may be concluded from it.</summary>
    Low,

    /// <summary>The subject stands in another sentence, and nothing else fits as well.</summary>
    Medium,

    /// <summary>The subject is named in the clause.</summary>
    High,
}

/// <summary>A fact that a document states of one person, body, place or paper.</summary>
/// <param name="Span">The words that say it: the verb or noun with its value.</param>
/// <param name="Rule">The rule that read it.</param>
/// <param name="Status">How the document stands to it.</param>
/// <param name="Evidence">The sentence first, then the places that it leans on (the mention that <c>ông</c> stands for).</param>
/// <param name="Property">What is said.</param>
/// <param name="Subject">Index of the mention of whom it is said; -1 for the document itself (<see cref="FactProperty.Issued"/> of its own header).</param>
/// <param name="Object">Index of the mention that is the value or goes with it: the place, body, paper, award, alias; -1 without one.</param>
/// <param name="Value">The value where it is no mention, on one line: the office, the people, the topic, the kind of change; empty when the object says all.</param>
/// <param name="ValueSpan">The words of the value: the date, the office, the name; never empty.</param>
/// <param name="Date">EDTF: when it was so, or the date that is the value (Born, Issued …); empty when no date is said.</param>
/// <param name="DateMention">Index of the TIME mention that says so; -1 without one.</param>
/// <param name="Certainty">How sure the subject is.</param>
public sealed record FactClaim(
    TextSpan Span, RuleId Rule, ClaimStatus Status, ImmutableArray<TextSpan> Evidence, FactProperty Property, int Subject, int Object, string Value,
    TextSpan ValueSpan, string Date, int DateMention, FactCertainty Certainty) : Claim(Span, Rule, Status, Evidence);

using BienNien.Text;

namespace BienNien.Finding;

/// <summary>Where the date stands from which a mention got what its own words leave out.</summary>
public enum AnchorSource
{
    /// <summary>Right beside it, joined by “và”, a comma or a bracket: <c>tháng 4 và tháng 5 năm 2016</c>.</summary>
    Joined,

    /// <summary>Before it, in its own sentence.</summary>
    Sentence,

    /// <summary>After it, in its own sentence.</summary>
    Following,

    /// <summary>In the sentences before: the narrative goes on from there.</summary>
    Narrative,

    /// <summary>In a heading, or a line that stands as one, over it.</summary>
    Heading,

    /// <summary>At the head of its column or row.</summary>
    Table,

    /// <summary>The document's own date.</summary>
    Document,
}

/// <summary>How likely it is that the anchor is the right one.</summary>
public enum AnchorCertainty
{
    /// <summary>A reader might well choose another one.</summary>
    Low,

    /// <summary>The likeliest of several.</summary>
    Medium,

    /// <summary>Nothing else comes near.</summary>
    High,
}

/// <summary>From what a mention got the part of its value that its own words leave out (the <c>anchorTimeID</c> of TIMEX3).</summary>
/// <param name="Source">Where it stands.</param>
/// <param name="Span">The words of the document that tell it.</param>
/// <param name="Certainty">How sure it is.</param>
public sealed record MentionAnchor(AnchorSource Source, TextSpan Span, AnchorCertainty Certainty)
{
    /// <summary>The source as JSON writes it: <c>joined</c>, <c>sentence</c>, <c>following</c>, <c>narrative</c>, <c>heading</c>, <c>table</c>, <c>document</c>.</summary>
    public string SourceCode => Source switch
    {
        AnchorSource.Joined => "joined",
        AnchorSource.Sentence => "sentence",
        AnchorSource.Following => "following",
        AnchorSource.Narrative => "narrative",
        AnchorSource.Heading => "heading",
        AnchorSource.Table => "table",
        AnchorSource.Document => "document",
        _ => throw new InvalidOperationException($"{Source} is no source of an anchor."),
    };

    /// <summary>The certainty as JSON writes it: <c>low</c>, <c>medium</c>, <c>high</c>.</summary>
    public string CertaintyCode => Certainty switch
    {
        AnchorCertainty.Low => "low",
        AnchorCertainty.Medium => "medium",
        AnchorCertainty.High => "high",
        _ => throw new InvalidOperationException($"{Certainty} is no certainty."),
    };
}

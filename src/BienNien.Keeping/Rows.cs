using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Reading;
using BienNien.Reading.Papers;
using BienNien.Relating;
using BienNien.Telling;
using BienNien.Text;
using BienNien.Time;
using NodaTime;

namespace BienNien.Keeping;

/// <summary>One document of the library, without its text.</summary>
/// <param name="Id">From the file's bytes and kind: the same in every library. Below 2^52, so that JavaScript keeps it.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Path">Relative to the library's folder, with <c>/</c>; of several copies the first.</param>
/// <param name="Title">Type and subject from its own header, else the first heading, else the first words.</param>
/// <param name="Sha256">Of kind and bytes, hexadecimal.</param>
/// <param name="Size">The file's bytes.</param>
/// <param name="Length">The text's UTF-16 code units.</param>
/// <param name="Handling">A mark that restricts its use, as written; empty when there is none.</param>
/// <param name="Copies">How many files have exactly these bytes, at least 1.</param>
/// <param name="Mentions">How many mentions were found.</param>
/// <param name="Events">How many events were read.</param>
public sealed record DocumentRow(
    long Id, string Name, string Path, string Title, string Sha256, long Size, int Length, string Handling, int Copies, int Mentions, int Events)
{
    /// <summary>In which encoding the file was read; null when its format settles it.</summary>
    public SourceEncoding? Encoding { get; init; }

    /// <summary>The document's own header; null when it has none and nothing says what kind of document it is.</summary>
    public PaperHeader? Paper { get; init; }
}

/// <summary>One block of a document.</summary>
/// <param name="Ordinal">From 0, in reading order.</param>
/// <param name="Kind">What it is on the page.</param>
/// <param name="Level">Depth of a heading or list.</param>
/// <param name="Span">From its first to its last character.</param>
/// <param name="Parts">One span, or several when something cuts the block; never empty.</param>
/// <param name="Cell">For a table cell, which.</param>
public sealed record BlockRow(int Ordinal, BlockKind Kind, int Level, TextSpan Span, ImmutableArray<TextSpan> Parts, TableCell? Cell)
{
    /// <summary>The number or mark that it opens with, as written; empty when it has none.</summary>
    public string Label { get; init; } = "";
}

/// <summary>One mention of a document.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Ordinal">From 0, by start, then longest first.</param>
/// <param name="Kind">What it names.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Surface">Its exact characters.</param>
/// <param name="Name">By which mentions are joined: a person's full name, else the surface on one line.</param>
/// <param name="Rule">The id of the rule that found it.</param>
/// <param name="Attributes">The value as JSON: the <c>attrs</c> of <c>biennien find</c>.</param>
/// <param name="Earliest">For a TIME that is a date: the first day that can be meant.</param>
/// <param name="Latest">Its last day.</param>
public sealed record MentionRow(
    long Document, int Ordinal, MentionKind Kind, TextSpan Span, string Surface, string Name, string Rule, string Attributes,
    LocalDate? Earliest, LocalDate? Latest);

/// <summary>A mention that takes part in an event.</summary>
/// <param name="Ordinal">The mention's ordinal in the document.</param>
/// <param name="Role">agent, patient, office …; <c>where</c>; <c>figure</c>.</param>
/// <param name="Kind">What it names.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Name">See <see cref="MentionRow.Name"/>.</param>
public sealed record EventPart(int Ordinal, string Role, MentionKind Kind, TextSpan Span, string Name)
{
    /// <summary>The role of a place.</summary>
    public const string Where = "where";

    /// <summary>The role of a figure.</summary>
    public const string Figure = "figure";
}

/// <summary>One event as one document tells it.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="DocumentName">The document's file name.</param>
/// <param name="DocumentTitle">The document's title.</param>
/// <param name="Ordinal">From 0 within the document; with <paramref name="Document"/> a stable address.</param>
/// <param name="Type">What kind of happening.</param>
/// <param name="Status">How the document stands to it.</param>
/// <param name="Date">EDTF; empty when it has no date.</param>
/// <param name="Earliest">The first day that can be meant.</param>
/// <param name="Latest">The last day that can be meant.</param>
/// <param name="DateIsImplied">Whether the date stands outside the sentence.</param>
/// <param name="DateMention">Ordinal of the TIME mention that gives the date.</param>
/// <param name="Trigger">The words that carry it.</param>
/// <param name="TriggerText">Those words.</param>
/// <param name="Sentence">The sentence it was read from.</param>
/// <param name="SentenceText">That sentence's exact characters.</param>
/// <param name="Line">The line of the trigger in the text, from 1.</param>
/// <param name="Rule">The id of the rule that read it.</param>
/// <param name="Parts">Who, where, how many: in the order of the claim.</param>
public sealed record EventRow(
    long Document, string DocumentName, string DocumentTitle, int Ordinal, EventType Type, ClaimStatus Status,
    string Date, LocalDate? Earliest, LocalDate? Latest, bool DateIsImplied, int? DateMention,
    TextSpan Trigger, string TriggerText, TextSpan Sentence, string SentenceText, int Line, string Rule, ImmutableArray<EventPart> Parts)
{
    /// <summary>How the words shade the date: “khoảng năm 1802”, “trước tháng 5/1950”.</summary>
    public TimexMod DateMod { get; init; }

    /// <summary>The time expressions of the sentence, by start.</summary>
    public ImmutableArray<TextSpan> Times { get; init; } = [];

    /// <summary>The words that give the date; null when they stand outside the sentence.</summary>
    public TextSpan? DateSpan { get; init; }
}

/// <summary>A document with all that the library holds of it.</summary>
/// <param name="Row">The document.</param>
/// <param name="Text">Its whole text, NFC.</param>
/// <param name="PageStarts">Offsets at which pages 2, 3 … begin; empty for a file without pages.</param>
/// <param name="Paths">All files with these bytes, ordinally sorted.</param>
/// <param name="Blocks">In reading order.</param>
/// <param name="Mentions">By start, then longest first.</param>
/// <param name="Events">By trigger.</param>
public sealed record DocumentContent(
    DocumentRow Row, string Text, ImmutableArray<int> PageStarts, ImmutableArray<string> Paths,
    ImmutableArray<BlockRow> Blocks, ImmutableArray<MentionRow> Mentions, ImmutableArray<EventRow> Events)
{
    /// <summary>Where its words stand on its pages, to a twentieth of a point; null for a file that has no fixed pages.</summary>
    public PageLayout? Layout { get; init; }

    /// <summary>The marks of notes with the ordinals of the notes' blocks, by the marks' places.</summary>
    public ImmutableArray<NoteLink> Notes { get; init; } = [];

    /// <summary>Words that a scan has probably damaged, by their places, not overlapping.</summary>
    public ImmutableArray<Damage> Damages { get; init; } = [];
}

/// <summary>Which events are asked for. <c>new EventFilter()</c>: the first hundred of all dated ones that are asserted.</summary>
public sealed record EventFilter
{
    /// <summary>Only events that can lie on or after this day.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Only events that can lie on or before this day.</summary>
    public LocalDate? To { get; init; }

    /// <summary>Only these types; empty for all.</summary>
    public ImmutableArray<EventType> Types { get; init; } = [];

    /// <summary>Only this status; null for all.</summary>
    public ClaimStatus? Status { get; init; } = ClaimStatus.Asserted;

    /// <summary>Whether events without a date are given, too, after the others.</summary>
    public bool Undated { get; init; }

    /// <summary>Only this document's.</summary>
    public long? Document { get; init; }

    /// <summary>Only those whose sentence holds these words, as in <see cref="Library.Search"/>.</summary>
    public string? Text { get; init; }

    /// <summary>Only those in which this name takes part (see <see cref="MentionRow.Name"/>; marks and case do not matter).</summary>
    public string? Name { get; init; }

    /// <summary>How many are passed over.</summary>
    public int Offset { get; init; }

    /// <summary>How many are given at most.</summary>
    public int Limit { get; init; } = 100;
}

/// <summary>Some of the events that a filter lets through.</summary>
/// <param name="Events">By first day, then last day, then path and place.</param>
/// <param name="Total">How many the filter lets through in all.</param>
public sealed record EventPage(ImmutableArray<EventRow> Events, int Total);

/// <summary>A figure as the library keeps it.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Ordinal">Among all claims of the document, from 0; with <paramref name="Document"/> a stable address.</param>
/// <param name="Mention">Ordinal of the QUANTITY mention.</param>
/// <param name="Handling">The mark that restricts the document's use; empty when there is none.</param>
/// <param name="Earliest">The first day that its period can mean; null without a period.</param>
/// <param name="Latest">The last day.</param>
/// <param name="Relations">How it stands to other figures, JSON: <c>[{"kind","of","over","period","whole","parts"}]</c>; of, over and parts are ordinals of mentions, left out where there is none.</param>
/// <param name="Evidence">Where it was read, JSON: <c>[[start, end]]</c>, the sentence or cell first.</param>
/// <param name="Row">All else that is known of it.</param>
public sealed record KeptFigure(
    long Document, int Ordinal, int Mention, string Handling, LocalDate? Earliest, LocalDate? Latest, string Relations, string Evidence, FigureRow Row);

/// <summary>Which figures are asked for. <c>new FigureFilter()</c>: all of them.</summary>
public sealed record FigureFilter
{
    /// <summary>Only this document's.</summary>
    public long? Document { get; init; }

    /// <summary>Only this indicator's: a <see cref="FigureRow.IndicatorKey"/>.</summary>
    public string? Key { get; init; }

    /// <summary>Only this scope's; marks and case do not matter; empty for those that tell none.</summary>
    public string? Scope { get; init; }

    /// <summary>Only figures whose period can lie on or after this day.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Only figures whose period can lie on or before this day.</summary>
    public LocalDate? To { get; init; }

    /// <summary>Whether the figures of documents that bear a mark of restricted use are given, too.</summary>
    public bool Restricted { get; init; } = true;
}

/// <summary>What stands in the way of using a library's figures.</summary>
/// <param name="RestrictedDocuments">Documents with figures whose use a mark restricts.</param>
/// <param name="RestrictedFigures">How many figures they have.</param>
/// <param name="UnreadDocuments">Documents that a version without figures has read, so that none are known.</param>
public sealed record FigureSurvey(int RestrictedDocuments, int RestrictedFigures, int UnreadDocuments);

/// <summary>A place where the words of a search stand.</summary>
/// <param name="Document">The document.</param>
/// <param name="DocumentName">Its file name.</param>
/// <param name="DocumentTitle">Its title.</param>
/// <param name="Block">The block's ordinal.</param>
/// <param name="BlockKind">What the block is.</param>
/// <param name="Offset">Where the first of the words stands in the document's text.</param>
/// <param name="Line">The line of that place, from 1.</param>
/// <param name="Snippet">The words around, the document's own characters on one line.</param>
/// <param name="SnippetStart">Where the snippet begins in the document's text; places in the one are places in the other.</param>
/// <param name="Highlights">What was found, as spans of the <em>snippet</em>.</param>
/// <param name="IsExact">Whether the marks of the query are those of the text; true for every hit of a query without marks.</param>
public sealed record SearchHit(
    long Document, string DocumentName, string DocumentTitle, int Block, BlockKind BlockKind, int Offset, int Line,
    string Snippet, int SnippetStart, ImmutableArray<TextSpan> Highlights, bool IsExact);

/// <summary>Some of a search's hits.</summary>
/// <param name="Hits">Exact ones first, then best first.</param>
/// <param name="Total">How many blocks match in all.</param>
public sealed record SearchPage(ImmutableArray<SearchHit> Hits, int Total);

/// <summary>A name of the library.</summary>
/// <param name="Kind">What it names.</param>
/// <param name="Name">The name, as <see cref="MentionRow.Name"/>.</param>
/// <param name="Mentions">How often it is mentioned.</param>
/// <param name="Documents">In how many documents.</param>
public sealed record NameRow(MentionKind Kind, string Name, int Mentions, int Documents);

/// <summary>A mention with the words around it.</summary>
/// <param name="Mention">The mention.</param>
/// <param name="DocumentName">The document's file name.</param>
/// <param name="Line">From 1.</param>
/// <param name="Snippet">The words around, on one line.</param>
/// <param name="SnippetStart">Where the snippet begins in the document's text.</param>
public sealed record MentionInContext(MentionRow Mention, string DocumentName, int Line, string Snippet, int SnippetStart);

/// <summary>A file that could not be read.</summary>
/// <param name="Path">Relative to the library's folder, with <c>/</c>.</param>
/// <param name="Code">The number of a <see cref="ProblemCode"/> or <see cref="FileProblem"/>.</param>
/// <param name="Place">Byte of the file, from 0.</param>
/// <param name="Detail">What was seen; one line.</param>
/// <param name="Line">The line of that byte, from 1; 0 when it says nothing, as in a file that is no text.</param>
public sealed record ProblemRow(string Path, int Code, long Place, string Detail, int Line = 0)
{
    /// <summary>The problem of a file that was loaded: the line is counted in its bytes.</summary>
    public static ProblemRow Of(string path, ReadResult.Unreadable bad, FileContent content)
    {
        ArgumentNullException.ThrowIfNull(bad);
        ArgumentNullException.ThrowIfNull(content);
        bool hasLine = bad.Code == ProblemCode.NotUtf8 && bad.ByteOffset <= content.Length;
        return new ProblemRow(path, (int)bad.Code, bad.ByteOffset, bad.Detail, hasLine ? 1 + LinesBefore(content, bad.ByteOffset) : 0);
    }

    private static int LinesBefore(FileContent content, long offset)
    {
        using Stream stream = content.Open();
        byte[] buffer = new byte[64 * 1024];
        int lines = 0;
        while (offset > 0)
        {
            int read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, offset));
            if (read == 0)
            {
                break;
            }

            lines += buffer.AsSpan(0, read).Count((byte)'\n');
            offset -= read;
        }

        return lines;
    }
}

/// <summary>What the file system refuses. The number stands in messages and never changes its meaning.</summary>
public enum FileProblem
{
    /// <summary>BN1101: no right to read the file or folder.</summary>
    AccessDenied = 1101,

    /// <summary>BN1102: there is no such file or folder (any more).</summary>
    NotFound = 1102,

    /// <summary>BN1103: the disk or another program stood in the way.</summary>
    InputOutput = 1103,

    /// <summary>BN1190: the engine stumbled over the file: a mistake of the program.</summary>
    Internal = 1190,
}

/// <summary>What a library holds.</summary>
/// <param name="Documents">How many documents.</param>
/// <param name="Files">How many files; more than documents when there are copies.</param>
/// <param name="Characters">UTF-16 code units of all texts together.</param>
/// <param name="Mentions">How many mentions of each kind that occurs.</param>
/// <param name="Events">How many events of each type that occurs.</param>
/// <param name="Earliest">The first day that an asserted event can mean.</param>
/// <param name="Latest">The last day that an asserted event can mean.</param>
/// <param name="Problems">Files that could not be read, by path.</param>
public sealed record LibrarySummary(
    int Documents, int Files, long Characters,
    ImmutableSortedDictionary<MentionKind, int> Mentions, ImmutableSortedDictionary<EventType, int> Events,
    LocalDate? Earliest, LocalDate? Latest, ImmutableArray<ProblemRow> Problems);

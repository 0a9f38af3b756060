using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Keeping;
using BienNien.Telling;
using BienNien.Text;
using BienNien.Web.Shared;

namespace BienNien.Web.Documents;

/// <summary>An entry of the table of contents.</summary>
/// <param name="Text">The heading on one line.</param>
/// <param name="Depth">From 1.</param>
/// <param name="Href">Where it stands.</param>
public sealed record ContentsEntry(string Text, int Depth, string Href);

/// <summary>A document, or a part of a long one, as it is read.</summary>
/// <param name="Content">The document.</param>
/// <param name="Html">The part's blocks, encoded.</param>
/// <param name="Contents">Its headings, of all parts.</param>
/// <param name="Kinds">How often each kind is mentioned in the whole document.</param>
/// <param name="Part">Which part, from 1.</param>
/// <param name="PartStarts">Where the parts begin.</param>
public sealed record ReaderModel(
    DocumentContent Content, string Html, ImmutableArray<ContentsEntry> Contents,
    ImmutableArray<(MentionKind Kind, int Count)> Kinds, int Part, ImmutableArray<int> PartStarts)
{
    private const int DeepestContents = 3;

    public static ReaderModel Of(DocumentContent content, int at, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(content);
        ImmutableArray<int> starts = Starts(content);
        int part = Math.Max(0, starts.Count(start => start <= at) - 1);
        int from = starts[part];
        int to = part + 1 < starts.Length ? starts[part + 1] : int.MaxValue;
        string html = BlockMarkup.Write(content, [.. content.Blocks.Where(block => block.Span.Start >= from && block.Span.Start < to)], texts);
        return new ReaderModel(
            content,
            html,
            [.. content.Blocks
                .Where(static block => block.Kind == BlockKind.Heading && block.Level <= DeepestContents)
                .Select(block => new ContentsEntry(
                    Excerpt.OneLine(Emphasis.Without(content.Text[block.Span.Start..block.Span.End]), 120), Math.Max(1, block.Level), PartOf(starts, content.Row.Id, block)))],
            [.. content.Mentions.GroupBy(static mention => mention.Kind).OrderBy(static group => group.Key).Select(static group => (group.Key, group.Count()))],
            part + 1,
            starts);
    }

    private static string PartOf(ImmutableArray<int> starts, long document, BlockRow block) =>
        starts.Length == 1 ? FormattableString.Invariant($"#b{block.Ordinal}") : Links.Block(document, block.Ordinal, block.Span.Start);

    // A document is cut before the block in which a part grows too long; the first part reaches at least as far as Links.Part expects.
    private static ImmutableArray<int> Starts(DocumentContent content)
    {
        ImmutableArray<int>.Builder starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        int table = -1;
        foreach (BlockRow block in content.Blocks)
        {
            // A table is not torn apart.
            bool sameTable = block.Cell is { } cell && cell.Table == table;
            table = block.Cell?.Table ?? -1;
            if (!sameTable && block.Span.Start >= starts[^1] + Links.PartLength)
            {
                starts.Add(block.Span.Start);
            }
        }

        return starts.ToImmutable();
    }
}

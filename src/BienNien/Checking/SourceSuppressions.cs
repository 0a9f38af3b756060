using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BienNien.Text;

namespace BienNien.Checking;

/// <summary>A remark in a draft that lets a diagnostic stand: <c>biennien: bỏ qua CHK005: số liệu của năm trước, giữ nguyên</c>.</summary>
/// <param name="Rule">The check's code or slug.</param>
/// <param name="Reason">Why; empty when none is given, and then the remark does not hold.</param>
/// <param name="Remark">Where it stands.</param>
/// <param name="Reach">What it holds for: the block that it stands in, or, standing alone, the next one.</param>
public sealed record SourceSuppression(string Rule, string Reason, TextSpan Remark, TextSpan Reach);

/// <summary>Reads remarks in drafts; in Markdown and HTML they stand in comments, in plain text in square brackets.</summary>
public static partial class SourceSuppressions
{
    private const string Opening = "biennien:";

    /// <summary>The remarks of a document, in reading order; empty, never default.</summary>
    public static ImmutableArray<SourceSuppression> Of(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (!document.Text.Contains(Opening, StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        ImmutableArray<SourceSuppression>.Builder found = ImmutableArray.CreateBuilder<SourceSuppression>();
        foreach (Match match in Remark().Matches(document.Text))
        {
            TextSpan remark = new(match.Index, match.Length);
            found.Add(new SourceSuppression(match.Groups["rule"].Value, match.Groups["reason"].Value.Trim(), remark, ReachOf(document, remark)));
        }

        return found.ToImmutable();
    }

    private static TextSpan ReachOf(Document document, TextSpan remark)
    {
        foreach (Block block in document.Blocks)
        {
            // A block that holds more than the remark is what it is about.
            if (block.Span.Start <= remark.Start && remark.End <= block.Span.End && block.Span.Length > remark.Length + 2)
            {
                return block.Span;
            }

            if (block.Span.Start >= remark.End)
            {
                return block.Span;
            }
        }

        return default;
    }

    [GeneratedRegex(@"(<!--\s*|\[\s*)biennien:\s*(bỏ qua|ignore)\s+(?<rule>[A-Za-z0-9-]+)\s*[:,–-]?\s*(?<reason>[^\]\n]*?)\s*(-->|\])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Remark();
}

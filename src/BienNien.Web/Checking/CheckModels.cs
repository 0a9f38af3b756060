using System.Collections.Immutable;
using BienNien.Checking;
using BienNien.Keeping;
using BienNien.Rules;
using BienNien.Text;
using BienNien.Web.Documents;
using BienNien.Web.Shared;
using Microsoft.AspNetCore.Antiforgery;

namespace BienNien.Web.Checking;

/// <summary>The page on which a draft is handed in.</summary>
/// <param name="Token">Shows that the form is ours.</param>
/// <param name="Extensions">The endings of the files that are read.</param>
/// <param name="Documents">How many documents the library has; null when it cannot be asked.</param>
/// <param name="LibraryProblem">Why it cannot be asked.</param>
/// <param name="Problem">What went wrong with the last draft, in one line; null when nothing did.</param>
/// <param name="Text">Pasted words, to be shown again.</param>
public sealed record CheckModel(
    AntiforgeryTokenSet Token, ImmutableArray<string> Extensions, int? Documents, LibraryProblem? LibraryProblem, string? Problem = null, string Text = "")
{
    /// <summary>Whether the problem is that a file could not be read, rather than what was handed in.</summary>
    public bool IsUnreadable { get; init; }
}

/// <summary>A draft with what was found in it.</summary>
/// <param name="Token">Shows that the form is ours.</param>
/// <param name="Draft">The draft.</param>
/// <param name="Html">Its blocks with the diagnostics beside them, encoded.</param>
/// <param name="Notice">Why a file could not be made; null when nothing is to be said.</param>
public sealed record ReviewModel(AntiforgeryTokenSet Token, Draft Draft, string Html, string? Notice = null)
{
    /// <summary>The rules that found something, by code, with how much.</summary>
    public ImmutableArray<(RuleId Rule, string Slug, int Count)> Rules { get; } =
        [.. Draft.Diagnostics.GroupBy(static one => (one.Rule, one.Slug)).Select(static group => (group.Key.Rule, group.Key.Slug, group.Count())).OrderBy(static rule => rule.Rule.ToString(), StringComparer.Ordinal)];

    /// <summary>The severities that occur, gravest first, with how often.</summary>
    public ImmutableArray<(DiagnosticSeverity Severity, int Count)> Severities { get; } =
        [.. Draft.Diagnostics.GroupBy(static one => one.Severity).OrderBy(static group => group.Key).Select(static group => (group.Key, group.Count()))];

    internal static string Write(Draft draft, Texts texts, RuleWords rules)
    {
        Document document = draft.Looked.Document;
        ImmutableArray<BlockRow> blocks =
            [.. document.Blocks.Select(static (block, i) => new BlockRow(i, block.Kind, block.Level, block.Span, block.Parts, block.Cell) { Label = block.Label })];
        if (blocks.IsEmpty)
        {
            TextSpan whole = new(0, document.Text.Length);
            blocks = [new BlockRow(0, BlockKind.Paragraph, 0, whole, [whole], null)];
        }

        DocumentContent content = new(
            new DocumentRow(0, draft.Name, draft.Name, draft.Name, "", 0, document.Text.Length, "", 1, 0, 0), document.Text, PageStarts(document), [], blocks, [], [])
        {
            Notes = document.Notes,
        };
        return BlockMarkup.Write(content, blocks, texts, new IssueMargin(draft, blocks, CheckTexts.Of(texts), rules));
    }

    private static ImmutableArray<int> PageStarts(Document document)
    {
        ImmutableArray<int>.Builder starts = ImmutableArray.CreateBuilder<int>();
        for (int page = 2; page <= document.PageCount; page++)
        {
            (int low, int high) = (0, document.Text.Length);
            while (low < high)
            {
                int middle = (low + high) / 2;
                (low, high) = document.PageOf(middle) < page ? (middle + 1, high) : (low, middle);
            }

            starts.Add(low);
        }

        return starts.ToImmutable();
    }
}

/// <summary>A rule's page.</summary>
/// <param name="Page">What the engine carries.</param>
/// <param name="Slug">Its name in settings.</param>
/// <param name="Sections">The page's prose, encoded.</param>
public sealed record CheckRuleModel(RulePage Page, string Slug, string Sections);

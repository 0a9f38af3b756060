using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using BienNien.Finding;
using BienNien.Finding.Quantities;
using BienNien.Text;

namespace BienNien.SampleFormats.Comparing;

/// <summary>What is compared of a document: its mentions of times, quantities and papers, and its blocks, each as a line of text.</summary>
/// <param name="Mentions">Kind, words with white space folded, value.</param>
/// <param name="Blocks">Kind and letters; page furniture is left out, since not every format has it.</param>
internal sealed partial record DocumentView(ImmutableArray<string> Mentions, ImmutableArray<string> Blocks)
{
    /// <summary>The view of a document.</summary>
    /// <param name="engine">Finds the mentions.</param>
    /// <param name="document">The document.</param>
    /// <param name="page">Only what stands on this page, from 1; null for all.</param>
    /// <param name="withTables">Whether a figure is compared with what its table says of it as well.</param>
    public static DocumentView Of(Engine engine, Document document, int? page = null, bool withTables = true)
    {
        bool IsMeant(int offset) => page is null || (document.PageOf(offset) ?? 1) == page;
        return new DocumentView(
            [
                .. engine.Finder.Find(document)
                    .Where(mention => mention.Kind is MentionKind.Time or MentionKind.Quantity or MentionKind.DocumentReference && IsMeant(mention.Span.Start))
                    .Select(mention => $"{mention.Kind.Name()} {WhiteSpace.Replace(document.Surface(mention.Span), " ")} {MentionJson.Attributes(Unplaced(mention.Value, withTables))}"),
            ],
            [
                .. document.Blocks.Where(block => block.Kind.IsSaid() && IsMeant(block.Span.Start))
                    .Select(block => $"{block.Kind} {Letters(string.Join(' ', block.Parts.Select(document.Surface)))}"),
            ]);
    }

    // A letterhead is a table in some formats and lines in others: by its place a figure cannot be compared, only by what its table says of it.
    private static MentionValue Unplaced(MentionValue value, bool withTables) =>
        value is QuantityValue { Cell: { } cell } figure ? figure with { Cell = withTables ? cell with { Place = default } : null } : value;

    // Formats write the marks of notes, lists and emphasis each in their own way.
    private static string Letters(string text)
    {
        StringBuilder letters = new();
        foreach (char c in NoteMark.Replace(text, ""))
        {
            if (char.IsAsciiDigit(c) || char.IsLetter(c))
            {
                letters.Append(c);
            }
        }

        return letters.ToString();
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex WhiteSpace { get; }

    [GeneratedRegex(@"\([1-9]\)|\[\^[1-9]\]:?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NoteMark { get; }
}

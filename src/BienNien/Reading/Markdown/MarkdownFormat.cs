using System.Collections.Immutable;
using BienNien.Reading.PlainText;
using BienNien.Text;
using Markdig;
using Markdig.Syntax;
using Block = BienNien.Text.Block;

namespace BienNien.Reading.Markdown;

/// <summary>Markdown files (CommonMark with tables, footnotes and front matter): the document's text is the file's text in NFC, the blocks are those of the syntax.</summary>
internal sealed class MarkdownFormat : IDocumentFormat
{
    private readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation()
        .UseYamlFrontMatter()
        .UsePipeTables()
        .UseFootnotes()
        .Build();

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".md", ".markdown"];

    /// <inheritdoc/>
    public ReadResult Read(string name, FileContent content, ReadOptions options)
    {
        ReadOnlyMemory<byte> bytes = content.Bytes;
        if (TextDecoding.Decode(bytes.Span, options, charset: null, out string text, out OffsetMap map, out SourceEncoding encoding) is { } problem)
        {
            return problem;
        }

        ImmutableArray<BienNien.Text.Block> blocks = Blocks(text);
        return new ReadResult.Read(new Document(name, text, blocks, map) { Encoding = encoding, Notes = NoteLinks.Of(text, blocks) });
    }

    private ImmutableArray<Block> Blocks(string text)
    {
        // What nests so deep that the parser refuses it, or would take long over it, is no Markdown that somebody wrote: its lines are read.
        if (!MarkdownLimits.Allow(text))
        {
            return LineBlocks.Find(text);
        }

        MarkdownDocument syntax;
        try
        {
            syntax = Markdig.Markdown.Parse(text, _pipeline);
        }
        catch (ArgumentException)
        {
            return LineBlocks.Find(text);
        }

        return BlockSequence.Settle(text, MarkdownBlocks.Of(text, syntax));
    }
}

using System.Collections.Immutable;
using BienNien.Checking;
using BienNien.Keeping;
using BienNien.Text;
using BienNien.Web.Shared;

namespace BienNien.Web.Checking;

/// <summary>Where the places of other documents are read: in the library's reader, at their block.</summary>
internal sealed class SourceLinks
{
    private readonly Dictionary<long, ImmutableArray<BlockRow>> _blocks = [];
    private readonly Dictionary<(string Document, TextSpan Span), string> _links = [];

    /// <summary>Takes note of a place.</summary>
    public void Add(Library library, long document, SourceContradiction says)
    {
        if (!_blocks.TryGetValue(document, out ImmutableArray<BlockRow> blocks))
        {
            _blocks[document] = blocks = library.Document(document)?.Blocks ?? [];
        }

        BlockRow? block = blocks.LastOrDefault(block => block.Span.Start <= says.SourceSpan.Start && says.SourceSpan.Start < block.Span.End);
        _links.TryAdd(
            (says.Source, says.SourceSpan),
            block is null ? Links.Part(document, says.SourceSpan.Start) : Links.Block(document, block.Ordinal, block.Span.Start));
    }

    /// <summary>The addresses of those places on which diagnostics lean.</summary>
    public ImmutableDictionary<RelatedPlace, string> Of(ImmutableArray<Diagnostic> diagnostics) =>
        diagnostics.SelectMany(static diagnostic => diagnostic.Related).Where(place => place.Document is { } name && _links.ContainsKey((name, place.Span))).Distinct()
            .ToImmutableDictionary(static place => place, place => _links[(place.Document!, place.Span)]);
}

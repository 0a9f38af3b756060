using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Finding;

/// <summary>What one folder of finders gives to the <see cref="Finder"/>: its rules and, if it needs one, its resolver.</summary>
/// <param name="Rules">Each asked at its openings.</param>
/// <param name="Resolver">Asked once for the whole document after overlaps are settled; null when spans alone tell the value.</param>
public sealed record FinderPart(ImmutableArray<IMentionRule> Rules, IMentionResolver? Resolver = null);

/// <summary>Gives mentions the part of their value that stands elsewhere in the document: years, persons' full names.</summary>
public interface IMentionResolver
{
    /// <summary>Goes once through the mentions in order of the text.</summary>
    /// <param name="document">The document.</param>
    /// <param name="mentions">All kinds, by start; the resolver replaces those of its own kind and may remove them.</param>
    void Resolve(TokenizedDocument document, List<Proposal> mentions);
}

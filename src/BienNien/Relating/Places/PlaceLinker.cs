using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Finding.Places;
using BienNien.Gazetteers;
using BienNien.Text;

namespace BienNien.Relating.Places;

/// <summary>Says of the places of a document which of the gazetteer they may be. Immutable, safe to share between threads.</summary>
/// <remarks>
/// It stands behind finding, since it needs all mentions with their last values: a place means what its chain (<see cref="PlaceValue.In"/>), the
/// other places of the document and the dates of its sentence leave of those that have its name. <c>docs/decisions/0015</c> says how and why.
/// </remarks>
public sealed class PlaceLinker(Gazetteer gazetteer)
{
    private readonly UnitChanges _changes = new(gazetteer);

    /// <summary>A name that more places than this may have says nothing, and is left without any.</summary>
    public const int MostUnits = 8;

    /// <summary>The mentions, the places among them with their links.</summary>
    /// <param name="document">The document, cut.</param>
    /// <param name="mentions">All its mentions, by start.</param>
    public ImmutableArray<Mention> Link(TokenizedDocument document, ImmutableArray<Mention> mentions)
    {
        int places = 0;
        foreach (Mention mention in mentions)
        {
            places += mention.Value is PlaceValue ? 1 : 0;
        }

        return places == 0 ? mentions : new DocumentPlaces(gazetteer, _changes, document, mentions, places).Link();
    }
}

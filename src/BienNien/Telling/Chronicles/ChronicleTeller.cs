using System.Collections.Immutable;
using BienNien.Reconciling;
using BienNien.Reconciling.Conflicts;
using BienNien.Text;

namespace BienNien.Telling.Chronicles;

/// <summary>Puts the words of documents to what a chronicle knows as places alone.</summary>
/// <param name="documents">A document by its id, under the name that is shown.</param>
public sealed class ChronicleTeller(Func<long, Document> documents)
{
    /// <summary>A judgement with both quotes.</summary>
    public ConflictView Tell(Judgement judgement)
    {
        ArgumentNullException.ThrowIfNull(judgement);
        return ConflictView.Of(judgement, Place(judgement.A), Place(judgement.B));
    }

    /// <summary>An entity with its mentions.</summary>
    /// <param name="entity">The entity; its links are not asked.</param>
    /// <param name="links">How each document names it, where, and why it is the same.</param>
    public EntityView Tell(
        LinkedEntity entity,
        IEnumerable<(long Document, ImmutableArray<EntityMention> Mentions, ImmutableArray<string> Names, LinkReason Reason, double Confidence, string Evidence)> links)
    {
        ArgumentNullException.ThrowIfNull(entity);
        (long Document, ImmutableArray<EntityMention> Mentions, ImmutableArray<string> Names, LinkReason Reason, double Confidence, string Evidence)[] all = [.. links];
        return new EntityView(
            entity.Id, entity.Kind, entity.Name, entity.Aliases,
            [
                .. all.SelectMany(link => link.Mentions.Select(mention => QuotedPlace.Alone(link.Document, documents(link.Document), mention.Span)))
                    .OrderBy(static place => place.Name, StringComparer.Ordinal).ThenBy(static place => place.Document).ThenBy(static place => place.Span),
            ])
        {
            Names =
            [
                .. all.Select(link => new EntityNameView(documents(link.Document).Name, link.Names, link.Reason, link.Confidence, link.Evidence))
                    .OrderBy(static name => name.Document, StringComparer.Ordinal),
            ],
        };
    }

    /// <summary>A passage of two documents.</summary>
    public ReuseView Tell(long documentA, TextSpan a, long documentB, TextSpan b, double similarity, ImmutableArray<(TextSpan A, TextSpan B)> edits) =>
        new(QuotedPlace.Alone(documentA, documents(documentA), a), QuotedPlace.Alone(documentB, documents(documentB), b), similarity, edits);

    private QuotedPlace Place(Side side) => QuotedPlace.Of(side.Document, documents(side.Document), side.Span, side.Sentence);
}

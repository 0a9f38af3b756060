using System.Collections.Immutable;
using BienNien.Reconciling;
using BienNien.Reconciling.Conflicts;
using BienNien.Text;

namespace BienNien.Telling.Chronicles;

/// <summary>Who or what may be spoken of.</summary>
/// <param name="Id">The entity's id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Mentions">Where it is named.</param>
public sealed record Subject(string Id, EntityKind Kind, string Name, ImmutableArray<(long Document, TextSpan Span)> Mentions);

/// <summary>Says of whom or what two places speak: the entity that both sentences name and that fewest others do. Immutable.</summary>
public sealed class SharedSubjects
{
    private readonly Dictionary<long, (TextSpan Span, int Entity)[]> _mentions;
    private readonly Subject[] _entities;

    /// <summary>With all entities of the library.</summary>
    public SharedSubjects(IEnumerable<Subject> entities)
    {
        _entities = [.. entities];
        _mentions = _entities.SelectMany(static (entity, i) => entity.Mentions.Select(mention => (mention.Document, mention.Span, i)))
            .GroupBy(static mention => mention.Document)
            .ToDictionary(
                static group => group.Key,
                static group => group.OrderBy(static mention => mention.Span).ThenBy(static mention => mention.i).Select(static mention => (mention.Span, mention.i)).ToArray());
    }

    /// <summary>The entity that both sides speak of; null where their sentences name none in common.</summary>
    /// <param name="a">One side.</param>
    /// <param name="b">The other.</param>
    /// <param name="ofPaper">Whether it is what a paper says of itself.</param>
    public Subject? Of(Side a, Side b, bool ofPaper = false)
    {
        HashSet<int> first = [.. Within(a)];
        int best = -1;
        foreach (int entity in Within(b))
        {
            if (first.Contains(entity) && (best < 0 || Rank(entity, ofPaper).CompareTo(Rank(best, ofPaper)) < 0))
            {
                best = entity;
            }
        }

        return best < 0 ? null : _entities[best];
    }

    /// <summary>Whether an entity is named in the sentences of both sides.</summary>
    public bool AreAbout(string entity, Judgement judgement)
    {
        ArgumentNullException.ThrowIfNull(judgement);
        return Within(judgement.A).Any(i => _entities[i].Id == entity) && Within(judgement.B).Any(i => _entities[i].Id == entity);
    }

    /// <summary>A view with its subject.</summary>
    public ConflictView Tell(ConflictView conflict)
    {
        ArgumentNullException.ThrowIfNull(conflict);
        return Of(conflict.Judgement.A, conflict.Judgement.B, conflict.Judgement.Kind == ConflictKind.Citation) is { } subject ? conflict with { Subject = subject.Id, SubjectName = subject.Name } : conflict;
    }

    // People before bodies and papers, places last: a province is named in every second sentence. Then the one that is named least.
    private (int Kind, int Mentions, string Id) Rank(int entity, bool ofPaper) => (
        _entities[entity].Kind switch
        {
            EntityKind.Paper when ofPaper => 0,
            EntityKind.Person => 1,
            EntityKind.Place => 3,
            _ => 2,
        },
        _entities[entity].Mentions.Length, _entities[entity].Id);

    // A date may stand in another sentence than what it dates: who is meant stands in this one.
    private IEnumerable<int> Within(Side place)
    {
        if (!_mentions.TryGetValue(place.Document, out (TextSpan Span, int Entity)[]? mentions))
        {
            yield break;
        }

        int low = 0;
        int high = mentions.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = mentions[middle].Span.Start < place.Sentence.Start ? (middle + 1, high) : (low, middle);
        }

        for (int i = low; i < mentions.Length && mentions[i].Span.Start < place.Sentence.End; i++)
        {
            yield return mentions[i].Entity;
        }
    }
}

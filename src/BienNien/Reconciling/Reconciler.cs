using System.Collections.Immutable;
using BienNien.Reconciling.Conflicts;
using BienNien.Reconciling.Linking;
using BienNien.Reconciling.Reuse;

namespace BienNien.Reconciling;

/// <summary>Joins the testimonies of documents to a chronicle, all in memory: for a few hundred documents, and the measure of what a library does in steps.</summary>
/// <param name="linker">Says who is who.</param>
/// <param name="judge">Holds statements against each other.</param>
public sealed class Reconciler(EntityLinker linker, Judge judge)
{
    /// <summary>Says who is who.</summary>
    public EntityLinker Linker => linker;

    /// <summary>Holds statements against each other.</summary>
    public Judge Judge => judge;

    /// <summary>The chronicle of some documents, whatever their order.</summary>
    /// <param name="documents">Testimonies with the ids of their documents, each id once.</param>
    /// <param name="rulings">What an editor has decided of names.</param>
    /// <param name="profiles">For each document by its id, what its copies are found by; may be empty.</param>
    public Chronicle Reconcile(IEnumerable<(long Document, Testimony Testimony)> documents, EntityRulings rulings, IReadOnlyDictionary<long, ReuseProfile>? profiles = null)
    {
        ImmutableArray<(long Document, Testimony Testimony)> sorted = [.. documents.OrderBy(static document => document.Document)];
        ImmutableArray<FiledEntity> filed = [.. sorted.SelectMany(static document => document.Testimony.Entities.Select((entity, local) => new FiledEntity(document.Document, local, entity)))];
        ImmutableArray<LinkedEntity> entities = linker.LinkAll(filed, rulings);
        ImmutableArray<LinkedTestimony> linked = Linked(sorted, entities);

        SortedDictionary<BlockKey, List<LinkedStatement>> blocks = [];
        foreach (LinkedStatement statement in linked.SelectMany(static testimony => testimony.Statements))
        {
            foreach (BlockKey key in Judge.KeysOf(statement))
            {
                if (!blocks.TryGetValue(key, out List<LinkedStatement>? block))
                {
                    blocks.Add(key, block = []);
                }

                block.Add(statement);
            }
        }

        HashSet<EventTie> ties = [];
        HashSet<Judgement> judgements = [];
        List<Agreement> agreements = [];
        Dictionary<(long, int, long, int), PairFindings> known = [];
        foreach (List<LinkedStatement> block in blocks.Values.Where(static block => block.Count > 1))
        {
            BlockFindings findings = judge.Compare(block, known);
            ties.UnionWith(findings.Ties);
            judgements.UnionWith(findings.Judgements);
            agreements.AddRange(findings.Agreements);
        }

        Dictionary<(long, int), FiledEntity> byPlace = filed.ToDictionary(static entity => (entity.Document, entity.Local));
        Dictionary<string, LinkedEntity> byId = entities.ToDictionary(static entity => entity.Id, StringComparer.Ordinal);
        IEnumerable<FiledEntity> Filed(LinkedEntity entity) => entity.Links.Select(link => byPlace[(link.Document, link.Local)]);
        foreach (LinkedEntity entity in entities)
        {
            judgements.UnionWith(Judge.CompareNames(
                Filed(entity), entity.MayBe.Where(other => string.CompareOrdinal(other, entity.Id) > 0).SelectMany(other => Filed(byId[other]))));
        }

        ImmutableArray<Copy> copies = Copies(linked, profiles ?? new Dictionary<long, ReuseProfile>());
        Dictionary<long, LinkedTestimony> byDocument = linked.ToDictionary(static testimony => testimony.Document);
        foreach (Copy copy in copies)
        {
            judgements.UnionWith(judge.CompareCopies(byDocument[copy.A], byDocument[copy.B], [copy.Passage]));
        }

        return new Chronicle(entities, Events(linked, ties), Conclusions.Of(judgements, agreements), copies);
    }

    private static ImmutableArray<Copy> Copies(ImmutableArray<LinkedTestimony> documents, IReadOnlyDictionary<long, ReuseProfile> profiles)
    {
        ImmutableArray<(long Document, ReuseProfile Profile)> known =
            [.. documents.Where(document => profiles.ContainsKey(document.Document)).Select(document => (document.Document, profiles[document.Document]))];
        return
        [
            .. ReuseCandidates.Find([.. known.Select(static document => document.Profile.Hashes)])
                .SelectMany(pair => PassageAligner.Align(known[pair.A].Profile, known[pair.B].Profile).Select(passage => new Copy(known[pair.A].Document, known[pair.B].Document, passage)))
                .OrderBy(static copy => (copy.A, copy.B, copy.Passage.A.Start, copy.Passage.B.Start)),
        ];
    }

    private static ImmutableArray<LinkedTestimony> Linked(ImmutableArray<(long Document, Testimony Testimony)> documents, ImmutableArray<LinkedEntity> entities)
    {
        Dictionary<long, LocalLink[]> links = documents.ToDictionary(static document => document.Document, static document => new LocalLink[document.Testimony.Entities.Length]);
        foreach (LinkedEntity entity in entities)
        {
            foreach (EntityLink link in entity.Links)
            {
                links[link.Document][link.Local] = new LocalLink(entity.Id, link.Reason, link.Confidence);
            }
        }

        return [.. documents.Select(document => new LinkedTestimony(document.Document, document.Testimony, [.. links[document.Document]]))];
    }

    private static ImmutableArray<ChronicleEvent> Events(ImmutableArray<LinkedTestimony> documents, IEnumerable<EventTie> ties)
    {
        ImmutableArray<LinkedStatement> told = [.. documents.SelectMany(static document => document.Statements).Where(static statement => statement.Statement is EventStatement { IsTold: true })];
        Dictionary<(long, int), int> index = told.Select(static (statement, at) => (statement, at)).ToDictionary(static pair => (pair.statement.Document, pair.statement.Ordinal), static pair => pair.at);
        int[] first = EventGroups.Of(told.Length, ties.Select(tie => (index[(tie.Document, tie.Ordinal)], index[(tie.OtherDocument, tie.OtherOrdinal)])));
        return [.. told.Select((statement, at) => (statement, first[at])).GroupBy(static pair => pair.Item2).OrderBy(static group => group.Key).Select(static group => new ChronicleEvent([.. group.Select(static pair => pair.statement)]))];
    }
}

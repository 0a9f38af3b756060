using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using BienNien.Keeping.Chronicling;
using BienNien.Reconciling;
using Microsoft.Data.Sqlite;

namespace BienNien.Keeping;

public sealed partial class Library
{
    /// <summary>How many documents wait to be put together with the others: an older version has read them, or a build was cut off.</summary>
    public int UnreconciledDocuments()
    {
        using SqliteConnection connection = Connect();
        using Prepared count = new(connection, """
            select count(*) from documents d
            where not exists (select 1 from filings f where f.document = d.id) or d.id in (select document from dirty_documents union all select document from dirty_links)
            """);
        return (int)count.First()!.Value;
    }

    /// <summary>The whole chronicle, as <see cref="Reconciler.Reconcile"/> makes it from the same documents: for what needs all of it at once.</summary>
    /// <remarks>Documents that wait to be put together with the others are left out.</remarks>
    public Chronicle ReadChronicle()
    {
        using SqliteConnection connection = Connect();
        using SqliteTransaction snapshot = connection.BeginTransaction(deferred: true);
        (ImmutableArray<LinkedEntity> entities, Dictionary<long, Dictionary<int, LocalLink>> links) = ReadEntities(connection);
        Dictionary<long, LinkedTestimony> witnesses = [];
        foreach ((long document, Testimony testimony) in ReadTestimonies(connection))
        {
            Dictionary<int, LocalLink> its = links.GetValueOrDefault(document) ?? [];
            if (its.Count == testimony.Entities.Length)
            {
                witnesses.Add(document, new LinkedTestimony(document, testimony, [.. Enumerable.Range(0, its.Count).Select(local => its[local])]));
            }
        }

        ImmutableArray<LinkedStatement> told =
        [
            .. witnesses.Values.OrderBy(static witness => witness.Document).SelectMany(static witness => witness.Statements)
                .Where(static statement => statement.Statement is EventStatement { IsTold: true }),
        ];
        Dictionary<(long, int), int> numbers = told.Select(static (statement, at) => (statement, at)).ToDictionary(static pair => (pair.statement.Document, pair.statement.Ordinal), static pair => pair.at);
        List<(int, int)> ties = [];
        foreach (EventTie tie in ReadTies(connection))
        {
            if (numbers.TryGetValue((tie.Document, tie.Ordinal), out int one) && numbers.TryGetValue((tie.OtherDocument, tie.OtherOrdinal), out int other))
            {
                ties.Add((one, other));
            }
        }

        int[] first = Reconciling.EventGroups.Of(told.Length, ties);
        return new Chronicle(
            entities,
            [.. told.Select((statement, at) => (statement, first: first[at])).GroupBy(static pair => pair.first).OrderBy(static group => group.Key).Select(static group => new ChronicleEvent([.. group.Select(static pair => pair.statement)]))],
            ReadJudgements(connection), ReadCopies(connection));
    }

    private static (ImmutableArray<LinkedEntity> Entities, Dictionary<long, Dictionary<int, LocalLink>> Links) ReadEntities(SqliteConnection connection)
    {
        Dictionary<long, Dictionary<int, LocalLink>> byDocument = [];
        Dictionary<long, (LinkedEntity Entity, ImmutableArray<EntityLink>.Builder Links)> byNumber = [];
        using Prepared entities = new(connection, "select number, id, kind, name, aliases from entities");
        while (entities.Step())
        {
            byNumber.Add(entities.Number(0), (
                new LinkedEntity(entities.Text(1), Enum.Parse<EntityKind>(entities.Text(2), ignoreCase: true), entities.Text(3), [.. JsonSerializer.Deserialize<string[]>(entities.Text(4))!], []),
                ImmutableArray.CreateBuilder<EntityLink>()));
        }

        using Prepared links = new(connection, "select entity, document, local, reason, confidence, evidence from links order by document, local");
        while (links.Step())
        {
            if (byNumber.TryGetValue(links.Number(0), out (LinkedEntity Entity, ImmutableArray<EntityLink>.Builder Links) entity))
            {
                EntityLink link = new(links.Number(1), (int)links.Number(2), (LinkReason)links.Number(3), links.Real(4), links.Text(5));
                entity.Links.Add(link);
                Dictionary<int, LocalLink> locals = CollectionsMarshal.GetValueRefOrAddDefault(byDocument, link.Document, out _) ??= [];
                locals.Add(link.Local, new LocalLink(entity.Entity.Id, link.Reason, link.Confidence));
            }
        }

        return ([.. byNumber.Values.Select(static pair => pair.Entity with { Links = pair.Links.ToImmutable() }).OrderBy(static entity => entity.Id, StringComparer.Ordinal)], byDocument);
    }

    private static IEnumerable<(long Document, Testimony Testimony)> ReadTestimonies(SqliteConnection connection)
    {
        using Prepared select = new(connection, "select document, body from testimonies where document in (select id from documents)");
        while (select.Step())
        {
            byte[] bytes = select.Bytes(1);
            if (TestimonyBody.TryOpen(bytes) is not null)
            {
                yield return (select.Number(0), TestimonyCodec.Read(bytes));
            }
        }
    }

    private static HashSet<EventTie> ReadTies(SqliteConnection connection)
    {
        using Prepared select = new(connection, "select found from findings where length(found) > 0");
        HashSet<EventTie> ties = [];
        while (select.Step())
        {
            ties.UnionWith(FindingsCodec.Read(select.Bytes(0)).Ties);
        }

        return ties;
    }

    private static ImmutableArray<Copy> ReadCopies(SqliteConnection connection)
    {
        using Prepared select = new(connection, "select a, b, passages from reuse where length(passages) > 0 order by a, b");
        ImmutableArray<Copy>.Builder copies = ImmutableArray.CreateBuilder<Copy>();
        while (select.Step())
        {
            (long a, long b) = (select.Number(0), select.Number(1));
            copies.AddRange(PassageCodec.Read(select.Bytes(2)).Select(passage => new Copy(a, b, passage)));
        }

        return copies.ToImmutable();
    }
}

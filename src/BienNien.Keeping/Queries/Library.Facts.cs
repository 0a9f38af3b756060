using System.Collections.Immutable;
using BienNien.Keeping.Chronicling;
using BienNien.Reconciling;
using Dapper;
using Microsoft.Data.Sqlite;

namespace BienNien.Keeping;

public sealed partial class Library
{
    /// <summary>What documents state of an entity apart from happenings and figures, by document and place.</summary>
    /// <param name="entity">Its id.</param>
    public ImmutableArray<FactRow> FactsOf(string entity)
    {
        using SqliteConnection connection = Connect();
        using SqliteTransaction snapshot = connection.BeginTransaction(deferred: true);
        using ChronicleStore store = new(connection);
        ILookup<long, int> members = connection.Query<(long Document, long Local)>(
            "select l.document, l.local from links l join entities e on e.number = l.entity where e.id = @entity order by l.document, l.local", new { entity })
            .ToLookup(static member => member.Document, static member => (int)member.Local);
        ImmutableArray<FactRow>.Builder facts = ImmutableArray.CreateBuilder<FactRow>();
        foreach (IGrouping<long, int> document in members)
        {
            HashSet<int> locals = [.. document];
            for (int ordinal = 0; store.Testimony(document.Key) is { } testimony && ordinal < testimony.Statements; ordinal++)
            {
                if (testimony.Bare(ordinal) is FactStatement fact && locals.Contains(fact.Subject) && store.Statement(document.Key, ordinal) is { } statement)
                {
                    facts.Add(new FactRow(document.Key, fact, statement.Entity(fact.Object)));
                }
            }
        }

        return facts.ToImmutable();
    }

    /// <summary>All entities in all documents, by document and place.</summary>
    public ImmutableArray<EntityLinkRow> Links() => Links("", new { });

    /// <summary>A document's whole text, NFC; null when there is none of this id.</summary>
    public string? TextOf(long document)
    {
        using SqliteConnection connection = Connect();
        return connection.QuerySingleOrDefault<string>("select text from documents where id = @document", new { document });
    }
}

using System.Collections.Immutable;
using BienNien.Keeping.Chronicling;
using BienNien.Reconciling.Linking;
using Microsoft.Data.Sqlite;

namespace BienNien.Keeping;

public sealed partial class Library
{
    /// <summary>What editors have decided, in the order in which they did.</summary>
    /// <param name="withdrawn">Whether rulings that no longer stand are given, too.</param>
    public ImmutableArray<RulingRow> Rulings(bool withdrawn = false)
    {
        using SqliteConnection connection = Connect();
        return [.. ReadRulings(connection).Where(ruling => withdrawn || ruling.Stands)];
    }

    /// <summary>Keeps a ruling; one on names takes effect at once.</summary>
    /// <param name="ruling">The ruling.</param>
    /// <param name="engine">Says anew who is who.</param>
    /// <param name="cancel">Ends the work; the ruling stays, and the next build goes on.</param>
    /// <returns>Its number.</returns>
    /// <exception cref="LibraryException">The library cannot be written.</exception>
    public long AddRuling(Ruling ruling, Engine engine, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(ruling);
        ArgumentNullException.ThrowIfNull(engine);
        long id = Rule(engine, (connection, store) =>
        {
            store["insert into rulings (kind, a, b, value, reason, who, at) values (?, ?, ?, ?, ?, ?, ?)"].With()
                .Set(1, ruling.Kind).Set(2, ruling.A).Set(3, ruling.B).Set(4, ruling.Value).Set(5, ruling.Reason).Set(6, ruling.Who).Set(7, ruling.At).Run();
            return (store["select last_insert_rowid()"].First()!.Value, ruling);
        });
        new ChronicleUpdate(this, () => engine.Reconciler).Run(null, cancel);
        return id;
    }

    /// <summary>Takes a ruling back: what it changed is as if it had never been. It can still be read.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="reason">Why.</param>
    /// <param name="who">Who withdraws it.</param>
    /// <param name="at">When: an ISO 8601 instant.</param>
    /// <param name="engine">Says anew who is who.</param>
    /// <param name="cancel">Ends the work; the next build goes on.</param>
    /// <returns>False when no such ruling stands.</returns>
    /// <exception cref="LibraryException">The library cannot be written.</exception>
    public bool WithdrawRuling(long id, string reason, string who, string at, Engine engine, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(engine);
        bool stood = Rule(engine, (connection, store) =>
        {
            Ruling? ruling = ReadRulings(connection).Where(row => row.Id == id && row.Stands).Select(static row => row.Ruling).FirstOrDefault();
            if (ruling is not null)
            {
                store["update rulings set withdrawn_by = ?2, withdrawn_at = ?3, withdrawn_reason = ?4 where id = ?1"].With(id).Set(2, who).Set(3, at).Set(4, reason).Run();
            }

            return (ruling is not null, ruling);
        });
        new ChronicleUpdate(this, () => engine.Reconciler).Run(null, cancel);
        return stood;
    }

    // The ruling and what it sets going are written together.
    private T Rule<T>(Engine engine, Func<SqliteConnection, ChronicleStore, (T Result, Ruling? Changed)> write)
    {
        using SqliteConnection connection = Connect();
        try
        {
            using ChronicleStore store = new(connection);
            using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
            (T result, Ruling? ruling) = write(connection, store);
            if (ruling is { Kind: "same" or "different" or "preferred" })
            {
                EntityLinker linker = engine.Reconciler.Linker;
                foreach (long key in RulingIndex.KeysOf(linker, ruling.Kind, ruling.A, ruling.B))
                {
                    store["insert or ignore into dirty_names (key) values (?)"].Run(key);
                }
            }

            transaction.Commit();
            return result;
        }
        catch (SqliteException e)
        {
            throw Translate(e, Path);
        }
    }

    private static IEnumerable<RulingRow> ReadRulings(SqliteConnection connection)
    {
        using Prepared select = new(connection, "select id, kind, a, b, value, reason, who, at, withdrawn_at is null, coalesce(withdrawn_by, ''), coalesce(withdrawn_at, ''), coalesce(withdrawn_reason, '') from rulings order by id");
        List<RulingRow> rows = [];
        while (select.Step())
        {
            bool stands = select.Number(8) != 0;
            rows.Add(new RulingRow(
                select.Number(0), new Ruling(select.Text(1), select.Text(2), select.Text(3), select.Text(4), select.Text(5), select.Text(6), select.Text(7)),
                stands ? null : select.Text(9), stands ? null : select.Text(10), stands ? null : select.Text(11)));
        }

        return rows;
    }
}

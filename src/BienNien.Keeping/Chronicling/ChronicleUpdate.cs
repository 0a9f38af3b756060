using BienNien.Reconciling;
using Microsoft.Data.Sqlite;

namespace BienNien.Keeping.Chronicling;

/// <summary>How far an update of the chronicle has come.</summary>
public enum ChronicleStep
{
    /// <summary>Documents are filed under the names of their entities.</summary>
    Filing,

    /// <summary>Entities of documents become entities of the library.</summary>
    Linking,

    /// <summary>Statements are put where they meet others.</summary>
    Placing,

    /// <summary>Statements are held against each other.</summary>
    Judging,

    /// <summary>Texts are compared.</summary>
    Comparing,
}

/// <summary>Brings the chronicle up to date with the documents, and works out only what changed ones touch.</summary>
/// <remarks>
/// What is to be done stands in the tables <c>dirty_*</c>, and every step takes some of it in one transaction: whoever is cut off, or meets another
/// who does the same, goes on with what is left. The outcome is that of one update over everything, in whatever order documents came.
/// </remarks>
internal sealed class ChronicleUpdate(Library library, Func<Reconciler> reconciler)
{
    /// <summary>The code that works a chronicle out: another one files under other keys.</summary>
    private static readonly string _rules = $"{typeof(Reconciler).Module.ModuleVersionId:N}+{typeof(ChronicleUpdate).Module.ModuleVersionId:N}";

    /// <summary>Works until nothing is left to be done.</summary>
    /// <param name="progress">Told which step is done next; may be null.</param>
    /// <param name="cancel">Ends it after the step that runs; another update goes on.</param>
    internal void Run(Action<ChronicleStep>? progress, CancellationToken cancel)
    {
        using SqliteConnection connection = library.Connect();
        try
        {
            Run(connection, progress, cancel);
        }
        catch (SqliteException e)
        {
            throw Library.Translate(e, library.Path);
        }
    }

    private void Run(SqliteConnection connection, Action<ChronicleStep>? progress, CancellationToken cancel)
    {
        using ChronicleStore store = new(connection);
        store["pragma cache_size = -131072"].Run();
        bool isOurs = Rules(store) == _rules;
        if (isOurs && !IsToDo(store))
        {
            return;
        }

        ChronicleSteps steps = new(store, reconciler());
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
            store.Begin();
            if (Rules(store) != _rules)
            {
                Empty(store);
                store["update chronicle set rules = ?"].With().Set(1, _rules).Run();
            }

            if (steps.Next is not { } step)
            {
                transaction.Commit();
                return;
            }

            progress?.Invoke(step.Step);
            step.Some();
            transaction.Commit();
        }
    }

    /// <summary>Whether this code has worked the chronicle out, and nothing is left to be done.</summary>
    internal static bool IsUpToDate(ChronicleStore store) => Rules(store) == _rules && !IsToDo(store);

    // Other code files under other keys: everything is worked out anew.
    private static void Empty(ChronicleStore store)
    {
        foreach (string table in (ReadOnlySpan<string>)[
            "filings", "names", "entities", "links", "block_members", "findings", "spellings", "fingerprints", "reuse",
            "dirty_names", "dirty_entities", "dirty_links", "dirty_blocks", "dirty_members", "dirty_words", "dirty_copies"])
        {
            store[$"delete from {table}"].Run();
        }

        store["insert or ignore into dirty_documents (document) select document from testimonies"].Run();
    }

    private static string Rules(ChronicleStore store)
    {
        Prepared select = store["select rules from chronicle"].With();
        string rules = select.Step() ? select.Text(0) : "";
        select.With();
        return rules;
    }

    private static bool IsToDo(ChronicleStore store) =>
        ((ReadOnlySpan<string>)["documents", "names", "entities", "links", "blocks", "words", "copies"]).ToArray().Any(table => store[$"select 1 from dirty_{table} limit 1"].Any());
}

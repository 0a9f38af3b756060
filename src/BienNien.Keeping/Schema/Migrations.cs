using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace BienNien.Keeping.Schema;

/// <summary>Brings a library up to date: <c>Schema/NNN_*.sql</c> in the order of their numbers, each once, each in a transaction.</summary>
internal static class Migrations
{
    // “BIEN” in ASCII: says that the SQLite file is ours (PRAGMA application_id).
    private const long ApplicationId = 0x4249454E;

    /// <summary>The scripts: version, text.</summary>
    internal static ImmutableArray<(int Version, string Name)> Scripts { get; } =
        [.. typeof(Migrations).Assembly.GetManifestResourceNames()
            .Where(static name => name.StartsWith("Schema/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(static name => (int.Parse(name.AsSpan("Schema/".Length, 3), CultureInfo.InvariantCulture), name))];

    internal static void Apply(SqliteConnection connection, string path)
    {
        long version = connection.ExecuteScalar<long>("pragma user_version");
        long application = connection.ExecuteScalar<long>("pragma application_id");
        bool isNew = version == 0 && application == 0;
        if (application != ApplicationId && !(isNew && connection.ExecuteScalar<long>("select count(*) from sqlite_schema") == 0))
        {
            throw new LibraryException(LibraryProblem.NotALibrary, path);
        }

        if (version > Scripts[^1].Version)
        {
            throw new LibraryException(LibraryProblem.TooNew, path);
        }

        if (version == Scripts[^1].Version)
        {
            return;
        }

        if (isNew)
        {
            // WAL: a build that is cut off leaves the last whole state, and readers do not wait for it.
            connection.Execute("pragma journal_mode = wal");
        }

        using SqliteTransaction transaction = connection.BeginTransaction();
        // Another process may have been faster.
        version = connection.ExecuteScalar<long>("pragma user_version", transaction: transaction);
        foreach ((int number, string name) in Scripts.Where(script => script.Version > version))
        {
            connection.Execute(Read(name), transaction: transaction);
            connection.Execute($"pragma user_version = {number.ToString(CultureInfo.InvariantCulture)}", transaction: transaction);
        }

        connection.Execute($"pragma application_id = {ApplicationId.ToString(CultureInfo.InvariantCulture)}", transaction: transaction);
        transaction.Commit();
    }

    private static string Read(string name)
    {
        using StreamReader reader = new(typeof(Migrations).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

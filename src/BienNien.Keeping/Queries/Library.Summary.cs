using System.Collections.Immutable;
using BienNien.Keeping.Queries;
using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace BienNien.Keeping;

public sealed partial class Library
{
    /// <summary>What the library holds, in figures, and the files that could not be read.</summary>
    public LibrarySummary Summary()
    {
        using SqliteConnection connection = Connect();
        using SqliteTransaction snapshot = connection.BeginTransaction(deferred: true);
        (long documents, long characters) = connection.QuerySingle<(long, long)>("select count(*), coalesce(sum(length), 0) from documents");
        int files = connection.ExecuteScalar<int>("select count(*) from files");
        IEnumerable<(string Kind, long Count)> mentions = connection.Query<(string, long)>("select kind, count(*) from mentions group by kind");
        IEnumerable<(string Type, long Count)> events = connection.Query<(string, long)>("select type, count(*) from claims where kind = 'event' group by type");
        (long? earliest, long? latest) = connection.QuerySingle<(long?, long?)>(
            """
            select min(case when earliest > @first then earliest end), max(case when latest < @last then latest end)
            from claims where kind = 'event' and status = 'asserted'
            """,
            new { first = Codes.ToDays(LocalDate.MinIsoValue), last = Codes.ToDays(LocalDate.MaxIsoValue) });
        IEnumerable<ProblemRecord> problems = connection.Query<ProblemRecord>("select path, code, place, detail, line from problems order by path");
        return new LibrarySummary(
            (int)documents, files, characters,
            mentions.ToImmutableSortedDictionary(static pair => Codes.ReadKind(pair.Kind), static pair => (int)pair.Count),
            events.ToImmutableSortedDictionary(static pair => Codes.ReadEventType(pair.Type), static pair => (int)pair.Count),
            Codes.ToDate(earliest), Codes.ToDate(latest),
            [.. problems.Select(static row => new ProblemRow(row.Path, row.Code, row.Place, row.Detail, row.Line))]);
    }

    private sealed class ProblemRecord
    {
        public string Path { get; init; } = "";
        public int Code { get; init; }
        public long Place { get; init; }
        public string Detail { get; init; } = "";
        public int Line { get; init; }
    }
}

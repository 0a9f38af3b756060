using System.Collections.Immutable;
using System.Text.Json;
using BienNien.Keeping.Queries;
using BienNien.Keeping.Searching;
using BienNien.Text;
using BienNien.Time;
using Dapper;
using Microsoft.Data.Sqlite;

namespace BienNien.Keeping;

public sealed partial class Library
{
    private const string SelectEvents = """
        select c.id, c.document, d.name as documentName, d.title as documentTitle, c.ordinal, c.type, c.status, c.date, c.earliest, c.latest,
               c.date_implied as dateImplied, c.date_mention as dateMention, c.start, c."end", c.surface, c.sentence_start as sentenceStart, c.sentence_end as sentenceEnd, c.sentence, c.line, c.rule, m.attrs ->> '$.mod' as dateMod
        from claims c
        join documents d on d.id = c.document
        left join mentions m on m.document = c.document and m.ordinal = c.date_mention
        """;

    private const string EventConditions = """
         where c.kind = 'event'
           and (@status is null or c.status = @status)
           and (@undated or c.earliest is not null)
           and (@from is null or c.latest >= @from)
           and (@to is null or c.earliest <= @to)
           and (@types is null or c.type in (select value from json_each(@types)))
           and (@document is null or c.document = @document)
           and (@words is null or c.id in (select rowid from claim_words where claim_words match @words))
           and (@name is null or exists (
                 select 1 from claim_mentions p
                 join mentions m on m.document = c.document and m.ordinal = p.mention
                 where p.claim = c.id and m.folded = @name))
        """;

    /// <summary>The events that a filter lets through, by first day, last day, path and place; those without a date last.</summary>
    public EventPage Events(EventFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (Arguments(filter) is not { } arguments)
        {
            return new EventPage([], 0);
        }

        using SqliteConnection connection = Connect();
        using SqliteTransaction snapshot = connection.BeginTransaction(deferred: true);
        int total = connection.ExecuteScalar<int>("select count(*) from claims c" + EventConditions, arguments);
        ImmutableArray<EventRow> events = ReadEvents(
            connection,
            SelectEvents + EventConditions + " order by c.earliest is null, c.earliest, c.latest, d.path, c.start, c.ordinal limit @limit offset @offset",
            arguments);
        return new EventPage(events, total);
    }

    // Null when the filter's words can match nothing.
    private static object? Arguments(EventFilter filter)
    {
        SearchQuery? query = string.IsNullOrWhiteSpace(filter.Text) ? null : SearchQuery.Parse(filter.Text);
        if (query is { IsEmpty: true })
        {
            return null;
        }

        return new
        {
            status = filter.Status is { } status ? Codes.Write(status) : null,
            undated = filter.Undated && filter.From is null && filter.To is null,
            from = filter.From is { } from ? Codes.ToDays(from) : (int?)null,
            to = filter.To is { } to ? Codes.ToDays(to) : (int?)null,
            types = filter.Types.IsDefaultOrEmpty ? null : JsonSerializer.Serialize(filter.Types.Select(Codes.Write)),
            document = filter.Document,
            words = query?.Folded,
            name = string.IsNullOrWhiteSpace(filter.Name) ? null : FoldName(filter.Name),
            offset = filter.Offset,
            limit = filter.Limit,
        };
    }

    private static ImmutableArray<EventRow> ReadEvents(SqliteConnection connection, string sql, object arguments) =>
        [.. ReadEventsById(connection, sql, arguments).Select(static pair => pair.Event)];

    private static ImmutableArray<(long Claim, EventRow Event)> ReadEventsById(SqliteConnection connection, string sql, object arguments)
    {
        List<EventRecord> records = [.. connection.Query<EventRecord>(sql, arguments)];
        ILookup<long, PartRecord> parts = connection.Query<PartRecord>(
            """
            select p.claim, m.ordinal, p.role, m.kind, m.start, m."end", m.name
            from claim_mentions p
            join claims c on c.id = p.claim
            join mentions m on m.document = c.document and m.ordinal = p.mention
            where p.claim in (select value from json_each(@claims))
            order by p.claim, p.position
            """,
            new { claims = JsonSerializer.Serialize(records.Select(static record => record.Id)) }).ToLookup(static part => part.Claim);

        // Mentions are numbered in reading order: those of a sentence stand near its date, so that no document is read through.
        ILookup<long, TimeRecord> times = connection.Query<TimeRecord>(
            """
            select c.id as claim, m.ordinal, m.start, m."end"
            from claims c
            join mentions m on m.document = c.document and m.ordinal between c.date_mention - 40 and c.date_mention + 40
                 and m.kind = 'TIME' and m.start >= c.sentence_start and m."end" <= c.sentence_end
            where c.id in (select value from json_each(@claims))
            order by c.id, m.start
            """,
            new { claims = JsonSerializer.Serialize(records.Select(static record => record.Id)) }).ToLookup(static time => time.Claim);
        return [.. records.Select(record => (record.Id, record.ToRow(parts[record.Id], times[record.Id])))];
    }

    private sealed class EventRecord
    {
        public long Id { get; init; }
        public long Document { get; init; }
        public string DocumentName { get; init; } = "";
        public string DocumentTitle { get; init; } = "";
        public int Ordinal { get; init; }
        public string Type { get; init; } = "";
        public string Status { get; init; } = "";
        public string Date { get; init; } = "";
        public long? Earliest { get; init; }
        public long? Latest { get; init; }
        public bool DateImplied { get; init; }
        public int? DateMention { get; init; }
        public int Start { get; init; }
        public int End { get; init; }
        public string Surface { get; init; } = "";
        public int SentenceStart { get; init; }
        public int SentenceEnd { get; init; }
        public string Sentence { get; init; } = "";
        public int Line { get; init; }
        public string Rule { get; init; } = "";
        public string? DateMod { get; init; }

        public EventRow ToRow(IEnumerable<PartRecord> parts, IEnumerable<TimeRecord> times) => new(
            Document, DocumentName, DocumentTitle, Ordinal, Codes.ReadEventType(Type), Codes.ReadStatus(Status), Date,
            Codes.ToDate(Earliest), Codes.ToDate(Latest), DateImplied, DateMention, Codes.Span(Start, End), Surface,
            Codes.Span(SentenceStart, SentenceEnd), Sentence, Line, Rule,
            [.. parts.Select(static part => new EventPart(part.Ordinal, part.Role, Codes.ReadKind(part.Kind), Codes.Span(part.Start, part.End), part.Name))])
        {
            DateMod = TimexNames.ParseMod(DateMod),
            Times = [.. times.Select(static time => Codes.Span(time.Start, time.End))],
            DateSpan = times.Where(time => time.Ordinal == DateMention).Select(static time => (TextSpan?)Codes.Span(time.Start, time.End)).FirstOrDefault(),
        };
    }

    private sealed class TimeRecord
    {
        public long Claim { get; init; }
        public int Ordinal { get; init; }
        public int Start { get; init; }
        public int End { get; init; }
    }

    private sealed class PartRecord
    {
        public long Claim { get; init; }
        public int Ordinal { get; init; }
        public string Role { get; init; } = "";
        public string Kind { get; init; } = "";
        public int Start { get; init; }
        public int End { get; init; }
        public string Name { get; init; } = "";
    }
}

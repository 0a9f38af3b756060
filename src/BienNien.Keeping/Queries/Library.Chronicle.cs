using System.Collections.Immutable;
using System.Text.Json;
using BienNien.Keeping.Chronicling;
using BienNien.Keeping.Queries;
using BienNien.Keeping.Searching;
using BienNien.Reconciling;
using BienNien.Reconciling.Conflicts;
using BienNien.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace BienNien.Keeping;

public sealed partial class Library
{
    /// <summary>The entities that a filter lets through: those that most documents name first, then by id.</summary>
    public ImmutableArray<EntityRow> Entities(EntityFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        string folded = Letters.Fold((filter.Name ?? "").Normalize());
        string[] words = [.. SearchWords.Split(folded).Select(span => folded.Substring(span.Start, span.Length))];
        using SqliteConnection connection = Connect();
        IEnumerable<EntityRow> rows = connection.Query<EntityRecord>(
            """
            select e.id, e.kind, e.name, e.aliases, (select count(distinct l.document) from links l where l.entity = e.number) as documents
            from entities e
            where @kind is null or e.kind = @kind
            order by documents desc, e.id
            """,
            new { kind = filter.Kind is { } kind ? Codes.Write(kind) : null }).Select(static row => row.ToRow());
        return
        [
            .. rows.Where(row => words.Length == 0 || row.Aliases.Prepend(row.Name).Any(name => Letters.Fold(name) is var its && words.All(word => its.Contains(word, StringComparison.Ordinal))))
                .Skip(filter.Offset).Take(filter.Limit),
        ];
    }

    /// <summary>One entity; null when there is none of this id.</summary>
    public EntityRow? Entity(string id)
    {
        using SqliteConnection connection = Connect();
        return connection.QuerySingleOrDefault<EntityRecord>(
            "select e.id, e.kind, e.name, e.aliases, (select count(distinct l.document) from links l where l.entity = e.number) as documents from entities e where e.id = @id", new { id })?.ToRow();
    }

    /// <summary>Where an entity is named, by document and place.</summary>
    public ImmutableArray<EntityLinkRow> LinksOf(string entity) => Links("where e.id = @entity", new { entity });

    /// <summary>The entities that a document names, by their places in it.</summary>
    public ImmutableArray<EntityLinkRow> LinksOf(long document) => Links("where l.document = @document", new { document });

    /// <summary>Happenings that are told more than once, by their first telling.</summary>
    public ImmutableArray<EventGroupRow> EventGroups()
    {
        using SqliteConnection connection = Connect();
        using SqliteTransaction snapshot = connection.BeginTransaction(deferred: true);
        HashSet<EventTie> ties = ReadTies(connection);
        ImmutableArray<(long Document, int Ordinal)> told =
            [.. ties.SelectMany(static tie => ((long, int)[])[(tie.Document, tie.Ordinal), (tie.OtherDocument, tie.OtherOrdinal)]).Distinct().Order()];
        Dictionary<(long, int), int> numbers = told.Select(static (place, index) => (place, index)).ToDictionary(static pair => pair.place, static pair => pair.index);
        int[] first = Reconciling.EventGroups.Of(told.Length, ties.Select(tie => (numbers[(tie.Document, tie.Ordinal)], numbers[(tie.OtherDocument, tie.OtherOrdinal)])));
        Dictionary<(long, int), int> claims = ClaimsOf(connection, told.Select(static place => place.Document).Distinct());
        return
        [
            .. told.Select((place, index) => (place, first: first[index])).Where(pair => claims.ContainsKey(pair.place)).GroupBy(static pair => pair.first)
                .Select(group => new EventGroupRow([.. group.Select(pair => new EventAddress(pair.place.Document, claims[pair.place])).Order()]))
                .OrderBy(static group => group.Tellings[0]),
        ];
    }

    /// <summary>What is to be said where statements differ, in the order of <see cref="JudgementOrder"/>.</summary>
    /// <param name="all">Whether those are given, too, that can both hold; otherwise conflicts alone.</param>
    public ImmutableArray<JudgementRow> Judgements(bool all)
    {
        using SqliteConnection connection = Connect();
        using SqliteTransaction snapshot = connection.BeginTransaction(deferred: true);
        return RowsOf(connection, [.. ReadJudgements(connection).Where(judgement => all || judgement.IsConflict)]);
    }

    private static ImmutableArray<JudgementRow> RowsOf(SqliteConnection connection, ImmutableArray<Judgement> judgements)
    {
        Dictionary<long, SideRecord> documents = connection.Query<SideRecord>("select id, name, path, title, handling from documents").ToDictionary(static document => document.Id);

        // Each text once, and only as long as its words are cut out of it.
        (string Quote, string Sentence)[][] words = [new (string, string)[judgements.Length], new (string, string)[judgements.Length]];
        foreach (IGrouping<long, (Side Side, int Index, int Which)> document in judgements
            .SelectMany(static (judgement, index) => ((Side, int, int)[])[(judgement.A, index, 0), (judgement.B, index, 1)])
            .GroupBy(static side => side.Item1.Document))
        {
            string text = connection.QuerySingleOrDefault<string>("select text from documents where id = @Key", new { document.Key }) ?? "";
            foreach ((Side side, int index, int which) in document)
            {
                words[which][index] = (Cut(text, side.Span), Cut(text, side.Sentence));
            }
        }

        PassageIndex passages = PassageIndex.Of(connection, judgements.SelectMany(static judgement => ((long[])[judgement.A.Document, judgement.B.Document])));
        JudgementSide SideOf(Side side, (string Quote, string Sentence) its) => documents.GetValueOrDefault(side.Document) is { } document
            ? new JudgementSide(side.Document, document.Name, document.Path, document.Title, document.Handling, side.Span, its.Quote, side.Sentence, its.Sentence)
            : new JudgementSide(side.Document, "", "", "", "", side.Span, its.Quote, side.Sentence, its.Sentence);
        return
        [
            .. judgements.Select((judgement, index) => new JudgementRow(
                judgement.Kind, judgement.Reason, judgement.Severity, SideOf(judgement.A, words[0][index]), SideOf(judgement.B, words[1][index]), judgement.Confidence, judgement.About,
                !passages.IsCopied(judgement.A, judgement.B))),
        ];
    }

    /// <summary>The passages that stand in two documents, by the first, then the second document, then their places in the first.</summary>
    /// <param name="document">Only this document's; null for all.</param>
    public ImmutableArray<ReuseRow> Reuse(long? document = null)
    {
        using SqliteConnection connection = Connect();
        using SqliteTransaction snapshot = connection.BeginTransaction(deferred: true);
        List<(long A, long B, byte[] Passages)> pairs = [.. connection.Query<(long, long, byte[])>(
            "select a, b, passages from reuse where length(passages) > 0 and (@document is null or a = @document or b = @document) order by a, b", new { document })];
        Dictionary<long, string> texts = [];
        string TextOf(long id)
        {
            if (!texts.TryGetValue(id, out string? text))
            {
                texts.Add(id, text = connection.QuerySingleOrDefault<string>("select text from documents where id = @id", new { id }) ?? "");
            }

            return text;
        }

        return
        [
            .. pairs.SelectMany(pair => PassageCodec.Read(pair.Passages).Select(passage => new ReuseRow(
                pair.A, pair.B, passage.A, passage.B, passage.Similarity,
                [.. passage.Edits.Select(edit => new ReuseEditRow(edit.A, edit.B, Cut(TextOf(pair.A), edit.A), Cut(TextOf(pair.B), edit.B)))]))),
        ];
    }

    // While a build is cut off, a document may be other than what was said of it.
    private static string Cut(string text, TextSpan span) => span.End <= text.Length ? text.Substring(span.Start, span.Length) : "";

    private static ImmutableArray<Judgement> ReadJudgements(SqliteConnection connection)
    {
        using Prepared select = new(connection, "select found from findings where length(found) > 0 union all select found from spellings union all select found from reuse where length(found) > 0");
        HashSet<Judgement> known = [];
        List<Agreement> agreements = [];
        while (select.Step())
        {
            BlockFindings found = FindingsCodec.Read(select.Bytes(0));
            known.UnionWith(found.Judgements);
            agreements.AddRange(found.Agreements);
        }

        return Conclusions.Of(known, agreements);
    }

    // The events of claims are those of the testimony, in another order: the same words, and of the same words the same turn.
    private static Dictionary<(long Document, int Statement), int> ClaimsOf(SqliteConnection connection, IEnumerable<long> documents)
    {
        Dictionary<(long, int), int> found = [];
        using ChronicleStore store = new(connection);
        foreach (long document in documents)
        {
            if (store.Testimony(document) is not { } testimony)
            {
                continue;
            }

            ILookup<(int, int, int, string), int> claims = connection.Query<(long Start, long End, long Sentence, string Type, long Ordinal)>(
                """select start, "end", sentence_start, type, ordinal from claims where document = @document and kind = 'event' order by ordinal""", new { document })
                .ToLookup(static claim => ((int)claim.Start, (int)claim.End, (int)claim.Sentence, claim.Type), static claim => (int)claim.Ordinal);
            Dictionary<(int, int, int, string), int> turns = [];
            for (int ordinal = 0; ordinal < testimony.Statements; ordinal++)
            {
                if (testimony.Bare(ordinal) is EventStatement told)
                {
                    (int, int, int, string) place = (told.Span.Start, told.Span.End, told.Sentence.Start, Codes.Write(told.Type));
                    int turn = turns[place] = turns.GetValueOrDefault(place, -1) + 1;
                    foreach (int claim in claims[place].Skip(turn).Take(1))
                    {
                        found.Add((document, ordinal), claim);
                    }
                }
            }
        }

        return found;
    }

    private ImmutableArray<EntityLinkRow> Links(string where, object arguments)
    {
        using SqliteConnection connection = Connect();
        using SqliteTransaction snapshot = connection.BeginTransaction(deferred: true);
        using ChronicleStore store = new(connection);
        return
        [
            .. connection.Query<LinkRecord>(
                $"""
                select e.id as entity, l.document, d.name as documentName, d.title as documentTitle, l.local, l.reason, l.confidence, l.evidence
                from links l join entities e on e.number = l.entity join documents d on d.id = l.document
                {where}
                order by l.document, l.local
                """,
                arguments)
                .Select(row => (row, store.Testimony(row.Document)?.Entity(row.Local)))
                .Select(static pair => new EntityLinkRow(
                    pair.row.Entity, pair.row.Document, pair.row.DocumentName, pair.row.DocumentTitle, pair.row.Local, pair.Item2?.Names ?? [], pair.Item2?.Mentions ?? [],
                    (LinkReason)pair.row.Reason, pair.row.Confidence, pair.row.Evidence)),
        ];
    }

    private sealed class EntityRecord
    {
        public string Id { get; init; } = "";
        public string Kind { get; init; } = "";
        public string Name { get; init; } = "";
        public string Aliases { get; init; } = "";
        public int Documents { get; init; }

        public EntityRow ToRow() => new(Id, Enum.Parse<EntityKind>(Kind, ignoreCase: true), Name, [.. JsonSerializer.Deserialize<string[]>(Aliases)!], Documents);
    }

    private sealed class LinkRecord
    {
        public string Entity { get; init; } = "";
        public long Document { get; init; }
        public string DocumentName { get; init; } = "";
        public string DocumentTitle { get; init; } = "";
        public int Local { get; init; }
        public int Reason { get; init; }
        public double Confidence { get; init; }
        public string Evidence { get; init; } = "";
    }

    private sealed class SideRecord
    {
        public long Id { get; init; }
        public string Name { get; init; } = "";
        public string Path { get; init; } = "";
        public string Title { get; init; } = "";
        public string Handling { get; init; } = "";
    }
}

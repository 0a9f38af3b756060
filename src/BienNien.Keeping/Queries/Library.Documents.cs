using System.Collections.Immutable;
using System.Text.Json;
using BienNien.Keeping.Queries;
using BienNien.Reading;
using BienNien.Reading.Papers;
using BienNien.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace BienNien.Keeping;

public sealed partial class Library
{
    private const string SelectDocuments = """
        select d.id, d.name, d.path, d.title, d.sha256, d.size, d.length, d.handling, d.encoding, d.confidence, d.paper,
               (select count(*) from files f where f.document = d.id) as copies,
               (select count(*) from mentions m where m.document = d.id) as mentions,
               (select count(*) from claims c where c.document = d.id and c.kind = 'event') as events
        from documents d
        """;

    /// <summary>All documents, by path.</summary>
    public ImmutableArray<DocumentRow> Documents()
    {
        using SqliteConnection connection = Connect();
        return [.. connection.Query<DocumentRecord>(SelectDocuments + " order by d.path").Select(static row => row.ToRow())];
    }

    /// <summary>One document with its text, blocks, mentions and events; null when there is none of this id.</summary>
    public DocumentContent? Document(long id)
    {
        using SqliteConnection connection = Connect();
        using SqliteTransaction snapshot = connection.BeginTransaction(deferred: true);
        DocumentRecord? row = connection.QuerySingleOrDefault<DocumentRecord>(SelectDocuments + " where d.id = @id", new { id });
        if (row is null)
        {
            return null;
        }

        (string text, string pages, string notes, string damages) = connection.QuerySingle<(string, string, string, string)>(
            "select text, pages, notes, damages from documents where id = @id", new { id });
        IEnumerable<string> paths = connection.Query<string>("select path from files where document = @id order by path", new { id });
        IEnumerable<BlockRecord> blocks = connection.Query<BlockRecord>(
            """select ordinal, kind, level, start, "end", parts, cell, label from blocks where document = @id order by ordinal""", new { id });
        IEnumerable<MentionRecord> mentions = connection.Query<MentionRecord>(SelectMentions + " where m.document = @id order by m.ordinal", new { id });
        ImmutableArray<EventRow> events = ReadEvents(
            connection, SelectEvents + " where c.kind = 'event' and c.document = @id order by c.ordinal", new { id });
        return new DocumentContent(
            row.ToRow(), text, [.. JsonSerializer.Deserialize<int[]>(pages)!], [.. paths],
            [.. blocks.Select(static block => block.ToRow())], [.. mentions.Select(static mention => mention.ToRow())], events)
        {
            Layout = LayoutCodec.Read(connection.QuerySingle<byte[]?>("select layout from documents where id = @id", new { id })),
            Notes = [.. JsonSerializer.Deserialize<int[][]>(notes)!.Select(static link => new NoteLink(Codes.Span(link[0], link[1]), link[2]))],
            Damages = DamageJson.ReadAll(damages),
        };
    }

    private sealed class DocumentRecord
    {
        public long Id { get; init; }
        public string Name { get; init; } = "";
        public string Path { get; init; } = "";
        public string Title { get; init; } = "";
        public string Sha256 { get; init; } = "";
        public long Size { get; init; }
        public int Length { get; init; }
        public string Handling { get; init; } = "";
        public string? Encoding { get; init; }
        public double? Confidence { get; init; }
        public string? Paper { get; init; }
        public int Copies { get; init; }
        public int Mentions { get; init; }
        public int Events { get; init; }

        public DocumentRow ToRow() => new(Id, Name, Path, Title, Sha256, Size, Length, Handling, Copies, Mentions, Events)
        {
            Encoding = Encoding is not null && TextEncodings.Parse(Encoding) is { } encoding ? new SourceEncoding(encoding, Confidence ?? 0) : null,
            Paper = Paper is null ? null : PaperHeaderJson.Read(Paper),
        };
    }

    private sealed class BlockRecord
    {
        public int Ordinal { get; init; }
        public string Kind { get; init; } = "";
        public int Level { get; init; }
        public int Start { get; init; }
        public int End { get; init; }
        public string? Parts { get; init; }
        public string? Cell { get; init; }
        public string Label { get; init; } = "";

        public BlockRow ToRow()
        {
            TextSpan span = Codes.Span(Start, End);
            int[]? cell = Cell is null ? null : JsonSerializer.Deserialize<int[]>(Cell);
            return new BlockRow(
                Ordinal, Enum.Parse<BlockKind>(Kind), Level, span,
                Parts is null ? [span] : [.. JsonSerializer.Deserialize<int[][]>(Parts)!.Select(static part => Codes.Span(part[0], part[1]))],
                cell is null ? null : new TableCell(cell[0], cell[1], cell[2], cell[3] != 0)
                {
                    Columns = cell.Length > 5 ? cell[4] : 1,
                    Rows = cell.Length > 5 ? cell[5] : 1,
                })
            {
                Label = Label,
            };
        }
    }
}

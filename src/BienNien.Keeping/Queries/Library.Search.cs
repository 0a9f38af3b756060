using BienNien.Keeping.Searching;
using BienNien.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace BienNien.Keeping;

public sealed partial class Library
{
    /// <summary>
    /// Blocks that hold all the words, in any order: <c>hoang dinh giong</c> finds “Hoàng Đình Giong”. Words in quotes stand together;
    /// <c>xuong*</c> is a beginning. When marks are typed, blocks with the very same marks come first.
    /// </summary>
    /// <param name="typed">What somebody typed; nothing is an error, nothing found is an empty page.</param>
    /// <param name="offset">How many hits are passed over.</param>
    /// <param name="limit">How many at most.</param>
    public SearchPage Search(string typed, int offset = 0, int limit = 50)
    {
        SearchQuery query = SearchQuery.Parse(typed);
        if (query.IsEmpty)
        {
            return new SearchPage([], 0);
        }

        using SqliteConnection connection = Connect();
        using SqliteTransaction snapshot = connection.BeginTransaction(deferred: true);
        int total = connection.ExecuteScalar<int>("select count(*) from block_words where block_words match @folded", new { folded = query.Folded });
        IEnumerable<HitRecord> records = connection.Query<HitRecord>(
            """
            with hits as materialized (
              select rowid as block, bm25(block_words, 1.0, 0.0) as score from block_words where block_words match @folded)
            select b.document, d.name as documentName, d.title as documentTitle, b.ordinal, b.kind, b.start, b.text, b.line,
                   @marks = 0 or h.block in (select rowid from block_words where block_words match @exact) as exact
            from hits h
            join blocks b on b.id = h.block
            join documents d on d.id = b.document
            order by exact desc, h.score, d.path, b.ordinal
            limit @limit offset @offset
            """,
            new { folded = query.Folded, exact = query.Exact, marks = query.HasMarks ? 1 : 0, limit, offset });
        return new SearchPage([.. records.Select(record => record.ToHit(query))], total);
    }

    private sealed class HitRecord
    {
        public long Document { get; init; }
        public string DocumentName { get; init; } = "";
        public string DocumentTitle { get; init; } = "";
        public int Ordinal { get; init; }
        public string Kind { get; init; } = "";
        public int Start { get; init; }
        public string Text { get; init; } = "";
        public int Line { get; init; }
        public long Exact { get; init; }

        public SearchHit ToHit(SearchQuery query)
        {
            Snippet snippet = Snippet.Cut(Text, query.Locate(Text, exact: query.HasMarks && Exact != 0));
            int place = snippet.Start + (snippet.Highlights.IsEmpty ? 0 : snippet.Highlights[0].Start);
            return new SearchHit(
                Document, DocumentName, DocumentTitle, Ordinal, Enum.Parse<BlockKind>(Kind), Start + place,
                Line + Text.AsSpan(0, place).Count('\n'), snippet.Text, Start + snippet.Start, snippet.Highlights, Exact != 0);
        }
    }
}

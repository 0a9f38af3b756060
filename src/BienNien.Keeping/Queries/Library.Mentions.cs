using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Keeping.Queries;
using BienNien.Keeping.Searching;
using BienNien.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace BienNien.Keeping;

public sealed partial class Library
{
    private const string SelectMentions = """
        select m.document, m.ordinal, m.kind, m.start, m."end", m.surface, m.name, m.rule, m.attrs, m.earliest, m.latest
        from mentions m
        """;

    /// <summary>Names of persons, places, bodies, papers and awards that hold some words, in any order, with or without marks.</summary>
    /// <param name="typed">The words; empty for every name.</param>
    /// <param name="kind">Only this kind, or null.</param>
    /// <param name="limit">How many at most.</param>
    /// <returns>The same name first, then the most mentioned.</returns>
    public ImmutableArray<NameRow> Names(string typed, MentionKind? kind = null, int limit = 100)
    {
        string[] words = [.. SearchWords.Split(Letters.Fold(typed)).Select(span => Letters.Fold(typed).Substring(span.Start, span.Length))];
        using SqliteConnection connection = Connect();
        return [.. connection.Query<(string Kind, string Name, long Mentions, long Documents, string Folded)>(
            """
            select kind, name, count(*), count(distinct document), folded
            from mentions
            where kind not in ('TIME', 'QUANTITY', 'QUOTE', 'ORGCHANGE') and (@kind is null or kind = @kind)
              and not exists (select 1 from json_each(@words) w where instr(folded, w.value) = 0)
            group by kind, name
            order by folded = @folded desc, name = @typed desc, count(*) desc, folded, name, kind
            limit @limit
            """,
            new { kind = kind?.Name(), words = System.Text.Json.JsonSerializer.Serialize(words), folded = FoldName(typed), typed = OneLine(typed.Normalize()), limit })
            .Select(static row => new NameRow(Codes.ReadKind(row.Kind), row.Name, (int)row.Mentions, (int)row.Documents))];
    }

    /// <summary>All mentions of a name, by path and place, each with the words around it. Marks and case do not matter.</summary>
    /// <param name="name">A whole name, as <see cref="MentionRow.Name"/> or as it is written in a text.</param>
    /// <param name="kind">Only this kind, or null.</param>
    /// <param name="offset">How many are passed over.</param>
    /// <param name="limit">How many at most.</param>
    public ImmutableArray<MentionInContext> Mentions(string name, MentionKind? kind = null, int offset = 0, int limit = 1000)
    {
        using SqliteConnection connection = Connect();
        return [.. connection.Query<ContextRecord>(
            """
            select m.document, m.ordinal, m.kind, m.start, m."end", m.surface, m.name, m.rule, m.attrs, m.earliest, m.latest,
                   d.name as documentName, m.line, b.text as blockText, b.start as blockStart
            from mentions m
            join documents d on d.id = m.document
            left join blocks b on b.document = m.document and b.ordinal = m.block
            where m.folded = @folded and (@kind is null or m.kind = @kind)
            order by d.path, m.ordinal
            limit @limit offset @offset
            """,
            new { folded = FoldName(name), kind = kind?.Name(), offset, limit }).Select(static row => row.ToContext())];
    }

    /// <summary>A name on one line, without marks, lower case.</summary>
    internal static string FoldName(string name) => Letters.Fold(OneLine(name.Normalize()));

    /// <summary>A text with every run of white space as one space.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private class MentionRecord
    {
        public long Document { get; init; }
        public int Ordinal { get; init; }
        public string Kind { get; init; } = "";
        public int Start { get; init; }
        public int End { get; init; }
        public string Surface { get; init; } = "";
        public string Name { get; init; } = "";
        public string Rule { get; init; } = "";
        public string Attrs { get; init; } = "";
        public long? Earliest { get; init; }
        public long? Latest { get; init; }

        public MentionRow ToRow() => new(
            Document, Ordinal, Codes.ReadKind(Kind), Codes.Span(Start, End), Surface, Name, Rule, Attrs, Codes.ToDate(Earliest), Codes.ToDate(Latest));
    }

    private sealed class ContextRecord : MentionRecord
    {
        public string DocumentName { get; init; } = "";
        public int Line { get; init; }
        public string? BlockText { get; init; }
        public int? BlockStart { get; init; }

        public MentionInContext ToContext()
        {
            (string text, int start) = BlockText is null ? (Surface, Start) : (BlockText, BlockStart!.Value);
            Snippet snippet = Snippet.Cut(text, [Codes.Span(Start - start, End - start)]);
            return new MentionInContext(ToRow(), DocumentName, Line, snippet.Text, start + snippet.Start);
        }
    }
}

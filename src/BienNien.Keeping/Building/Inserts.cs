using BienNien.Finding.Quantities;
using BienNien.Keeping.Queries;
using BienNien.Relating.Figures;
using BienNien.Telling;
using BienNien.Time;
using Microsoft.Data.Sqlite;

namespace BienNien.Keeping.Building;

/// <summary>The statements of which a build runs millions, prepared once.</summary>
internal sealed class Inserts : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    internal Inserts(SqliteConnection connection) => _connection = connection;

    internal void Write(DocumentRecord document, SqliteTransaction transaction)
    {
        for (int i = 0; i < document.Blocks.Length; i++)
        {
            BlockRecord block = document.Blocks[i];
            long id = (long)Run(
                transaction,
                """
                insert into blocks (document, ordinal, kind, level, start, "end", parts, cell, line, text, label)
                values (@1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11) returning id
                """,
                document.Id, i, block.Kind, block.Level, block.Span.Start, block.Span.End, block.Parts, block.Cell, block.Line, block.Text, block.Label)!;
            Run(transaction, "insert into block_words (rowid, folded, exact) values (@1, @2, @3)", id, block.Folded, block.Exact);
        }

        for (int i = 0; i < document.Mentions.Length; i++)
        {
            MentionRecord mention = document.Mentions[i];
            Run(
                transaction,
                """
                insert into mentions (document, ordinal, kind, start, "end", surface, rule, attrs, name, folded, earliest, latest, block, line)
                values (@1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13, @14)
                """,
                document.Id, i, mention.Kind, mention.Span.Start, mention.Span.End, mention.Surface, mention.Rule, mention.Attributes,
                mention.Name, mention.Folded, mention.Earliest, mention.Latest, mention.Block, mention.Line);
        }

        foreach (ClaimRecord claim in document.Claims)
        {
            long id = (long)Run(
                transaction,
                """
                insert into claims (document, ordinal, kind, type, status, date, earliest, latest, start, "end", surface, line,
                                    sentence_start, sentence_end, sentence, evidence, date_mention, date_implied, rule)
                values (@1, @2, 'event', @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13, @14, @15, @16, @17, @18) returning id
                """,
                document.Id, claim.Ordinal, claim.Type, claim.Status, claim.Date, claim.Earliest, claim.Latest, claim.Trigger.Start, claim.Trigger.End,
                claim.Surface, claim.Line, claim.Sentence.Start, claim.Sentence.End, claim.SentenceText, claim.Evidence, claim.DateMention,
                claim.DateIsImplied, claim.Rule)!;
            Run(transaction, "insert into claim_words (rowid, folded, exact) values (@1, @2, @3)",
                id, Text.Letters.Fold(claim.SentenceText), Searching.SearchWords.Exact(claim.SentenceText));
            for (int i = 0; i < claim.Mentions.Length; i++)
            {
                Run(transaction, "insert into claim_mentions (claim, position, role, mention) values (@1, @2, @3, @4)",
                    id, i, claim.Mentions[i].Role, claim.Mentions[i].Mention);
            }
        }

        foreach (FigureRecord figure in document.Figures)
        {
            Write(document.Id, figure, transaction);
        }
    }

    private void Write(long document, FigureRecord figure, SqliteTransaction transaction)
    {
        FigureRow row = figure.Row;
        Run(
            transaction,
            """
            insert into figures (document, ordinal, mention, rule, status, indicator, indicator_key, measure, turn, scope, scope_folded, scope_implied,
                                 period, earliest, latest, period_implied, value, value_real, value_to, whole, magnitude, unit, mod,
                                 relation, base, base_period, base_value, base_unit, text, start, "end", line, page,
                                 cell_table, cell_row, cell_column, total, relations, evidence)
            values (@1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13, @14, @15, @16, @17, @18, @19, @20, @21, @22, @23,
                    @24, @25, @26, @27, @28, @29, @30, @31, @32, @33, @34, @35, @36, @37, @38, @39)
            """,
            document, figure.Ordinal, figure.Mention, row.Rule, Codes.Write(row.Status), row.Indicator, row.IndicatorKey, row.Measure.Code(), Codes.Write(row.Turn),
            row.Scope, Library.FoldName(row.Scope), row.ScopeIsImplied,
            row.Period, figure.Earliest, figure.Latest, row.PeriodIsImplied, Number(row.Value), (double?)row.Value, Number(row.ValueTo), Number(row.Whole), row.Magnitude, row.Unit, row.Mod.Code() ?? "",
            row.Relation?.Code() ?? "", row.Base, row.BasePeriod, Number(row.BaseValue), row.BaseUnit, row.Text, row.Span.Start, row.Span.End, row.Line, row.Page,
            row.Cell?.Table, row.Cell?.Row, row.Cell?.Column, row.IsTotal, figure.Relations, figure.Evidence);
    }

    private static string? Number(decimal? number) => number is decimal known ? NumberWords.Plain(known) : null;

    public void Dispose()
    {
        foreach (SqliteCommand command in _commands.Values)
        {
            command.Dispose();
        }
    }

    private object? Run(SqliteTransaction transaction, string sql, params object?[] values)
    {
        if (!_commands.TryGetValue(sql, out SqliteCommand? command))
        {
            command = _connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the constants above.
            command.CommandText = sql;
#pragma warning restore CA2100
            for (int i = 0; i < values.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = FormattableString.Invariant($"@{i + 1}") });
            }

            _commands.Add(sql, command);
        }

        command.Transaction = transaction;
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command.ExecuteScalar();
    }
}

using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using BienNien.Checking;
using BienNien.Keeping.Chronicling;
using BienNien.Reconciling;
using BienNien.Reconciling.Conflicts;
using BienNien.Reconciling.Reuse;
using BienNien.Relating;
using Dapper;
using Microsoft.Data.Sqlite;

namespace BienNien.Keeping;

public sealed partial class Library
{
    /// <summary>What the library's documents say otherwise than a draft. The draft is not kept: the library is as it was before.</summary>
    /// <param name="path">Where the draft lies; what the library has of that file is left out, for it is the draft's own earlier state.</param>
    /// <param name="analysis">The draft.</param>
    /// <param name="testimony">What it says.</param>
    /// <param name="reconciler">Holds statements against each other.</param>
    /// <returns>Conflicts in which one side is the draft (<see cref="DraftId"/>) and the other a document, in the order of <see cref="JudgementOrder"/>.</returns>
    /// <exception cref="LibraryException">The library cannot be used, or was built by another version of the program.</exception>
    public ImmutableArray<JudgementRow> Confront(string path, DocumentAnalysis analysis, Testimony testimony, Reconciler reconciler)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(testimony);
        ArgumentNullException.ThrowIfNull(reconciler);
        using SqliteConnection connection = Connect();
        try
        {
            using ChronicleStore store = new(connection);
            if (!ChronicleUpdate.IsUpToDate(store))
            {
                throw new LibraryException(LibraryProblem.NotUpToDate, Path);
            }

            // Not even uncommitted is the draft to reach the disk.
            connection.Execute("pragma cache_spill = off; pragma temp_store = memory");

            // Never committed: what is worked out is thrown away with it.
            using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
            store.Begin();
            long draft = DraftId(analysis.Document.Text);
            Forget(connection, Relative(System.IO.Path.GetFullPath(path)));
            connection.Execute(
                """
                delete from documents where id = @draft;
                insert into documents (id, sha256, name, path, title, size, text, length, pages, notes, damages, handling, encoding, confidence, paper, layout, rules)
                values (@draft, '', '', '', '', 0, @text, @length, '[]', '[]', '[]', '', null, null, null, null, '');
                insert or replace into testimonies (document, body) values (@draft, @testimony);
                insert or replace into profiles (document, body) values (@draft, @profile);
                insert or ignore into dirty_documents (document) values (@draft);
                """,
                new
                {
                    draft,
                    text = analysis.Document.Text,
                    length = analysis.Document.Text.Length,
                    testimony = TestimonyCodec.Write(testimony),
                    profile = ReuseProfiler.Profile(analysis.Tokens).ToBytes(),
                });
            ChronicleSteps steps = new(store, reconciler);
            while (steps.Next is { } step)
            {
                step.Some();
            }

            return RowsOf(connection, [.. ReadJudgements(connection).Where(judgement => judgement.IsConflict && (judgement.A.Document == draft) != (judgement.B.Document == draft))]);
        }
        catch (SqliteException e)
        {
            throw Translate(e, Path);
        }
    }

    /// <summary>What the library's documents hold against a draft: what they say otherwise (<see cref="Confront"/>), and figures that overtake the draft's last ones (<see cref="NewerFigures"/>).</summary>
    /// <returns>What checks are told, each with the id of the document that says it.</returns>
    /// <inheritdoc cref="Confront"/>
    public ImmutableArray<(long Document, SourceContradiction Says)> HeldAgainst(string path, DocumentAnalysis analysis, Testimony testimony, Reconciler reconciler)
    {
        ImmutableArray<JudgementRow> rows = Confront(path, analysis, testimony, reconciler);
        long draft = DraftId(analysis.Document.Text);
        ImmutableArray<(long, SourceContradiction)>.Builder said = ImmutableArray.CreateBuilder<(long, SourceContradiction)>();
        string earlier = Relative(System.IO.Path.GetFullPath(path));
        foreach (FigureQuestion question in NewerFigures.Ask(analysis))
        {
            IEnumerable<SourceFigure> figures = Figures(new FigureFilter { Key = question.IndicatorKey, Scope = question.Scope, From = question.From })
                .Where(figure => figure.Row.Source.Path != earlier)
                .Select(static figure => new SourceFigure(
                    figure.Document, figure.Row.Source.Name, figure.Row.Span, figure.Row.Text, figure.Row.Status, figure.Row.Measure, figure.Row.Unit, figure.Row.Period));
            if (NewerFigures.Answer(question, figures) is { } newer)
            {
                said.Add((newer.Document, NewerFigures.Told(question, newer)));
            }
        }

        foreach (JudgementRow row in rows)
        {
            // What a later year overtakes does not contradict it.
            (JudgementSide own, JudgementSide other) = row.A.Document == draft ? (row.A, row.B) : (row.B, row.A);
            if (!said.Any(one => one.Item1 == other.Document && one.Item2.Span.Overlaps(own.Span) && one.Item2.SourceSpan.Overlaps(other.Span)))
            {
                said.Add((other.Document, new SourceContradiction(row.Kind, own.Span, other.DocumentName, other.Span, other.Quote, row.Confidence)));
            }
        }

        return said.ToImmutable();
    }

    /// <summary>The id that a draft has while it is held against the library.</summary>
    /// <param name="text">Its text.</param>
    public static long DraftId(string text) => Building.DocumentRecord.IdOf(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("draft\0" + text))));

    private static void Forget(SqliteConnection connection, string path)
    {
        if (connection.QuerySingleOrDefault<long?>("delete from files where path = @path returning document", new { path }) is { } earlier)
        {
            connection.Execute(
                """
                insert or ignore into dirty_documents (document) select id from documents where id = @earlier and not exists (select 1 from files f where f.document = @earlier);
                delete from documents where id = @earlier and not exists (select 1 from files f where f.document = @earlier);
                """,
                new { earlier });
        }
    }
}

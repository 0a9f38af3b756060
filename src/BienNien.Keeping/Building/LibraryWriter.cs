using System.Collections.Immutable;
using System.Text.Json;
using BienNien.Keeping.Files;
using BienNien.Reading;
using Dapper;
using Microsoft.Data.Sqlite;

namespace BienNien.Keeping.Building;

/// <summary>The one writer of a build. Each batch is a transaction: documents come in whole or not at all.</summary>
internal sealed class LibraryWriter : IAsyncDisposable
{
    private const int BatchCharacters = 4_000_000;
    private const int BatchFiles = 500;
    private readonly Library _library;
    private readonly SqliteConnection _connection;
    private readonly Inserts _inserts;
    private readonly HashSet<string> _moved = new(StringComparer.Ordinal);
    private readonly List<(string Path, long Document)> _pending = [];
    private SqliteTransaction? _transaction;
    private int _characters;
    private int _files;

    internal LibraryWriter(Library library)
    {
        _library = library;
        _connection = library.Connect();
        _inserts = new Inserts(_connection);
    }

    /// <summary>The hashes of the documents that this engine has read.</summary>
    internal IEnumerable<string> KnownDocuments(string rules) =>
        _connection.Query<string>("select sha256 from documents where rules = @rules", new { rules });

    internal void Write(FileOutcome outcome) => Guard(() =>
    {
        Begin();
        switch (outcome)
        {
            case FileOutcome.Analyzed read:
                WriteDocument(read.Document);
                WriteFile(read.Path, read.Document.Id);
                _characters += read.Document.Text.Length;
                break;
            case FileOutcome.Known known:
                // The document may be in no batch yet: foreign keys are looked at when the transaction ends, and Finish comes last.
                WriteFile(known.Path, DocumentRecord.IdOf(known.Hash));
                break;
            case FileOutcome.Unreadable:
                // Finish sees to it: what a file said before is forgotten only when its bytes have changed.
                break;
        }

        if (_characters >= BatchCharacters || ++_files >= BatchFiles)
        {
            Commit();
        }
    });

    /// <summary>Makes what was written so far lasting.</summary>
    internal void Commit() => Guard(() =>
    {
        if (_transaction is not null)
        {
            FlushFiles();
            _transaction.Commit();
            _transaction.Dispose();
            _transaction = null;
        }

        (_characters, _files) = (0, 0);
    });

    /// <summary>Forgets files that are gone, and documents that no file holds any more.</summary>
    /// <param name="paths">The folders and files that were asked for.</param>
    /// <param name="walk">What they hold.</param>
    /// <param name="problems">All that could not be read.</param>
    internal (int Removed, int Moved) Finish(IReadOnlyCollection<string> paths, FileWalk walk, ImmutableArray<ProblemRow> problems)
    {
        (int removed, int moved) result = default;
        Guard(() =>
        {
            Begin();
            result = Clean(paths, walk, problems);
            Commit();
            _connection.Execute("pragma optimize");
        });
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        if (_transaction is not null)
        {
            await _transaction.DisposeAsync().ConfigureAwait(false);
        }

        _inserts.Dispose();
        await _connection.DisposeAsync().ConfigureAwait(false);
    }

    private (int Removed, int Moved) Clean(IReadOnlyCollection<string> paths, FileWalk walk, ImmutableArray<ProblemRow> problems)
    {
        ImmutableArray<string> scopes = [.. paths.Select(static path => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)))];
        ImmutableArray<string> closed = [.. walk.Problems.Where(static problem => problem.Code != (int)ProblemCode.Empty).Select(static problem => problem.Path)];
        HashSet<string> present = [.. walk.Files.Select(Relative)];
        Dictionary<string, int> unreadable = problems.ToDictionary(problem => Relative(problem.Path), static problem => problem.Code, StringComparer.Ordinal);
        bool IsAskedFor(string path) => scopes.Any(scope => IsUnder(Absolute(path), scope));
        bool IsClosed(string path) => closed.Any(folder => IsUnder(Absolute(path), folder));
        // A file that the system refuses may say what it said before; one that was read and found wanting does not.
        bool Says(string path) => present.Contains(path)
            && (!unreadable.TryGetValue(path, out int code) || code is (int)FileProblem.AccessDenied or (int)FileProblem.InputOutput);

        List<string> gone = [.. _connection.Query<string>("select path from files", transaction: _transaction).Where(path => IsAskedFor(path) && !IsClosed(path) && !Says(path))];
        HashSet<long> left = [];
        foreach (string path in gone)
        {
            left.Add(_connection.QuerySingle<long>("delete from files where path = @path returning document", new { path }, _transaction));
        }

        int moved = left.Count(id => _connection.ExecuteScalar<int>(
            "select count(*) from files where document = @id and path in (select value from json_each(@moved))",
            new { id, moved = JsonSerializer.Serialize(_moved) }, _transaction) > 0);
        foreach (string path in _connection.Query<string>("select path from problems", transaction: _transaction).ToList().Where(IsAskedFor))
        {
            _connection.Execute("delete from problems where path = @path", new { path }, _transaction);
        }

        _connection.Execute(
            "insert into problems (path, code, place, detail, line) values (@path, @Code, @Place, @Detail, @Line)",
            problems.Select(problem => new { path = Relative(problem.Path), problem.Code, problem.Place, problem.Detail, problem.Line }), _transaction);
        _connection.Execute("delete from documents where not exists (select 1 from files f where f.document = documents.id)", transaction: _transaction);
        NameDocuments();
        return (gone.Count - moved, moved);
    }

    private void NameDocuments()
    {
        foreach ((long id, string path) in _connection.Query<(long, string)>(
            "select d.id, min(f.path) from documents d join files f on f.document = d.id group by d.id having min(f.path) <> d.path",
            transaction: _transaction).ToList())
        {
            _connection.Execute(
                "update documents set path = @path, name = @name where id = @id", new { id, path, name = path[(path.LastIndexOf('/') + 1)..] }, _transaction);
        }
    }

    private void WriteDocument(DocumentRecord document)
    {
        // A document that an older engine has read: its files and its id stay.
        _connection.Execute(
            """
            delete from blocks where document = @Id;
            delete from mentions where document = @Id;
            delete from claims where document = @Id;
            insert into documents (id, sha256, name, path, title, size, text, length, pages, handling, rules)
            values (@Id, @Hash, '', '', @Title, @Size, @Text, @length, @Pages, @Handling, @rules)
            on conflict (id) do update set title = excluded.title, text = excluded.text, length = excluded.length, pages = excluded.pages, handling = excluded.handling, rules = excluded.rules
            """,
            new { document.Id, document.Hash, document.Title, document.Size, document.Text, length = document.Text.Length, document.Pages, document.Handling, rules = Builder.RulesVersion },
            _transaction);
        _inserts.Write(document, _transaction!);
    }

    private void WriteFile(string path, long document) => _pending.Add((Relative(path), document));

    // A copy may be named before the batch that brings its document: such files wait.
    private void FlushFiles()
    {
        for (int i = _pending.Count - 1; i >= 0; i--)
        {
            (string path, long document) = _pending[i];
            if (_connection.ExecuteScalar<int>("select count(*) from documents where id = @document", new { document }, _transaction) == 0)
            {
                continue;
            }

            bool isNew = _connection.ExecuteScalar<long?>("select document from files where path = @path", new { path }, _transaction) != document;
            if (isNew)
            {
                _moved.Add(path);
                _connection.Execute(
                    "insert into files (path, document) values (@path, @document) on conflict (path) do update set document = excluded.document",
                    new { path, document }, _transaction);
            }

            _pending.RemoveAt(i);
        }

        NameDocuments();
    }

    private void Begin()
    {
        // Immediate: two builds of one library take turns, batch by batch.
        _transaction ??= _connection.BeginTransaction(deferred: false);
    }

    private void Guard(Action write)
    {
        try
        {
            write();
        }
        catch (SqliteException e)
        {
            throw Library.Translate(e, _library.Path);
        }
    }

    /// <summary>A path as the library keeps it: relative to its folder, so that both may be moved together.</summary>
    private string Relative(string path) => Path.GetRelativePath(_library.Folder, path).Replace('\\', '/');

    private string Absolute(string path) => Path.GetFullPath(path, _library.Folder);

    // Absolute paths without a separator at their end.
    private static bool IsUnder(string path, string scope) =>
        path.StartsWith(scope, StringComparison.Ordinal)
        && (path.Length == scope.Length || Path.EndsInDirectorySeparator(scope) || path[scope.Length] == Path.DirectorySeparatorChar);
}

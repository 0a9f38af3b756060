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
    private readonly string _rules;
    private readonly SqliteConnection _connection;
    private readonly Inserts _inserts;
    private readonly HashSet<string> _moved = new(StringComparer.Ordinal);
    private readonly List<(string Path, long Document, string? Container)> _pending = [];

    // The files that hold others and were met in this build, and the files in those that were opened.
    private readonly HashSet<string> _unopened = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileOutcome.Opened> _opened = new(StringComparer.Ordinal);
    private readonly HashSet<string> _inside = new(StringComparer.Ordinal);
    private SqliteTransaction? _transaction;
    private int _characters;
    private int _files;

    /// <summary>Opens the library to write.</summary>
    /// <param name="library">The library.</param>
    /// <param name="rules">Which build of the code reads: what another has read is read again.</param>
    internal LibraryWriter(Library library, string rules)
    {
        _library = library;
        _rules = rules;
        _connection = library.Connect();
        _inserts = new Inserts(_connection);
    }

    /// <summary>The hashes of the documents that this engine has read.</summary>
    internal IEnumerable<string> KnownDocuments() =>
        _connection.Query<string>("select sha256 from documents where rules = @rules", new { rules = _rules });

    /// <summary>The files that this engine has opened for the files in them, by path.</summary>
    internal IReadOnlyDictionary<string, KnownContainer> KnownContainers() =>
        _connection.Query<(string Path, string Hash, long Files, long PassedOver)>(
            "select path, sha256, (select count(*) from files f where f.container = containers.path or f.path = containers.path), passed_over from containers where rules = @rules and sha256 <> ''",
            new { rules = _rules })
            .ToDictionary(static row => row.Path, static row => new KnownContainer(row.Hash, (int)row.Files, (int)row.PassedOver), StringComparer.Ordinal);

    internal void Write(FileOutcome outcome) => Guard(() =>
    {
        Begin();
        switch (outcome)
        {
            case FileOutcome.Analyzed read:
                WriteDocument(read.Document);
                WriteFile(read.Path, read.Document.Id, read.Container);
                _characters += read.Document.Text.Length;
                break;
            case FileOutcome.Known known:
                // The document may be in no batch yet: foreign keys are looked at when the transaction ends, and Finish comes last.
                WriteFile(known.Path, DocumentRecord.IdOf(known.Hash), known.Container);
                break;
            case FileOutcome.Unopened unopened:
                _unopened.Add(_library.Relative(unopened.Path));
                break;
            case FileOutcome.Opened opened:
                _opened[_library.Relative(opened.Path)] = opened;
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
        HashSet<string> present = [.. walk.Files.Select(_library.Relative)];
        Dictionary<string, int> unreadable = problems.ToDictionary(problem => _library.Relative(problem.Path), static problem => problem.Code, StringComparer.Ordinal);
        bool IsAskedFor(string path) => scopes.Any(scope => IsUnder(Absolute(path), scope));
        bool IsClosed(string path) => closed.Any(folder => IsUnder(Absolute(path), folder));
        // A file that the system refuses may say what it said before; one that was read and found wanting does not.
        bool IsRefused(string path) => unreadable.TryGetValue(path, out int code) && code is (int)FileProblem.AccessDenied or (int)FileProblem.InputOutput;
        bool Says(string path, string? container) => container is null
            ? present.Contains(path) && (!unreadable.ContainsKey(path) || IsRefused(path) || _inside.Contains(path))
            : present.Contains(container) && (_unopened.Contains(container) || IsRefused(container) || _inside.Contains(path));

        List<string> gone = [.. _connection.Query<(string Path, string? Container)>("select path, container from files", transaction: _transaction)
            .Where(file => IsAskedFor(file.Path) && !IsClosed(file.Path) && !Says(file.Path, file.Container))
            .Select(static file => file.Path)];
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
            problems.Select(problem => new { path = _library.Relative(problem.Path), problem.Code, problem.Place, problem.Detail, problem.Line }), _transaction);
        CloseContainers(path => IsAskedFor(path) && !IsClosed(path) && !_unopened.Contains(path) && !_opened.ContainsKey(path) && !(present.Contains(path) && IsRefused(path)));
        _connection.Execute(
            """
            insert or ignore into dirty_documents (document) select id from documents where not exists (select 1 from files f where f.document = documents.id);
            delete from documents where not exists (select 1 from files f where f.document = documents.id);
            """,
            transaction: _transaction);
        NameDocuments();
        return (gone.Count - moved, moved);
    }

    // Only now are all files in them written: a build that is cut off opens them again.
    private void CloseContainers(Func<string, bool> isGone)
    {
        foreach ((string path, FileOutcome.Opened opened) in _opened)
        {
            _connection.Execute(
                "insert into containers (path, sha256, rules, passed_over) values (@path, @Hash, @rules, @PassedOver) on conflict (path) do update set sha256 = excluded.sha256, rules = excluded.rules, passed_over = excluded.passed_over",
                new { path, opened.Hash, rules = _rules, opened.PassedOver }, _transaction);
        }

        foreach (string path in _connection.Query<string>("select path from containers", transaction: _transaction).ToList().Where(isGone))
        {
            _connection.Execute("delete from containers where path = @path", new { path }, _transaction);
        }
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
            delete from figures where document = @Id;
            insert into documents (id, sha256, name, path, title, size, text, length, pages, notes, damages, handling, encoding, confidence, paper, layout, rules)
            values (@Id, @Hash, '', '', @Title, @Size, @Text, @length, @Pages, @Notes, @Damages, @Handling, @Encoding, @Confidence, @Paper, @Layout, @rules)
            on conflict (id) do update set title = excluded.title, text = excluded.text, length = excluded.length, pages = excluded.pages, notes = excluded.notes, damages = excluded.damages, handling = excluded.handling, encoding = excluded.encoding, confidence = excluded.confidence, paper = excluded.paper, layout = excluded.layout, rules = excluded.rules
            """,
            new { document.Id, document.Hash, document.Title, document.Size, document.Text, length = document.Text.Length, document.Pages, document.Notes, document.Damages, document.Handling, document.Encoding, document.Confidence, document.Paper, document.Layout, rules = _rules },
            _transaction);
        _connection.Execute(
            """
            insert into testimonies (document, body) values (@Id, @Testimony) on conflict (document) do update set body = excluded.body;
            insert into profiles (document, body) values (@Id, @Profile) on conflict (document) do update set body = excluded.body;
            insert or ignore into dirty_documents (document) values (@Id);
            """,
            new { document.Id, document.Testimony, document.Profile }, _transaction);
        _inserts.Write(document, _transaction!);
    }

    private void WriteFile(string path, long document, string? container)
    {
        string relative = _library.Relative(path);
        _inside.Add(relative);
        _pending.Add((relative, document, container is null ? null : _library.Relative(container)));
    }

    // A copy may be named before the batch that brings its document: such files wait.
    private void FlushFiles()
    {
        for (int i = _pending.Count - 1; i >= 0; i--)
        {
            (string path, long document, string? container) = _pending[i];
            if (_connection.ExecuteScalar<int>("select count(*) from documents where id = @document", new { document }, _transaction) == 0)
            {
                continue;
            }

            bool isNew = _connection.ExecuteScalar<long?>("select document from files where path = @path", new { path }, _transaction) != document;
            if (isNew)
            {
                _moved.Add(path);
                if (container is not null)
                {
                    _connection.Execute(
                        "insert into containers (path, sha256, rules, passed_over) values (@container, '', '', 0) on conflict (path) do nothing", new { container }, _transaction);
                }

                _connection.Execute(
                    "insert into files (path, document, container) values (@path, @document, @container) on conflict (path) do update set document = excluded.document, container = excluded.container",
                    new { path, document, container }, _transaction);
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

    private string Absolute(string path) => Path.GetFullPath(path, _library.Folder);

    // Absolute paths without a separator at their end.
    private static bool IsUnder(string path, string scope) =>
        path.StartsWith(scope, StringComparison.Ordinal)
        && (path.Length == scope.Length || Path.EndsInDirectorySeparator(scope) || path[scope.Length] == Path.DirectorySeparatorChar);
}

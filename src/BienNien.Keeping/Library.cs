using BienNien.Keeping.Schema;
using Microsoft.Data.Sqlite;

namespace BienNien.Keeping;

/// <summary>A library on disk: one SQLite file. Safe to share between threads; readers never wait for a build.</summary>
public sealed partial class Library : IDisposable
{
    private readonly string _connectionString;

    private Library(string path, string connectionString)
    {
        Path = path;
        _connectionString = connectionString;
    }

    /// <summary>The library's file, absolute.</summary>
    public string Path { get; }

    /// <summary>The version of SQLite that libraries are kept with.</summary>
    public static string SqliteVersion
    {
        get
        {
            using SqliteConnection connection = new();
            return connection.ServerVersion;
        }
    }

    /// <summary>The folder against which <see cref="DocumentRow.Path"/> is written.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>Opens a library, and makes it when there is none; an older one is brought up to date.</summary>
    /// <exception cref="LibraryException">It cannot be opened or made.</exception>
    public static Library Open(string path) => Open(path, create: true);

    /// <summary>Opens a library that is there.</summary>
    /// <exception cref="LibraryException">It is not there or cannot be opened.</exception>
    public static Library OpenExisting(string path) =>
        File.Exists(path) ? Open(path, create: false) : throw new LibraryException(LibraryProblem.Missing, path);

    /// <summary>Lets go of the file.</summary>
    public void Dispose()
    {
        using SqliteConnection connection = new(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    /// <summary>A path as the library keeps it: relative to its folder, so that both may be moved together.</summary>
    internal string Relative(string path) => System.IO.Path.GetRelativePath(Folder, path).Replace('\\', '/');

    /// <summary>A connection of the pool, opened.</summary>
    internal SqliteConnection Connect()
    {
        SqliteConnection connection = new(_connectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw Translate(e, Path);
        }
    }

    internal static LibraryException Translate(SqliteException e, string path) => new(
        e.SqliteErrorCode switch
        {
            SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT => LibraryProblem.NotALibrary,
            SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => LibraryProblem.Busy,
            _ => LibraryProblem.NoAccess,
        },
        path,
        e);

    private static Library Open(string path, bool create)
    {
        string full = System.IO.Path.GetFullPath(path);
        SqliteConnectionStringBuilder builder = new()
        {
            DataSource = full,
            Mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            ForeignKeys = true,
            DefaultTimeout = 30,
        };
        Library library = new(full, builder.ToString());
        try
        {
            using SqliteConnection connection = library.Connect();
            Migrations.Apply(connection, path);
            return library;
        }
        catch (SqliteException e)
        {
            library.Dispose();
            throw Translate(e, path);
        }
        catch
        {
            library.Dispose();
            throw;
        }
    }
}

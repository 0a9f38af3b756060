using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BienNien.Keeping.Chronicling;

/// <summary>A statement that is run millions of times: prepared once, without what a command of ADO.NET does around it.</summary>
internal sealed class Prepared : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    internal Prepared(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    /// <summary>Gives the first parameters their values and stands before the first row.</summary>
    internal Prepared With(params ReadOnlySpan<long> values)
    {
        _ = raw.sqlite3_reset(_statement);
        for (int i = 0; i < values.Length; i++)
        {
            Check(raw.sqlite3_bind_int64(_statement, i + 1, values[i]));
        }

        return this;
    }

    /// <summary>Gives a parameter its value; the first is 1. After <see cref="With"/>.</summary>
    internal Prepared Set(int parameter, string value)
    {
        Check(raw.sqlite3_bind_text(_statement, parameter, value));
        return this;
    }

    /// <inheritdoc cref="Set(int, string)"/>
    internal Prepared Set(int parameter, double value)
    {
        Check(raw.sqlite3_bind_double(_statement, parameter, value));
        return this;
    }

    /// <inheritdoc cref="Set(int, string)"/>
    internal Prepared Set(int parameter, ReadOnlySpan<byte> value)
    {
        Check(value.IsEmpty ? raw.sqlite3_bind_zeroblob(_statement, parameter, 0) : raw.sqlite3_bind_blob(_statement, parameter, value));
        return this;
    }

    /// <summary>The next row, if there is one; behind the last the statement is free again.</summary>
    internal bool Step()
    {
        int code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        _ = raw.sqlite3_reset(_statement);
        if (code != raw.SQLITE_DONE)
        {
            Check(code);
        }

        return false;
    }

    /// <summary>Runs it to its end.</summary>
    internal void Run(params ReadOnlySpan<long> values)
    {
        With(values);
        Run();
    }

    /// <inheritdoc cref="Run(ReadOnlySpan{long})"/>
    internal void Run()
    {
        while (Step())
        {
        }
    }

    /// <summary>Whether there is a row.</summary>
    internal bool Any(params ReadOnlySpan<long> values)
    {
        bool any = With(values).Step();
        _ = raw.sqlite3_reset(_statement);
        return any;
    }

    /// <summary>The first number of the first row; null when there is none.</summary>
    internal long? First(params ReadOnlySpan<long> values)
    {
        long? first = With(values).Step() ? Number(0) : null;
        _ = raw.sqlite3_reset(_statement);
        return first;
    }

    internal long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    internal double Real(int column) => raw.sqlite3_column_double(_statement, column);

    internal string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    internal byte[] Bytes(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    public void Dispose() => _statement.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw new SqliteException(raw.sqlite3_errmsg(_database).utf8_to_string(), code, raw.sqlite3_extended_errcode(_database));
        }
    }
}

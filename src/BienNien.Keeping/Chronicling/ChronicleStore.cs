using BienNien.Reconciling;
using Microsoft.Data.Sqlite;

namespace BienNien.Keeping.Chronicling;

/// <summary>The tables of the chronicle, and testimonies that were read lately. For one thread, between the beginning and the end of transactions.</summary>
internal sealed class ChronicleStore : IDisposable
{
    /// <summary>Bytes of testimonies that each of two generations may hold; what is read of them takes some six times as much.</summary>
    private const int MostBytes = 50_000_000;

    private readonly Dictionary<string, Prepared> _statements = new(StringComparer.Ordinal);
    private Dictionary<long, KeptTestimony?> _young = [];
    private Dictionary<long, KeptTestimony?> _old = [];
    private int _bytes;
    private long _dataVersion = -1;

    internal ChronicleStore(SqliteConnection connection) => Connection = connection;

    internal SqliteConnection Connection { get; }

    /// <summary>A statement, prepared once.</summary>
    internal Prepared this[string sql]
    {
        get
        {
            if (!_statements.TryGetValue(sql, out Prepared? statement))
            {
                _statements.Add(sql, statement = new Prepared(Connection, sql));
            }

            return statement;
        }
    }

    /// <summary>When another has written meanwhile, nothing that was read still holds.</summary>
    internal void Begin()
    {
        long version = this["pragma data_version"].First() ?? 0;
        if (version != _dataVersion)
        {
            _dataVersion = version;
            (_young, _old, _bytes) = ([], [], 0);
        }
    }

    /// <summary>The testimony of a document; null when it has none that can be read.</summary>
    internal KeptTestimony? Testimony(long document)
    {
        if (_young.TryGetValue(document, out KeptTestimony? testimony))
        {
            return testimony;
        }

        if (!_old.TryGetValue(document, out testimony))
        {
            Prepared select = this["select body from testimonies where document = ?"].With(document);
            byte[]? bytes = select.Step() ? select.Bytes(0) : null;
            select.With();
            testimony = bytes is not null && TestimonyBody.TryOpen(bytes) is { } body ? new KeptTestimony(document, bytes, body) : null;
        }

        if (_bytes > MostBytes)
        {
            (_old, _young, _bytes) = (_young, [], 0);
        }

        _young[document] = testimony;
        _bytes += testimony?.Size ?? 0;
        return testimony;
    }

    /// <summary>The keys of an entity.</summary>
    internal long[] Keys(KeptTestimony testimony, int local) => (testimony.Names ??= FilingCodec.ReadNames(Filing("names", testimony.Document)))[local];

    /// <summary>A column of what is filed under a document; empty when nothing is.</summary>
    internal byte[] Filing(string column, long document)
    {
        Prepared select = this[$"select {column} from filings where document = ?"].With(document);
        byte[] bytes = select.Step() ? select.Bytes(0) : [];
        select.With();
        return bytes;
    }

    /// <summary>The document's testimony has changed.</summary>
    internal void Forget(long document)
    {
        _young.Remove(document);
        _old.Remove(document);
    }

    /// <summary>What an entity of a document is has changed.</summary>
    internal void ForgetLink(long document, int local)
    {
        _young.GetValueOrDefault(document)?.ForgetLink(local);
        _old.GetValueOrDefault(document)?.ForgetLink(local);
    }

    /// <summary>A statement with what it speaks of.</summary>
    internal LinkedStatement? Statement(long document, int ordinal) => Testimony(document)?.Statement(ordinal, Link);

    /// <summary>A document's testimony with all its links; null when it has none that can be read.</summary>
    internal LinkedTestimony? Whole(long document)
    {
        Prepared select = this["select body from testimonies where document = ?"].With(document);
        byte[]? bytes = select.Step() ? select.Bytes(0) : null;
        select.With();
        if (bytes is null || TestimonyBody.TryOpen(bytes) is null)
        {
            return null;
        }

        Testimony testimony = TestimonyCodec.Read(bytes);
        return new LinkedTestimony(document, testimony, [.. Enumerable.Range(0, testimony.Entities.Length).Select(local => Link(document, local))]);
    }

    private LocalLink Link(long document, int local)
    {
        Prepared select = this["select e.id, l.reason, l.confidence from links l join entities e on e.number = l.entity where l.document = ? and l.local = ?"].With(document, local);
        if (!select.Step())
        {
            throw new InvalidOperationException(FormattableString.Invariant($"Entity {local} of document {document} is not linked."));
        }

        LocalLink link = new(select.Text(0), (LinkReason)select.Number(1), select.Real(2));
        select.With();
        return link;
    }

    public void Dispose()
    {
        foreach (Prepared statement in _statements.Values)
        {
            statement.Dispose();
        }
    }
}

using BienNien.Keeping.Chronicling;
using BienNien.Reconciling.Conflicts;
using BienNien.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace BienNien.Keeping.Queries;

/// <summary>Which passages of some documents stand in others, to tell whether two statements are two testimonies or a copy.</summary>
internal sealed class PassageIndex
{
    private readonly Dictionary<long, List<(TextSpan Here, long Other, TextSpan There)>> _passages = [];

    /// <summary>The passages of some documents.</summary>
    internal static PassageIndex Of(SqliteConnection connection, IEnumerable<long> documents)
    {
        PassageIndex index = new();
        foreach (long document in documents.Distinct())
        {
            List<(TextSpan, long, TextSpan)> passages = [];
            foreach ((long a, long b, byte[] bytes) in connection.Query<(long, long, byte[])>(
                "select a, b, passages from reuse where a = @document and length(passages) > 0 union all select a, b, passages from reuse where b = @document and length(passages) > 0", new { document }))
            {
                passages.AddRange(PassageCodec.Read(bytes).Select(passage => a == document ? (passage.A, b, passage.B) : (passage.B, a, passage.A)));
            }

            index._passages.Add(document, passages);
        }

        return index;
    }

    /// <summary>Whether two places are of one document, or stand in a passage that both documents have, or that both share with a third.</summary>
    internal bool IsCopied(Side a, Side b)
    {
        if (a.Document == b.Document)
        {
            return true;
        }

        foreach ((TextSpan here, long other, TextSpan there) in _passages[a.Document])
        {
            if (!here.Contains(a.Span))
            {
                continue;
            }

            if (other == b.Document ? there.Contains(b.Span) : _passages[b.Document].Exists(its => its.Other == other && its.Here.Contains(b.Span) && its.There.Overlaps(there)))
            {
                return true;
            }
        }

        return false;
    }
}

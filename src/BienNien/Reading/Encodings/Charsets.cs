using System.Collections.Frozen;
using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Reading.Encodings;

/// <summary>The names by which web pages and letters declare their encoding (<c>data/charsets.tsv</c>).</summary>
internal static class Charsets
{
    private static readonly FrozenDictionary<string, TextEncoding> _encodings = Read();

    /// <summary>The encoding that a declaration means; null when there is none, or none that has letters for Vietnamese.</summary>
    public static TextEncoding? EncodingOf(string? charset) =>
        charset is not null && _encodings.TryGetValue(charset.Trim(), out TextEncoding encoding) ? encoding : null;

    private static FrozenDictionary<string, TextEncoding> Read()
    {
        DataTable table = DataTable.Load("charsets");
        int charset = table.IndexOf("charset");
        int encoding = table.IndexOf("encoding");
        return table.Rows.ToFrozenDictionary(
            row => row[charset],
            row => TextEncodings.Parse(row[encoding]) ?? throw new InvalidDataException($"data/charsets.tsv: «{row[encoding]}» is no encoding."),
            StringComparer.OrdinalIgnoreCase);
    }
}

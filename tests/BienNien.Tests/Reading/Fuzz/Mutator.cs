using System.IO.Compression;
using System.Text;

namespace BienNien.Tests.Reading.Fuzz;

/// <summary>Damages files as disks, editors and attackers do. The same seed gives the same damage.</summary>
internal sealed class Mutator(int seed, IReadOnlyList<byte[]> corpus)
{
    private const int LargestInput = 1 << 20;

    // What parsers branch on: tags, references, separators, boundaries of numbers, marks of text, names of parts.
    private static readonly byte[][] _pieces =
    [
        .. ((string[])
        [
            "<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE a [<!ENTITY b \"bbbb\">]>", "&b;", "&#xFFFE;", "&#1114112;", "&amp", "<table>", "<tr><td rowspan=65535 colspan=9999>",
            "<w:p>", "</w:p>", "<w:tbl>", "</w:tc>", "<w:r><w:t>", "|", "|---|", "#", "[^1]", "[", "](", "> ", "- ", "* ", "```", "\n\n", "\r\n\r\n", "\f", "\t", ",", ";", "\"", "\"\"", "=", "=?utf-8?B?", "?=", "--",
            "Content-Type: multipart/mixed; boundary=b\r\n", "Content-Transfer-Encoding: base64\r\n", "--b\r\n", "--b--", "\u0301", "\uFEFF", "\uFFFE", "\0", "0", "-1", "65536", "99999999999999999999", "..", "../../", "/", "\\",
            "xml:space", "standalone=\"no\"", "xmlns:w=", "Target=\"http://127.0.0.1/\"", "PK\u0003\u0004", "PK\u0001\u0002",
        ]).Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xFF, 0xFE], [0xFE, 0xFF], [0x80], [0xFF, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0],
    ];

    private readonly Random _random = new(seed);

    /// <summary>A file with one to twelve places damaged; one in three packed files has its parts damaged instead, so that damage gets past the packing.</summary>
    public byte[] Mutate(byte[] file) =>
        file.AsSpan().StartsWith("PK"u8) && _random.Next(3) != 0 && Repack(file) is { } packed ? packed : Damage(file);

    private byte[] Damage(byte[] file)
    {
        List<byte> bytes = [.. file];
        for (int change = _random.Next(1, 13); change > 0 && bytes.Count > 0; change--)
        {
            int at = _random.Next(bytes.Count);
            int run = Math.Min(_random.Next(1, 1 << _random.Next(1, 12)), bytes.Count - at);
            switch (_random.Next(9))
            {
                case 0:
                    bytes[at] = (byte)_random.Next(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << _random.Next(8));
                    break;
                case 2:
                    bytes.RemoveRange(at, run);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, run));
                    break;
                case 4:
                    bytes.InsertRange(at, _pieces[_random.Next(_pieces.Length)]);
                    break;
                case 5:
                    bytes.InsertRange(at, Enumerable.Repeat(_pieces[_random.Next(_pieces.Length)], _random.Next(1, 1 << _random.Next(1, 12))).SelectMany(static piece => piece));
                    break;
                case 6:
                    byte[] other = corpus[_random.Next(corpus.Count)];
                    int from = _random.Next(other.Length);
                    bytes.InsertRange(at, other.AsSpan(from, Math.Min(run, other.Length - from)).ToArray());
                    break;
                case 7:
                    int to = _random.Next(bytes.Count - run + 1);
                    List<byte> moved = bytes.GetRange(at, run);
                    bytes.RemoveRange(at, run);
                    bytes.InsertRange(Math.Min(to, bytes.Count), moved);
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }

            if (bytes.Count > LargestInput)
            {
                bytes.RemoveRange(LargestInput, bytes.Count - LargestInput);
            }
        }

        byte[] damaged = [.. bytes];
        // Half of the texts stay well-formed UTF-8, so that damage gets past the decoding.
        return _random.Next(2) == 0 && !file.AsSpan().Contains((byte)0) ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(damaged)) : damaged;
    }

    private byte[]? Repack(byte[] file)
    {
        try
        {
            using MemoryStream packed = new();
            using (ZipArchive from = new(new MemoryStream(file), ZipArchiveMode.Read))
            using (ZipArchive to = new(packed, ZipArchiveMode.Create, leaveOpen: true))
            {
                int chosen = _random.Next(from.Entries.Count);
                for (int i = 0; i < from.Entries.Count; i++)
                {
                    using MemoryStream part = new();
                    using (Stream stream = from.Entries[i].Open())
                    {
                        stream.CopyTo(part);
                    }

                    byte[] bytes = i == chosen ? Damage(part.ToArray()) : part.ToArray();
                    using Stream written = to.CreateEntry(from.Entries[i].FullName, CompressionLevel.Fastest).Open();
                    written.Write(bytes);
                }
            }

            return packed.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}

using System.Buffers;

namespace BienNien.Reading.Encodings;

/// <summary>The lines of a file that tell its encoding: those with bytes beyond ASCII, as far as they are needed.</summary>
internal sealed class EncodingSample
{
    private const int Enough = 64 * 1024;

    // A longer stretch without a line's end is cut.
    private const int LongestLine = 4 * 1024;

    private static readonly SearchValues<byte> _lineEnds = SearchValues.Create((byte)'\n', (byte)'\r');

    private readonly ArrayBufferWriter<byte> _lines = new();

    /// <summary>The lines, each with a line feed.</summary>
    public ReadOnlySpan<byte> Lines => _lines.WrittenSpan;

    /// <summary>Whether no more is taken.</summary>
    public bool IsFull => _lines.WrittenCount >= Enough;

    /// <summary>Takes what there is in a part of a file that ends where a line does.</summary>
    public void Add(ReadOnlySpan<byte> part)
    {
        while (!IsFull && part.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) is >= 0 and int high)
        {
            int start = Math.Max(part[..high].LastIndexOfAny(_lineEnds) + 1, high - LongestLine);
            int length = part[high..].IndexOfAny(_lineEnds);
            int end = length < 0 ? part.Length : high + length;
            end = Math.Min(end, start + 2 * LongestLine);
            _lines.Write(part[start..end]);
            _lines.Write("\n"u8);
            part = part[end..];
        }
    }
}

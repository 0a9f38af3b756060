using System.Collections.Immutable;
using System.IO.Compression;
using BienNien.Text;

namespace BienNien.Keeping.Queries;

/// <summary>The layout of a document as bytes: some four for a word.</summary>
/// <remarks>
/// Packed by zlib: a number of pages with their sizes, a number of words, then for each word how far it stands from the end of the one
/// before, its length, its page and its box from those of the one before, its confidence. Whole numbers of variable length; a
/// twentieth of a point is less than a printed dot.
/// </remarks>
internal static class LayoutCodec
{
    private const float UnitsPerPoint = 20;
    private const byte NoConfidence = byte.MaxValue;

    /// <summary>The bytes of a layout; null of none.</summary>
    public static byte[]? Write(PageLayout? layout)
    {
        if (layout is null)
        {
            return null;
        }

        using MemoryStream packed = new();
        using (BinaryWriter writer = new(new ZLibStream(packed, CompressionLevel.Fastest)))
        {
            writer.Write7BitEncodedInt(layout.Pages.Length);
            foreach (PageSize page in layout.Pages)
            {
                writer.Write(page.Width);
                writer.Write(page.Height);
            }

            writer.Write7BitEncodedInt(layout.Words.Length);
            (int end, int number, int left, int top) = (0, 0, 0, 0);
            foreach (PlacedWord word in layout.Words)
            {
                (int Left, int Top, int Right, int Bottom) box = (Units(word.Box.Left), Units(word.Box.Top), Units(word.Box.Right), Units(word.Box.Bottom));
                writer.Write7BitEncodedInt(word.Span.Start - end);
                writer.Write7BitEncodedInt(word.Span.Length);
                writer.Write7BitEncodedInt(word.Page - number);
                WriteSigned(writer, box.Left - left);
                WriteSigned(writer, box.Top - top);
                writer.Write7BitEncodedInt(box.Right - box.Left);
                writer.Write7BitEncodedInt(box.Bottom - box.Top);
                writer.Write(word.Confidence ?? NoConfidence);
                (end, number, left, top) = (word.Span.End, word.Page, box.Left, box.Top);
            }
        }

        return packed.ToArray();
    }

    /// <summary>The layout of bytes; null of none.</summary>
    public static PageLayout? Read(byte[]? bytes)
    {
        if (bytes is null)
        {
            return null;
        }

        using BinaryReader reader = new(new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress));
        ImmutableArray<PageSize>.Builder pages = ImmutableArray.CreateBuilder<PageSize>();
        for (int left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            pages.Add(new PageSize(reader.ReadSingle(), reader.ReadSingle()));
        }

        ImmutableArray<PlacedWord>.Builder words = ImmutableArray.CreateBuilder<PlacedWord>();
        (int end, int number, int x, int y) = (0, 0, 0, 0);
        for (int left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            TextSpan span = new(end + reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
            number += reader.Read7BitEncodedInt();
            x += ReadSigned(reader);
            y += ReadSigned(reader);
            PageRectangle box = new(x / UnitsPerPoint, y / UnitsPerPoint, (x + reader.Read7BitEncodedInt()) / UnitsPerPoint, (y + reader.Read7BitEncodedInt()) / UnitsPerPoint);
            byte confidence = reader.ReadByte();
            words.Add(new PlacedWord(span, number, box, confidence == NoConfidence ? null : confidence));
            end = span.End;
        }

        return new PageLayout(pages.ToImmutable(), words.ToImmutable());
    }

    private static int Units(float points) => (int)MathF.Round(points * UnitsPerPoint);

    // Small numbers of either sign stay small: 0, -1, 1, -2 … as 0, 1, 2, 3 ….
    private static void WriteSigned(BinaryWriter writer, int value) => writer.Write7BitEncodedInt((value << 1) ^ (value >> 31));

    private static int ReadSigned(BinaryReader reader)
    {
        int value = reader.Read7BitEncodedInt();
        return (int)((uint)value >> 1) ^ -(value & 1);
    }
}

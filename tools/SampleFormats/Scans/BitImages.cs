using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace BienNien.SampleFormats.Scans;

/// <summary>One page in black and white.</summary>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Bits">See <see cref="GrayPage.ToBits"/>.</param>
/// <param name="DotsPerInch">How it was scanned.</param>
internal sealed record BitPage(int Width, int Height, byte[] Bits, int DotsPerInch);

/// <summary>Writes pages in black and white as files of pictures, all deflated.</summary>
internal static class BitImages
{
    private const double InchesPerMetre = 39.3701;

    /// <summary>A PNG file.</summary>
    public static byte[] Png(BitPage page)
    {
        using MemoryStream png = new();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, page.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), page.Height);
        header[8] = 1;
        WriteChunk(png, "IHDR"u8, header);
        byte[] resolution = new byte[9];
        int dotsPerMetre = (int)Math.Round(page.DotsPerInch * InchesPerMetre);
        BinaryPrimitives.WriteInt32BigEndian(resolution, dotsPerMetre);
        BinaryPrimitives.WriteInt32BigEndian(resolution.AsSpan(4), dotsPerMetre);
        resolution[8] = 1;
        WriteChunk(png, "pHYs"u8, resolution);

        // Each row begins with the number of its filter: none.
        int stride = page.Bits.Length / page.Height;
        byte[] rows = new byte[page.Bits.Length + page.Height];
        for (int y = 0; y < page.Height; y++)
        {
            page.Bits.AsSpan(y * stride, stride).CopyTo(rows.AsSpan((y * (stride + 1)) + 1));
        }

        WriteChunk(png, "IDAT"u8, Deflate(rows));
        WriteChunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    /// <summary>A TIFF file of all pages.</summary>
    public static byte[] Tiff(IReadOnlyList<BitPage> pages)
    {
        const int Short = 3;
        const int Long = 4;
        const int Rational = 5;
        using MemoryStream tiff = new();
        using BinaryWriter writer = new(tiff);
        writer.Write("II*\0"u8);
        writer.Write(0);
        int link = 4;
        foreach (BitPage page in pages)
        {
            int data = (int)tiff.Position;
            byte[] packed = Deflate(page.Bits);
            writer.Write(packed);
            if (tiff.Position % 2 == 1)
            {
                writer.Write((byte)0);
            }

            int resolution = (int)tiff.Position;
            writer.Write(page.DotsPerInch);
            writer.Write(1);
            int directory = (int)tiff.Position;
            tiff.Position = link;
            writer.Write(directory);
            tiff.Position = directory;
            (int Tag, int Type, int Value)[] fields =
            [
                (256, Long, page.Width), (257, Long, page.Height), (258, Short, 1), (259, Short, 8), (262, Short, 1), (273, Long, data), (277, Short, 1),
                (278, Long, page.Height), (279, Long, packed.Length), (282, Rational, resolution), (283, Rational, resolution), (296, Short, 2),
            ];
            writer.Write((short)fields.Length);
            foreach ((int tag, int type, int value) in fields)
            {
                writer.Write((short)tag);
                writer.Write((short)type);
                writer.Write(1);
                writer.Write(value);
            }

            link = (int)tiff.Position;
            writer.Write(0);
        }

        return tiff.ToArray();
    }

    /// <summary>A PDF file whose pages are pictures and nothing else, A4.</summary>
    public static byte[] Pdf(IReadOnlyList<BitPage> pages)
    {
        const string A4 = "595.28 841.89";
        using MemoryStream pdf = new();
        List<long> objects = [];
        void Write(string text) => pdf.Write(Encoding.Latin1.GetBytes(text));
        void Object(string dictionary, byte[]? stream = null)
        {
            objects.Add(pdf.Position);
            Write(string.Create(CultureInfo.InvariantCulture, $"{objects.Count} 0 obj\n<< {dictionary}{(stream is null ? "" : $" /Length {stream.Length}")} >>\n"));
            if (stream is not null)
            {
                Write("stream\n");
                pdf.Write(stream);
                Write("\nendstream\n");
            }

            Write("endobj\n");
        }

        Write("%PDF-1.4\n");
        Object("/Type /Catalog /Pages 2 0 R");
        Object(string.Create(CultureInfo.InvariantCulture, $"/Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select(static (_, i) => $"{3 + (3 * i)} 0 R"))}]"));
        for (int i = 0; i < pages.Count; i++)
        {
            int number = 3 + (3 * i);
            BitPage page = pages[i];
            Object(string.Create(CultureInfo.InvariantCulture, $"/Type /Page /Parent 2 0 R /MediaBox [0 0 {A4}] /Resources << /XObject << /Trang {number + 2} 0 R >> >> /Contents {number + 1} 0 R"));
            Object("", Encoding.ASCII.GetBytes($"q {A4.Replace(" ", " 0 0 ", StringComparison.Ordinal)} 0 0 cm /Trang Do Q"));
            Object(string.Create(CultureInfo.InvariantCulture, $"/Type /XObject /Subtype /Image /Width {page.Width} /Height {page.Height} /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /FlateDecode"), Deflate(page.Bits));
        }

        long table = pdf.Position;
        Write(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n"));
        foreach (long place in objects)
        {
            Write(string.Create(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
        }

        Write(string.Create(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"));
        return pdf.ToArray();
    }

    private static byte[] Deflate(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (ZLibStream zlib = new(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        return packed.ToArray();
    }

    private static void WriteChunk(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(type);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(data, Crc(type, uint.MaxValue)));
        png.Write(number);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes, uint crc)
    {
        const uint Polynomial = 0xEDB88320;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * Polynomial);
            }
        }

        return crc;
    }
}

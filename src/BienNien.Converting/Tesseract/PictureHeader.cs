using System.Buffers.Binary;

namespace BienNien.Converting.Tesseract;

/// <summary>What the header of a picture says, read before any program may decode it.</summary>
/// <param name="Ending">Of its format, whatever its name ends with: <c>.png</c>.</param>
/// <param name="Width">Of its largest page, in pixels; 0 when the header does not say.</param>
/// <param name="Height">Of its largest page, in pixels; 0 when the header does not say.</param>
/// <param name="Resolution">Dots an inch.</param>
/// <param name="Pages">How many it has.</param>
internal readonly record struct PictureHeader(string Ending, long Width, long Height, int Resolution, int Pages = 1)
{
    // Cameras and screens write 72 or 96 whatever they see.
    private const int LeastResolution = 100;
    private const int MostResolution = 2400;
    private const double MetresPerInch = 0.0254;
    private const double CentimetresPerInch = 2.54;

    // More pages than anybody scans into one file.
    private const int MostPages = 5_000;

    /// <summary>Pixels of its largest page.</summary>
    public long Pixels => Width * Height;

    /// <summary>Reads the header of a PNG, JPEG, TIFF, BMP or WebP file; null for other bytes.</summary>
    public static PictureHeader? Of(ReadOnlySpan<byte> bytes)
    {
        PictureHeader? header =
            bytes.Length > 24 && bytes[0] == 0x89 && bytes[1..].StartsWith("PNG\r\n"u8) ? Png(bytes)
            : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg(bytes)
            : bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8) ? Tiff(bytes)
            : bytes.StartsWith("BM"u8) && bytes.Length > 54 ? Bmp(bytes)
            : bytes.StartsWith("RIFF"u8) && bytes.Length > 30 && bytes[8..].StartsWith("WEBP"u8) ? WebP(bytes)
            : null;
        return header is { } known && known.Resolution is < LeastResolution or > MostResolution ? known with { Resolution = known.ResolutionOfSheet() } : header;
    }

    // A picture that does not say how large it is printed fills a sheet of A4.
    private int ResolutionOfSheet()
    {
        const double LongEdge = 11.69;
        const int LargestSheet = 600;
        return (int)Math.Clamp(Math.Round(Math.Max(Width, Height) / LongEdge), LeastResolution, LargestSheet);
    }

    private static PictureHeader Png(ReadOnlySpan<byte> bytes)
    {
        int resolution = 0;
        for (int at = 8; at + 12 <= bytes.Length;)
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            ReadOnlySpan<byte> type = bytes.Slice(at + 4, 4);
            if (type.SequenceEqual("pHYs"u8) && length == 9 && at + 17 <= bytes.Length && bytes[at + 16] == 1)
            {
                resolution = (int)Math.Round(BinaryPrimitives.ReadUInt32BigEndian(bytes[(at + 8)..]) * MetresPerInch);
            }

            if (type.SequenceEqual("IDAT"u8) || length > (uint)(bytes.Length - at - 12))
            {
                break;
            }

            at += 12 + (int)length;
        }

        return new PictureHeader(".png", BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[20..]), resolution);
    }

    private static PictureHeader Jpeg(ReadOnlySpan<byte> bytes)
    {
        (long width, long height) = (0, 0);
        int resolution = 0;
        for (int at = 2; at + 9 < bytes.Length && bytes[at] == 0xFF;)
        {
            byte marker = bytes[at + 1];
            int length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (marker == 0xE0 && at + 14 < bytes.Length && bytes[(at + 4)..].StartsWith("JFIF\0"u8))
            {
                int density = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 12)..]);
                resolution = bytes[at + 11] switch { 1 => density, 2 => (int)Math.Round(density * CentimetresPerInch), _ => 0 };
            }

            // Start of frame, whatever its coding; C4, C8 and CC are tables.
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                (width, height) = (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
                break;
            }

            at += 2 + Math.Max(2, length);
        }

        return new PictureHeader(".jpg", width, height, resolution);
    }

    private static PictureHeader Tiff(ReadOnlySpan<byte> bytes)
    {
        bool little = bytes[0] == 'I';
        PictureHeader header = new(".tif", 0, 0, 0, 0);
        HashSet<uint> seen = [];
        uint directory = bytes.Length >= 8 ? Long(bytes, 4, little) : 0;
        // A directory that leads back is no further page.
        while (header.Pages < MostPages && directory > 0 && directory + 2L <= bytes.Length && seen.Add(directory))
        {
            int entries = Short(bytes, directory, little);
            long width = 0;
            long height = 0;
            uint unit = 2;
            double density = 0;
            uint next = directory + 2;
            for (int i = 0; i < entries && next + 12L <= bytes.Length; i++, next += 12)
            {
                int tag = Short(bytes, next, little);
                uint value = Short(bytes, next + 2, little) == 3 ? (uint)Short(bytes, next + 8, little) : Long(bytes, next + 8, little);
                switch (tag)
                {
                    case 256:
                        width = value;
                        break;
                    case 257:
                        height = value;
                        break;
                    case 282 when value + 8L <= bytes.Length:
                        density = Long(bytes, value, little) / (double)Math.Max(1, Long(bytes, value + 4, little));
                        break;
                    case 296:
                        unit = value;
                        break;
                }
            }

            header = header with { Pages = header.Pages + 1 };
            if (width * height > header.Pixels)
            {
                header = header with { Width = width, Height = height, Resolution = (int)Math.Round(Math.Min(100_000, density * (unit == 3 ? CentimetresPerInch : 1))) };
            }

            directory = next + 4L <= bytes.Length ? Long(bytes, next, little) : 0;
        }

        return header;
    }

    private static PictureHeader Bmp(ReadOnlySpan<byte> bytes) => new(
        ".bmp",
        Math.Abs((long)BinaryPrimitives.ReadInt32LittleEndian(bytes[18..])), Math.Abs((long)BinaryPrimitives.ReadInt32LittleEndian(bytes[22..])),
        (int)Math.Round(BinaryPrimitives.ReadInt32LittleEndian(bytes[38..]) * MetresPerInch));

    private static PictureHeader WebP(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> data = bytes[20..];
        (long width, long height) = bytes[15] switch
        {
            (byte)'X' => (1L + (data[4] | data[5] << 8 | data[6] << 16), 1L + (data[7] | data[8] << 8 | data[9] << 16)),
            (byte)'L' => (1L + ((data[1] | data[2] << 8) & 0x3FFF), 1L + ((data[2] >> 6 | data[3] << 2 | data[4] << 10) & 0x3FFF)),
            _ => (BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF),
        };
        return new PictureHeader(".webp", width, height, 0);
    }

    private static int Short(ReadOnlySpan<byte> bytes, uint at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[(int)at..]) : BinaryPrimitives.ReadUInt16BigEndian(bytes[(int)at..]);

    private static uint Long(ReadOnlySpan<byte> bytes, uint at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[(int)at..]) : BinaryPrimitives.ReadUInt32BigEndian(bytes[(int)at..]);
}

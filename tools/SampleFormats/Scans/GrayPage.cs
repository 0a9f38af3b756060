using System.Globalization;
using System.Text;

namespace BienNien.SampleFormats.Scans;

/// <summary>A page as pixels from 0 (black) to 255 (white), row by row from the upper left.</summary>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Pixels">A byte each.</param>
internal sealed record GrayPage(int Width, int Height, byte[] Pixels)
{
    /// <summary>Reads a binary PGM file, as pdftoppm writes it.</summary>
    public static GrayPage ReadPgm(byte[] file)
    {
        int at = 0;
        string Word()
        {
            int start = at;
            while (!char.IsWhiteSpace((char)file[at]))
            {
                at++;
            }

            return Encoding.ASCII.GetString(file, start, at++ - start);
        }

        if (Word() != "P5")
        {
            throw new InvalidDataException("This is no binary PGM file.");
        }

        int width = int.Parse(Word(), CultureInfo.InvariantCulture);
        int height = int.Parse(Word(), CultureInfo.InvariantCulture);
        _ = Word();
        return new GrayPage(width, height, file[at..(at + (width * height))]);
    }

    /// <summary>The rows with a bit a pixel, 1 for white, the highest bit leftmost, each row filled up to whole bytes.</summary>
    /// <param name="threshold">The darkest gray that is white.</param>
    public byte[] ToBits(byte threshold)
    {
        int stride = (Width + 7) / 8;
        byte[] bits = new byte[stride * Height];
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                if (Pixels[(y * Width) + x] >= threshold)
                {
                    bits[(y * stride) + (x / 8)] |= (byte)(0x80 >> (x % 8));
                }
            }
        }

        return bits;
    }

    /// <summary>The page as an old copier and a hasty hand leave it: turned a little, blurred, specked. The same page gives the same one.</summary>
    /// <param name="degrees">How far it is turned, clockwise.</param>
    /// <param name="seed">Of the specks.</param>
    public GrayPage Degrade(double degrees, int seed)
    {
        byte[] turned = Turn(degrees);
        byte[] blurred = new byte[turned.Length];
        Random specks = new(seed);
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                int sum = 0;
                for (int dy = -1; dy <= 1; dy++)
                {
                    for (int dx = -1; dx <= 1; dx++)
                    {
                        int weight = (2 - Math.Abs(dx)) * (2 - Math.Abs(dy));
                        sum += weight * turned[(Math.Clamp(y + dy, 0, Height - 1) * Width) + Math.Clamp(x + dx, 0, Width - 1)];
                    }
                }

                // Grain everywhere, and now and then a speck of dust or a hole in the ink.
                int grain = specks.Next(-40, 41);
                int speck = specks.Next(1000) switch { 0 => -150, 1 or 2 => 110, _ => 0 };
                blurred[(y * Width) + x] = (byte)Math.Clamp((sum / 16) + grain + speck, 0, 255);
            }
        }

        return this with { Pixels = blurred };
    }

    private byte[] Turn(double degrees)
    {
        (double sin, double cos) = Math.SinCos(degrees * Math.PI / 180);
        byte[] turned = new byte[Pixels.Length];
        Array.Fill(turned, (byte)255);
        double middleX = Width / 2.0;
        double middleY = Height / 2.0;
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                double fromX = ((x - middleX) * cos) + ((y - middleY) * sin) + middleX;
                double fromY = ((y - middleY) * cos) - ((x - middleX) * sin) + middleY;
                if (fromX >= 0 && fromY >= 0 && fromX < Width - 1 && fromY < Height - 1)
                {
                    turned[(y * Width) + x] = Between(fromX, fromY);
                }
            }
        }

        return turned;
    }

    private byte Between(double x, double y)
    {
        int left = (int)x;
        int top = (int)y;
        double right = x - left;
        double below = y - top;
        int at = (top * Width) + left;
        return (byte)((((Pixels[at] * (1 - right)) + (Pixels[at + 1] * right)) * (1 - below))
            + (((Pixels[at + Width] * (1 - right)) + (Pixels[at + Width + 1] * right)) * below));
    }
}

namespace BienNien.Converting.Tesseract;

/// <summary>A drawn page as a PGM file: a short header, then a byte a pixel.</summary>
internal static class GrayPicture
{
    private const byte Dark = 160;
    private const int HeaderBytes = 32;

    // A full stop at 300 dots an inch has 20 dark pixels; a word has hundreds.
    private const int LeastDark = 60;

    /// <summary>Whether nothing is printed on it.</summary>
    public static bool IsBlank(string path)
    {
        byte[] buffer = new byte[1 << 16];
        using FileStream file = File.OpenRead(path);
        int skip = HeaderBytes;
        long dark = 0;
        for (int read = file.Read(buffer); read > 0 && dark < LeastDark; read = file.Read(buffer))
        {
            for (int i = Math.Min(skip, read); i < read; i++)
            {
                dark += buffer[i] < Dark ? 1 : 0;
            }

            skip = Math.Max(0, skip - read);
        }

        return dark < LeastDark;
    }
}

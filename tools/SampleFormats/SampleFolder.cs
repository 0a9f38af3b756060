using BienNien.SampleFormats.Office;
using BienNien.SampleFormats.Scans;

namespace BienNien.SampleFormats;

/// <summary>Writes every sample of a folder from its Markdown file.</summary>
internal static class SampleFolder
{
    private const int Clean = 300;
    private const int Poor = 200;
    private const byte Middle = 160;

    /// <summary>Writes the files, a line of output for each that is not LibreOffice's.</summary>
    /// <param name="folder">Where the Markdown file is and the others go.</param>
    public static void Make(string folder)
    {
        SampleDocument document = SampleDocument.Parse(File.ReadAllText(Path.Combine(folder, TextFiles.Source)));
        string In(string name) => Path.Combine(folder, name);
        void Write(string name, byte[] bytes)
        {
            File.WriteAllBytes(In(name), bytes);
            Console.WriteLine($"{name}  {bytes.Length:N0}");
        }

        byte[] word = WordFile.Of(document, WordFonts.Modern);
        Write("van-ban.docx", word);
        Write("van-ban.vntime.docx", WordFile.Of(document, WordFonts.VnTime));
        Write("van-ban.vni-times.docx", WordFile.Of(document, WordFonts.VniTimes));
        Write("van-ban.xlsx", SheetFile.Of(document));
        Write("van-ban.pptx", SlidesFile.Of(document));
        foreach ((string name, byte[] bytes) in TextFiles.Of(document, word))
        {
            Write(name, bytes);
        }

        // The names in the archive are what offices give: with spaces, accents and folders.
        Write("van-ban.zip", Package.Zip(
        [
            ("Kỷ niệm 60 năm/Đề cương.txt", File.ReadAllBytes(In("van-ban.txt"))),
            ("Kỷ niệm 60 năm/Đề cương (bản Word).docx", word),
            ("bản cũ/de cuong TCVN3.txt", File.ReadAllBytes(In("van-ban.tcvn3.txt"))),
        ]));

        foreach (string format in (string[])["doc:MS Word 97", "rtf", "odt", "pdf"])
        {
            Programs.Convert(In("van-ban.docx"), format, folder);
        }

        Programs.Convert(In("van-ban.xlsx"), "xls:MS Excel 97", folder);

        DirectoryInfo temporary = Directory.CreateTempSubdirectory("biennien-scans-");
        try
        {
            IReadOnlyList<GrayPage> Render(int dotsPerInch)
            {
                string prefix = Path.Combine(temporary.FullName, $"{dotsPerInch}");
                Programs.Run("pdftoppm", "-gray", "-r", $"{dotsPerInch}", In("van-ban.pdf"), prefix);
                return [.. Directory.GetFiles(temporary.FullName, $"{dotsPerInch}-*.pgm").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).Select(GrayPage.ReadPgm)];
            }

            BitPage[] clean = [.. Render(Clean).Select(static page => new BitPage(page.Width, page.Height, page.ToBits(Middle), Clean))];
            Write("van-ban.quet-300.pdf", BitImages.Pdf(clean));
            Write("van-ban.quet-300.tif", BitImages.Tiff(clean));
            Write("van-ban.quet-300.trang-1.png", BitImages.Png(clean[0]));
            Programs.Run("pdftoppm", "-jpeg", "-jpegopt", "quality=30", "-gray", "-r", $"{Clean}", "-f", $"{clean.Length}", "-singlefile", In("van-ban.pdf"), In($"van-ban.quet-300.trang-{clean.Length}"));

            // Each page lay a little differently on the glass.
            double[] skews = [0.4, -0.6, 0.3, -0.2];
            BitPage[] poor = [.. Render(Poor).Select((page, i) =>
                new BitPage(page.Width, page.Height, page.Degrade(skews[i % skews.Length], i + 1).ToBits(Middle), Poor))];
            Write("van-ban.quet-xau-200.pdf", BitImages.Pdf(poor));
            Write("van-ban.quet-xau-200.trang-1.png", BitImages.Png(poor[0]));
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }
}

using System.Globalization;
using BienNien.SampleFormats;
using BienNien.SampleFormats.Comparing;
using Shouldly;

namespace BienNien.Apps.Tests.Formats;

/// <summary>One document in every format and encoding: the same times, quantities and papers are found in each. <c>tools/compare-sample-formats</c> prints the figures.</summary>
public sealed class SampleFormatTests(SampleEngine samples) : IClassFixture<SampleEngine>
{
    private const double Electronic = 0.995;
    private const double CleanScan = 0.95;
    private const double PoorScan = 0.85;

    [Theory]
    [Sample("van-ban.utf-8-bom.txt", Electronic)]
    [Sample("van-ban.utf-16le.txt", Electronic)]
    [Sample("van-ban.utf-16be.txt", Electronic)]
    [Sample("van-ban.nfd.txt", Electronic)]
    [Sample("van-ban.windows-1258.txt", Electronic)]
    [Sample("van-ban.tcvn3.txt", Electronic)]
    [Sample("van-ban.vni.txt", Electronic)]
    [Sample("van-ban.viscii.txt", Electronic)]
    [Sample("van-ban.vps.txt", Electronic)]
    [Sample("van-ban.md", Electronic)]
    [Sample("van-ban.html", Electronic)]
    [Sample("van-ban.ky-hieu.html", Electronic)]
    [Sample("van-ban.windows-1258.html", Electronic)]
    [Sample("van-ban.mhtml", Electronic)]
    [Sample("van-ban.docx", Electronic)]
    [Sample("van-ban.vntime.docx", Electronic)]
    [Sample("van-ban.vni-times.docx", Electronic)]
    [Sample("van-ban.doc", Electronic, "soffice")]
    [Sample("van-ban.rtf", Electronic, "soffice")]
    [Sample("van-ban.odt", Electronic, "soffice")]
    [Sample("van-ban.vntime.rtf", Electronic, "soffice")]
    [Sample("van-ban.xlsx", Electronic)]
    [Sample("van-ban.xls", Electronic, "soffice")]
    [Sample("van-ban.csv", Electronic)]
    [Sample("van-ban.windows-1258.csv", Electronic)]
    [Sample("van-ban.pptx", Electronic)]
    [Sample("van-ban.pdf", Electronic, "pdftotext")]
    [Sample("van-ban.eml", Electronic)]
    [Sample("van-ban.zip", Electronic)]
    [Sample("van-ban.quet-300.pdf", CleanScan, "pdftoppm", "tesseract")]
    [Sample("van-ban.quet-300.tif", CleanScan, "tesseract")]
    [Sample("van-ban.quet-300.trang-1.png", CleanScan, "pdftotext", "tesseract")]
    [Sample("van-ban.quet-300.trang-3.jpg", CleanScan, "pdftotext", "tesseract")]
    [Sample("van-ban.quet-xau-200.pdf", PoorScan, "pdftoppm", "tesseract")]
    [Sample("van-ban.quet-xau-200.trang-1.png", PoorScan, "pdftotext", "tesseract")]
    public void Times_quantities_and_papers_agree_with_the_text(string name, double floor)
    {
        foreach (FileAgreement file in FileAgreement.Of(samples.Engine, SampleEngine.Folder, name))
        {
            file.Problem.ShouldBeNull(file.Name);
            Bag mentions = file.Mentions!;
            mentions.Agreement.ShouldBeGreaterThanOrEqualTo(floor, string.Join('\n', [file.Name, .. mentions.Missing.Select(static one => $"- {one}"), .. mentions.Extra.Select(static one => $"+ {one}")]));
        }
    }

    [Fact]
    public void Every_file_is_compared()
    {
        string[] compared = [.. typeof(SampleFormatTests).GetMethod(nameof(Times_quantities_and_papers_agree_with_the_text))!.GetCustomAttributes(false).OfType<SampleAttribute>().Select(static sample => sample.Name)];

        Directory.GetFiles(SampleEngine.Folder).Select(static path => Path.GetFileName(path)).Except([FileAgreement.Reference]).ShouldBe(compared, ignoreOrder: true);
    }

    [Fact]
    public void The_files_of_text_are_those_that_their_program_makes()
    {
        SampleDocument document = SampleDocument.Parse(File.ReadAllText(Path.Combine(SampleEngine.Folder, TextFiles.Source)));
        byte[] word = File.ReadAllBytes(Path.Combine(SampleEngine.Folder, "van-ban.docx"));
        foreach ((string name, byte[] bytes) in TextFiles.Of(document, word))
        {
            File.ReadAllBytes(Path.Combine(SampleEngine.Folder, name)).AsSpan().SequenceEqual(bytes).ShouldBeTrue($"{name}: run tools/make-sample-formats");
        }
    }

    [Fact]
    public void The_document_says_enough_to_be_compared()
    {
        string text = File.ReadAllText(Path.Combine(SampleEngine.Folder, FileAgreement.Reference));
        DocumentView view = samples.View(FileAgreement.Reference);

        view.Mentions.Count(static mention => mention.StartsWith("TIME ", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(70);
        view.Mentions.Count(static mention => mention.StartsWith("QUANTITY ", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(80);
        view.Mentions.Count(static mention => mention.StartsWith("DOCREF ", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(25);

        // All 134 letters beyond ASCII, so that each encoding must read each.
        const string Small = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ";
        (Small + Small.ToUpper(CultureInfo.InvariantCulture)).Where(letter => !text.Contains(letter, StringComparison.Ordinal)).ShouldBeEmpty();
    }
}

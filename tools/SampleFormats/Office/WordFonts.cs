using System.Text;
using BienNien.SampleFormats.Texts;
using BienNien.Tests.Reading.Encodings;
using BienNien.Text;

namespace BienNien.SampleFormats.Office;

/// <summary>In which fonts a Word file's words are set, and so in which encoding.</summary>
internal abstract class WordFonts
{
    /// <summary>The font of what is Unicode in every file.</summary>
    public const string Unicode = "Noto Serif";

    /// <summary>Everything in Unicode.</summary>
    public static WordFonts Modern { get; } = new ModernFonts();

    /// <summary>TCVN3, capitals in a font of their own.</summary>
    public static WordFonts VnTime { get; } = new VnTimeFonts();

    /// <summary>VNI.</summary>
    public static WordFonts VniTimes { get; } = new VniTimesFonts();

    /// <summary>The runs of a text: the characters that the file has, and the font that makes words of them.</summary>
    public abstract IEnumerable<(string Characters, string Font)> Runs(string text);

    // Word keeps such bytes as the characters of Windows-1252.
    private static string Shown(byte[] bytes) => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);

    private sealed class ModernFonts : WordFonts
    {
        public override IEnumerable<(string Characters, string Font)> Runs(string text) => [(text, Unicode)];
    }

    private sealed class VnTimeFonts : WordFonts
    {
        public override IEnumerable<(string Characters, string Font)> Runs(string text) =>
            FontRuns.OfTcvn3(text).Select(run => (Shown(LegacyEncoder.Encode(run.Text, TextEncoding.Tcvn3, run.Capitals)), run.Capitals ? ".VnTimeH" : ".VnTime"));
    }

    private sealed class VniTimesFonts : WordFonts
    {
        public override IEnumerable<(string Characters, string Font)> Runs(string text) => [(Shown(LegacyEncoder.Encode(text, TextEncoding.VniWindows)), "VNI-Times")];
    }
}

using System.Text;
using BienNien.Checking;
using BienNien.Finding;
using BienNien.Reading;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Cli.LanguageServer;

/// <summary>A draft that is open in an editor, in one of its states. Immutable.</summary>
/// <param name="Uri">As the editor names it.</param>
/// <param name="Name">The file's name, by whose ending it is read.</param>
/// <param name="Version">The editor's count of its states.</param>
/// <param name="Source">Its text.</param>
internal sealed record OpenDraft(string Uri, string Name, int Version, SourceText Source)
{
    private static readonly ReadOptions _utf8 = ReadOptions.Default with { Encoding = TextEncoding.Utf8 };

    /// <summary>What was read and found; null until it was checked, and for what cannot be read.</summary>
    internal CheckedDocument? Checked { get; private init; }

    /// <summary>The mentions, by start.</summary>
    internal System.Collections.Immutable.ImmutableArray<Mention> Mentions { get; private init; } = [];

    /// <summary>The draft with what is to be said of it.</summary>
    internal OpenDraft Check(Engine engine, CheckSettings settings)
    {
        if (engine.Reader.Read(Name, Encoding.UTF8.GetBytes(Source.Text), _utf8) is not ReadResult.Read read)
        {
            return this;
        }

        DocumentAnalysis analysis = engine.Analyze(read.Document);
        return this with { Checked = engine.Checker.Check(analysis, settings), Mentions = analysis.Mentions };
    }

    /// <summary>The file's name in a URI; one that the program reads as plain text, or as Markdown where the editor says so, when its ending tells nothing.</summary>
    internal static string NameOf(string uri, string language)
    {
        string path = System.Uri.TryCreate(uri, UriKind.Absolute, out Uri? parsed) ? System.Uri.UnescapeDataString(parsed.AbsolutePath) : uri;
        string name = Path.GetFileName(path);
        return Path.GetExtension(name).ToLowerInvariant() is ".txt" or ".md" or ".markdown" or ".html" or ".htm" ? name : language == "markdown" ? name + ".md" : name + ".txt";
    }
}

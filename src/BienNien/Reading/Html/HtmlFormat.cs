using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BienNien.Text;

namespace BienNien.Reading.Html;

/// <summary>Web pages: the text that a browser shows, a block a line; nothing is run, nothing is fetched.</summary>
/// <remarks>
/// The tokens are AngleSharp's; no tree is built, so that time is linear, nesting costs nothing and each character keeps its place
/// in the file. The document's map leads to the decoded characters of the file.
/// </remarks>
internal sealed partial class HtmlFormat : IDocumentFormat
{
    private const int FarthestCharset = 1024;

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".html", ".htm", ".xhtml"];

    /// <inheritdoc/>
    public ReadResult Read(string name, FileContent content, ReadOptions options)
    {
        ReadOnlyMemory<byte> bytes = content.Bytes;
        // A page that is UTF-8 is read as such, whatever it declares: text in an older encoding is practically never valid UTF-8.
        if (TextDecoding.DecodeSource(bytes.Span, options, DeclaredCharset(bytes.Span), out string source, out SourceEncoding encoding) is { } problem)
        {
            return problem.Code == ProblemCode.NotUtf8 && DeclaredCharset(bytes.Span) is { } charset
                ? problem with { Detail = $"{problem.Detail} (charset={charset})" }
                : problem;
        }

        DocumentAssembler document = new() { Encoding = encoding };
        new HtmlFlow(source, document).ReadAll();
        return document.Finish(name);
    }

    private static string? DeclaredCharset(ReadOnlySpan<byte> bytes)
    {
        string head = System.Text.Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, FarthestCharset)]);
        Match match = Charset.Match(head);
        return match.Success ? match.Groups["name"].Value : null;
    }

    [GeneratedRegex("""charset\s*=\s*["']?\s*(?<name>[A-Za-z0-9._:-]{1,40})""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Charset { get; }
}

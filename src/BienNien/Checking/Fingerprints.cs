using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BienNien.Text;

namespace BienNien.Checking;

/// <summary>Names diagnostics by content rather than by line.</summary>
internal static class Fingerprints
{
    // Enough to tell two places of one document apart, few enough to outlive an edit in the same sentence.
    private const int WordsBeside = 4;

    public static ImmutableArray<Diagnostic> Give(TokenizedDocument document, IEnumerable<Diagnostic> diagnostics)
    {
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        ImmutableArray<Diagnostic>.Builder named = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            string name = Of(document, diagnostic);
            int nth = seen[name] = seen.GetValueOrDefault(name) + 1;
            named.Add(diagnostic with
            {
                Fingerprint = nth == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{nth}"),
            });
        }

        return named.ToImmutable();
    }

    private static string Of(TokenizedDocument document, Diagnostic diagnostic)
    {
        int first = Math.Max(0, document.TokenAt(diagnostic.Span.Start));
        int last = Math.Max(first, document.TokenAt(Math.Max(diagnostic.Span.Start, diagnostic.Span.End - 1)));
        StringBuilder content = new(diagnostic.Slug);

        // Not beyond a full stop: what stands before and after the sentence is another matter.
        int from = first;
        while (from > Math.Max(0, first - WordsBeside) && !EndsSentence(document, from - 1))
        {
            from--;
        }

        int to = last + 1;
        while (to < Math.Min(document.Tokens.Length, last + 1 + WordsBeside) && !EndsSentence(document, to))
        {
            to++;
        }

        for (int i = from; i < to; i++)
        {
            // The words themselves, each once separated: a line wrapped elsewhere changes nothing.
            content.Append(i == first || i == last + 1 ? '\t' : ' ').Append(document.Document.Text, document.Tokens[i].Start, document.Tokens[i].Length);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())).AsSpan(0, 8));
    }

    private static bool EndsSentence(TokenizedDocument document, int token) =>
        document.Tokens[token].IsMark && document.Document.Text[document.Tokens[token].Start] is '.' or '!' or '?';
}

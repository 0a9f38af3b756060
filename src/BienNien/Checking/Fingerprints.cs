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

    private static int BlockStart(TokenizedDocument document, int token)
    {
        if (document.Sentences.IsEmpty)
        {
            return 0;
        }

        int sentence = document.SentenceOfToken(token);
        while (sentence > 0 && document.Sentences[sentence - 1].Block == document.Sentences[sentence].Block)
        {
            sentence--;
        }

        return document.Sentences[sentence].First;
    }

    private static int BlockEnd(TokenizedDocument document, int token)
    {
        if (document.Sentences.IsEmpty)
        {
            return 0;
        }

        int sentence = document.SentenceOfToken(token);
        while (sentence + 1 < document.Sentences.Length && document.Sentences[sentence + 1].Block == document.Sentences[sentence].Block)
        {
            sentence++;
        }

        return document.Sentences[sentence].End;
    }

    private static string Of(TokenizedDocument document, Diagnostic diagnostic)
    {
        int first = Math.Max(0, document.TokenAt(diagnostic.Span.Start));
        int last = Math.Max(first, document.TokenAt(Math.Max(diagnostic.Span.Start, diagnostic.Span.End - 1)));
        StringBuilder content = new(diagnostic.Slug);

        // Not beyond the block: what stands before and after it is another matter.
        int from = BlockStart(document, first);
        int to = BlockEnd(document, last);
        for (int i = Math.Max(from, first - WordsBeside); i < Math.Min(to, last + 1 + WordsBeside); i++)
        {
            // The words themselves, each once separated: a line wrapped elsewhere changes nothing.
            content.Append(i == first || i == last + 1 ? '\t' : ' ').Append(document.Document.Text, document.Tokens[i].Start, document.Tokens[i].Length);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())).AsSpan(0, 8));
    }
}

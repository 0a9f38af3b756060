using System.Collections.Immutable;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking.Spelling;

/// <summary>A publishing house named behind “Nxb”.</summary>
/// <param name="First">The first token of its name.</param>
/// <param name="End">One past the last.</param>
internal readonly record struct PublisherName(int First, int End);

/// <summary>Publishing houses of a document, and those that it names once in full and once by their initials: “NXB QĐND”. Immutable, safe to share.</summary>
internal sealed class PublisherNames(Vocabulary.Builder words)
{
    private const int LongestName = 6;
    private const int LeastInitials = 3;

    private readonly PublisherWords _publisher = new(words);

    /// <summary>The houses of a document, in reading order.</summary>
    public List<PublisherName> Read(DocumentAnalysis analysis)
    {
        List<PublisherName> names = [];
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        for (int at = 0; at + 1 < tokens.Length; at++)
        {
            int first = _publisher.EndAt(tokens, at);
            if (first == 0 || first + 1 >= tokens.Length)
            {
                continue;
            }

            first += analysis.Document.Text[tokens[first].Start] == '.' ? 1 : 0;
            int end = first;
            while (end < tokens.Length && tokens[end].IsWord && end - first < LongestName && analysis.Tokens.SentenceOfToken(end) == analysis.Tokens.SentenceOfToken(first))
            {
                end++;
            }

            if (end > first && tokens[first].Capitalised)
            {
                names.Add(new PublisherName(first, end));
            }
        }

        return names;
    }

    /// <summary>The houses that are named by their initials where the document names them in full as well.</summary>
    public static void FindInitials(DocumentAnalysis analysis, List<PublisherName> names, List<NameSlip> found)
    {
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        string text = analysis.Document.Text;
        foreach (PublisherName name in names)
        {
            ReadOnlySpan<char> initials = text.AsSpan(tokens[name.First].Start, tokens[name.First].Length);
            if (name.End - name.First == 1 && tokens[name.First].AllUpper && initials.Length >= LeastInitials)
            {
                foreach (PublisherName full in names)
                {
                    if (full.End - full.First >= initials.Length && Spells(text, tokens, full, initials))
                    {
                        TextSpan usual = TextSpan.Between(tokens[full.First].Start, tokens[full.First + initials.Length - 1].End);
                        found.Add(new NameSlip(tokens[name.First].Span, analysis.Document.WordsAt(usual), usual, DiagnosticConfidence.Likely));
                        break;
                    }
                }
            }
        }
    }

    private static bool Spells(string text, ImmutableArray<Token> tokens, PublisherName full, ReadOnlySpan<char> initials)
    {
        for (int i = 0; i < initials.Length; i++)
        {
            if (char.ToUpperInvariant(text[tokens[full.First + i].Start]) != initials[i])
            {
                return false;
            }
        }

        return true;
    }
}

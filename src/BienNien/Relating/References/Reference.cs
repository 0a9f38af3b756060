using System.Collections.Immutable;
using System.Runtime.InteropServices;
using BienNien.Relating.Facts;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating.References;

/// <summary>A word that stands for somebody or something named before: <c>ông</c>, <c>chi bộ</c>.</summary>
/// <param name="Token">Its first token in the document.</param>
/// <param name="Length">How many tokens it has.</param>
/// <param name="Span">Its words.</param>
/// <param name="Mention">Index of the mention it stands for.</param>
/// <param name="Certainty">Medium when nothing else fits as well, else Low.</param>
/// <param name="Rule">The rule that says so.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Reference(int Token, int Length, TextSpan Span, int Mention, FactCertainty Certainty, RuleId Rule);

/// <summary>Of whom a sentence tells that names nobody: the person of a biography's heading, or of the sentence before.</summary>
/// <param name="Mention">Index of the mention; -1 for nobody.</param>
/// <param name="Certainty">How sure that is.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Topic(int Mention, FactCertainty Certainty)
{
    /// <summary>Nobody.</summary>
    public static Topic None => new(-1, FactCertainty.Low);
}

/// <summary>What the words of a document stand for that name nothing themselves. Immutable.</summary>
/// <param name="All">By place.</param>
/// <param name="Topics">For each sentence of the document, of whom it tells when it names nobody.</param>
internal sealed record ReferenceMap(ImmutableArray<Reference> All, ImmutableArray<Topic> Topics)
{
    /// <summary>The index in <see cref="All"/> of the first reference at or behind a token of the document.</summary>
    public int FirstFrom(int token)
    {
        (int low, int high) = (0, All.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = All[middle].Token < token ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

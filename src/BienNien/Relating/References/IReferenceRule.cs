using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating.References;

/// <summary>A rule that says what a word stands for. Immutable.</summary>
internal interface IReferenceRule : IRule
{
    /// <summary>Reads the word that may begin at a place where no name stands; 0 tokens when there is none.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">The place.</param>
    /// <param name="named">What was named before it.</param>
    /// <param name="reference">What the word stands for.</param>
    int Read(Sentence sentence, int at, NamedBefore named, out Topic reference);
}

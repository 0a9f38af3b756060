using BienNien.Rules;

namespace BienNien.Relating.Figures;

/// <summary>A rule that reads what an amount is the figure of. Immutable; the rules are asked in the order of the list in <see cref="FigureRelater"/>, and the first that reads an amount takes it.</summary>
internal interface IFigureRule : IRule
{
    /// <summary>Reads one amount of the sentence.</summary>
    /// <param name="scene">The sentence.</param>
    /// <param name="amount">Which amount.</param>
    /// <param name="sink">Where claims go.</param>
    /// <returns>Whether the amount is of this rule's construction and was taken.</returns>
    bool Read(FigureScene scene, int amount, FigureSink sink);
}

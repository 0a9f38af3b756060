using BienNien.Finding.Quantities.Rules;
using BienNien.Finding.Quantities.Tables;
using BienNien.Text;

namespace BienNien.Finding.Quantities;

/// <summary>The rules that find QUANTITY mentions.</summary>
public static class QuantityRules
{
    /// <summary>Settles how numbers are dressed, after every amount has its unit and scale.</summary>
    public static FinderPart Dresses { get; } = new([], new NumberDressResolver());

    /// <summary>Makes the rules; each adds its words to the vocabulary.</summary>
    public static FinderPart Create(Vocabulary.Builder words)
    {
        QuantityGrammar amounts = new(words);
        return new FinderPart(
        [
            new Figure(amounts, words),
            new NumberInWords(amounts, words),
            new OrderOfMagnitude(amounts, words),
            new Fraction(amounts),
            new Share(amounts, words),
            new TableFigure(amounts, words),
            new Multiple(amounts, words),
        ],
        new TableFigures(amounts, words));
    }
}

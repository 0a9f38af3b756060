using System.Collections.Immutable;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Checking.Arithmetic;

/// <summary>A cell of a ratio column that does not follow the formula which the other cells of the column follow.</summary>
/// <param name="Cell">The number in the ratio column.</param>
/// <param name="Upper">The dividend's cell.</param>
/// <param name="Lower">The divisor's cell.</param>
/// <param name="Computed">What the formula gives.</param>
/// <param name="IsPercent">Whether the column tells percentages, not numbers of times.</param>
/// <param name="Decimals">How many decimals the cell is written with.</param>
internal sealed record RatioSlip(TextSpan Cell, TextSpan Upper, TextSpan Lower, FigureRange Computed, bool IsPercent, int Decimals);

/// <summary>Finds the columns of tables that are computed from two others.</summary>
/// <remarks>No word of the head is trusted alone: a formula holds for a column when most of its rows obey it.</remarks>
internal static class RatioColumns
{
    private const int LongestCell = 40;
    private const int LeastRows = 3;

    private enum Formula
    {
        Percent,
        Times,
        Growth,
    }

    /// <summary>The slips of all tables, in reading order.</summary>
    public static ImmutableArray<RatioSlip> Slips(Document document)
    {
        ImmutableArray<RatioSlip>.Builder slips = ImmutableArray.CreateBuilder<RatioSlip>();
        foreach (IGrouping<int, Block> table in document.Blocks.Where(static block => block.Cell is not null).GroupBy(static block => block.Cell!.Value.Table))
        {
            Find(document, [.. table], slips);
        }

        return slips.OrderBy(static slip => slip.Cell).ToImmutableArray();
    }

    private static void Find(Document document, ImmutableArray<Block> blocks, ImmutableArray<RatioSlip>.Builder slips)
    {
        Dictionary<(int Row, int Column), Number> numbers = [];
        Dictionary<int, string> heads = [];
        int columns = 0;
        foreach (Block block in blocks)
        {
            TableCell cell = block.Cell!.Value;
            columns = Math.Max(columns, cell.Column + 1);
            string text = document.Surface(block.Span);
            if (cell.IsHeader)
            {
                heads[cell.Column] = heads.GetValueOrDefault(cell.Column, "") + " " + text;
            }
            else if (text.Length <= LongestCell && Read(text, block.Span.Start) is { } number)
            {
                numbers[(cell.Row, cell.Column)] = number;
            }
        }

        for (int ratio = 0; ratio < columns; ratio++)
        {
            (int Obeying, List<RatioSlip> Slips) best = (0, []);
            bool said = heads.TryGetValue(ratio, out string? head)
                && (head.Contains('%', StringComparison.Ordinal) || head.Contains("lần", StringComparison.OrdinalIgnoreCase));
            for (int upper = 0; upper < columns; upper++)
            {
                for (int lower = 0; lower < columns; lower++)
                {
                    // A product has three faces: unless the head says so, the column to the right of both others is the computed one.
                    if (!said && ratio < Math.Max(upper, lower))
                    {
                        continue;
                    }

                    foreach (Formula formula in Enum.GetValues<Formula>())
                    {
                        if (upper != lower && upper != ratio && lower != ratio && Try(numbers, ratio, upper, lower, formula) is var tried && tried.Obeying > best.Obeying)
                        {
                            best = tried;
                        }
                    }
                }
            }

            bool holds = best.Obeying >= LeastRows ? best.Slips.Count * 4 <= best.Obeying + best.Slips.Count : said && best is { Obeying: 2, Slips.Count: 1 };
            if (holds)
            {
                slips.AddRange(best.Slips);
            }
        }
    }

    private static (int Obeying, List<RatioSlip> Slips) Try(Dictionary<(int Row, int Column), Number> numbers, int ratio, int upper, int lower, Formula formula)
    {
        int obeying = 0;
        List<RatioSlip> slips = [];
        foreach (((int row, int column), Number said) in numbers)
        {
            if (column != ratio || !said.Fits(formula)
                || !numbers.TryGetValue((row, upper), out Number top) || !numbers.TryGetValue((row, lower), out Number bottom)
                || top.Words.Length > 0 || bottom.Words.Length > 0
                || top.Range / bottom.Range is not { } quotient
                || FigureRange.OfResult(said.Value, TimexMod.None, said.Decimals, formula == Formula.Times) is not { } claimed)
            {
                continue;
            }

            FigureRange computed = formula switch
            {
                Formula.Percent => quotient.Times(100),
                Formula.Growth => quotient.Times(100).Plus(-100),
                _ => quotient,
            };
            if (computed.Meets(claimed))
            {
                obeying++;
            }
            else if (!(computed.Times(1000).Meets(claimed) || computed.Times(0.001m).Meets(claimed)))
            {
                // A thousand times off is a matter of points and commas, another rule's.
                slips.Add(new RatioSlip(said.Span, top.Span, bottom.Span, computed, formula != Formula.Times, said.Decimals));
            }
        }

        return (obeying, slips);
    }

    // A cell that is one number, perhaps with “gấp … lần” or a unit around it.
    private static Number? Read(string text, int start)
    {
        int first = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (first < 0 || !Figure.TryReadWritten(text, out decimal value, out int decimals))
        {
            return null;
        }

        int end = first;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }

        string words = (text[..first] + text[end..]).Trim(' ', '*', '%');
        return words.AsSpan().ContainsAnyInRange('0', '9') || words.Contains('-', StringComparison.Ordinal)
            ? null
            : new Number(value, decimals, new TextSpan(start + first, end - first), words);
    }

    private readonly record struct Number(decimal Value, int Decimals, TextSpan Span, string Words)
    {
        public FigureRange Range
        {
            get
            {
                decimal step = 1m;
                for (int i = 0; i < Decimals; i++)
                {
                    step /= 10;
                }

                // The whole numbers of a table are often rounded thousands or millions.
                return new FigureRange(Value - (step / 2), Value + (step / 2));
            }
        }

        // Words in the cell tell which formula is meant: “gấp 1,6 lần”, “tăng 12”; other words, none of them.
        public bool Fits(Formula formula) => Words.Length == 0 || formula switch
        {
            Formula.Times => Words.Contains("lần", StringComparison.OrdinalIgnoreCase),
            Formula.Growth => Words.Equals("tăng", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
    }
}

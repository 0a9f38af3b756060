using System.Collections.Immutable;
using BienNien.Finding.Quantities.Tables;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.Quantities.Rules;

/// <summary>QTY006. A figure that fills a cell of a table: <c>1.250</c>, <c>-3,1</c>, <c>(3,1)</c>, <c>156/187</c>, <c>5 - 7</c>, <c>tăng 12</c>.</summary>
/// <remarks>
/// Examples, sources and the cases it leaves alone: TableFigure.md, beside this file. What it counts stands elsewhere in the table: <see cref="TableFigures"/> looks there.
/// </remarks>
internal sealed class TableFigure(QuantityGrammar amounts, Vocabulary.Builder words) : IMentionRule
{
    private readonly WordSet _directions = words.AddSet(DirectionWords);

    /// <summary>The words that may stand before a figure in its cell.</summary>
    public static ImmutableArray<string> DirectionWords { get; } = ["tăng", "giảm", "gấp", "bằng", "đạt", "còn", "vượt", "thêm", "hụt"];

    /// <inheritdoc/>
    public RuleId Id => TableFigures.Rule;

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords => [];

    /// <inheritdoc/>
    public Openings Openings => Openings.Numbers;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        if (at > 3 || sentence.Block.Kind != BlockKind.TableCell || sentence.Block.Cell is not { IsHeader: false })
        {
            return;
        }

        // A telephone number or a code begins with a zero; 0,5 is a figure.
        ReadNumber number = amounts.Numbers.FiguresAt(sentence, at);
        if (number.End == 0 || (sentence[at].Length > 2 && sentence.Text[sentence[at].Start] == '0'))
        {
            return;
        }

        (int first, int sign, bool bracket) = Opening(sentence, at);
        if (first < 0)
        {
            return;
        }

        int end = number.End;
        QuantityValue value = new(sign * number.Value, "") { Dress = number.Dress };
        if (sentence[end].IsNumber || !Goes(sentence, ref end, ref value, number))
        {
            return;
        }

        if (bracket)
        {
            if (!IsMark(sentence, end, ')'))
            {
                return;
            }

            end++;
        }
        else if (sentence[end].IsMark && sentence[end].Length == 1 && sentence.Text[sentence[end].Start] is '%' or '‰')
        {
            value = value with { Unit = sentence.Surface(end).ToString() };
            end++;
        }

        if (IsEnd(sentence, end) || IsRemark(sentence, end))
        {
            found.Add(sentence, MentionKind.Quantity, first, end, value, weight: 1);
        }
    }

    // The sign belongs to the figure, as do the brackets that accounts put around a loss; words before it do not.
    private (int First, int Sign, bool Bracket) Opening(Sentence sentence, int at)
    {
        int first = at;
        int sign = 1;
        bool bracket = false;
        if (at > 0 && sentence[at - 1] is { IsMark: true, Length: 1 } mark && !(sentence[at].SpaceBefore && at > 1))
        {
            switch (sentence.Text[mark.Start])
            {
                case '-' or '–' or '−':
                    (first, sign) = (at - 1, -1);
                    break;
                case '+':
                    first = at - 1;
                    break;
                case '(' when at == 1:
                    (first, sign, bracket) = (0, -1, true);
                    break;
                default:
                    return (-1, 1, false);
            }
        }

        for (int i = 0; i < first; i++)
        {
            // Markdown writes bold figures between stars.
            if (!_directions.Contains(sentence[i]) && sentence.Surface(i) is not ("*" or "**"))
            {
                return (-1, 1, false);
            }
        }

        return (first, sign, bracket);
    }

    // “156/187” is a part of a whole, “5 - 7” a range.
    private bool Goes(Sentence sentence, ref int end, ref QuantityValue value, ReadNumber number)
    {
        if (!sentence[end + 1].IsNumber || !sentence[end].IsMark || sentence.Surface(end) is not ("/" or "-" or "–"))
        {
            return true;
        }

        char joint = sentence.Text[sentence[end].Start];
        ReadNumber other = amounts.Numbers.FiguresAt(sentence, end + 1);
        if (other.End == 0 || other.Value < number.Value || value.Value < 0)
        {
            return false;
        }

        value = joint == '/' ? value with { Of = other.Value } : value with { To = other.Value };
        end = other.End;
        return true;
    }

    // Notes hang on a figure: “5*”, “5 (*)”, “5¹”.
    private static bool IsEnd(Sentence sentence, int at)
    {
        for (int i = at; i < sentence.Count; i++)
        {
            bool note = sentence[i].Kind == TokenKind.NoteMark || (sentence[i].IsMark && sentence.Surface(i).IndexOfAnyExcept("*()") < 0);
            if (!note)
            {
                return false;
            }
        }

        return true;
    }

    // “100 (20%)”: what stands in brackets is told of the figure.
    private static bool IsRemark(Sentence sentence, int at) =>
        IsMark(sentence, at, '(') && IsMark(sentence, sentence.Count - 1, ')');

    private static bool IsMark(Sentence sentence, int at, char mark) => sentence[at] is { IsMark: true, Length: 1 } token && sentence.Text[token.Start] == mark;
}

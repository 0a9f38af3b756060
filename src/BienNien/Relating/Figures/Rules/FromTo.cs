using BienNien.Finding.Quantities;
using BienNien.Rules;

namespace BienNien.Relating.Figures.Rules;

/// <summary>FIG003. From one value to another: “tăng từ 34% (năm 2015) lên 48,2% (năm 2022)”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: FromTo.md, beside this file.</remarks>
internal sealed class FromTo : IFigureRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("FIG003");

    /// <inheritdoc/>
    public bool Read(FigureScene scene, int amount, FigureSink sink)
    {
        Amount told = scene.Amounts[amount];
        if (ComesTo(scene, amount) && sink.Took(amount - 1) && sink.Last is { } start && start.Rule == Id)
        {
            sink.AddFurther(amount, FigureMeasure.Level, TurnOf(scene, amount), [new FigureRelation(FigureRelationKind.FromTo, told.Mention, start.Figure, start.Period.Value)]);
            return true;
        }

        int from = FromBefore(scene, told.First);
        if (from < 0 || amount + 1 >= scene.Amounts.Count || !ComesTo(scene, amount + 1))
        {
            return false;
        }

        NameSpan name = NameReader.Before(scene, from);
        if (name.IsEmpty && !sink.GoesOn(amount, from))
        {
            return false;
        }

        sink.AddLevel(amount, name);
        return sink.Took(amount);
    }

    // “từ 34%”, “từ năm 2015 là 34%”
    private static int FromBefore(FigureScene scene, int first)
    {
        for (int i = first - 1; i >= first - 5 && i >= 0; i--)
        {
            if (scene.Sentence[i].Word == scene.Words.From && scene.TimeAt(i) < 0)
            {
                return i;
            }

            if (scene.TimeAt(i) < 0 && scene.RoleAt(i) is not (FigureRole.Skip or FigureRole.Connector))
            {
                return -1;
            }
        }

        return -1;
    }

    // Nothing but times and brackets between the first value and “lên”, “xuống còn” before the second.
    private static bool ComesTo(FigureScene scene, int amount)
    {
        if (amount == 0 || !SameUnit(scene.Amounts[amount - 1], scene.Amounts[amount]))
        {
            return false;
        }

        bool comes = false;
        for (int i = scene.Amounts[amount - 1].End; i < scene.Amounts[amount].First; i++)
        {
            if (scene.RoleAt(i) is FigureRole.To or FigureRole.Rise or FigureRole.Fall)
            {
                comes = true;
            }
            else if (scene.TimeAt(i) < 0 && scene.MarkAt(i) is not ('(' or ')' or ',') && scene.RoleAt(i) is not (FigureRole.Skip or FigureRole.Connector or FigureRole.Plan))
            {
                return false;
            }
        }

        return comes;
    }

    private static bool SameUnit(Amount a, Amount b) =>
        string.Equals(a.Value.Unit, b.Value.Unit, StringComparison.OrdinalIgnoreCase) || a.Value.Unit.Length == 0 || a.Value.Unit.StartsWith(b.Value.Unit, StringComparison.OrdinalIgnoreCase)
        || b.Value.Unit.StartsWith(a.Value.Unit, StringComparison.OrdinalIgnoreCase);

    private static FigureTurn TurnOf(FigureScene scene, int amount)
    {
        for (int i = scene.Amounts[amount - 1].End - 1; i < scene.Amounts[amount].First; i++)
        {
            string word = scene.Sentence.Surface(i).ToString();
            if (scene.AmountAt(i) < 0 && word.Equals("lên", StringComparison.OrdinalIgnoreCase))
            {
                return FigureTurn.Rise;
            }

            if (scene.AmountAt(i) < 0 && (word.Equals("xuống", StringComparison.OrdinalIgnoreCase) || word.Equals("còn", StringComparison.OrdinalIgnoreCase)))
            {
                return FigureTurn.Fall;
            }
        }

        return FigureTurn.None;
    }
}

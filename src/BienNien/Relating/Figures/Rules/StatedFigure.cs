using BienNien.Finding.Quantities;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating.Figures.Rules;

/// <summary>FIG006. The value of a named indicator: “Thu ngân sách trên địa bàn: 1.382,08 tỷ đồng”, “dân số là 537.978 người”, “tổng vốn đầu tư 1.090 tỷ đồng”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: StatedFigure.md, beside this file.</remarks>
internal sealed class StatedFigure : IFigureRule
{
    private const int LongestLabel = 14;

    /// <inheritdoc/>
    public RuleId Id { get; } = new("FIG006");

    /// <inheritdoc/>
    public bool Read(FigureScene scene, int amount, FigureSink sink)
    {
        Amount told = scene.Amounts[amount];
        if (told.IsAge || told.IsTimes)
        {
            return false;
        }

        int before = scene.Before(told.First);
        FigureRole role = scene.RoleAt(before);
        bool label = scene.MarkAt(before) == ':';
        bool connected = role is FigureRole.Connector or FigureRole.To;
        NameSpan name = NameReader.Before(scene, told.First);
        if (connected && sink.GoesOn(amount, scene.PhraseStart(before)) && (name.IsEmpty || IsOnlyScope(scene, name)))
        {
            sink.AddFurther(amount, FigureMeasure.Level, FigureTurn.None, []);
            return true;
        }

        if (name.IsEmpty)
        {
            return false;
        }

        bool measured = IsMeasured(told);
        bool reads = label
            ? name.HasHead || (name.End - name.First <= LongestLabel && (measured || scene.Sentence.Block.Kind == BlockKind.ListItem || sink.Whole is not null))
            : connected ? name.HasHead || (measured && role == FigureRole.Connector && !scene.IsPronoun(name.First))
            : name.HasHead ? name.End >= before + 1 : sink.Whole is not null && measured && before + 1 == name.End;
        if (!reads)
        {
            return false;
        }

        sink.AddLevel(amount, name);
        return sink.Took(amount);
    }

    private static bool IsMeasured(Amount told) => told.Value.Unit.Length == 0 || told.IsPercent || told.Value.Unit.Contains('/', StringComparison.Ordinal) || told.Value.Unit is "đồng" or "USD" or "kg" or "tấn" or "tạ" or "ha" or "km" or "km2" or "m2" or "m3" or "triệu" or "kWh" or "MW" or "kW";

    private static bool IsOnlyScope(FigureScene scene, NameSpan name)
    {
        for (int i = name.First; i < name.End; i++)
        {
            if (scene.PlaceAt(i) < 0 && !scene.IsSkipped(i) && scene.RoleAt(i) != FigureRole.Whole)
            {
                return false;
            }
        }

        return true;
    }
}

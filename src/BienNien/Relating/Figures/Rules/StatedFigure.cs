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
        bool has = role == FigureRole.Have;
        bool connected = role is FigureRole.Connector or FigureRole.To;
        NameSpan name = NameReader.Before(scene, told.First);
        bool onlyPlace = IsOnlyScope(scene, name);
        if ((connected || (has && onlyPlace && !name.IsEmpty && sink.CurrentUnit == told.Value.Unit)) && (name.IsEmpty || onlyPlace) && sink.GoesOn(amount, scene.PhraseStart(before)))
        {
            sink.AddFurther(amount, FigureMeasure.Level, FigureTurn.None, []);
            return true;
        }

        if (name.IsEmpty || onlyPlace)
        {
            return false;
        }

        bool measured = told.Value.Unit.Length == 0 || told.IsPercent || told.Value.Unit.Contains('/', StringComparison.Ordinal) || scene.Words.IsMeasure(told.Value.Unit);
        bool part = sink.Whole is not null && !scene.IsPronoun(name.First) && name.End - name.First > 1;
        bool rest = !name.HasHead && amount > 0 && name.First == scene.Amounts[amount - 1].End;
        if (rest)
        {
            return false;
        }

        bool reads = label
            ? name.HasHead || (name.End - name.First <= LongestLabel && (measured || scene.Sentence.Block.Kind == BlockKind.ListItem || part))
            : connected ? name.HasHead || part || (measured && scene.PersonFree && !scene.IsPronoun(name.First) && name.End - name.First > 1)
            : has ? name.HasHead || part
            : before + 1 == name.End && (name.HasHead || part || (told.IsPercent && IsListed(scene, amount, name, sink)) || (told.Value.Unit.Contains('/', StringComparison.Ordinal) && name.End - name.First > 1));
        if (!reads)
        {
            return false;
        }

        sink.AddLevel(amount, name);
        return sink.Took(amount);
    }

    // “Cơ cấu kinh tế: nông nghiệp 28%; công nghiệp 21%; dịch vụ 51%”
    private bool IsListed(FigureScene scene, int amount, NameSpan name, FigureSink sink) =>
        scene.MarkAt(name.First - 1) == ':'
        || (amount > 0 && scene.MarkAt(name.First - 1) is ',' or ';' && sink.Last is { } last && last.Rule == Id && sink.Took(amount - 1) && scene.Amounts[amount - 1].IsPercent);

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

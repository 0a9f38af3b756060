using BienNien.Finding.Quantities;
using BienNien.Rules;

namespace BienNien.Relating.Figures.Rules;

/// <summary>FIG007. How many of something a place or body has: “toàn tỉnh có 527 trường”, “gồm 9 huyện, 1 thành phố”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: CountedThing.md, beside this file.</remarks>
internal sealed class CountedThing(IndicatorNames names) : IFigureRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("FIG007");

    /// <inheritdoc/>
    public bool Read(FigureScene scene, int amount, FigureSink sink)
    {
        Amount told = scene.Amounts[amount];
        if (told.Value.Unit.Length == 0 || told.IsPercent || told.IsTimes || told.IsAge || told.Value.Unit.Contains('/', StringComparison.Ordinal) || scene.Words.IsMeasure(told.Value.Unit))
        {
            return false;
        }

        int before = scene.Before(told.First);
        bool counts = scene.RoleAt(before) == FigureRole.Have && HasOwner(scene, amount, before);
        bool goesOn = amount > 0 && sink.Last is { Measure: FigureMeasure.Level } last && sink.Took(amount - 1) && (last.Rule == Id || !scene.Words.IsMeasure(last.Unit)) && (scene.MarkAt(before) is ',' or ';' || scene.Words.Joins.Contains(scene.Sentence[told.First - 1]));
        bool part = sink.Whole is not null && (scene.RoleAt(before) is FigureRole.Part or FigureRole.Have || scene.MarkAt(before) is ':' or '(' or ',' or ';');
        bool compared = !counts && !goesOn && !part && IsCompared(scene, amount);
        if (!(counts || goesOn || part || compared))
        {
            return false;
        }

        string noun = FigureText.OneLine(told.Value.Unit);
        string rest = scene.TextOf(told.End, NounReader.EndOf(scene, told.End));
        string said = rest.Length > 0 ? noun + " " + rest : noun;
        if (compared)
        {
            // “Tạo việc làm cho”: the deed is what is measured; “đón”, alone, says nothing without its object.
            NameSpan verb = NameReader.Before(scene, told.First);
            string deed = verb.End > verb.First + 1 ? FigureText.Uncapitalised(scene.TextOf(verb.First, verb.End)) : "";
            said = deed.Length == 0 ? said : scene.Words.Prepositions.Contains(scene.Sentence[told.First - 1]) ? deed : $"{deed} {said}";
        }

        sink.AddCounted(amount, names.Of(FigureText.Uncapitalised(said)));
        return true;
    }

    // Whose things they are is a place, a body or an area: what a person has is no indicator.
    private static bool HasOwner(FigureScene scene, int amount, int have)
    {
        int from = amount > 0 ? scene.Amounts[amount - 1].End : 0;
        bool words = false;
        for (int i = have; i >= from; i--)
        {
            if (scene.PlaceAt(i) >= 0 || scene.RoleAt(i) is FigureRole.Whole or FigureRole.Head || scene.Words.Tier.Contains(scene.Sentence[i]))
            {
                return true;
            }

            words |= scene.Sentence[i].IsWord && scene.TimeAt(i) < 0 && scene.RoleAt(i) is FigureRole.None;
        }

        return !words && scene.PersonFree;
    }

    // “Tạo việc làm cho 10.248 lao động, đạt 102% kế hoạch”: a figure that is compared is one of an indicator.
    private static bool IsCompared(FigureScene scene, int amount)
    {
        if (amount + 1 >= scene.Amounts.Count || !(scene.Amounts[amount + 1].IsPercent || scene.Amounts[amount + 1].IsTimes))
        {
            return false;
        }

        Amount next = scene.Amounts[amount + 1];
        int verb = scene.Before(next.First);
        if (scene.RoleAt(verb) is not (FigureRole.Rise or FigureRole.Fall or FigureRole.Times or FigureRole.Equal or FigureRole.Connector or FigureRole.Share))
        {
            return false;
        }

        bool comma = false;
        for (int i = scene.Amounts[amount].End; i < scene.PhraseStart(verb); i++)
        {
            if (scene.MarkAt(i) == ',')
            {
                comma = true;
            }
            else if (scene.MarkAt(i) != '\0' || scene.RoleAt(i) == FigureRole.Head || (comma && !scene.IsSkipped(i)))
            {
                return false;
            }
        }

        return comma;
    }
}

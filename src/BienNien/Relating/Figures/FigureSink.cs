using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Finding.Places;
using BienNien.Finding.Quantities;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating.Figures;

/// <summary>Takes the figures that rules read, and gives each its period, its place and its evidence.</summary>
internal sealed class FigureSink(FigureScene scene, FigureContext context, IndicatorNames names)
{
    private const int Front = 4;

    private readonly List<FigureClaim> _claims = [];
    private readonly Dictionary<int, List<int>> _parts = [];
    private int _sentenceStart;
    private bool _plans;
    private FigureClaim? _outer;
    private bool _outerIsListed;

    // Whether the parts told make up the whole: “gồm”, a bracket right behind it.
    private bool _wholeIsListed;
    private bool _bracketed;

    /// <summary>All claims so far.</summary>
    public List<FigureClaim> Claims => _claims;

    /// <summary>The parts of each figure that is told as the sum of a list.</summary>
    public IReadOnlyDictionary<int, List<int>> Parts => _parts;

    /// <summary>The rule that is being asked.</summary>
    internal RuleId Rule { get; set; }

    /// <summary>What the text before leaves to this sentence.</summary>
    public FigureContext Context => context;

    /// <summary>The last level of this block; null before the first.</summary>
    public FigureClaim? LastLevel { get; private set; }

    /// <summary>The last figure of this sentence; null before the first.</summary>
    public FigureClaim? Last => _claims.Count > _sentenceStart ? _claims[^1] : null;

    /// <summary>The level whose parts are being told; null when none is.</summary>
    public FigureClaim? Whole { get; private set; }

    /// <summary>Whether the amount read last was taken by this sink.</summary>
    public bool Took(int amount) => Last?.Figure == scene.Amounts[amount].Mention;

    /// <summary>The figure told last, in this sentence or right before it; null when none is.</summary>
    public FigureClaim? Current => Last ?? LastLevel;

    /// <summary>The level of the indicator told last; null when only a comparison of it is told.</summary>
    public FigureClaim? CurrentLevel => LastLevel is { } level && level.Indicator.Key == Current!.Indicator.Key ? level : null;

    /// <summary>The unit in which the indicator told last was given; null when only a comparison of it is told.</summary>
    public string? CurrentUnit => Current is null ? null : CurrentLevel?.Unit;

    /// <summary>Begins a sentence.</summary>
    /// <param name="follows">Whether the sentence right before it, in the same block, told figures.</param>
    public void Begin(bool follows)
    {
        _sentenceStart = _claims.Count;
        (Whole, _outer, _bracketed) = (null, null, false);
        LastLevel = follows ? LastLevel : null;

        _plans = context.Plans;
        for (int i = 0; i < scene.Sentence.Count; i++)
        {
            _plans |= scene.RoleAt(i) == FigureRole.Planned;
        }

        // “Dự toán năm 2019: …”
        for (int i = 0; i < Front && !_plans; i++)
        {
            if (scene.RoleAt(i) == FigureRole.Plan)
            {
                int end = scene.PhraseEnd(i);
                while (scene.IsSkipped(end))
                {
                    end++;
                }

                _plans = scene.MarkAt(end) == ':';
            }
        }
    }

    /// <summary>Looks at the words before an amount for what makes a part of it: <c>trong đó</c>, a bracket behind a total.</summary>
    public void BeginAmount(int amount)
    {
        Amount told = scene.Amounts[amount];
        int from = amount > 0 ? scene.Amounts[amount - 1].End : 0;
        for (int i = from; i < told.First; i++)
        {
            if (scene.MarkAt(i) == ')' && _bracketed)
            {
                (Whole, _wholeIsListed, _bracketed) = (_outer, _outerIsListed, false);
            }
            else if (scene.RoleAt(i) == FigureRole.Part || (scene.MarkAt(i) == '(' && amount > 0 && scene.TimeAt(i + 1) < 0))
            {
                bool near = _claims.Count > _sentenceStart || (amount == 0 && i < Front);
                if (scene.MarkAt(i) == '(')
                {
                    (_outer, _outerIsListed, _bracketed) = (Whole, _wholeIsListed, true);
                }

                if (Whole is null || scene.RoleAt(i) != FigureRole.Part)
                {
                    (Whole, _wholeIsListed) = (near ? LastLevel : null, scene.MarkAt(i) == '(' || scene.Words.Lists.Contains(scene.Sentence[scene.PhraseEnd(i) - 1]));
                }
            }
        }
    }

    /// <summary>Whether a statement goes on from the amount before: nothing new is named between that and a verb.</summary>
    /// <param name="amount">Which amount.</param>
    /// <param name="verb">The first token of its verb or connector.</param>
    public bool GoesOn(int amount, int verb)
    {
        if (Current is null)
        {
            return false;
        }

        int from = amount > 0 ? scene.Amounts[amount - 1].End : 0;
        bool behindComma = amount == 0;
        for (int i = verb - 1; i >= from; i--)
        {
            if (scene.MarkAt(i) == ';')
            {
                (from, behindComma) = (i + 1, true);
                break;
            }
        }

        int bracket = 0;
        for (int i = from; i < verb; i++)
        {
            char mark = scene.MarkAt(i);
            bracket += mark == '(' ? 1 : mark == ')' ? -1 : 0;
            if (mark is ',' or ';')
            {
                behindComma = true;
            }
            else if (mark == '\0' && bracket <= 0 && !scene.IsSkipped(i) && scene.RoleAt(i) != FigureRole.Mean)
            {
                FigureRole role = scene.RoleAt(i);
                bool wholeOfShare = role == FigureRole.Head && !behindComma && amount > 0 && scene.Amounts[amount - 1].IsPercent;
                bool begins = (role is FigureRole.Head or FigureRole.Part && !wholeOfShare) || (role == FigureRole.None && behindComma);
                if (begins && scene.PlaceAt(i) < 0)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Adds a value of an indicator that is named in the sentence.</summary>
    public void AddLevel(int amount, NameSpan name, ImmutableArray<FigureRelation> relations = default) =>
        AddNamed(amount, name, FigureMeasure.Level, FigureTurn.None, relations.IsDefault ? [] : relations);

    /// <summary>Adds a figure whose indicator is named in the sentence; what the name leaves out, the indicator before has.</summary>
    public void AddNamed(int amount, NameSpan name, FigureMeasure measure, FigureTurn turn, ImmutableArray<FigureRelation> relations)
    {
        FigureScope scope = ScopeOf(amount, name);
        string said = name.IsEmpty ? "" : TextOf(name, scope);
        Indicator indicator = said.Length > 0 ? names.Of(said) : Current?.Indicator ?? default;
        if (indicator.Name is not { Length: > 0 })
        {
            return;
        }

        if (Whole is { } whole && said.Length > 0 && !name.HasHead)
        {
            indicator = indicator with { Key = whole.Indicator.Key + ": " + indicator.Key };
        }

        if (measure == FigureMeasure.Level && scene.Amounts[amount].IsPercent && Whole is { } sum && sum.Unit.Length > 0 && sum.Unit[0] is not ('%' or '‰'))
        {
            (measure, relations) = (FigureMeasure.Share, [new FigureRelation(FigureRelationKind.ShareOf, -1, sum.Figure, "", sum.Indicator.Name)]);
        }

        Add(amount, indicator, measure, turn, scope, relations);
    }

    /// <summary>Adds a figure of the indicator told last.</summary>
    public void AddFurther(int amount, FigureMeasure measure, FigureTurn turn, ImmutableArray<FigureRelation> relations)
    {
        FigureClaim level = Current!;
        FigureScope scope = ScopeOf(amount, default);
        Add(amount, level.Indicator, measure, turn, scope.Name.Length > 0 && !scope.Implied ? scope : level.Scope, relations, level.Period);
    }

    /// <summary>Adds a figure that its table tells about.</summary>
    public void AddCell(FigureClaim claim)
    {
        _claims.Add(claim);
        if (claim.Measure == FigureMeasure.Level)
        {
            LastLevel = claim;
        }
    }

    private void Add(int amount, Indicator indicator, FigureMeasure measure, FigureTurn turn, FigureScope scope, ImmutableArray<FigureRelation> relations, FigurePeriod before = default)
    {
        Amount told = scene.Amounts[amount];
        FigurePeriod period = OwnPeriodOf(amount);
        if (period.Value is not { Length: > 0 })
        {
            period = before.Value is { Length: > 0 } ? before : PeriodOf(amount);
            // A part is told for the time of its whole, unless another was named since.
            if (Whole is { Period.Value.Length: > 0 } total && (period.Mention < 0 || period.Implied || scene.Mentions[period.Mention].Span.Start < total.Span.Start))
            {
                period = total.Period;
            }
        }

        if (measure == FigureMeasure.Level && Whole is { } whole && whole.Measure == FigureMeasure.Level && SameUnit(told.Value, ((QuantityValue)scene.Mentions[whole.Figure].Value)))
        {
            relations = relations.Add(new FigureRelation(FigureRelationKind.PartOf, told.Mention, whole.Figure));
            if (_wholeIsListed)
            {
                _parts.TryAdd(whole.Figure, []);
                _parts[whole.Figure].Add(told.Mention);
            }
        }

        string unit = told.Value.Unit;
        int per = indicator.Name.LastIndexOf('/');
        if (per > 0 && unit.Length > 0 && !unit.Contains('/', StringComparison.Ordinal) && measure == FigureMeasure.Level)
        {
            unit += indicator.Name[per..];
        }

        FigureClaim claim = new(
            scene.Mentions[told.Mention].Span, Rule, _plans ? ClaimStatus.Planned : ClaimStatus.Asserted, EvidenceOf(period, scope), told.Mention,
            indicator, measure, turn, unit, scope, period, relations);
        _claims.Add(claim);
        if (measure == FigureMeasure.Level)
        {
            LastLevel = claim;
        }
    }

    /// <summary>Adds a count of things, whose noun is the indicator.</summary>
    public void AddCounted(int amount, Indicator indicator) => Add(amount, indicator, FigureMeasure.Level, FigureTurn.None, ScopeOf(amount, default), []);

    private static bool SameUnit(QuantityValue part, QuantityValue whole) =>
        string.Equals(part.Unit, whole.Unit, StringComparison.OrdinalIgnoreCase) || part.Unit.StartsWith(whole.Unit, StringComparison.OrdinalIgnoreCase);

    private ImmutableArray<TextSpan> EvidenceOf(FigurePeriod period, FigureScope scope)
    {
        TextSpan sentence = scene.Span;
        ImmutableArray<TextSpan>.Builder evidence = ImmutableArray.CreateBuilder<TextSpan>(3);
        evidence.Add(sentence);
        foreach (int mention in (ReadOnlySpan<int>)[period.Mention, scope.Mention])
        {
            if (mention >= 0 && !sentence.Contains(scene.Mentions[mention].Span) && !evidence.Contains(scene.Mentions[mention].Span))
            {
                evidence.Add(scene.Mentions[mention].Span);
            }
        }

        return evidence.DrainToImmutable();
    }

    // A time between the amount before and this one, or right behind it.
    private FigurePeriod OwnPeriodOf(int amount)
    {
        int behind = BehindOf(scene.Amounts[amount].End);
        if (behind >= 0)
        {
            return new FigurePeriod(scene.PeriodOf(behind), behind, Implied: false);
        }

        int from = amount > 0 ? scene.Amounts[amount - 1].End : 0;
        for (int i = scene.Amounts[amount].First - 1; i >= from; i--)
        {
            if (scene.TimeAt(i) is >= 0 and int time && scene.PeriodOf(time) is { Length: > 0 } value && !IsBase(i))
            {
                int first = i;
                while (first > 0 && scene.TimeAt(first - 1) == time)
                {
                    first--;
                }

                return IsBehindAmount(first) ? FigurePeriod.None : new FigurePeriod(value, time, Implied: false);
            }
        }

        return FigurePeriod.None;
    }

    /// <summary>The period of an amount: the time right behind it, else the nearest before it, else what the text before leaves.</summary>
    public FigurePeriod PeriodOf(int amount)
    {
        Amount told = scene.Amounts[amount];
        int behind = BehindOf(told.End);
        if (behind >= 0)
        {
            return new FigurePeriod(scene.PeriodOf(behind), behind, Implied: false);
        }

        for (int i = told.First - 1; i >= 0; i--)
        {
            if (scene.TimeAt(i) is >= 0 and int time && scene.PeriodOf(time) is { Length: > 0 } value && !IsBase(i))
            {
                int first = i;
                while (first > 0 && scene.TimeAt(first - 1) == time)
                {
                    first--;
                }

                if (!IsBehindAmount(first))
                {
                    return new FigurePeriod(value, time, Implied: false);
                }

                i = first;
            }
        }

        return context.Period;
    }

    // “(năm 2015)”, “vào năm 2022” right behind an amount.
    private int BehindOf(int end)
    {
        for (int i = end; i < end + 3; i++)
        {
            if (scene.TimeAt(i) is >= 0 and int time)
            {
                return scene.PeriodOf(time).Length > 0 && !IsBase(i) ? time : -1;
            }

            if (!(scene.MarkAt(i) == '(' && i == end) && scene.RoleAt(i) != FigureRole.Skip)
            {
                return -1;
            }
        }

        return -1;
    }

    private bool IsBehindAmount(int time)
    {
        for (int i = time - 1; i >= time - 3 && i >= 0; i--)
        {
            if (scene.AmountAt(i) >= 0)
            {
                return true;
            }

            if (!(scene.MarkAt(i) == '(' || scene.RoleAt(i) == FigureRole.Skip))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether the time at a token is what something is compared with, or the basis of prices.</summary>
    public bool IsBase(int at)
    {
        int first = at;
        while (first > 0 && scene.TimeAt(first - 1) == scene.TimeAt(at))
        {
            first--;
        }

        for (int i = first - 1; i >= first - 4 && i >= 0; i--)
        {
            if (scene.AmountAt(i) is >= 0 and int compared && i == first - 1 && IsMultiple(compared))
            {
                return true;
            }

            if (scene.RoleAt(i) is FigureRole.Over or FigureRole.Earlier || scene.Words.Base.Contains(scene.Sentence[i]))
            {
                return true;
            }

            if (scene.MarkAt(i) is ',' or ';' || scene.AmountAt(i) >= 0)
            {
                return false;
            }
        }

        return false;
    }

    // “gấp 1,7 lần năm 2010”, “bằng 118% năm 2013”: what stands behind is the base.
    private bool IsMultiple(int amount)
    {
        Amount told = scene.Amounts[amount];
        return scene.RoleAt(scene.Before(told.First)) is FigureRole.Times || (scene.RoleAt(scene.Before(told.First)) is FigureRole.Equal && (told.IsPercent || told.IsTimes));
    }

    /// <summary>The place of an amount: in its name, before it in its part of the sentence, else what the text before leaves.</summary>
    private FigureScope ScopeOf(int amount, NameSpan name)
    {
        Amount told = scene.Amounts[amount];
        int from = amount > 0 ? scene.Amounts[amount - 1].End : 0;
        if (Nearest(from, told.First, bodies: true) is { Name.Length: > 0 } near)
        {
            return near;
        }

        // What opens the sentence holds for all of it.
        if (amount > 0 && Nearest(0, scene.Amounts[0].First, bodies: true) is { Name.Length: > 0 } front)
        {
            return front;
        }

        return context.Scope;
    }

    private FigureScope Nearest(int from, int end, bool bodies)
    {
        for (int i = end - 1; i >= from; i--)
        {
            if (scene.PlaceAt(i) is >= 0 and int mention)
            {
                MentionValue value = scene.Mentions[mention].Value;
                bool unit = value is PlaceValue { Level: "province" or "district" or "commune" or "hamlet" or "region" or "country" };
                if (unit || (bodies && value is not PlaceValue))
                {
                    return FigureScope.Of(scene.Mentions[mention], scene.Surface(mention), mention, implied: false);
                }
            }

            if (scene.RoleAt(i) == FigureRole.Whole && scene.PhraseEnd(i) == i + 1)
            {
                string area = FigureText.Uncapitalised(scene.TextOf(scene.PhraseStart(i), i + 1));
                return new FigureScope(area, context.Home.Key.Length > 0 ? context.Home.Key : area, context.Home.Mention, Implied: false);
            }
        }

        return FigureScope.None;
    }

    private string TextOf(NameSpan name, FigureScope scope)
    {
        int bracket = 0;
        string text = scene.TextOf(name.First, name.End, at =>
        {
            char mark = scene.MarkAt(at);
            bracket += mark == '(' ? 1 : 0;
            bool leaves = bracket > 0 || scene.TimeAt(at) >= 0 || (scene.PlaceAt(at) >= 0 && scene.PlaceAt(at) == scope.Mention)
                || (scene.RoleAt(at) == FigureRole.Whole) || IsLeadToLeft(at, name.End, scope) || mark is '*' or '“' or '”' or '"';
            bracket -= mark == ')' ? 1 : 0;
            return leaves;
        });
        return FigureText.Uncapitalised(text.Trim(' ', ',', ':', '-', '–'));
    }

    // “của” before a place that is left out, “năm”, “giai đoạn” before a time that is.
    private bool IsLeadToLeft(int at, int end, FigureScope scope)
    {
        for (int i = at; i < end; i++)
        {
            if (scene.TimeAt(i) >= 0)
            {
                return i > at;
            }

            if (scene.PlaceAt(i) >= 0 && scene.PlaceAt(i) == scope.Mention)
            {
                return i > at && !scene.Sentence.Surface(at).Equals("bàn", StringComparison.Ordinal);
            }

            if (scene.RoleAt(i) != FigureRole.Skip)
            {
                return false;
            }
        }

        return true;
    }
}

using BienNien.Text;
using BienNien.Time;

namespace BienNien.Checking.Arithmetic;

/// <summary>A number of a document with what it counts or measures, as a computation sees it.</summary>
/// <param name="Figure">The number; its mention is the document's, or made for a number that no rule of finding names.</param>
/// <param name="First">Its first token.</param>
/// <param name="End">One past its last token.</param>
/// <param name="Base">What its unit counts back to, the same for units that convert; empty without a unit.</param>
/// <param name="Scale">How many of the base one of its unit is.</param>
/// <param name="Class">For a counted noun, its class in <c>data/counted-nouns.tsv</c>: person, place, thing …; empty for measures and other words.</param>
/// <param name="IsMeasure">Whether the unit is one of measure or money.</param>
internal sealed record Amount(Figure Figure, int First, int End, string Base, decimal Scale, string Class, bool IsMeasure)
{
    public TextSpan Span => Figure.Mention.Span;

    public string Unit => Figure.Value.Unit;

    /// <summary>The first word of the unit.</summary>
    public string Noun => Unit.IndexOf(' ', StringComparison.Ordinal) is > 0 and int space ? Unit[..space] : Unit;

    public bool IsPercent => Figure.IsPercent;

    public bool IsTimes => Figure.IsTimes;

    /// <summary>Whether it says one number, neither a range nor a fraction.</summary>
    public bool IsSingle => Figure.Value is { Value: not null, To: null, Of: null };

    /// <summary>Whether it says one number without “hơn”, “gần”, “khoảng”.</summary>
    public bool IsExact => IsSingle && Figure.Value.Mod == TimexMod.None;

    /// <summary>The numbers that it can stand for, in its base unit; null when it says none.</summary>
    public FigureRange? Range => Figure.Range?.Times(Scale);

    /// <summary>Its number in the base unit; 0 when it says none.</summary>
    public decimal Value => Figure.Value.Value is { } value && Math.Abs(value) < 1e18m ? value * Scale : 0;
}

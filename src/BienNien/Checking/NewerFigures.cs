using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Finding.Quantities;
using BienNien.Finding.Times;
using BienNien.Reconciling.Conflicts;
using BienNien.Relating;
using BienNien.Relating.Figures;
using BienNien.Text;
using BienNien.Time;
using NodaTime;

namespace BienNien.Checking;

/// <summary>A figure of a draft that a newer one would overtake.</summary>
/// <param name="Span">Its words.</param>
/// <param name="IndicatorKey">What it measures: <see cref="Indicator.Key"/>.</param>
/// <param name="Scope">The place or body that it holds for, as written; never empty.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="From">The first day on which a newer figure's time may begin.</param>
/// <param name="To">The last day on which it may end: later than the draft nobody could have known it.</param>
public readonly record struct FigureQuestion(TextSpan Span, string IndicatorKey, string Scope, string Unit, LocalDate From, LocalDate To);

/// <summary>A figure of another document, held against a draft's.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Source">The document's name.</param>
/// <param name="Span">The figure's words there.</param>
/// <param name="Text">Those words.</param>
/// <param name="Status">Only what is asserted is known.</param>
/// <param name="Measure">Only levels are compared.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Period">The time that it holds for, EDTF.</param>
public readonly record struct SourceFigure(long Document, string Source, TextSpan Span, string Text, ClaimStatus Status, FigureMeasure Measure, string Unit, string Period);

/// <summary>Which figures of a draft are its latest word on something, and which of another document overtake them.</summary>
/// <remarks>Of a series of years only the last figure is asked about: what stood in 1960 stays true whatever came after.</remarks>
public static class NewerFigures
{
    // Farther back a text tells history.
    private const int MostYears = 6;

    // Where a text without a dated line says of which year it is.
    private const int TitleBlocks = 4;

    /// <summary>The figures of a draft for which a newer one would matter, in reading order; none where nothing says when it was written.</summary>
    public static ImmutableArray<FigureQuestion> Ask(DocumentAnalysis draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (Written(draft) is not { } written)
        {
            return [];
        }

        Dictionary<(string, string), (FigureClaim Claim, LocalDate Last)> latest = [];
        foreach (Claim claim in draft.Claims)
        {
            if (claim is FigureClaim { Status: ClaimStatus.Asserted, Measure: FigureMeasure.Level, Scope.Name.Length: > 0, Relations: [] } figure
                && Edtf.TryParse(figure.Period.Value) is { IsInterval: false, Start.Year: not null } period)
            {
                (string, string) series = (figure.Indicator.Key, Letters.Fold(figure.Scope.Name));
                if (!latest.TryGetValue(series, out (FigureClaim Claim, LocalDate Last) known) || known.Last < period.Latest)
                {
                    latest[series] = (figure, period.Latest);
                }
            }
        }

        return
        [
            .. latest.Values
                .Where(figure => figure.Last < written && written.Year - figure.Last.Year is > 0 and <= MostYears)
                .Select(figure => new FigureQuestion(figure.Claim.Span, figure.Claim.Indicator.Key, figure.Claim.Scope.Name, figure.Claim.Unit, figure.Last.PlusDays(1), written))
                .OrderBy(static question => question.Span),
        ];
    }

    /// <summary>The newest figure that overtakes a draft's; null when there is none.</summary>
    /// <param name="question">The draft's figure.</param>
    /// <param name="figures">Figures of the same indicator and scope.</param>
    public static SourceFigure? Answer(FigureQuestion question, IEnumerable<SourceFigure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        (SourceFigure Figure, LocalDate Last)? newest = null;
        foreach (SourceFigure figure in figures)
        {
            if (figure is { Status: ClaimStatus.Asserted, Measure: FigureMeasure.Level } && Letters.Fold(figure.Unit) == Letters.Fold(question.Unit)
                && Edtf.TryParse(figure.Period) is { IsInterval: false } period && period.Earliest >= question.From && period.Latest <= EndOfYear(question.To)
                && !(newest is { } known && known.Last >= period.Latest))
            {
                newest = (figure, period.Latest);
            }
        }

        return newest?.Figure;
    }

    /// <summary>What a check is told of a figure and the one that overtakes it.</summary>
    /// <param name="question">The draft's figure.</param>
    /// <param name="answer">The newer one.</param>
    public static SourceContradiction Told(FigureQuestion question, SourceFigure answer) =>
        new(ConflictKind.Figure, question.Span, answer.Source, answer.Span, answer.Text, 1) { Newer = answer.Period };

    // The last whole date that a draft tells, or the year of its title.
    private static LocalDate? Written(DocumentAnalysis draft)
    {
        LocalDate? day = null;
        LocalDate? title = null;
        foreach (Mention mention in draft.Mentions)
        {
            if (mention.Value is not TimeValue { Type: TimexType.Date, Mod: TimexMod.None, Invalid: false, Days: { IsBounded: true } days } value)
            {
                continue;
            }

            if (value.Value.Length == 10 && !(day >= days.Last))
            {
                day = days.Last;
            }
            else if (BlockOf(draft, mention) < TitleBlocks && !(title >= days.Last))
            {
                title = days.Last;
            }
        }

        return day ?? title;
    }

    private static int BlockOf(DocumentAnalysis draft, Mention mention) => draft.Tokens.Sentences[draft.Tokens.SentenceOfToken(draft.Tokens.TokenAt(mention.Span.Start))].Block;

    private static LocalDate EndOfYear(LocalDate day) => new(day.Year, 12, 31);
}

using BienNien.Reconciling.Reuse;
using BienNien.Text;

namespace BienNien.Reconciling.Conflicts;

/// <summary>What an edit of a copied passage changed: a date, a figure, a name. The words around are the same, so that both speak of one thing.</summary>
internal sealed class CopyJudge(PlaceComparison places, NumberComparison numbers)
{
    /// <summary>From so many changed dates and figures on, a passage with another year in it is a form that is filled in anew each year.</summary>
    private const int FormFrom = 4;

    /// <summary>Below this likeness edits stand beside each other rather than for each other: lists and tables of one form.</summary>
    private const double LeastSimilarity = 0.75;

    /// <summary>A longer edit puts another sentence in the place of one.</summary>
    private const int LongestEdit = 60;

    /// <summary>Where the date of a paper's own header stands at most, in UTF-16 code units.</summary>
    private const int HeaderEnd = 500;

    private const double Confidence = 0.9;

    /// <summary>What is to be said of the edits of a passage.</summary>
    internal void Judge(LinkedTestimony a, LinkedTestimony b, ReusedPassage passage, Findings found)
    {
        if (passage.Similarity < LeastSimilarity)
        {
            return;
        }

        List<(StatedDate A, StatedDate B)> dates = [];
        List<(FigureStatement A, FigureStatement B)> figures = [];
        foreach (ReuseEdit edit in passage.Edits)
        {
            if (edit.A.Length is 0 or > LongestEdit || edit.B.Length is 0 or > LongestEdit)
            {
                continue;
            }

            if (DateIn(a, edit.A) is { } one && DateIn(b, edit.B) is { } other)
            {
                dates.Add((one, other));
            }
            else if (FigureIn(a, edit.A) is { } mine && FigureIn(b, edit.B) is { } its && CountedNouns.Meet(mine.Number.Unit, its.Number.Unit))
            {
                figures.Add((mine, its));
            }
            else
            {
                JudgeNames(a, b, edit, found);
            }
        }

        bool isForm = dates.Count + figures.Count >= FormFrom && dates.Exists(static pair => pair.A.Value[..Math.Min(4, pair.A.Value.Length)] != pair.B.Value[..Math.Min(4, pair.B.Value.Length)]);
        if (!isForm)
        {
            dates.ForEach(pair => JudgeDates(a, pair.A, b, pair.B, found));
            figures.ForEach(pair => JudgeFigures(a, pair.A, b, pair.B, dates, found));
        }
    }

    private static void JudgeDates(LinkedTestimony a, StatedDate one, LinkedTestimony b, StatedDate other, Findings found)
    {
        (ValueRelation relation, JudgementReason reason) = DateComparison.Compare(one, other);
        if (relation is ValueRelation.Compatible or ValueRelation.Contrary && (one.Span.Start > HeaderEnd || other.Span.Start > HeaderEnd))
        {
            bool citation = InPaper(a, one.Span) && InPaper(b, other.Span);
            found.Add(
                citation ? ConflictKind.Citation : ConflictKind.Date, reason, ConflictSeverity.Medium, new Side(a.Document, one.Span, SentenceOf(a, one.Span)),
                new Side(b.Document, other.Span, SentenceOf(b, other.Span)), Confidence, "copy");
        }
    }

    private void JudgeFigures(LinkedTestimony a, FigureStatement one, LinkedTestimony b, FigureStatement other, List<(StatedDate A, StatedDate B)> dates, Findings found)
    {
        (ValueRelation relation, JudgementReason reason) = numbers.Compare(one.Number, other.Number);
        if (relation is ValueRelation.Compatible or ValueRelation.Contrary)
        {
            // This year's report was written over last year's.
            bool otherDate = dates.Exists(pair => one.Sentence.Contains(pair.A.Span))
                || (DateComparison.Compare(one.Period, other.Period).Relation == ValueRelation.Contrary && YearOf(one.Period) != YearOf(other.Period));
            bool corrected = ((one.Context.Signs ^ other.Context.Signs) & ScopeSigns.Correction) != 0;
            found.Add(
                ConflictKind.Figure, relation != ValueRelation.Contrary ? reason : corrected ? JudgementReason.Supersession : otherDate ? JudgementReason.Scope : reason, ConflictSeverity.Medium, new Side(a.Document, one.Span, one.Sentence),
                new Side(b.Document, other.Span, other.Sentence), Confidence, one.Number.Unit);
        }
    }

    private static int? YearOf(StatedDate date) => Time.Edtf.TryParse(date.Value)?.Start.Year;

    private void JudgeNames(LinkedTestimony a, LinkedTestimony b, ReuseEdit edit, Findings found)
    {
        (int mine, TextSpan mySpan, string myName) = MentionIn(a, edit.A);
        (int its, TextSpan itsSpan, string itsName) = MentionIn(b, edit.B);
        if (mine < 0 || its < 0)
        {
            return;
        }

        EntityKind kind = a.Testimony.Entities[mine].Kind;
        if (kind != b.Testimony.Entities[its].Kind || kind == EntityKind.Paper)
        {
            return;
        }

        Side one = new(a.Document, mySpan, SentenceOf(a, mySpan));
        Side other = new(b.Document, itsSpan, SentenceOf(b, itsSpan));
        bool same = a.Links[mine].Entity == b.Links[its].Entity;
        if (NameSpelling.IsSlip(BareNames.Of(myName), BareNames.Of(itsName)))
        {
            found.Add(ConflictKind.NameVariant, JudgementReason.Contradiction, ConflictSeverity.Minor, one, other, Confidence, "name");
        }
        else if (kind == EntityKind.Place)
        {
            LinkedStatement none = default;
            (ValueRelation relation, JudgementReason reason) = places.Compare(none with { Witness = a }, mine, none with { Witness = b }, its);
            if (relation is ValueRelation.Compatible or ValueRelation.Contrary)
            {
                found.Add(ConflictKind.Place, reason, ConflictSeverity.Medium, one, other, Confidence, "copy");
            }
        }
        else if (!NameSpelling.IsPart(myName, itsName) && kind == EntityKind.Person)
        {
            found.Add(ConflictKind.Person, same ? JudgementReason.Alias : JudgementReason.Contradiction, same ? ConflictSeverity.Minor : ConflictSeverity.Major, one, other, Confidence, "copy");
        }
    }

    private static StatedDate? DateIn(LinkedTestimony testimony, TextSpan span)
    {
        foreach (StatedDate date in testimony.Testimony.Dates)
        {
            if (date.Span.Overlaps(span))
            {
                return date;
            }
        }

        return null;
    }

    private static FigureStatement? FigureIn(LinkedTestimony testimony, TextSpan span)
    {
        foreach (Statement statement in testimony.Testimony.Statements)
        {
            if (statement is FigureStatement figure && figure.Span.Overlaps(span))
            {
                return figure;
            }
        }

        return null;
    }

    private static (int Local, TextSpan Span, string Name) MentionIn(LinkedTestimony testimony, TextSpan span)
    {
        (int Local, TextSpan Span, string Name) found = (-1, default, "");
        for (int local = 0; local < testimony.Testimony.Entities.Length; local++)
        {
            LocalEntity entity = testimony.Testimony.Entities[local];
            foreach (EntityMention mention in entity.Mentions)
            {
                if (mention.Span.Overlaps(span) && (found.Local < 0 || mention.Span.Length < found.Span.Length))
                {
                    found = (local, mention.Span, entity.Names[mention.Name]);
                }
            }
        }

        return found;
    }

    private static bool InPaper(LinkedTestimony testimony, TextSpan span) =>
        testimony.Testimony.Entities.Any(entity => entity.Kind == EntityKind.Paper && entity.Mentions.Any(mention => mention.Span.Contains(span)));

    private static TextSpan SentenceOf(LinkedTestimony testimony, TextSpan span)
    {
        foreach (Statement statement in testimony.Testimony.Statements)
        {
            if (statement.Sentence.Contains(span))
            {
                return statement.Sentence;
            }
        }

        return span;
    }
}

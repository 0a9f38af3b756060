using System.Collections.Immutable;
using BienNien.Reconciling.Corroborating;
using BienNien.Reconciling.Linking;
using BienNien.Relating;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Reconciling.Conflicts;

/// <summary>Happenings: joins those that are one, and says where the tellings of one differ in date, place, people and figures.</summary>
internal sealed class EventJudge(PlaceComparison places, NumberComparison numbers) : IStatementJudge
{
    /// <summary>From this confidence on two tellings are surely of one happening.</summary>
    private const double SureOfOne = 0.6;

    /// <summary>Up to so many letters between two dates that name one day: a comma and <c>tức</c>, <c>nhằm ngày</c>, a bracket.</summary>
    private const int MostBetween = 12;

    /// <inheritdoc/>
    public void Judge(in LinkedStatement a, in LinkedStatement b, Findings found)
    {
        EventStatement one = (EventStatement)a.Statement;
        EventStatement other = (EventStatement)b.Statement;
        if (a.Document == b.Document && one.Sentence == other.Sentence)
        {
            JudgeEquation(a, one, b, other, found);
            return;
        }

        EventLikeness likeness = EventSimilarity.Compare(a, b);
        if (likeness.AreSame)
        {
            found.Ties.Add(new EventTie(a.Document, a.Ordinal, b.Document, b.Ordinal));
            double confidence = 1 / (1 + Math.Exp(-likeness.Score));
            JudgeDates(a, one, b, other, likeness, confidence, found);
            if (a.Document != b.Document)
            {
                JudgePlaces(a, one, b, other, confidence, found);
                JudgePeople(a, one, b, other, confidence, found);
            }

            JudgeNumbers(a, one, b, other, likeness, confidence, found);
        }
        else if (likeness.MayBeSame)
        {
            JudgeDates(a, one, b, other, likeness, 1 / (1 + Math.Exp(-likeness.Score)), found);
        }
        else if (likeness.AreAlike)
        {
            found.Add(
                ConflictKind.Date, JudgementReason.DifferentEvent, ConflictSeverity.Minor, DateSide(a, one), DateSide(b, other), 0.6, one.Type.Code());
        }
    }

    // “Ngày 01/4/1930, tức mùng 4 tháng 3 năm Canh Ngọ”: one day, told by two calendars, side by side.
    private static void JudgeEquation(in LinkedStatement a, EventStatement one, in LinkedStatement b, EventStatement other, Findings found)
    {
        (StatedDate first, StatedDate second) = one.Date.Span.CompareTo(other.Date.Span) <= 0 ? (one.Date, other.Date) : (other.Date, one.Date);
        bool beside = first.Span.Length > 0 && second.Span.Length > 0 && first.Span.End <= second.Span.Start && second.Span.Start - first.Span.End <= MostBetween;
        if (!beside || !(first.Lunar || second.Lunar) || first.Implied || second.Implied)
        {
            return;
        }

        (ValueRelation relation, JudgementReason reason) = DateComparison.Compare(first with { Mod = TimexMod.None }, second with { Mod = TimexMod.None });
        if (relation == ValueRelation.Contrary)
        {
            found.Add(ConflictKind.Date, JudgementReason.Contradiction, ConflictSeverity.Medium, DateSide(a, one), DateSide(b, other), 0.9, one.Type.Code());
        }
        else if (relation == ValueRelation.Compatible && reason == JudgementReason.Calendar)
        {
            found.Add(ConflictKind.Date, reason, ConflictSeverity.Minor, DateSide(a, one), DateSide(b, other), 0.9, one.Type.Code());
        }
    }

    private static Side DateSide(in LinkedStatement statement, EventStatement told) =>
        new(statement.Document, told.Date.Span.Length > 0 ? told.Date.Span : told.Span, told.Sentence);

    private static void JudgeDates(
        in LinkedStatement a, EventStatement one, in LinkedStatement b, EventStatement other, EventLikeness likeness, double confidence, Findings found)
    {
        if (likeness.Dates == ValueRelation.Same)
        {
            found.Agree(ConflictKind.Date, DateSide(a, one), DateSide(b, other), confidence, one.Type.Code());
        }
        else if (likeness.Dates is ValueRelation.Compatible or ValueRelation.Contrary)
        {
            ConflictSeverity severity = EventSimilarity.IsUnique(one.Type) ? ConflictSeverity.Major : ConflictSeverity.Medium;
            found.Add(ConflictKind.Date, Corrected(one, other, likeness.Reason), severity, DateSide(a, one), DateSide(b, other), confidence, one.Type.Code());
        }
    }

    private static JudgementReason Corrected(EventStatement one, EventStatement other, JudgementReason reason) =>
        reason == JudgementReason.Contradiction && ((one.Context.Signs ^ other.Context.Signs) & ScopeSigns.Correction) != 0 ? JudgementReason.Supersession : reason;

    // The most exact place of each side.
    private void JudgePlaces(in LinkedStatement a, EventStatement one, in LinkedStatement b, EventStatement other, double confidence, Findings found)
    {
        (StatedPart part, int rank) mine = MostExact(a, one);
        (StatedPart part, int rank) its = MostExact(b, other);
        if (mine.rank == 0 || its.rank == 0)
        {
            return;
        }

        (ValueRelation relation, JudgementReason reason) = places.Compare(a, mine.part.Local, b, its.part.Local);
        if (relation == ValueRelation.Unknown && Differ(a, one, b, other))
        {
            (relation, reason) = (ValueRelation.Contrary, JudgementReason.Contradiction);
        }

        if (relation == ValueRelation.Unknown && mine.rank != its.rank && Math.Min(mine.rank, its.rank) == 3 && confidence >= SureOfOne)
        {
            // A district and a village that nobody says it lies in: of one happening it will.
            (relation, reason) = (ValueRelation.Compatible, JudgementReason.Precision);
        }

        if (relation == ValueRelation.Same)
        {
            found.Agree(ConflictKind.Place, new Side(a.Document, mine.part.Span, one.Sentence), new Side(b.Document, its.part.Span, other.Sentence), confidence, one.Type.Code());
        }

        reason = Corrected(one, other, reason);
        bool elsewhere = relation == ValueRelation.Contrary && (Holds(b, other, a.Entity(mine.part.Local)) || Holds(a, one, b.Entity(its.part.Local)) || MayBeOne(a, mine.part, one, b, its.part, other));
        if (relation is ValueRelation.Compatible || (relation == ValueRelation.Contrary && !elsewhere && mine.rank >= 3))
        {
            found.Add(
                ConflictKind.Place, reason, ConflictSeverity.Medium, new Side(a.Document, mine.part.Span, one.Sentence), new Side(b.Document, its.part.Span, other.Sentence), confidence, one.Type.Code());
        }
    }

    // “Nặm Lìn, xã Hoàng Tung” and “xã Xuân Phách”: of places of one level each side has its own.
    private bool Differ(in LinkedStatement a, EventStatement one, in LinkedStatement b, EventStatement other)
    {
        foreach (int mine in one.Near)
        {
            int rank = PlaceComparison.Rank(a.Local(mine).Traits.Type);
            if (rank is not (3 or 4))
            {
                continue;
            }

            foreach (int its in other.Near)
            {
                if (PlaceComparison.Rank(b.Local(its).Traits.Type) == rank)
                {
                    return places.Compare(a, mine, b, its).Relation == ValueRelation.Contrary && !Holds(b, other, a.Entity(mine)) && !Holds(a, one, b.Entity(its));
                }
            }
        }

        return false;
    }

    private static bool Holds(in LinkedStatement statement, EventStatement told, string entity)
    {
        foreach (StatedPart part in told.Parts)
        {
            if (statement.Entity(part.Local) == entity)
            {
                return true;
            }
        }

        foreach (int local in told.Near)
        {
            if (statement.Entity(local) == entity)
            {
                return true;
            }
        }

        return false;
    }

    // A hamlet and a relic site of one commune may be one place by two names; “rừng A” and “A” are.
    private static bool MayBeOne(in LinkedStatement a, StatedPart mine, EventStatement one, in LinkedStatement b, StatedPart its, EventStatement other)
    {
        if (NameSpelling.IsPart(BareNames.Of(a.Local(mine.Local).Name), BareNames.Of(b.Local(its.Local).Name)))
        {
            return true;
        }

        foreach (int local in one.Near)
        {
            if (local != mine.Local && PlaceComparison.Rank(a.Local(local).Traits.Type) == 4 && Holds(b, other, a.Entity(local)))
            {
                return true;
            }
        }

        return false;
    }

    private static (StatedPart Part, int Rank) MostExact(in LinkedStatement statement, EventStatement told)
    {
        (StatedPart Part, int Rank) best = (default, 0);
        foreach (StatedPart part in told.Parts)
        {
            LocalEntity entity = statement.Local(part.Local);
            if (part.Role == "where" && (part.Span.Start >= told.Span.Start || told.Type is not (EventType.Death or EventType.Birth)) && entity.Kind == EntityKind.Place && PlaceComparison.Rank(entity.Traits.Type) is var rank && rank > best.Rank)
            {
                best = (part, rank);
            }
        }

        return best;
    }

    private static void JudgePeople(in LinkedStatement a, EventStatement one, in LinkedStatement b, EventStatement other, double confidence, Findings found)
    {
        foreach (string role in (ReadOnlySpan<string>)["agent", "patient"])
        {
            ImmutableArray<StatedPart> mine = Persons(a, one, role);
            ImmutableArray<StatedPart> its = Persons(b, other, role);
            if (mine.IsEmpty || its.IsEmpty)
            {
                continue;
            }

            bool shared = false;
            foreach (StatedPart part in mine)
            {
                foreach (StatedPart its1 in its)
                {
                    if (a.Entity(part.Local) == b.Entity(its1.Local))
                    {
                        shared = true;
                        JudgeNames(a, part, one.Sentence, b, its1, other.Sentence, confidence, one.Type, found);
                    }
                }
            }

            if (!shared && mine.Length == 1 && its.Length == 1 && confidence >= (one.Type is EventType.Appointment or EventType.Election ? 0.5 : 0.7) && !Holds(a, one, b.Entity(its[0].Local)) && !Holds(b, other, a.Entity(mine[0].Local)))
            {
                found.Add(
                    ConflictKind.Person, JudgementReason.Contradiction, ConflictSeverity.Major, new Side(a.Document, mine[0].Span, one.Sentence),
                    new Side(b.Document, its[0].Span, other.Sentence), confidence, one.Type.Code());
            }
        }
    }

    private static void JudgeNames(
        in LinkedStatement a, StatedPart mine, TextSpan sentence, in LinkedStatement b, StatedPart its, TextSpan otherSentence, double confidence, EventType type, Findings found)
    {
        string first = NameAt(a.Local(mine.Local), mine.Span);
        string second = NameAt(b.Local(its.Local), its.Span);
        if (first.Length > 0 && second.Length > 0 && NameForms.Exact(first) != NameForms.Exact(second) && !NameSpelling.IsSlip(first, second) && !NameSpelling.IsPart(first, second))
        {
            found.Add(
                ConflictKind.Person, JudgementReason.Alias, ConflictSeverity.Minor, new Side(a.Document, mine.Span, sentence), new Side(b.Document, its.Span, otherSentence), confidence, type.Code());
        }
    }

    private static string NameAt(LocalEntity entity, TextSpan span)
    {
        foreach (EntityMention mention in entity.Mentions)
        {
            if (mention.Span == span)
            {
                return entity.Names[mention.Name];
            }
        }

        return "";
    }

    private static ImmutableArray<StatedPart> Persons(LinkedStatement statement, EventStatement told, string role) =>
        [.. told.Parts.Where(part => part.Role == role && statement.Local(part.Local).Kind == EntityKind.Person).DistinctBy(static part => part.Local)];

    private void JudgeNumbers(in LinkedStatement a, EventStatement one, in LinkedStatement b, EventStatement other, EventLikeness likeness, double confidence, Findings found)
    {
        foreach (StatedNumber mine in one.Numbers)
        {
            if (!IsOnly(one.Numbers, mine.Unit))
            {
                continue;
            }

            foreach (StatedNumber its in other.Numbers)
            {
                if (its.Unit != mine.Unit || !IsOnly(other.Numbers, its.Unit))
                {
                    continue;
                }

                (ValueRelation relation, JudgementReason reason) = numbers.Compare(mine, its);
                // What comes every year has another number every year.
                bool ofOneTime = likeness.SameDay || likeness.SameMonth || likeness.MeetingInMonth || NumberComparison.IsSlip(mine, its);
                if (relation == ValueRelation.Compatible || (relation == ValueRelation.Contrary && ofOneTime))
                {
                    found.Add(
                        ConflictKind.Figure, reason, ConflictSeverity.Medium, new Side(a.Document, mine.Span, one.Sentence), new Side(b.Document, its.Span, other.Sentence), confidence, mine.Unit);
                }
            }
        }
    }

    private static bool IsOnly(ImmutableArray<StatedNumber> numbers, string unit)
    {
        int count = 0;
        foreach (StatedNumber number in numbers)
        {
            count += number.Unit == unit ? 1 : 0;
        }

        return count == 1;
    }
}

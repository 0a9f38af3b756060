using BienNien.Reconciling.Linking;
using BienNien.Relating.Facts;
using BienNien.Text;

namespace BienNien.Reconciling.Conflicts;

/// <summary>Facts of one person, body, place or paper: birth and death, native place, offices, who holds one, date and issuer of papers.</summary>
internal sealed class FactJudge(PlaceComparison places, OfficeComparison offices) : IStatementJudge
{
    /// <inheritdoc/>
    public void Judge(in LinkedStatement a, in LinkedStatement b, Findings found)
    {
        FactStatement one = (FactStatement)a.Statement;
        FactStatement other = (FactStatement)b.Statement;
        if (one.Property != other.Property)
        {
            return;
        }

        bool sameSubject = a.Entity(one.Subject) == b.Entity(other.Subject);
        double confidence = Math.Min(a.Witness.Links[one.Subject].Confidence, b.Witness.Links[other.Subject].Confidence);
        if (sameSubject && confidence < 0.5)
        {
            return;
        }

        switch (one.Property)
        {
            case FactProperty.Born or FactProperty.Died or FactProperty.Founded when sameSubject:
                JudgeDates(a, one, b, other, ConflictKind.Date, ConflictSeverity.Major, confidence, found);
                break;
            case FactProperty.Issued when sameSubject:
                JudgeDates(a, one, b, other, ConflictKind.Citation, ConflictSeverity.Medium, confidence, found);
                break;
            case FactProperty.Joined when sameSubject && SameObject(a, one, b, other):
                JudgeDates(a, one, b, other, ConflictKind.Date, ConflictSeverity.Major, confidence, found);
                break;
            case FactProperty.Award when sameSubject && SameObject(a, one, b, other):
                JudgeDates(a, one, b, other, ConflictKind.Date, ConflictSeverity.Medium, confidence, found);
                break;
            case FactProperty.NativePlace when sameSubject && one.Object >= 0 && other.Object >= 0:
                JudgePlaces(a, one, b, other, confidence, found);
                break;
            case FactProperty.Issuer when sameSubject:
                JudgeIssuers(a, one, b, other, confidence, found);
                break;
            case FactProperty.Office:
                JudgeOffices(a, one, b, other, sameSubject, confidence, found);
                break;
            default:
                break;
        }
    }

    private static bool SameObject(in LinkedStatement a, FactStatement one, in LinkedStatement b, FactStatement other) => one.Object >= 0 && other.Object >= 0
        ? a.Entity(one.Object) == b.Entity(other.Object)
        : one.Object < 0 && other.Object < 0 && one.Value.Length > 0 && NameForms.Exact(one.Value) == NameForms.Exact(other.Value);

    private static void JudgeDates(
        in LinkedStatement a, FactStatement one, in LinkedStatement b, FactStatement other, ConflictKind kind, ConflictSeverity severity, double confidence, Findings found)
    {
        (ValueRelation relation, JudgementReason reason) = DateComparison.Compare(one.Date, other.Date);
        if (relation is ValueRelation.Compatible or ValueRelation.Contrary)
        {
            found.Add(kind, reason, severity, SideOf(a, one, one.Date.Span), SideOf(b, other, other.Date.Span), confidence, one.Property.ToString());
        }
    }

    private void JudgePlaces(in LinkedStatement a, FactStatement one, in LinkedStatement b, FactStatement other, double confidence, Findings found)
    {
        (ValueRelation relation, JudgementReason reason) = places.Compare(a, one.Object, b, other.Object);
        if (relation is ValueRelation.Compatible or ValueRelation.Contrary)
        {
            found.Add(ConflictKind.Place, reason, ConflictSeverity.Medium, SideOf(a, one, one.Span), SideOf(b, other, other.Span), confidence, one.Property.ToString());
        }
    }

    private static void JudgeIssuers(in LinkedStatement a, FactStatement one, in LinkedStatement b, FactStatement other, double confidence, Findings found)
    {
        string first = Letters.Fold(one.Value);
        string second = Letters.Fold(other.Value);
        bool meet = first.Contains(second, StringComparison.Ordinal) || second.Contains(first, StringComparison.Ordinal);
        if (first.Length > 0 && second.Length > 0 && !meet && (one.Object < 0 || other.Object < 0 || a.Entity(one.Object) != b.Entity(other.Object)))
        {
            found.Add(ConflictKind.Citation, JudgementReason.Contradiction, ConflictSeverity.Medium, SideOf(a, one, one.Span), SideOf(b, other, other.Span), confidence, "Issuer");
        }
    }

    private void JudgeOffices(in LinkedStatement a, FactStatement one, in LinkedStatement b, FactStatement other, bool sameSubject, double confidence, Findings found)
    {
        bool sameBody = one.Object >= 0 && other.Object >= 0 && a.Entity(one.Object) == b.Entity(other.Object);
        (ValueRelation dates, _) = DateComparison.Compare(one.Date, other.Date);
        if (!sameBody || dates is not (ValueRelation.Same or ValueRelation.Compatible))
        {
            return;
        }

        bool sameOffice = NameForms.Exact(one.Value) == NameForms.Exact(other.Value);
        if (sameSubject && !sameOffice && offices.Exclude(one.Value, other.Value))
        {
            found.Add(ConflictKind.Role, JudgementReason.Contradiction, ConflictSeverity.Medium, SideOf(a, one, one.Span), SideOf(b, other, other.Span), confidence, "Office");
        }
        else if (!sameSubject && sameOffice && offices.HeldByOne(one.Value) && !IsTerm(one) && !IsTerm(other))
        {
            found.Add(ConflictKind.Person, JudgementReason.Contradiction, ConflictSeverity.Major, NameOf(a, one), NameOf(b, other), confidence, "Office");
        }
    }

    // Two men may follow each other within a year that both terms touch.
    private static bool IsTerm(FactStatement fact) => fact.Date.Value.Contains('/', StringComparison.Ordinal);

    // Who is named: the last mention before the office's words, else the first.
    private static Side NameOf(in LinkedStatement statement, FactStatement fact)
    {
        TextSpan name = default;
        foreach (EntityMention mention in statement.Local(fact.Subject).Mentions)
        {
            if (fact.Sentence.Contains(mention.Span) && (name.Length == 0 || mention.Span.Start <= fact.Span.Start))
            {
                name = mention.Span;
            }
        }

        return SideOf(statement, fact, name.Length > 0 ? name : fact.Span);
    }

    private static Side SideOf(in LinkedStatement statement, FactStatement fact, TextSpan span) => new(statement.Document, span.Length > 0 ? span : fact.Span, fact.Sentence);
}

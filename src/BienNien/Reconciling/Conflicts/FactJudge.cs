using BienNien.Reconciling.Corroborating;
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
            case FactProperty.Issued when !sameSubject:
                JudgeNumbers(a, one, b, other, found);
                break;
            case FactProperty.Issued when sameSubject && AreSlips(a.Local(one.Subject).Traits.Number, b.Local(other.Subject).Traits.Number):
                found.Add(
                    ConflictKind.Citation, JudgementReason.Contradiction, ConflictSeverity.Medium, PaperOf(a, one), PaperOf(b, other), confidence, "Number");
                break;
            case FactProperty.Issued when sameSubject:
                JudgeDates(a, one, b, other, ConflictKind.Citation, ConflictSeverity.Medium, confidence, found);
                break;
            case FactProperty.Joined when sameSubject && a.Local(one.Subject).Kind == EntityKind.Person && (SameObject(a, one, b, other) || NoOtherBody(a, one, b, other)):
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

    // “được kết nạp” without saying into what, near the date on which another document says into what.
    private static bool NoOtherBody(in LinkedStatement a, FactStatement one, in LinkedStatement b, FactStatement other) =>
        (!NamesBody(a, one) || !NamesBody(b, other)) && DateComparison.DifferInOnePart(one.Date, other.Date);

    private static bool NamesBody(in LinkedStatement statement, FactStatement fact) =>
        (fact.Object >= 0 && statement.Local(fact.Object).Kind == EntityKind.Organisation) || fact.Value.Length > 0;

    // “Chỉ thị số 27-CT/TU ngày 3/2/1952” and “Chỉ thị số 29-CT/TU ngày 3/2/1952”, both on one matter.
    private static void JudgeNumbers(in LinkedStatement a, FactStatement one, in LinkedStatement b, FactStatement other, Findings found)
    {
        LocalEntity first = a.Local(one.Subject);
        LocalEntity second = b.Local(other.Subject);
        if (first.Kind != EntityKind.Paper || second.Kind != EntityKind.Paper || one.Date.Value.Length < 10 || one.Date.Value != other.Date.Value
            || Letters.Fold(first.Traits.Type) != Letters.Fold(second.Traits.Type) || !AreSlips(first.Traits.Number, second.Traits.Number)
            || ContentWords.Overlap(one.Words, other.Words) < 0.5)
        {
            return;
        }

        found.Add(
            ConflictKind.Citation, JudgementReason.Contradiction, ConflictSeverity.Medium, PaperOf(a, one), PaperOf(b, other), 0.8, "Number");
    }

    private static Side PaperOf(in LinkedStatement statement, FactStatement fact)
    {
        foreach (EntityMention mention in statement.Local(fact.Subject).Mentions)
        {
            if (fact.Sentence.Contains(mention.Span))
            {
                return SideOf(statement, fact, mention.Span);
            }
        }

        return SideOf(statement, fact, fact.Span);
    }

    // The same symbol, where both have one, behind numbers that differ in one digit, or in the order of two.
    private static bool AreSlips(string a, string b)
    {
        int digitsA = DigitsOf(a);
        int digitsB = DigitsOf(b);
        bool sameSymbol = digitsA == a.Length || digitsB == b.Length || a.AsSpan(digitsA).Equals(b.AsSpan(digitsB), StringComparison.OrdinalIgnoreCase);
        if (digitsA == 0 || digitsA != digitsB || !sameSymbol)
        {
            return false;
        }

        int different = 0;
        for (int i = 0; i < digitsA; i++)
        {
            different += a[i] == b[i] ? 0 : 1;
        }

        return different == 1 || (different == 2 && string.Concat(a[..digitsA].Order()) == string.Concat(b[..digitsB].Order()));
    }

    private static int DigitsOf(string number) => number.AsSpan().IndexOfAnyExceptInRange('0', '9') is >= 0 and int digits ? digits : number.Length;

    private static bool SameObject(in LinkedStatement a, FactStatement one, in LinkedStatement b, FactStatement other) => one.Object >= 0 && other.Object >= 0
        ? a.Entity(one.Object) == b.Entity(other.Object)
        : one.Object < 0 && other.Object < 0 && one.Value.Length > 0 && NameForms.Exact(one.Value) == NameForms.Exact(other.Value);

    private static void JudgeDates(
        in LinkedStatement a, FactStatement one, in LinkedStatement b, FactStatement other, ConflictKind kind, ConflictSeverity severity, double confidence, Findings found)
    {
        (ValueRelation relation, JudgementReason reason) = DateComparison.Compare(one.Date, other.Date);
        if (relation == ValueRelation.Same)
        {
            found.Agree(kind, SideOf(a, one, one.Date.Span), SideOf(b, other, other.Date.Span), confidence, one.Property.ToString());
        }
        else if (relation is ValueRelation.Compatible or ValueRelation.Contrary)
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
        string first = Letters.Fold(IssuerOf(a, one));
        string second = Letters.Fold(IssuerOf(b, other));
        bool meet = first.Contains(second, StringComparison.Ordinal) || second.Contains(first, StringComparison.Ordinal);
        if (first.Length > 0 && second.Length > 0 && !meet && (one.Object < 0 || other.Object < 0 || a.Entity(one.Object) != b.Entity(other.Object)))
        {
            found.Add(ConflictKind.Citation, JudgementReason.Contradiction, ConflictSeverity.Medium, SideOf(a, one, one.Span), SideOf(b, other, other.Span), confidence, "Issuer");
        }
    }

    // “BTV Tỉnh ủy” is not held against “Ban Thường vụ Tỉnh ủy”: an abbreviation that the document does not spell out may stand for either.
    private static string IssuerOf(in LinkedStatement statement, FactStatement fact)
    {
        LocalEntity? body = fact.Object >= 0 ? statement.Local(fact.Object) : null;
        string name = fact.Value.Length > 0 || body is null ? fact.Value : body.Traits.Full.Length > 0 ? body.Traits.Full : body.Name;
        return name.Split(' ').Any(static word => word.Length is > 1 and < 6 && word.All(char.IsUpper)) && name.Any(char.IsLower) ? "" : name;
    }

    private void JudgeOffices(in LinkedStatement a, FactStatement one, in LinkedStatement b, FactStatement other, bool sameSubject, double confidence, Findings found)
    {
        OfficeLikeness likeness = OfficeLikeness.Of(a, b);
        if (!likeness.AreOne || (a.Document == b.Document && one.Sentence == other.Sentence))
        {
            return;
        }

        string first = NameForms.Exact(one.Value);
        string second = NameForms.Exact(other.Value);
        bool sameOffice = first == second || first.StartsWith(second + " ", StringComparison.Ordinal) || second.StartsWith(first + " ", StringComparison.Ordinal);
        confidence *= 1 / (1 + Math.Exp(-likeness.Score - 0.5));
        if (sameSubject && sameOffice)
        {
            // Who held two offices at once holds neither against the other.
            found.Agree(ConflictKind.Role, SideOf(a, one, one.Span), SideOf(b, other, other.Span), confidence, "Office");
        }
        else if (sameSubject && likeness.IsOfOneBody && offices.Exclude(one.Value, other.Value))
        {
            found.Add(ConflictKind.Role, JudgementReason.Contradiction, ConflictSeverity.Medium, SideOf(a, one, one.Span), SideOf(b, other, other.Span), confidence, "Office");
        }
        else if (!sameSubject && sameOffice && offices.HeldByOne(one.Value) && (likeness.BothFirst || !likeness.IsTerm) && !MayBeOne(a, one, b, other))
        {
            found.Add(ConflictKind.Person, JudgementReason.Contradiction, ConflictSeverity.Major, NameOf(a, one), NameOf(b, other), confidence, "Office");
        }
    }

    // A given name, a slip of the pen.
    private static bool MayBeOne(in LinkedStatement a, FactStatement one, in LinkedStatement b, FactStatement other)
    {
        string first = a.Local(one.Subject).Name;
        string second = b.Local(other.Subject).Name;
        return NameSpelling.IsPart(first, second) || NameSpelling.IsSlip(first, second);
    }

    // Who is named: the last mention before the office's words, else the first behind them in the sentence.
    private static Side NameOf(in LinkedStatement statement, FactStatement fact)
    {
        TextSpan name = default;
        foreach (EntityMention mention in statement.Local(fact.Subject).Mentions)
        {
            bool isFound = name.Length > 0 && fact.Sentence.Contains(name);
            if (mention.Span.Start <= fact.Span.Start || (!isFound && fact.Sentence.Contains(mention.Span)))
            {
                name = mention.Span;
            }
        }

        return SideOf(statement, fact, name.Length > 0 ? name : fact.Span);
    }

    private static Side SideOf(in LinkedStatement statement, FactStatement fact, TextSpan span) => new(statement.Document, span.Length > 0 ? span : fact.Span, fact.Sentence);
}

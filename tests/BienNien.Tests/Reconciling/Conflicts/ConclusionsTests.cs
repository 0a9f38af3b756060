using System.Collections.Immutable;
using BienNien.Reconciling;
using BienNien.Reconciling.Conflicts;
using BienNien.Text;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace BienNien.Tests.Reconciling.Conflicts;

public sealed class ConclusionsTests
{
    [Fact]
    public void Each_of_those_who_say_the_same_is_at_odds_with_the_one_who_does_not()
    {
        ImmutableArray<Judgement> concluded = Conclusions.Of([Conflict(1, 4)], [Same(1, 2), Same(2, 3)]);

        concluded.Select(static judgement => (judgement.A.Document, judgement.B.Document)).ShouldBe([(1, 4), (2, 4), (3, 4)]);
        concluded[0].Confidence.ShouldBeGreaterThan(concluded[1].Confidence);
    }

    [Fact]
    public void A_guess_is_not_passed_on() =>
        Conclusions.Of([Conflict(1, 3) with { Confidence = 0.4 }], [Same(1, 2)]).Length.ShouldBe(1);

    [Fact]
    public void Those_who_hardly_agree_pass_nothing_on() =>
        Conclusions.Of([Conflict(1, 3)], [Same(1, 2) with { Confidence = 0.5 }]).Length.ShouldBe(1);

    [Fact]
    public void One_year_of_birth_is_no_year_of_death()
    {
        Judgement died = Conflict(1, 3) with { About = "Died" };

        Conclusions.Of([died], [Same(1, 2) with { About = "Born" }]).Length.ShouldBe(1);
        Conclusions.Of([died], [Same(1, 2) with { About = "Died" }]).Length.ShouldBe(2);
    }

    [Fact]
    public void What_was_seen_itself_goes_before_what_was_passed_on()
    {
        Judgement seen = Conflict(2, 3) with { Reason = JudgementReason.Precision };

        ImmutableArray<Judgement> concluded = Conclusions.Of([Conflict(1, 3), seen], [Same(1, 2)]);

        concluded.Single(static judgement => judgement.A.Document == 2).ShouldBe(seen);
    }

    [Fact]
    public void The_order_of_what_was_found_makes_no_difference() => Prop.ForAll<byte[], int>((links, seed) =>
    {
        ImmutableArray<Agreement> agreements = [.. links.Take(12).Select(static link => Same(1 + (link % 7), 8 + (link / 7 % 7)))];
        ImmutableArray<Judgement> judgements = [Conflict(1, 9), Conflict(2, 11), Conflict(3, 8) with { Reason = JudgementReason.Precision }];
        Random random = new(seed);

        Conclusions.Of(judgements.OrderBy(_ => random.Next()), agreements.OrderBy(_ => random.Next())).ShouldBe(Conclusions.Of(judgements, agreements));
    }).QuickCheckThrowOnFailure();

    private static Judgement Conflict(long a, long b) =>
        new(ConflictKind.Date, JudgementReason.Contradiction, ConflictSeverity.Medium, At(a), At(b), 0.9, "battle");

    private static Agreement Same(long a, long b) => new(ConflictKind.Date, At(a), At(b), 0.9, "battle");

    private static Side At(long document) => new(document, new TextSpan(10, 5), new TextSpan(0, 40));
}

using BienNien.Finding;
using Shouldly;

namespace BienNien.Tests.Finding.Quantities;

public sealed class PassageTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    [Fact]
    public void Amounts_in_the_sentences_at_hand_are_all_found()
    {
        Passages score = Passages.Score(fixture.Engine, MentionKind.Quantity, "passages.md");
        score.F1.ShouldBe(1, score.ToString());
        score.ValueAccuracy.ShouldBe(1, score.ToString());
    }

    // A floor, which only rises: these sentences were written before the rules and are not looked at.
    [Fact]
    public void Amounts_in_the_sentences_held_out_are_found_as_well()
    {
        Passages score = Passages.Score(fixture.Engine, MentionKind.Quantity, "held-out.md");
        score.F1.ShouldBeGreaterThanOrEqualTo(0.90, score.ToString());
        score.ValueAccuracy.ShouldBeGreaterThanOrEqualTo(0.95, score.ToString());
    }
}

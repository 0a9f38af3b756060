using System.Collections.Immutable;
using BienNien.Evaluating;
using Shouldly;

namespace BienNien.Tests.Gold;

/// <summary>Scores worked out by hand.</summary>
public sealed class ScorerTests
{
    [Fact]
    public void Same_spans_count_strictly_overlapping_ones_once_and_the_best_first()
    {
        KindResult result = Score("PLACE",
            """
            {"kind":"PLACE","start":0,"end":10,"text":"a"}
            {"kind":"PLACE","start":20,"end":30,"text":"b"}
            {"kind":"PLACE","start":40,"end":50,"text":"c"}
            """,
            """
            {"kind":"PLACE","start":0,"end":10,"text":"a"}
            {"kind":"PLACE","start":20,"end":24,"text":"b1"}
            {"kind":"PLACE","start":24,"end":30,"text":"b2"}
            {"kind":"PLACE","start":60,"end":70,"text":"d"}
            {"kind":"TIME","start":40,"end":50,"text":"c"}
            """);

        result.Score.ShouldBe(new KindScore(Gold: 3, Predicted: 4, Strict: 1, Relaxed: 2, Compared: 0, Agreeing: 0));
        result.Score.Precision.ShouldBe(0.25);
        result.Score.Recall.ShouldBe(1.0 / 3);
        result.Score.F1.ShouldBe(2.0 / 7);
        result.Score.RelaxedF1.ShouldBe(4.0 / 7);
        result.Score.ValueAccuracy.ShouldBeNull();
        result.Misses.Select(miss => (miss.What, (miss.Predicted ?? miss.Gold)!.Text)).ShouldBe(
            [(MissKind.Extent, "b2"), (MissKind.Spurious, "b1"), (MissKind.Missed, "c"), (MissKind.Spurious, "d")]);
    }

    [Theory]
    [InlineData("TIME", """{"type":"DATE","value":"1945-08"}""", """{"type":"DATE","value":"1945-08"}""", true)]
    [InlineData("TIME", """{"type":"DATE","value":"1945"}""", """{"type":"SET","value":"1945"}""", false)]
    [InlineData("TIME", """{"type":"DURATION","value":"p5y"}""", """{"type":"DURATION","value":"P5Y"}""", true)]
    [InlineData("QUANTITY", """{"value":2400}""", """{"value":2400.0}""", true)]
    [InlineData("QUANTITY", """{"value":null}""", """{"value":10}""", false)]
    [InlineData("QUANTITY", """{"value":null,"order":10}""", """{"value":null}""", true)]
    [InlineData("DOCREF", """{"number":"12-CV/TU"}""", """{"number":"12-cv/tu","date":"1950"}""", true)]
    [InlineData("DOCREF", """{"title":"x"}""", """{"number":"12-CV/TU"}""", false)]
    [InlineData("PERSON", """{"id":"Đặng  Văn Khiêm"}""", """{"id":"Đặng Văn Khiêm"}""", true)]
    [InlineData("EVENT", """{"date":"1921"}""", """{"date":"1921-03"}""", false)]
    public void Values_are_compared_as_the_annotation_standard_says(string kind, string gold, string predicted, bool same)
    {
        KindScore score = Score(kind, Row(gold), Row(predicted)).Score;
        (score.Compared, score.Agreeing).ShouldBe((1, same ? 1 : 0));

        string Row(string attributes) => $$"""{"kind":"{{kind}}","start":0,"end":5,"text":"x","attrs":{{attributes}}}""";
    }

    [Fact]
    public void Of_mistakes_that_editors_may_disagree_about_neither_silence_nor_a_word_counts()
    {
        KindResult result = Score("ISSUE",
            """
            {"kind":"ISSUE","start":0,"end":5,"text":"a","attrs":{"rule":"stale-copy","sure":true}}
            {"kind":"ISSUE","start":10,"end":15,"text":"b","attrs":{"rule":"name-variant","sure":false}}
            {"kind":"ISSUE","start":20,"end":25,"text":"c","attrs":{"rule":"name-variant","sure":false}}
            {"kind":"ISSUE","start":30,"end":35,"text":"d","attrs":{"rule":"chronology","sure":true}}
            """,
            """
            {"kind":"ISSUE","start":0,"end":5,"text":"a","attrs":{"rule":"stale-copy"}}
            {"kind":"ISSUE","start":12,"end":18,"text":"b","attrs":{"rule":"name-variant"}}
            {"kind":"ISSUE","start":30,"end":35,"text":"d","attrs":{"rule":"age-arithmetic"}}
            {"kind":"ISSUE","start":40,"end":45,"text":"e","attrs":{"rule":"chronology"}}
            """);

        result.Score.ShouldBe(new KindScore(Gold: 2, Predicted: 3, Strict: 2, Relaxed: 2, Compared: 2, Agreeing: 1));
        result.Misses.Select(miss => (miss.What, (miss.Predicted ?? miss.Gold)!.Text)).ShouldBe([(MissKind.Value, "d"), (MissKind.Spurious, "e")]);
    }

    [Fact]
    public void Scores_of_documents_add_up()
    {
        KindScore sum = new KindScore(1, 2, 1, 1, 1, 0) + new KindScore(3, 2, 1, 2, 2, 2);
        sum.ShouldBe(new KindScore(4, 4, 2, 3, 3, 2));
        default(KindScore).F1.ShouldBe(1);
    }

    [Fact]
    public void A_malformed_line_is_told_by_its_number() =>
        Should.Throw<FormatException>(() => Annotation.ReadAll("\n{\"kind\":\"TIME\"}\n")).Message.ShouldStartWith("2: ");

    private static KindResult Score(string kind, string gold, string predicted)
    {
        ImmutableArray<Annotation> wanted = Annotation.ReadAll(gold);
        return Scorer.Score(kind, wanted, Annotation.ReadAll(predicted));
    }
}

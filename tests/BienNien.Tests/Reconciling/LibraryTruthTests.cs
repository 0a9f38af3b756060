using BienNien.Reconciling;
using Shouldly;
using Xunit.Abstractions;

namespace BienNien.Tests.Reconciling;

/// <summary>
/// What is found in libraries that were written, with their truth, before the program read them. The floors only rise. Of the worked ones single pairs
/// were looked at; of the unseen ones the figures alone.
/// </summary>
public sealed class LibraryTruthTests(EngineFixture fixture, ITestOutputHelper output) : IClassFixture<EngineFixture>
{
    public static TheoryData<string, double, double, double> Floors => new()
    {
        // folder, conflicts found, of conflicts told those that the truth has, compatible pairs with the right reason
        { "worked/quang-tri", 0.64, 0.92, 0.49 },
        { "worked/ban-nganh", 0.52, 0.88, 0.30 },
        { "unseen/hoan-chau", 0.25, 0.64, 0.22 },
        { "unseen/nam-bo", 0.34, 0.84, 0.43 },
    };

    [Theory]
    [MemberData(nameof(Floors))]
    public void A_library_is_judged_as_its_truth_says(string folder, double recall, double precision, double compatible)
    {
        LibraryTruth truth = LibraryTruth.Open(fixture.Engine, Repository.Path("tests", "BienNien.Tests", "Reconciling", "Libraries", folder));
        (int found, int gold, int right, int predicted) = truth.Conflicts();
        (int reason, int wrong, int all) = truth.Compatible();
        (double personPrecision, double personRecall, int persons, int namesakes) = truth.Entities(EntityKind.Person, "PERSON");
        (double placePrecision, double placeRecall, int places, _) = truth.Entities(EntityKind.Place, "PLACE");
        output.WriteLine(FormattableString.Invariant($"{folder}: conflicts {found}/{gold} found, {right}/{predicted} right; compatible {reason}/{all} with the right reason, {wrong} called conflicts; copies {truth.CopiesFound()}/{truth.Copies.Length}"));
        output.WriteLine(FormattableString.Invariant($"  persons B3 P {personPrecision:0.000} R {personRecall:0.000} of {persons} mentions, namesakes merged {namesakes}; places P {placePrecision:0.000} R {placeRecall:0.000} of {places}"));

        ((double)found / gold).ShouldBeGreaterThanOrEqualTo(recall, "conflicts found");
        ((double)right / predicted).ShouldBeGreaterThanOrEqualTo(precision, "conflicts right");
        ((double)reason / all).ShouldBeGreaterThanOrEqualTo(compatible, "compatible pairs with the right reason");
        truth.CopiesFound().ShouldBe(truth.Copies.Length, "copied passages found");
    }

    [Fact]
    public void The_samples_are_judged_as_their_truth_says()
    {
        LibraryTruth truth = LibraryTruth.Open(fixture.Engine, Repository.Path("samples", "cao-bang-lang-son"), Repository.Path("samples", "truth"));
        (int found, int gold, int right, int predicted) = truth.Conflicts();
        (int reason, int wrong, int all) = truth.Compatible();
        output.WriteLine($"samples: conflicts {found}/{gold} found, {right}/{predicted} right; compatible {reason}/{all} with the right reason, {wrong} called conflicts; copies {truth.CopiesFound()}/{truth.Copies.Length}");

        ((double)found / gold).ShouldBeGreaterThanOrEqualTo(0.40);
        ((double)right / predicted).ShouldBeGreaterThanOrEqualTo(0.83);
        truth.CopiesFound().ShouldBe(truth.Copies.Length);
    }
}

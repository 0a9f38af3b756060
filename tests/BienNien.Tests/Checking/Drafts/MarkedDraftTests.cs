using System.Collections.Immutable;
using System.Globalization;
using BienNien.Checking;
using BienNien.Text;
using Shouldly;
using Xunit.Abstractions;

namespace BienNien.Tests.Checking.Drafts;

/// <summary>
/// Stretches of drafts with mistakes, and whole documents without one, a folder a writer; no writer had seen the rules. What the first two wrote and half of what the third did has been
/// looked into since; of the other half only the scores are looked at. A mistake is found by a diagnostic of its slug that meets its words.
/// </summary>
public sealed class MarkedDraftTests(EngineFixture fixture, ITestOutputHelper output) : IClassFixture<EngineFixture>
{
    /// <summary>The folder that is not looked into: every other draft of the third writer, and some whole documents.</summary>
    private const string Unseen = "unseen";

    // A little below what was reached; they only rise.
    [Theory]
    [InlineData("first", 0.95, 0.98)]
    [InlineData("second", 0.97, 0.97)]
    [InlineData("third", 0.63, 0.91)]
    [InlineData("unseen", 0.54, 0.86)]
    public void Mistakes_are_found_and_nothing_else(string folder, double recallFloor, double precisionFloor)
    {
        SortedDictionary<string, Score> scores = new(StringComparer.Ordinal);
        foreach (MarkedDraft draft in MarkedDraft.Load(folder))
        {
            Document document = EngineFixture.Read(draft.Text, draft.Name);
            ImmutableArray<Diagnostic> told = Check(document);
            foreach (Mistake mistake in draft.Mistakes)
            {
                bool found = told.Any(diagnostic => Names(diagnostic, mistake));
                Add(mistake.Slug, new Score(1, found ? 1 : 0, 0));
                if (!found && folder != Unseen)
                {
                    output.WriteLine($"missed {mistake.Slug} {draft.Name}: «{document.Surface(mistake.Spans[0])}» ({mistake.Expected})");
                }
            }

            foreach (Diagnostic diagnostic in told.Where(diagnostic => !draft.Mistakes.Any(mistake => Names(diagnostic, mistake))))
            {
                Add(diagnostic.Slug, new Score(0, 0, 1));
                if (folder == Unseen)
                {
                    output.WriteLine($"unseen false {diagnostic.Slug} in {draft.Name[..draft.Name.LastIndexOf('-')]}");
                }
                else
                {
                    output.WriteLine($"false {diagnostic.Slug} {draft.Name}: «{document.Surface(diagnostic.Span)}» {diagnostic.Message.Vietnamese}");
                }
            }
        }

        foreach ((string slug, Score score) in scores)
        {
            output.WriteLine($"{folder} {slug}: {score}");
        }

        Score whole = scores.Values.Aggregate(default(Score), static (sum, score) => sum + score);
        output.WriteLine($"{folder} all: {whole}");
        whole.Recall.ShouldBeGreaterThanOrEqualTo(recallFloor);
        whole.Precision.ShouldBeGreaterThanOrEqualTo(precisionFloor);

        void Add(string slug, Score more) => scores[slug] = scores.GetValueOrDefault(slug) + more;
    }

    [Theory]
    [InlineData("clean-first", 14_000)]
    [InlineData("clean-second", 14_000)]
    [InlineData("clean-third", 2_300)]
    [InlineData("clean-unseen", 1_300)]
    public void Documents_without_mistakes_are_left_in_peace(string folder, double leastWordsPerAlarm)
    {
        int alarms = 0;
        int words = 0;
        foreach (MarkedDraft draft in MarkedDraft.LoadClean(folder))
        {
            Document document = EngineFixture.Read(draft.Text, draft.Name);
            words += document.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
            foreach (Diagnostic diagnostic in Check(document))
            {
                alarms++;
                output.WriteLine(folder != "clean-" + Unseen
                    ? $"false {diagnostic.Slug} {draft.Name}:{document.LineOf(diagnostic.Span.Start)}: «{document.Surface(diagnostic.Span)}» {diagnostic.Message.Vietnamese}"
                    : $"false {diagnostic.Slug}");
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{folder}: {alarms} false alarms in {words} words"));
        ((double)words / Math.Max(1, alarms)).ShouldBeGreaterThanOrEqualTo(leastWordsPerAlarm);
    }

    private static bool Names(Diagnostic diagnostic, Mistake mistake) =>
        diagnostic.Slug == mistake.Slug && mistake.Spans.Any(span => diagnostic.Span.Overlaps(span) || span == diagnostic.Span);

    private ImmutableArray<Diagnostic> Check(Document document) => fixture.Engine.Checker.Check(fixture.Engine.Analyze(document));

    private readonly record struct Score(int Marked, int Found, int False)
    {
        public double Recall => Marked == 0 ? 1 : (double)Found / Marked;

        public double Precision => Found + False == 0 ? 1 : (double)Found / (Found + False);

        public static Score operator +(Score a, Score b) => new(a.Marked + b.Marked, a.Found + b.Found, a.False + b.False);

        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"found {Found}/{Marked} = {Recall:0.00}, false {False}, precision {Precision:0.00}");
    }
}

using System.Globalization;
using BienNien.Relating;
using BienNien.Tests.Finding.Marked;
using Shouldly;
using Xunit.Abstractions;

namespace BienNien.Tests.Relating.Events;

/// <summary>
/// Happenings with their dates, kinds, people and places in passages that were marked before the engine had read them. Those in <c>worked</c> have been looked
/// into since; those in <c>unseen</c> and <c>later</c> only give a score, and <c>later</c> was written after the rules.
/// </summary>
public sealed class MarkedEventTests(EngineFixture fixture, ITestOutputHelper output) : IClassFixture<EngineFixture>
{
    private static readonly string[] _roles = ["agent", "patient", "office"];

    // A little below what was reached; they only rise.
    [Theory]
    [InlineData("worked", 130, 0.945, 0.96, 0.96, 0.92)]
    [InlineData("unseen", 90, 0.92, 0.935, 0.79, 0.85)]
    [InlineData("later", 50, 0.865, 0.82, 0.80, 0.67)]
    public void Events_are_told_as_marked(string folder, int least, double f1, double types, double who, double where)
    {
        Score total = default;
        foreach (MarkedPassage passage in MarkedPassage.Load($"Events/{folder}"))
        {
            Score score = Of(passage);
            if (folder == "worked")
            {
                output.WriteLine($"{passage.Name}: {score}");
            }

            total += score;
        }

        output.WriteLine($"{folder}: {total}");
        total.Marked.ShouldBeGreaterThanOrEqualTo(least);
        total.F1.ShouldBeGreaterThanOrEqualTo(f1, total.ToString());
        total.Of(total.Types).ShouldBeGreaterThanOrEqualTo(types, total.ToString());
        total.Of(total.Statuses).ShouldBeGreaterThanOrEqualTo(0.97, total.ToString());
        total.Who.ShouldBeGreaterThanOrEqualTo(who, total.ToString());
        total.Where.ShouldBeGreaterThanOrEqualTo(where, total.ToString());
    }

    private Score Of(MarkedPassage passage)
    {
        DocumentAnalysis analysis = fixture.Engine.Analyze(EngineFixture.Read(passage.Text, "doan.md"));
        List<EventClaim> told = [.. analysis.Claims.OfType<EventClaim>()];
        Score score = default(Score) with { Marked = passage.Marks.Length, Told = told.Count };
        foreach (Mark mark in passage.Marks)
        {
            Dictionary<string, string> says = mark.Says.Split(';').Select(static part => part.Split('=', 2)).Where(static part => part.Length == 2)
                .ToDictionary(static part => part[0].Trim(), static part => part[1].Trim(), StringComparer.Ordinal);
            if (told.Find(claim => claim.Span.Start < mark.End && mark.Start < claim.Span.End && claim.Date == says["date"]) is not { } claim)
            {
                continue;
            }

            told.Remove(claim);
            score += default(Score) with
            {
                Matched = 1,
                Types = says["type"] == claim.Type.Code() ? 1 : 0,
                Statuses = says.GetValueOrDefault("status", "asserted") == claim.Status.Code() ? 1 : 0,
            };
            foreach (string role in _roles)
            {
                List<string> read = [.. claim.Who.Where(participant => participant.Role == role).Select(participant => Surface(analysis, participant.Mention))];
                string[] marked = Names(says, role);
                score += default(Score) with { WhoMarked = marked.Length, WhoTold = read.Count, WhoRight = Shared(marked, read) };
            }

            List<string> places = [.. claim.Where.Select(place => Surface(analysis, place))];
            string[] named = Names(says, "where");
            score += default(Score) with { WhereMarked = named.Length, WhereTold = places.Count, WhereRight = Shared(named, places) };
        }

        return score;
    }

    private static string Surface(DocumentAnalysis analysis, int mention) => analysis.Document.Surface(analysis.Mentions[mention].Span).ToString();

    private static string[] Names(Dictionary<string, string> says, string key) =>
        says.GetValueOrDefault(key, "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // Readers differ on how much of a name is the name: one must hold the other.
    private static int Shared(string[] marked, List<string> read)
    {
        int shared = 0;
        foreach (string name in marked)
        {
            int at = read.FindIndex(other => other.Contains(name, StringComparison.OrdinalIgnoreCase) || name.Contains(other, StringComparison.OrdinalIgnoreCase));
            if (at >= 0)
            {
                read.RemoveAt(at);
                shared++;
            }
        }

        return shared;
    }

    private readonly record struct Score(
        int Marked, int Told, int Matched, int Types, int Statuses, int WhoMarked, int WhoTold, int WhoRight, int WhereMarked, int WhereTold, int WhereRight)
    {
        public double F1 => 2.0 * Matched / (Marked + Told);

        public double Who => 2.0 * WhoRight / (WhoMarked + WhoTold);

        public double Where => 2.0 * WhereRight / (WhereMarked + WhereTold);

        public double Of(int right) => (double)right / Matched;

        public static Score operator +(Score a, Score b) => new(
            a.Marked + b.Marked, a.Told + b.Told, a.Matched + b.Matched, a.Types + b.Types, a.Statuses + b.Statuses, a.WhoMarked + b.WhoMarked, a.WhoTold + b.WhoTold,
            a.WhoRight + b.WhoRight, a.WhereMarked + b.WhereMarked, a.WhereTold + b.WhereTold, a.WhereRight + b.WhereRight);

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"marked {Marked}, told {Told}, F1 {F1:0.000}; type {Of(Types):0.000}, status {Of(Statuses):0.000}, who {Who:0.000}, where {Where:0.000}");
    }
}

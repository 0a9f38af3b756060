using System.Collections.Immutable;
using BienNien.Relating;
using BienNien.Rules;
using Shouldly;

namespace BienNien.Tests.RulePages;

/// <summary>Each page's examples of relating are run, and the registry is walked.</summary>
public sealed class RelatingPageTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    private static readonly ImmutableArray<RulePage> _pages =
        [.. RulePage.LoadAll().Where(page => page.Path.StartsWith("Relating/", StringComparison.Ordinal))];

    public static TheoryData<string> Pages() => [.. _pages.Select(page => page.Id.ToString())];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_example_of_a_relating_page_holds(string id)
    {
        RulePage page = _pages.Single(page => page.Id.ToString() == id);
        List<string> failures = [];
        foreach (RuleExample example in page.Examples)
        {
            DocumentAnalysis analysis = fixture.Engine.Analyze(EngineFixture.Read(example.Text));
            ImmutableArray<EventClaim> all = [.. analysis.Claims.OfType<EventClaim>()];
            ImmutableArray<EventClaim> found = [.. all.Where(claim => claim.Rule == page.Id).DistinctBy(claim => claim.Span)];
            string seen = string.Join(", ", all.Select(claim => $"{claim.Rule}[{analysis.Document.Surface(claim.Span)}] {claim.Date}"));
            if (!found.Select(claim => (claim.Span.Start, claim.Span.Length)).SequenceEqual(example.Spans))
            {
                failures.Add($"{page.Path}:{example.Line}: «{example.Text}» gave {seen}");
                continue;
            }

            for (int i = 0; i < example.Expected.Length; i++)
            {
                Dictionary<string, string> attributes = AttributesOf(analysis, found[i]);
                failures.AddRange(example.Expected[i]
                    .Where(pair => !attributes.TryGetValue(pair.Key, out string? value) || value != pair.Value)
                    .Select(pair => $"{page.Path}:{example.Line}: {pair.Key} is «{attributes.GetValueOrDefault(pair.Key)}», not «{pair.Value}»"));
            }
        }

        failures.ShouldBeEmpty();
    }

    [Fact]
    public void Every_relating_rule_has_one_page_with_examples_counterexamples_and_a_source()
    {
        fixture.Engine.Relater.Rules.Select(rule => rule.Id).ShouldBe(_pages.Select(page => page.Id), ignoreOrder: true);
        foreach (IRule rule in fixture.Engine.Relater.Rules)
        {
            RulePage page = _pages.Single(page => page.Id == rule.Id);
            page.Name.ShouldBe(rule.GetType().Name);
            Path.GetFileNameWithoutExtension(page.Path).ShouldBe(page.Name);
            page.Examples.ShouldContain(example => example.IsPositive, page.Path);
            page.Examples.ShouldContain(example => !example.IsPositive, page.Path);
            page.Markdown.ShouldContain("**Source**", customMessage: page.Path);
        }
    }

    /// <summary>The attributes that examples speak of; names of one role are joined with «, ».</summary>
    internal static Dictionary<string, string> AttributesOf(DocumentAnalysis analysis, EventClaim claim)
    {
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["type"] = claim.Type.Code(),
            ["date"] = claim.Date,
            ["status"] = claim.Status.Code(),
            ["implied"] = claim.DateIsImplied ? "true" : "false",
            ["who"] = Names(claim.Who.Select(who => who.Mention)),
            ["agent"] = Names(claim.Who.Where(who => who.Role == "agent").Select(who => who.Mention)),
            ["patient"] = Names(claim.Who.Where(who => who.Role == "patient").Select(who => who.Mention)),
            ["office"] = Names(claim.Who.Where(who => who.Role == "office").Select(who => who.Mention)),
            ["where"] = Names(claim.Where),
            ["figures"] = Names(claim.Figures),
        };

        string Names(IEnumerable<int> mentions) => string.Join(", ", mentions.Select(mention => analysis.Document.Surface(analysis.Mentions[mention].Span)));
    }
}

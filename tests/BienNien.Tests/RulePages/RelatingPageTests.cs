using System.Collections.Immutable;
using System.Globalization;
using BienNien.Finding.Quantities;
using BienNien.Relating;
using BienNien.Relating.Facts;
using BienNien.Relating.Figures;
using BienNien.Relating.References;
using BienNien.Rules;
using Shouldly;

namespace BienNien.Tests.RulePages;

/// <summary>Each page's examples of relating are run, and the registry is walked.</summary>
public sealed class RelatingPageTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    private static readonly ImmutableArray<RulePage> _pages =
        [.. RulePage.LoadAll().Where(page => page.Path.StartsWith("Relating/", StringComparison.Ordinal))];

    private static readonly ImmutableArray<RulePage> _referencePages = [.. _pages.Where(page => page.Path.StartsWith("Relating/References/", StringComparison.Ordinal))];

    public static TheoryData<string> Pages() => [.. _pages.Except(_referencePages).Select(page => page.Id.ToString())];

    public static TheoryData<string> ReferencePages() => [.. _referencePages.Select(page => page.Id.ToString())];

    /// <summary>What a word stands for is no claim of its own: the examples speak of the words.</summary>
    [Theory]
    [MemberData(nameof(ReferencePages))]
    public void Every_example_of_a_page_of_references_holds(string id)
    {
        RulePage page = _pages.Single(page => page.Id.ToString() == id);
        List<string> failures = [];
        foreach (RuleExample example in page.Examples)
        {
            DocumentAnalysis analysis = fixture.Engine.Analyze(EngineFixture.Read(example.Text, "thu.txt"));
            ImmutableArray<Reference> found = [.. fixture.Engine.Relater.References(analysis.Tokens, analysis.Mentions).All.Where(reference => reference.Rule == page.Id)];
            if (!found.Select(reference => (reference.Span.Start, reference.Span.Length)).SequenceEqual(example.Spans))
            {
                failures.Add($"{page.Path}:{example.Line}: «{example.Text}» gave {string.Join(", ", found.Select(reference => analysis.Document.Surface(reference.Span)))}");
                continue;
            }

            for (int i = 0; i < example.Expected.Length; i++)
            {
                Dictionary<string, string> attributes = new(StringComparer.Ordinal)
                {
                    ["to"] = analysis.Document.Surface(analysis.Mentions[found[i].Mention].Span),
                    ["certainty"] = found[i].Certainty.ToString().ToLowerInvariant(),
                };
                failures.AddRange(example.Expected[i].Where(pair => attributes[pair.Key] != pair.Value).Select(pair => $"{page.Path}:{example.Line}: {pair.Key} is «{attributes[pair.Key]}», not «{pair.Value}»"));
            }
        }

        failures.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_example_of_a_relating_page_holds(string id)
    {
        RulePage page = _pages.Single(page => page.Id.ToString() == id);
        List<string> failures = [];
        foreach (RuleExample example in page.Examples)
        {
            DocumentAnalysis analysis = fixture.Engine.Analyze(EngineFixture.Read(example.Text, example.Text.Contains('|', StringComparison.Ordinal) ? "thu.md" : "thu.txt"));
            ImmutableArray<Claim> found = [.. analysis.Claims.Where(claim => claim.Rule == page.Id).DistinctBy(claim => claim.Span)];
            string seen = string.Join(", ", analysis.Claims.Select(claim => $"{claim.Rule}[{analysis.Document.Surface(claim.Span)}]"));
            if (!found.Select(claim => (claim.Span.Start, claim.Span.Length)).SequenceEqual(example.Spans))
            {
                failures.Add($"{page.Path}:{example.Line}: «{example.Text}» gave {seen}");
                continue;
            }

            for (int i = 0; i < example.Expected.Length; i++)
            {
                Dictionary<string, string> attributes = found[i] switch
                {
                    EventClaim told => AttributesOf(analysis, told),
                    FigureClaim figure => AttributesOf(analysis, figure),
                    FactClaim fact => AttributesOf(analysis, fact),
                    _ => [],
                };
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

    /// <summary>The attributes of a fact.</summary>
    internal static Dictionary<string, string> AttributesOf(DocumentAnalysis analysis, FactClaim claim)
    {
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["property"] = claim.Property.Code(),
            ["of"] = Surface(claim.Subject),
            ["object"] = Surface(claim.Object),
            ["value"] = claim.Value,
            ["date"] = claim.Date,
            ["status"] = claim.Status.Code(),
            ["certainty"] = claim.Certainty.ToString().ToLowerInvariant(),
        };

        string Surface(int mention) => mention < 0 ? "" : analysis.Document.Surface(analysis.Mentions[mention].Span);
    }

    /// <summary>The attributes of a figure; its first relation as <c>growthOver of … over … base … whole …</c>, without what it has not.</summary>
    internal static Dictionary<string, string> AttributesOf(DocumentAnalysis analysis, FigureClaim claim)
    {
        QuantityValue value = (QuantityValue)analysis.Mentions[claim.Figure].Value;
        FigureRelation? relation = claim.Relations.FirstOrDefault();
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["indicator"] = claim.Indicator.Name,
            ["key"] = claim.Indicator.Key,
            ["measure"] = claim.Measure.Code(),
            ["turn"] = claim.Turn.ToString().ToLowerInvariant(),
            ["status"] = claim.Status.Code(),
            ["scope"] = claim.Scope.Name,
            ["period"] = claim.Period.Value,
            ["unit"] = claim.Unit,
            ["value"] = value.Value is decimal number ? (number / 1.000000000000m).ToString(CultureInfo.InvariantCulture) : "",
            ["relation"] = relation is null ? "" : string.Concat(
                relation.Kind.Code(), Part("of", Surface(relation.Of)), Part("over", Surface(relation.Over)), Part("base", relation.Period), Part("whole", relation.Whole)),
        };

        string Surface(int mention) => mention < 0 || mention == claim.Figure ? "" : analysis.Document.Surface(analysis.Mentions[mention].Span);

        static string Part(string name, string text) => text.Length > 0 ? $" {name} {text}" : "";
    }
}

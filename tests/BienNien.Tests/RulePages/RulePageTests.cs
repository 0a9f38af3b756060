using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using BienNien.Finding;
using BienNien.Rules;
using BienNien.Text;
using Shouldly;

namespace BienNien.Tests.RulePages;

/// <summary>Each page's examples are run, and the registry is walked.</summary>
public sealed class RulePageTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    private static readonly ImmutableArray<RulePage> _pages = RulePage.LoadAll();

    public static TheoryData<string> FindingPages()
    {
        TheoryData<string> data = [];
        foreach (RulePage page in _pages.Where(page => page.Path.StartsWith("Finding/", StringComparison.Ordinal)))
        {
            data.Add(page.Id.ToString());
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(FindingPages))]
    public void Every_example_of_a_finding_page_holds(string id)
    {
        RulePage page = _pages.Single(page => page.Id.ToString() == id);
        List<string> failures = [];
        foreach (RuleExample example in page.Examples)
        {
            Document document = EngineFixture.Read(example.Text);
            ImmutableArray<Mention> all = fixture.Engine.Finder.Find(document);
            ImmutableArray<Mention> found = [.. all.Where(mention => mention.Rule == page.Id)];
            string seen = string.Join(", ", all.Select(mention => $"{mention.Rule}[{document.Surface(mention.Span)}]"));
            if (!found.Select(mention => (mention.Span.Start, mention.Span.Length)).SequenceEqual(example.Spans))
            {
                failures.Add($"{page.Path}:{example.Line}: «{example.Text}» gave {seen}");
                continue;
            }

            for (int i = 0; i < example.Expected.Length; i++)
            {
                Dictionary<string, string> attributes = AttributesOf(found[i].Value);
                failures.AddRange(example.Expected[i]
                    .Where(pair => !attributes.TryGetValue(pair.Key, out string? value) || value != pair.Value)
                    .Select(pair => $"{page.Path}:{example.Line}: {pair.Key} is «{attributes.GetValueOrDefault(pair.Key)}», not «{pair.Value}»"));
            }
        }

        failures.ShouldBeEmpty();
    }

    [Fact]
    public void Every_finding_rule_has_one_page_with_examples_counterexamples_and_a_source()
    {
        foreach (IMentionRule rule in fixture.Engine.Finder.Rules)
        {
            RulePage page = _pages.Where(page => page.Id == rule.Id).ShouldHaveSingleItem($"pages of {rule.Id}");
            page.Name.ShouldBe(rule.GetType().Name);
            page.Examples.ShouldContain(example => example.IsPositive, page.Path);
            page.Examples.ShouldContain(example => !example.IsPositive, page.Path);
            page.Markdown.ShouldContain("**Source**", customMessage: page.Path);
            Path.GetFileNameWithoutExtension(page.Path).ShouldBe(page.Name);
        }
    }

    [Fact]
    public void No_rule_id_is_used_twice_and_each_parses_back()
    {
        _pages.Select(page => page.Id).ShouldBeUnique();
        fixture.Engine.Finder.Rules.Select(rule => rule.Id).ShouldBeUnique();
        foreach (RulePage page in _pages)
        {
            RuleId.TryParse(page.Id.ToString(), out RuleId back).ShouldBeTrue();
            back.ShouldBe(page.Id);
        }
    }

    private static Dictionary<string, string> AttributesOf(MentionValue value)
    {
        using JsonDocument parsed = JsonDocument.Parse(MentionJson.Attributes(value));
        return parsed.RootElement.EnumerateObject().ToDictionary(
            property => property.Name,
            property => property.Value.ValueKind switch
            {
                JsonValueKind.String => property.Value.GetString() ?? "",
                JsonValueKind.Number => property.Value.GetDecimal().ToString(CultureInfo.InvariantCulture),
                JsonValueKind.Null => "null",
                JsonValueKind.True => "true",
                _ => property.Value.GetRawText(),
            },
            StringComparer.Ordinal);
    }
}

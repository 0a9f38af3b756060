using System.Collections.Immutable;
using BienNien.Checking;
using BienNien.Rules;
using BienNien.Text;
using Shouldly;

namespace BienNien.Tests.RulePages;

/// <summary>The examples of each check's page, and the sentences written before the rules: brackets are the diagnostics' spans.</summary>
public sealed class CheckPageTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    private static readonly ImmutableArray<RulePage> _pages =
        [.. RulePage.LoadAll().Where(page => page.Path.StartsWith("Checking/", StringComparison.Ordinal))];

    public static TheoryData<string> Checks() => [.. _pages.Select(page => page.Id.ToString())];

    [Theory]
    [MemberData(nameof(Checks))]
    public void Every_example_of_a_check_page_holds(string id) => Failures(_pages.Single(page => page.Id.ToString() == id)).ShouldBeEmpty();

    [Theory]
    [InlineData("CHK001")]
    [InlineData("CHK002")]
    [InlineData("CHK003")]
    public void Every_sentence_written_before_the_rule_holds(string id)
    {
        using Stream stream = typeof(CheckPageTests).Assembly.GetManifestResourceStream($"Checking/Sentences.{id}.md").ShouldNotBeNull();
        using StreamReader reader = new(stream);
        RulePage page = RulePage.Parse($"Sentences.{id}.md", reader.ReadToEnd());
        page.Examples.Length.ShouldBeGreaterThan(15);
        Failures(page).ShouldBeEmpty();
    }

    [Fact]
    public void Every_check_has_one_page_with_examples_counterexamples_and_a_source()
    {
        fixture.Engine.Checker.Checks.Select(check => check.Id).ShouldBe(_pages.Select(page => page.Id));
        fixture.Engine.Checker.Checks.Select(check => check.Slug).ShouldBeUnique();
        foreach (ICheck check in fixture.Engine.Checker.Checks)
        {
            RulePage page = _pages.Single(page => page.Id == check.Id);
            page.Name.ShouldBe(check.GetType().Name);
            Path.GetFileNameWithoutExtension(page.Path).ShouldBe(page.Name);
            page.Examples.ShouldContain(example => example.IsPositive, page.Path);
            page.Examples.ShouldContain(example => !example.IsPositive, page.Path);
            page.Markdown.ShouldContain("**Source**", customMessage: page.Path);
        }
    }

    private List<string> Failures(RulePage page)
    {
        List<string> failures = [];
        foreach (RuleExample example in page.Examples)
        {
            Document document = EngineFixture.Read(example.Text);
            ImmutableArray<Diagnostic> all = fixture.Engine.Checker.Check(fixture.Engine.Analyze(document));
            ImmutableArray<Diagnostic> found = [.. all.Where(diagnostic => diagnostic.Rule == page.Id)];
            if (!found.Select(diagnostic => (diagnostic.Span.Start, diagnostic.Span.Length)).SequenceEqual(example.Spans))
            {
                failures.Add($"{page.Path}:{example.Line}: «{example.Text}» gave {string.Join("; ", all.Select(diagnostic => $"{diagnostic.Rule} [{document.Surface(diagnostic.Span)}] {diagnostic.Message.Vietnamese}"))}");
            }
        }

        return failures;
    }
}

using System.Collections.Immutable;
using BienNien.Checking;
using BienNien.Reconciling;
using BienNien.Relating;
using BienNien.Relating.Figures;
using BienNien.Rules;
using BienNien.Tests.Checking.Form;
using BienNien.Text;
using Shouldly;

namespace BienNien.Tests.RulePages;

/// <summary>The examples of each check's page, and the sentences written before the rules: brackets are the diagnostics' spans.</summary>
public sealed class CheckPageTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    private const string Held = "\n---\n";
    private const string Form = "Checking/Form/";

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
        if (page.Path.StartsWith(Form, StringComparison.Ordinal))
        {
            return FormFailures(page);
        }

        foreach (RuleExample example in page.Examples)
        {
            // Above the line a document of a library, below it the draft.
            int line = example.Text.IndexOf(Held, StringComparison.Ordinal);
            int draft = line < 0 ? 0 : line + Held.Length;
            Document document = EngineFixture.Read(example.Text[draft..]);
            DocumentAnalysis analysis = fixture.Engine.Analyze(document);
            ImmutableArray<Diagnostic> all = fixture.Engine.Checker.Check(analysis, CheckSettings.Default, line < 0 ? [] : Confront(EngineFixture.Read(example.Text[..line]), analysis)).Diagnostics;
            ImmutableArray<Diagnostic> found = [.. all.Where(diagnostic => diagnostic.Rule == page.Id)];
            if (!found.Select(diagnostic => (diagnostic.Span.Start + draft, diagnostic.Span.Length)).SequenceEqual(example.Spans))
            {
                failures.Add($"{page.Path}:{example.Line}: «{example.Text}» gave {string.Join("; ", all.Select(diagnostic => $"{diagnostic.Rule} [{document.Surface(diagnostic.Span)}] {diagnostic.Message.Vietnamese}"))}");
            }
        }

        return failures;
    }

    // A right paper, what is changed in it, then the words that are marked: “state | motto size 15 | [Độc lập - Tự do - Hạnh phúc]”.
    private List<string> FormFailures(RulePage page)
    {
        List<string> failures = [];
        foreach (RuleExample example in page.Examples)
        {
            string[] cells = example.Text.Split(" | ");
            SpecimenPaper paper = SpecimenPaper.Parse(example.IsPositive ? cells[..^1] : cells);
            (Document document, ImmutableArray<Diagnostic> all) = FormReports.Check(fixture.Engine, paper.ToWord());
            string[] wanted = example.IsPositive ? [.. example.Spans.Select(span => example.Text.Substring(span.Start, span.Length))] : [];
            if (!all.Where(diagnostic => diagnostic.Rule == page.Id).Select(diagnostic => document.Surface(diagnostic.Span)).SequenceEqual(wanted))
            {
                failures.Add($"{page.Path}:{example.Line}: «{example.Text}» gave {string.Join("; ", all.OfForm().Select(diagnostic => $"{diagnostic.Rule} [{document.Surface(diagnostic.Span)}] {diagnostic.Message.Vietnamese}"))}");
            }
        }

        return failures;
    }

    private ImmutableArray<SourceContradiction> Confront(Document source, DocumentAnalysis draft)
    {
        DocumentAnalysis kept = fixture.Engine.Analyze(source);
        return
        [
            .. fixture.Engine.Reconciler.Reconcile([(1, fixture.Engine.Testify(kept)), (2, fixture.Engine.Testify(draft))], EntityRulings.None).Judgements
                .Where(judgement => judgement.IsConflict && judgement.A.Document != judgement.B.Document)
                .Select(judgement => new SourceContradiction(
                    judgement.Kind, (judgement.A.Document == 2 ? judgement.A : judgement.B).Span, source.Name, (judgement.A.Document == 1 ? judgement.A : judgement.B).Span,
                    source.Surface((judgement.A.Document == 1 ? judgement.A : judgement.B).Span), judgement.Confidence)),
            .. NewerFigures.Ask(draft).SelectMany(question => NewerFigures.Answer(question, FiguresFor(kept, question)) is { } newer ? [NewerFigures.Told(question, newer)] : Array.Empty<SourceContradiction>()),
        ];
    }

    private static IEnumerable<SourceFigure> FiguresFor(DocumentAnalysis kept, FigureQuestion question) =>
        kept.Claims.OfType<FigureClaim>()
            .Where(figure => figure.Indicator.Key == question.IndicatorKey && Letters.Fold(figure.Scope.Name) == Letters.Fold(question.Scope))
            .Select(figure => new SourceFigure(1, kept.Document.Name, figure.Span, kept.Document.Surface(figure.Span), figure.Status, figure.Measure, figure.Unit, figure.Period.Value));
}

using System.Collections.Immutable;
using System.Globalization;
using BienNien.Checking;
using BienNien.Keeping;
using BienNien.Text;
using BienNien.Web.Documents;
using BienNien.Web.Shared;

namespace BienNien.Web.Checking;

/// <summary>Diagnostics beside a draft's blocks, their words marked, each with its choice. Numbers count from 1 and join words and margin, in print too.</summary>
internal sealed class IssueMargin : IBlockMargin
{
    // So many blocks back is looked for the one that holds a word: more notes than that never cut a paragraph.
    private const int FarthestHome = 40;
    private const int LongestQuote = 60;

    private readonly Draft _draft;
    private readonly CheckTexts _texts;
    private readonly RuleWords _rules;
    private readonly ImmutableArray<(int Issue, int Place)> _meanings;
    private readonly HashSet<int> _opened = [];
    private readonly HashSet<int> _closed = [];
    private readonly ILookup<int, int> _issuesOf;
    private readonly ImmutableArray<BlockRow> _blocks;

    public IssueMargin(Draft draft, ImmutableArray<BlockRow> blocks, CheckTexts texts, RuleWords rules)
    {
        (_draft, _texts, _rules, _blocks) = (draft, texts, rules, blocks);
        List<TextSpan> spans = [];
        List<(int, int)> meanings = [];
        for (int i = 0; i < draft.Diagnostics.Length; i++)
        {
            spans.Add(draft.Diagnostics[i].Span);
            meanings.Add((i, -1));
            for (int k = 0; k < draft.Diagnostics[i].Related.Length; k++)
            {
                if (draft.Diagnostics[i].Related[k] is { Document: null } place)
                {
                    spans.Add(place.Span);
                    meanings.Add((i, k));
                }
            }
        }

        Marks = [.. spans];
        _meanings = [.. meanings];
        _issuesOf = Enumerable.Range(0, draft.Diagnostics.Length).ToLookup(i => HomeOf(draft.Diagnostics[i].Span));
    }

    /// <inheritdoc/>
    public ImmutableArray<TextSpan> Marks { get; }

    /// <inheritdoc/>
    public void Open(MarkupWriter html, int mark)
    {
        (int issue, int place) = _meanings[mark];
        string? id = _opened.Add(mark) ? Anchor(issue, place) : null;
        if (place >= 0)
        {
            html.Open("span", ("class", "compared"), ("id", id));
        }
        else
        {
            string chosen = _draft.Choices.GetValueOrDefault(issue) switch { { Take: true } => " is-taken", { Take: false } => " is-left", null => "" };
            html.Open("mark", ("class", $"issue issue-{_draft.Diagnostics[issue].Severity.Code()}{chosen}"), ("id", id), ("data-issue", Number(issue)));
        }
    }

    /// <inheritdoc/>
    public void Close(MarkupWriter html, int mark, bool inLink)
    {
        (int issue, int place) = _meanings[mark];
        html.Close(place >= 0 ? "span" : "mark");
        if (place < 0 && !inLink && _closed.Add(mark))
        {
            html.Open("a", ("class", "issue-number"), ("href", "#d" + Number(issue)), ("lang", _texts.Code), ("aria-label", _texts.ToIssue(issue + 1)))
                .Text(Number(issue)).Close("a");
        }
    }

    /// <inheritdoc/>
    public void WriteBeside(MarkupWriter html, ImmutableArray<BlockRow> blocks)
    {
        int[] issues = [.. blocks.SelectMany(block => _issuesOf[block.Ordinal]).Order()];
        if (issues.Length == 0)
        {
            return;
        }

        html.Open("div", ("class", "cards"));
        foreach (int issue in issues)
        {
            Card(html, issue);
        }

        html.Close("div");
    }

    private void Card(MarkupWriter html, int issue)
    {
        Diagnostic diagnostic = _draft.Diagnostics[issue];
        string number = Number(issue);
        string severity = diagnostic.Severity.Code();
        Choice? choice = _draft.Choices.GetValueOrDefault(issue);
        html.Open(
            "article",
            ("class", "card card-" + severity), ("id", "d" + number), ("tabindex", "-1"), ("aria-labelledby", "t" + number),
            ("data-card", number), ("data-rule", diagnostic.Rule.ToString()), ("data-severity", severity));
        html.Open("p", ("class", "card-head"), ("id", "t" + number), ("title", $"{diagnostic.Rule} {diagnostic.Slug}"))
            .Open("a", ("class", "card-number"), ("href", "#" + AddressOf(issue, -1, diagnostic.Span)), ("aria-label", _texts.ToWords(issue + 1))).Text(number).Close("a").Text(" ")
            .Open("span", ("class", "card-severity")).Text(_texts.Severity(diagnostic.Severity)).Close("span").Text(" ")
            .Open("span", ("class", "card-title")).Text(_rules.Title(diagnostic.Rule, diagnostic.Slug, _texts)).Close("span")
            .Close("p");
        string message = diagnostic.Message.In(_texts.Code);
        html.Open("p", ("class", "card-message")).Text(message).Close("p");
        if (diagnostic.Fix is { } fix)
        {
            Correction(html, fix);
        }
        else if (diagnostic.Expected is { Length: > 0 } expected && !message.Contains(expected, StringComparison.OrdinalIgnoreCase))
        {
            // Most messages say it already.
            html.Open("p", ("class", "card-expected")).Text(_texts.Expected + " ").Open("b", ("lang", "vi")).Text(expected).Close("b").Close("p");
        }

        Related(html, issue, diagnostic);
        html.Open("div", ("class", "card-foot"));
        Decide(html, issue, number, choice);
        Explanation(html, issue, diagnostic);
        html.Close("div").Close("article");
    }

    private void Correction(MarkupWriter html, TextEdit fix)
    {
        html.Open("p", ("class", "card-fix")).Text(_texts.Correction + " ");
        string gone = Visible(_draft.Looked.Document.Surface(fix.Span));
        if (gone.Length > 0)
        {
            html.Open("del", ("lang", "vi")).Text(gone).Close("del").Text(" → ");
        }

        if (fix.Replacement.Length > 0)
        {
            html.Open("ins", ("lang", "vi")).Text(Visible(fix.Replacement)).Close("ins");
        }
        else
        {
            html.Text(_texts.Removed);
        }

        html.Close("p");
    }

    private void Related(MarkupWriter html, int issue, Diagnostic diagnostic)
    {
        if (diagnostic.Related.IsEmpty)
        {
            return;
        }

        html.Open("ul", ("class", "card-related"), ("role", "list"), ("aria-label", _texts.ComparedWith));
        // Several sources that say the same are one line.
        foreach (IGrouping<string, int> same in Enumerable.Range(0, diagnostic.Related.Length).GroupBy(k => diagnostic.Related[k].Reason.In(_texts.Code), StringComparer.OrdinalIgnoreCase))
        {
            html.Open("li").Text(same.Key + ": ");
            string between = "";
            foreach (int k in same)
            {
                html.Text(between);
                Place(html, issue, k, diagnostic.Related[k]);
                between = ", ";
            }

            html.Close("li");
        }

        html.Close("ul");
    }

    private void Place(MarkupWriter html, int issue, int k, RelatedPlace place)
    {
        if (place.Document is not { } other)
        {
            string words = Excerpt.OneLine(_draft.Looked.Document.Surface(place.Span), LongestQuote);
            html.Open("a", ("href", "#" + AddressOf(issue, k, place.Span)));
            if (words.Length > 0 && !place.Reason.In(_texts.Code).Contains(words, StringComparison.OrdinalIgnoreCase))
            {
                html.Open("span", ("lang", "vi")).Text($"“{words}”").Close("span").Text(" ");
            }

            html.Text(_texts.AtLine(_draft.Looked.Document.LineOf(place.Span.Start))).Close("a");
        }
        else if (_draft.Links.TryGetValue(place, out string? href))
        {
            // Another tab: the choices made here are not lost.
            html.Open("a", ("href", href), ("target", "_blank"), ("rel", "noopener"), ("lang", "vi"), ("title", _texts.OtherTab)).Text(other).Close("a");
        }
        else
        {
            html.Open("span", ("class", "file"), ("lang", "vi")).Text(other).Close("span");
        }
    }

    private void Explanation(MarkupWriter html, int issue, Diagnostic diagnostic)
    {
        html.Open("details", ("class", "card-rule")).Open("summary").Text(_texts.WhyTold).Open("span", ("class", "hidden")).Text($" {issue + 1}").Close("span").Close("summary");
        _rules.WriteExplanation(html, diagnostic.Rule, diagnostic.Slug, _texts);
        html.Open("p").Open("a", ("href", "/check/rules/" + diagnostic.Rule), ("target", "_blank"), ("rel", "noopener"), ("title", _texts.OtherTab)).Text($"{diagnostic.Rule}: {_texts.WithExamples}").Close("a").Close("p");
        html.Close("details");
    }

    private void Decide(MarkupWriter html, int issue, string number, Choice? choice)
    {
        html.Open("fieldset", ("class", "card-choice")).Open("legend", ("class", "hidden")).Text(_texts.Decide(issue + 1)).Close("legend");
        Radio("take", _texts.Take, choice is { Take: true });
        Radio("leave", _texts.Leave, choice is { Take: false });
        html.Open("label", ("class", "card-reason")).Open("span").Text(_texts.Reason).Close("span")
            .Open("input", ("name", "r" + number), ("maxlength", "300"), ("autocomplete", "off"), ("value", choice?.Reason ?? "")).Close("label");
        html.Close("fieldset");

        void Radio(string value, string text, bool isChosen) => html.Open("label", ("class", "choice-" + value))
            .Open("input", ("type", "radio"), ("name", "c" + number), ("value", value), ("checked", isChosen ? "" : null)).Text(text).Close("label");
    }

    // White space that is corrected would not be seen.
    private static string Visible(string text) => text.All(char.IsWhiteSpace) ? new string('␣', text.Length) : text;

    private static string Anchor(int issue, int place) =>
        place < 0 ? "w" + Number(issue) : string.Create(CultureInfo.InvariantCulture, $"p{issue + 1}-{place}");

    // Words that stand in no block (a space at a line's end) are not marked: then their block is meant.
    private string AddressOf(int issue, int place, TextSpan span) =>
        span.Length > 0 && _blocks.Any(block => block.Parts.Any(part => part.Overlaps(span)))
            ? Anchor(issue, place)
            : string.Create(CultureInfo.InvariantCulture, $"b{HomeOf(span)}");

    // The block in which words begin, else the last that begins before them, else the first. A note may stand inside of what it is a note to.
    private int HomeOf(TextSpan span)
    {
        (int low, int high) = (0, _blocks.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _blocks[middle].Span.Start <= span.Start ? (middle + 1, high) : (low, middle);
        }

        int last = Math.Max(0, low - 1);
        for (int i = last; i >= Math.Max(0, last - FarthestHome); i--)
        {
            if (_blocks[i].Parts.Any(part => part.Start <= span.Start && span.Start < part.End))
            {
                return _blocks[i].Ordinal;
            }
        }

        return _blocks[last].Ordinal;
    }

    private static string Number(int issue) => (issue + 1).ToString(CultureInfo.InvariantCulture);
}

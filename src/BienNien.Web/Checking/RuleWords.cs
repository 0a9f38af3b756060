using System.Collections.Frozen;
using System.Collections.Immutable;
using BienNien.Rules;
using BienNien.Telling;
using BienNien.Web.Documents;

namespace BienNien.Web.Checking;

/// <summary>The checks' names and explanations, from the pages that the engine carries. Their prose is English; Vietnamese explanations are ours.</summary>
public sealed class RuleWords
{
    private readonly Lazy<FrozenDictionary<RuleId, RulePage>> _pages = new(static () => RulePage.LoadAll().ToFrozenDictionary(static page => page.Id));

    /// <summary>The page of a rule; null when there is none.</summary>
    public RulePage? Page(RuleId id) => _pages.Value.GetValueOrDefault(id);

    /// <summary>What a rule finds, in a few words.</summary>
    /// <param name="id">The rule.</param>
    /// <param name="slug">Its name: <c>weekday-mismatch</c>.</param>
    /// <param name="texts">The language.</param>
    public string Title(RuleId id, string slug, CheckTexts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return texts.Language == TellingLanguage.Vietnamese && Page(id) is { } page ? Capital(page.Title) : Capital(slug.Replace('-', ' '));
    }

    /// <summary>A check's name in settings, which is its page's name in small letters: <c>WeekdayMismatch</c>, <c>weekday-mismatch</c>.</summary>
    internal static string SlugOf(RulePage page) =>
        string.Concat(page.Name.Select(static (letter, i) => char.IsUpper(letter) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(letter) : letter.ToString()));

    /// <summary>Why a rule reports, in a paragraph or two.</summary>
    internal void WriteExplanation(MarkupWriter html, RuleId id, string slug, CheckTexts texts)
    {
        if (texts.Explain(slug) is { } own)
        {
            html.Open("p").Text(own).Close("p");
            return;
        }

        foreach ((string label, string text) in Page(id) is { } page ? Sections(page) : [])
        {
            if (label is "Finds" or "Why")
            {
                WriteSection(html, label, text);
            }
        }
    }

    /// <summary>The sections of a page: each opens with its label in bold, <c>Finds</c>, <c>Why</c>.</summary>
    internal static ImmutableArray<(string Label, string Text)> Sections(RulePage page)
    {
        ImmutableArray<(string, string)>.Builder sections = ImmutableArray.CreateBuilder<(string, string)>();
        (string label, string text) = ("", "");
        foreach (string line in page.Markdown.ReplaceLineEndings("\n").Split('\n').Skip(1).TakeWhile(static line => !line.StartsWith("```", StringComparison.Ordinal)))
        {
            int end = line.StartsWith("**", StringComparison.Ordinal) ? line.IndexOf("**", 2, StringComparison.Ordinal) : -1;
            if (end > 0)
            {
                Add();
                (label, text) = (line[2..end], line[(end + 2)..].Trim());
            }
            else if (line.Trim().Length > 0)
            {
                text += (text.Length > 0 ? " " : "") + line.Trim();
            }
        }

        Add();
        return sections.ToImmutable();

        void Add()
        {
            if (text.Length > 0)
            {
                sections.Add((label, text));
            }
        }
    }

    /// <summary>A section as a paragraph; what stands between backticks is quoted Vietnamese or a file of the program.</summary>
    internal static void WriteSection(MarkupWriter html, string label, string text)
    {
        html.Open("p", ("lang", "en"));
        if (label.Length > 0)
        {
            html.Open("b").Text(label).Close("b").Text(" ");
        }

        string[] parts = text.Split('`');
        for (int i = 0; i < parts.Length; i++)
        {
            if (i % 2 == 0)
            {
                html.Text(parts[i]);
            }
            else
            {
                html.Open("code", ("lang", "vi")).Text(parts[i]).Close("code");
            }
        }

        html.Close("p");
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}

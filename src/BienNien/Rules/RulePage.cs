using System.Collections.Immutable;
using System.Text;

namespace BienNien.Rules;

/// <summary>One line of a page's examples.</summary>
/// <param name="Text">The passage without its brackets.</param>
/// <param name="Spans">What is found, as start and length in <paramref name="Text"/>; empty for a passage that the rule leaves alone.</param>
/// <param name="Expected">For each span the attributes it must have (<c>value=1945</c>).</param>
/// <param name="Line">The line of the page, from 1.</param>
public sealed record RuleExample(
    string Text, ImmutableArray<(int Start, int Length)> Spans, ImmutableArray<ImmutableDictionary<string, string>> Expected, int Line)
{
    /// <summary>Whether the rule must find something here.</summary>
    public bool IsPositive => !Spans.IsEmpty;
}

/// <summary>The page of a rule: what it finds, why, after which source, with examples that are tests.</summary>
/// <param name="Id">The code in the page's title.</param>
/// <param name="Name">The name in the page's title, as the class is called.</param>
/// <param name="Title">What follows the name in the title.</param>
/// <param name="Markdown">The whole page.</param>
/// <param name="Examples">In the order of the page.</param>
/// <param name="Path">The page's path below the engine's source, for messages.</param>
public sealed record RulePage(RuleId Id, string Name, string Title, string Markdown, ImmutableArray<RuleExample> Examples, string Path)
{
    private const string Prefix = "pages/";

    /// <summary>All pages that the engine carries, by code.</summary>
    /// <exception cref="InvalidDataException">A page is malformed; the message has its path and line.</exception>
    public static ImmutableArray<RulePage> LoadAll()
    {
        List<RulePage> pages = [];
        foreach (string resource in typeof(RulePage).Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (resource.StartsWith(Prefix, StringComparison.Ordinal) && resource.Contains("/Rules/", StringComparison.Ordinal))
            {
                using StreamReader reader = new(typeof(RulePage).Assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
                pages.Add(Parse(resource[Prefix.Length..], reader.ReadToEnd()));
            }
        }

        return [.. pages.OrderBy(page => page.Id.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>Reads a page.</summary>
    /// <param name="path">For messages.</param>
    /// <param name="markdown">The page.</param>
    /// <exception cref="InvalidDataException">The title or an example is malformed.</exception>
    public static RulePage Parse(string path, string markdown)
    {
        string[] lines = markdown.ReplaceLineEndings("\n").Split('\n');
        string[] title = lines[0].TrimStart('#', ' ').Split(' ', 2);
        string[] names = title.Length == 2 ? title[1].Split(':', 2) : [];
        if (!lines[0].StartsWith("# ", StringComparison.Ordinal) || names.Length != 2 || !RuleId.TryParse(title[0], out RuleId id))
        {
            throw new InvalidDataException($"{path}:1: the title must read «# TIM001 Name: what it finds».");
        }

        ImmutableArray<RuleExample>.Builder examples = ImmutableArray.CreateBuilder<RuleExample>();
        bool inside = false;
        for (int i = 1; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                inside = !inside && lines[i].StartsWith("```examples", StringComparison.Ordinal);
            }
            else if (inside && lines[i].Length > 0)
            {
                examples.Add(ParseExample(path, i + 1, lines[i]));
            }
        }

        return new RulePage(id, names[0].Trim(), names[1].Trim(), markdown, examples.ToImmutable(), path);
    }

    private static RuleExample ParseExample(string path, int line, string source)
    {
        bool positive = source.StartsWith("+ ", StringComparison.Ordinal);
        if (!positive && !source.StartsWith("- ", StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{path}:{line}: an example begins with «+ » or «- ».");
        }

        string rest = source[2..];
        int comment = rest.LastIndexOf(" // ", StringComparison.Ordinal);
        rest = comment >= 0 ? rest[..comment] : rest;
        int arrow = rest.LastIndexOf("=>", StringComparison.Ordinal);
        string marked = (arrow >= 0 ? rest[..arrow] : rest).Trim().Replace("\\n", "\n", StringComparison.Ordinal);
        ImmutableArray<ImmutableDictionary<string, string>> expected = arrow >= 0
            ? [.. rest[(arrow + 2)..].Split('|').Select(ParseAttributes)]
            : [];
        StringBuilder text = new(marked.Length);
        List<(int, int)> spans = [];
        int open = -1;
        for (int i = 0; i < marked.Length; i++)
        {
            char c = marked[i];
            if (c == '\\' && i + 1 < marked.Length && marked[i + 1] is '[' or ']' or '|')
            {
                text.Append(marked[++i]);
            }
            else if (positive && c == '[')
            {
                open = text.Length;
            }
            else if (positive && c == ']')
            {
                spans.Add((open, text.Length - open));
                open = -1;
            }
            else
            {
                text.Append(c);
            }
        }

        if (positive != spans.Count > 0 || open >= 0 || (expected.Length > 0 && expected.Length != spans.Count))
        {
            throw new InvalidDataException($"{path}:{line}: brackets and values of the example do not match.");
        }

        return new RuleExample(text.ToString(), [.. spans], expected, line);
    }

    private static ImmutableDictionary<string, string> ParseAttributes(string source) =>
        source.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(static pair => pair.Split('=', 2))
            .ToImmutableDictionary(static pair => pair[0].Trim(), static pair => pair.Length == 2 ? pair[1].Trim() : "true", StringComparer.Ordinal);
}

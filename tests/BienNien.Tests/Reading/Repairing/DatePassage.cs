using System.Text;
using System.Text.RegularExpressions;
using BienNien.Text;

namespace BienNien.Tests.Reading.Repairing;

/// <summary>A passage with damaged, glued or broken dates, all its TIME mentions marked by hand: <c>[[surface|TYPE value]]</c>.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Document">The passage as it is printed, read as a plain text.</param>
/// <param name="Times">The mentions by their places; a value <c>?</c> is not compared.</param>
public sealed partial record DatePassage(string Title, Document Document, IReadOnlyList<(TextSpan Span, string Type, string Value)> Times)
{
    /// <summary>The passages of a page beside this file.</summary>
    /// <param name="page">The page's name, such as <c>dates-dev</c>.</param>
    public static IReadOnlyList<DatePassage> Load(string page)
    {
        string text = File.ReadAllText(Repository.Path($"tests/BienNien.Tests/Reading/Repairing/passages/{page}.md"));
        return
        [
            .. text.Split("\n## ").Skip(1)
                .Select(static passage => Parse(passage[..passage.IndexOf('\n', StringComparison.Ordinal)], passage[(passage.IndexOf('\n', StringComparison.Ordinal) + 1)..].Trim('\n'))),
        ];
    }

    private static DatePassage Parse(string title, string marked)
    {
        StringBuilder printed = new();
        List<(TextSpan, string, string)> times = [];
        int copied = 0;
        foreach (Match mark in Mark().Matches(marked))
        {
            printed.Append(marked, copied, mark.Index - copied);
            times.Add((new TextSpan(printed.Length, mark.Groups["surface"].Length), mark.Groups["type"].Value, mark.Groups["value"].Value));
            printed.Append(mark.Groups["surface"].ValueSpan);
            copied = mark.Index + mark.Length;
        }

        printed.Append(marked, copied, marked.Length - copied);
        return new DatePassage(title, EngineFixture.Read(printed.ToString(), "passage.txt"), times);
    }

    [GeneratedRegex(@"\[\[(?<surface>[^|\]]*)\|(?<type>[A-Z]+) (?<value>[^\]]+)\]\]", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Mark();
}

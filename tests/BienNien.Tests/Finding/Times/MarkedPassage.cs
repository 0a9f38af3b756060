using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace BienNien.Tests.Finding.Times;

/// <summary>A time as a person marked it.</summary>
/// <param name="Start">Where it begins in the passage's text.</param>
/// <param name="End">One past its end.</param>
/// <param name="Type">DATE, TIME, DURATION or SET.</param>
/// <param name="Value">The value; null where the person could not work it out.</param>
public sealed record MarkedTime(int Start, int End, string Type, string? Value);

/// <summary>A passage with its times, read from <c>[[words|TYPE VALUE attributes]]</c>; what is not marked is no time.</summary>
/// <param name="Name">The file and the passage's number in it, from 1.</param>
/// <param name="Text">The passage without marks.</param>
/// <param name="Times">By their places.</param>
public sealed partial record MarkedPassage(string Name, string Text, ImmutableArray<MarkedTime> Times)
{
    /// <summary>All passages of a folder, by file and place.</summary>
    public static ImmutableArray<MarkedPassage> Load(string folder)
    {
        var assembly = typeof(MarkedPassage).Assembly;
        var passages = ImmutableArray.CreateBuilder<MarkedPassage>();
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith($"Marked/{folder}/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
            var lines = reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n').SkipWhile(static line => line.StartsWith('#'));
            var number = 0;
            foreach (var part in Separator().Split(string.Join('\n', lines)).Select(static part => part.Trim('\n')).Where(static part => part.Length > 0))
            {
                passages.Add(Parse($"{resource}#{++number}", part));
            }
        }

        return passages.ToImmutable();
    }

    private static MarkedPassage Parse(string name, string marked)
    {
        var text = new StringBuilder(marked.Length);
        var times = ImmutableArray.CreateBuilder<MarkedTime>();
        var at = 0;
        foreach (Match mark in Mark().Matches(marked))
        {
            text.Append(marked, at, mark.Index - at);
            times.Add(new MarkedTime(text.Length, text.Length + mark.Groups["words"].Length, mark.Groups["type"].Value, mark.Groups["value"].Value is var value and not "?" ? value : null));
            text.Append(mark.Groups["words"].Value);
            at = mark.Index + mark.Length;
        }

        text.Append(marked, at, marked.Length - at);
        return text.ToString().Contains("[[", StringComparison.Ordinal)
            ? throw new InvalidDataException($"{name} has a mark that cannot be read.")
            : new MarkedPassage(name, text.ToString(), times.ToImmutable());
    }

    [GeneratedRegex(@"^===.*$", RegexOptions.Multiline, 10_000)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\[\[(?<words>[^|]+?)\|(?<type>DATE|TIME|DURATION|SET) (?<value>[^\s\]]+)(?: [^\]]*)?\]\]", RegexOptions.None, 10_000)]
    private static partial Regex Mark();
}

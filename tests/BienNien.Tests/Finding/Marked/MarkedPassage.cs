using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace BienNien.Tests.Finding.Marked;

/// <summary>A mention as a person marked it.</summary>
/// <param name="Start">Where it begins in the passage's text.</param>
/// <param name="End">One past its end.</param>
/// <param name="Says">What was written about it, as it stands in the mark.</param>
public sealed record Mark(int Start, int End, string Says);

/// <summary>A passage with its mentions, read from <c>[[words|what they mean]]</c>; what is not marked is none of the kinds marked.</summary>
/// <param name="Name">The file and the passage's number in it, from 1.</param>
/// <param name="Text">The passage without marks.</param>
/// <param name="Marks">By their places.</param>
public sealed partial record MarkedPassage(string Name, string Text, ImmutableArray<Mark> Marks)
{
    /// <summary>The file that it stands in.</summary>
    public string File => Name[..Name.IndexOf('#', StringComparison.Ordinal)];

    /// <summary>All passages of a folder, by file and place.</summary>
    /// <param name="folder">The kind and the half: <c>Times/worked</c>.</param>
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

    // Marks may stand one in another, and “ & ” joins two on the same words.
    private static MarkedPassage Parse(string name, string marked)
    {
        var text = new StringBuilder(marked.Length);
        var marks = ImmutableArray.CreateBuilder<Mark>();
        var open = new Stack<int>();
        for (var at = 0; at < marked.Length; at++)
        {
            if (At(marked, at, "[["))
            {
                open.Push(text.Length);
                at++;
            }
            else if (marked[at] == '|' && open.TryPop(out var start))
            {
                var close = marked.IndexOf("]]", at, StringComparison.Ordinal);
                foreach (var says in Joint().Split(close < 0 ? "" : marked[(at + 1)..close]))
                {
                    marks.Add(says.Length > 0 && text.Length > start ? new Mark(start, text.Length, says) : throw new InvalidDataException($"{name} has a mark that cannot be read."));
                }

                at = close + 1;
            }
            else
            {
                text.Append(marked[at]);
            }
        }

        marks.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        return open.Count > 0 || text.ToString().Contains("]]", StringComparison.Ordinal)
            ? throw new InvalidDataException($"{name} has a mark that is not closed.")
            : new MarkedPassage(name, text.ToString(), marks.ToImmutable());
    }

    private static bool At(string text, int at, string what) => string.CompareOrdinal(text, at, what, 0, what.Length) == 0;

    [GeneratedRegex(@"^===.*$", RegexOptions.Multiline, 10_000)]
    private static partial Regex Separator();

    [GeneratedRegex(@" & (?=[A-Z])", RegexOptions.None, 10_000)]
    private static partial Regex Joint();
}

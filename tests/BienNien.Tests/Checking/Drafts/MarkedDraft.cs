using System.Collections.Immutable;
using System.Text;
using BienNien.Text;

namespace BienNien.Tests.Checking.Drafts;

/// <summary>Words that a careful editor would question.</summary>
/// <param name="Spans">Where they stand; of two that do not agree, either may be named.</param>
/// <param name="Slug">What is wrong with them.</param>
/// <param name="Expected">What should stand there.</param>
internal sealed record Mistake(ImmutableArray<TextSpan> Spans, string Slug, string Expected);

/// <summary>A stretch of a draft with its mistakes, read from <c>[[words|slug|expected]]</c> or <c>[[words|slug|expected|the other words]]</c>.</summary>
/// <param name="Name">The file, its number in it, and the format it is written in.</param>
/// <param name="Text">Without marks.</param>
/// <param name="Mistakes">By their places; empty for a clean one.</param>
internal sealed record MarkedDraft(string Name, string Text, ImmutableArray<Mistake> Mistakes)
{
    private static string Folder => Repository.Path("tests", "BienNien.Tests", "Checking", "Drafts");

    /// <summary>The drafts with mistakes of a folder: each file holds those of a rule, with a line <c>=== N txt</c> or <c>=== N md</c> before each.</summary>
    public static ImmutableArray<MarkedDraft> Load(string folder)
    {
        ImmutableArray<MarkedDraft>.Builder drafts = ImmutableArray.CreateBuilder<MarkedDraft>();
        foreach (string path in Directory.GetFiles(Path.Combine(Folder, folder), "*.txt").Order(StringComparer.Ordinal))
        {
            string slug = Path.GetFileNameWithoutExtension(path);
            foreach (string part in File.ReadAllText(path).ReplaceLineEndings("\n").Split("\n=== ").Select(static part => part.TrimStart('=', ' ', '\n')))
            {
                int head = part.IndexOf('\n', StringComparison.Ordinal);
                if (head > 0)
                {
                    string[] said = part[..head].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                    drafts.Add(Parse($"{slug}-{said[0]}.{said[1]}", part[(head + 1)..].Trim('\n') + "\n"));
                }
            }
        }

        return drafts.ToImmutable();
    }

    /// <summary>The whole documents of a folder, in which nothing is wrong.</summary>
    public static ImmutableArray<MarkedDraft> LoadClean(string folder) =>
    [
        .. Directory.GetFiles(Path.Combine(Folder, folder)).Order(StringComparer.Ordinal)
            .Select(static path => new MarkedDraft(Path.GetFileName(path), File.ReadAllText(path).ReplaceLineEndings("\n"), [])),
    ];

    private static MarkedDraft Parse(string name, string marked)
    {
        StringBuilder text = new(marked.Length);
        List<(int Start, int End, string[] Says)> marks = [];
        for (int at = 0; at < marked.Length; at++)
        {
            // “[[[bookmark|…|…]]]”: of three brackets the outer one is the text's.
            if (string.CompareOrdinal(marked, at, "[[", 0, 2) != 0 || string.CompareOrdinal(marked, at, "[[[", 0, 3) == 0)
            {
                text.Append(marked[at]);
                continue;
            }

            int close = marked.IndexOf("]]", at, StringComparison.Ordinal);
            string[] fields = close < 0 ? [] : marked[(at + 2)..close].Split('|');
            if (fields.Length is not (3 or 4))
            {
                throw new InvalidDataException($"{name} has a mark that cannot be read.");
            }

            marks.Add((text.Length, text.Length + fields[0].Length, fields));
            text.Append(fields[0]);
            at = close + 1;
        }

        string whole = text.ToString();
        return new MarkedDraft(name, whole, [.. marks.Select(mark => new Mistake(Spans(mark), mark.Says[1], mark.Says[2]))]);

        ImmutableArray<TextSpan> Spans((int Start, int End, string[] Says) mark)
        {
            ImmutableArray<TextSpan>.Builder spans = ImmutableArray.CreateBuilder<TextSpan>();
            spans.Add(TextSpan.Between(mark.Start, mark.End));
            if (mark.Says.Length == 4)
            {
                for (int at = whole.IndexOf(mark.Says[3], StringComparison.Ordinal); at >= 0; at = whole.IndexOf(mark.Says[3], at + 1, StringComparison.Ordinal))
                {
                    spans.Add(new TextSpan(at, mark.Says[3].Length));
                }
            }

            return spans.ToImmutable();
        }
    }
}

using System.Text;
using System.Text.RegularExpressions;
using BienNien.Reading;
using BienNien.Text;

namespace BienNien.Tests.Reading.Repairing;

/// <summary>One passage whose damage was marked by hand: <c>[[printed→true]]</c>.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Document">The passage as it is printed, read as a plain text.</param>
/// <param name="Damaged">The damaged stretches with what truly stood there, by their places.</param>
public sealed partial record DamagePassage(string Title, Document Document, IReadOnlyList<(TextSpan Span, string True)> Damaged)
{
    /// <summary>The passages of a page beside this file.</summary>
    /// <param name="page">The page's name, such as <c>dev-hand</c>.</param>
    /// <param name="titlesBeginWith">Takes only passages whose titles begin so.</param>
    public static IReadOnlyList<DamagePassage> Load(string page, string titlesBeginWith = "")
    {
        string text = File.ReadAllText(Repository.Path($"tests/BienNien.Tests/Reading/Repairing/passages/{page}.md"));
        return
        [
            .. text.Split("\n## ").Skip(1)
                .Where(passage => passage.StartsWith(titlesBeginWith, StringComparison.Ordinal))
                .Select(static passage => Parse(passage[..passage.IndexOf('\n', StringComparison.Ordinal)], passage[(passage.IndexOf('\n', StringComparison.Ordinal) + 1)..])),
        ];
    }

    /// <summary>Marks found against marks set: one that touches a damaged stretch is right.</summary>
    public static (int Right, int Wrong, int Missed, int WellRead) Score(IEnumerable<DamagePassage> passages)
    {
        (int right, int wrong, int missed, int wellRead) = (0, 0, 0, 0);
        foreach (DamagePassage passage in passages)
        {
            HashSet<int> found = [];
            foreach (Damage damage in passage.Document.Damages)
            {
                int at = passage.Damaged.ToList().FindIndex(one => one.Span.Overlaps(damage.Span));
                if (at < 0)
                {
                    wrong++;
                }
                else if (found.Add(at))
                {
                    wellRead += passage.IsRight(damage, passage.Damaged[at]) ? 1 : 0;
                }
            }

            right += found.Count;
            missed += passage.Damaged.Count - found.Count;
        }

        return (right, wrong, missed, wellRead);
    }

    private bool IsRight(Damage damage, (TextSpan Span, string True) set)
    {
        string text = Document.Text;
        string before = set.Span.Start > damage.Span.Start ? text[damage.Span.Start..set.Span.Start] : "";
        string after = set.Span.End < damage.Span.End ? text[set.Span.End..damage.Span.End] : "";
        return damage.Reading == before + set.True + after;
    }

    private static DamagePassage Parse(string title, string marked)
    {
        StringBuilder printed = new();
        List<(TextSpan, string)> damaged = [];
        int copied = 0;
        foreach (Match mark in Mark().Matches(marked))
        {
            printed.Append(marked, copied, mark.Index - copied);
            damaged.Add((new TextSpan(printed.Length, mark.Groups["printed"].Length), mark.Groups["true"].Value));
            printed.Append(mark.Groups["printed"].ValueSpan);
            copied = mark.Index + mark.Length;
        }

        printed.Append(marked, copied, marked.Length - copied);
        byte[] bytes = Encoding.UTF8.GetBytes(printed.ToString());
        ReadResult.Read read = (ReadResult.Read)DocumentReader.Create().Read("passage.txt", bytes, ReadOptions.Default);
        return new DamagePassage(title, read.Document, damaged);
    }

    [GeneratedRegex(@"\[\[(?<printed>[^\]]*?)→(?<true>[^\]]*?)\]\]", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Mark();
}

using System.Runtime.CompilerServices;

namespace BienNien.Apps.Tests;

/// <summary>Compares text with a file that somebody has read and approved: <c>Approved/NAME</c> beside the test.</summary>
/// <remarks>
/// When they differ, what was seen is written beside it as <c>NAME.received.txt</c>; to approve it, move it over the other.
/// </remarks>
public static class Approved
{
    public static void ShouldBeApproved(this string seen, string name, [CallerFilePath] string test = "")
    {
        string approved = Path.Combine(Path.GetDirectoryName(test)!, "Approved", name + ".txt");
        string received = Path.Combine(Path.GetDirectoryName(test)!, "Approved", name + ".received.txt");
        string text = seen.ReplaceLineEndings("\n");
        if (File.Exists(approved) && File.ReadAllText(approved) == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        string[] seenLines = text.Split('\n');
        string[] lines = File.Exists(approved) ? File.ReadAllText(approved).Split('\n') : [];
        int first = Enumerable.Range(0, Math.Max(seenLines.Length, lines.Length))
            .First(i => i >= seenLines.Length || i >= lines.Length || seenLines[i] != lines[i]);
        Assert.Fail($"""
            {name} is not as approved, first at line {first + 1}:
              approved: {lines.ElementAtOrDefault(first)}
              seen:     {seenLines.ElementAtOrDefault(first)}
            To approve: mv '{received}' '{approved}'
            """);
    }
}

using System.Text.RegularExpressions;
using BienNien.Apps.Tests.Formats;
using Shouldly;

namespace BienNien.Apps.Tests.Cli;

/// <summary>The session that the README shows on the samples is what the program says.</summary>
public sealed partial class ReadmeSessionTests
{
    private const string Omission = "…";

    [Theory]
    [InlineData("README.md", "en")]
    [InlineData("README.vi.md", "vi")]
    public async Task The_session_on_the_samples_is_real(string file, string language)
    {
        using TemporaryFolder folder = new();
        string root = Path.GetFullPath(Path.Combine(SampleEngine.Folder, "..", ".."));
        foreach ((string command, string[] expected) in Session(await File.ReadAllLinesAsync(Path.Combine(root, file))))
        {
            string[] arguments = [.. Words().Matches(command).Select(static word => word.Value.Trim('"'))];
            CliRun run = await CliRun.Of(
                [.. arguments.Select(argument => argument.StartsWith("samples/", StringComparison.Ordinal) ? Path.Combine(root, argument) : argument), "--library", folder["mau.db"], "--lang", language]);

            run.ExitCode.ShouldBe(0, run.Error);
            Holds([.. run.Output.TrimEnd().Split('\n').Select(static line => line.TrimEnd())], expected, command);
        }
    }

    // Lines follow each other as shown; where “…” stands, any number of others may stand between.
    private static void Holds(string[] seen, string[] expected, string command)
    {
        int at = 0;
        bool leap = false;
        foreach (string line in expected)
        {
            if (line == Omission)
            {
                leap = true;
                continue;
            }

            int found = Array.IndexOf(seen, line, Math.Min(at, seen.Length));
            found.ShouldBeGreaterThanOrEqualTo(0, $"{command}: «{line}» is not in\n{string.Join('\n', seen)}");
            if (!leap)
            {
                found.ShouldBe(at, $"{command}: lines stand before «{line}»");
            }

            (at, leap) = (found + 1, false);
        }

        if (expected.Length > 0 && !leap)
        {
            at.ShouldBe(seen.Length, $"{command}: more is said than is shown");
        }
    }

    private static List<(string Command, string[] Expected)> Session(string[] lines)
    {
        int begin = Array.FindIndex(lines, static line => line.StartsWith("<!-- session: begin", StringComparison.Ordinal));
        int end = Array.FindIndex(lines, static line => line.StartsWith("<!-- session: end", StringComparison.Ordinal));
        List<(string Command, List<string> Expected)> session = [];
        bool inside = false;
        foreach (string line in lines[begin..end])
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                inside = !inside;
            }
            else if (inside && line.StartsWith("$ ./biennien ", StringComparison.Ordinal))
            {
                session.Add((line["$ ./biennien ".Length..], []));
            }
            else if (inside)
            {
                session[^1].Expected.Add(line);
            }
        }

        session.Count.ShouldBeGreaterThan(3);
        return [.. session.Select(static step => (step.Command, step.Expected.ToArray()))];
    }

    [GeneratedRegex("\"[^\"]*\"|[^\\s\"]+", RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}

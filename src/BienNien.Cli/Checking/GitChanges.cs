using System.Diagnostics;

namespace BienNien.Cli.Checking;

/// <summary>Which files of a git checkout differ from a revision, those not yet in it among them.</summary>
internal static class GitChanges
{
    /// <summary>The full paths of the files; null when git is missing or refuses, with what it said.</summary>
    /// <param name="revision">A commit, branch or tag.</param>
    /// <param name="folder">A folder of the checkout.</param>
    /// <param name="problem">What git said; empty when it went well.</param>
    internal static HashSet<string>? Since(string revision, string folder, out string problem)
    {
        HashSet<string> changed = new(StringComparer.Ordinal);
        string? root = Run(folder, out problem, "rev-parse", "--show-toplevel");
        if (root is null || Run(folder, out problem, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}") is not { } commit
            || Run(root.Trim(), out problem, "diff", "--name-only", "-z", commit.Trim(), "--") is not { } names
            || Run(root.Trim(), out problem, "ls-files", "--others", "--exclude-standard", "-z") is not { } others)
        {
            problem = problem.Length == 0 ? revision : problem;
            return null;
        }

        foreach (string name in (names + others).Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            changed.Add(Path.GetFullPath(Path.Combine(root.Trim(), name)));
        }

        return changed;
    }

    private static string? Run(string folder, out string problem, params string[] arguments)
    {
        ProcessStartInfo start = new("git", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        try
        {
            using Process? git = Process.Start(start);
            if (git is null)
            {
                problem = "git";
                return null;
            }

            Task<string> error = git.StandardError.ReadToEndAsync();
            string output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            problem = error.GetAwaiter().GetResult().Trim();
            return git.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            problem = "git";
            return null;
        }
    }
}

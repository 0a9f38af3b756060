using BienNien.Cli.Hosting;

namespace BienNien.Cli.Checking;

/// <summary>Finds and reads <see cref="SettingsFile"/>.</summary>
internal static class SettingsFinder
{
    /// <summary>The settings of a named file, else of the nearest <c>biennien.yml</c> in a folder or one around it; null when they cannot be read, which is told.</summary>
    internal static SettingsFile? Find(Session session, string? path, string from)
    {
        string? found = path;
        for (string? folder = from; found is null && folder is not null; folder = Path.GetDirectoryName(folder))
        {
            string candidate = Path.Combine(folder, SettingsFile.Name);
            found = File.Exists(candidate) ? candidate : null;
        }

        if (found is null)
        {
            return SettingsFile.None;
        }

        try
        {
            return SettingsFile.Parse(File.ReadAllText(found), session.Engine.Checker.Checks);
        }
        catch (SettingsException wrong)
        {
            session.Report(new Problem(found, wrong.Line, Problem.SettingsMalformed, wrong.Message));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            session.Report(new Problem(found, 0, Problem.SettingsMalformed, e.Message.TrimEnd('.')));
        }

        return null;
    }
}

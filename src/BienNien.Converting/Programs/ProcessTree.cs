using System.Diagnostics;
using System.Globalization;

namespace BienNien.Converting.Programs;

/// <summary>A process with those that it started and they started in turn.</summary>
internal static class ProcessTree
{
    /// <summary>The ids of all living processes of the tree, the root first; only the root where the system does not tell.</summary>
    public static List<int> Ids(int root)
    {
        List<int> ids = [root];
        if (OperatingSystem.IsLinux())
        {
            for (int i = 0; i < ids.Count; i++)
            {
                AddChildren(ids[i], ids);
            }
        }

        return ids;
    }

    /// <summary>Bytes of memory that the processes hold together.</summary>
    public static long ResidentBytes(List<int> ids)
    {
        long bytes = 0;
        foreach (int id in ids)
        {
            try
            {
                using Process process = Process.GetProcessById(id);
                bytes += process.WorkingSet64;
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException)
            {
                // It has ended.
            }
        }

        return bytes;
    }

    /// <summary>Ends them all, also those whose parents have ended before.</summary>
    public static void Kill(Process root, List<int> seen)
    {
        try
        {
            root.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It has ended.
        }

        foreach (int id in seen.Skip(1))
        {
            try
            {
                using Process process = Process.GetProcessById(id);
                process.Kill();
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                // It has ended.
            }
        }
    }

    private static void AddChildren(int parent, List<int> ids)
    {
        try
        {
            foreach (string thread in Directory.EnumerateDirectories(string.Create(CultureInfo.InvariantCulture, $"/proc/{parent}/task")))
            {
                foreach (string child in File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    ids.Add(int.Parse(child, CultureInfo.InvariantCulture));
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It has ended while it was looked at.
        }
    }
}

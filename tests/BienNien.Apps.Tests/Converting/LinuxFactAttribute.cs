namespace BienNien.Apps.Tests.Converting;

/// <summary>A test whose programs are scripts, watched through /proc.</summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
        {
            Skip = "needs /bin/sh and /proc";
        }
    }
}

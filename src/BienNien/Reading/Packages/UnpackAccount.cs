namespace BienNien.Reading.Packages;

/// <summary>What one outermost file may unpack to, with all files in it: their number and depth multiply what each may do alone.</summary>
/// <param name="limit">The limit of one file, in bytes.</param>
internal sealed class UnpackAccount(long limit)
{
    // Office files are read as a stream and leave nothing behind but their text: a folder's worth of them may pass.
    private const long PartsPerFile = 16;

    /// <summary>Files taken out of others: they are held in memory.</summary>
    public UnpackBudget Files { get; } = new(limit);

    /// <summary>The parts of all office files among them.</summary>
    public UnpackBudget Parts { get; } = new(limit > long.MaxValue / PartsPerFile ? long.MaxValue : limit * PartsPerFile);
}

namespace BienNien.Converting.Programs;

/// <summary>A folder of its own for one piece of work, gone at its end. Names in it are ours: the user's file names never reach a program.</summary>
internal sealed class WorkFolder : IDisposable
{
    /// <summary>Where it lies.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("biennien-").FullName;

    /// <summary>A path in it.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file into it.</summary>
    public void Write(string name, Reading.FileContent content)
    {
        using Stream from = content.Open();
        using FileStream to = new(this[name], FileMode.CreateNew);
        from.CopyTo(to);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // A program that was just killed may still write its last file.
        for (int attempt = 0; attempt < 5; attempt++)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
                return;
            }
            catch (DirectoryNotFoundException)
            {
                return;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(50);
            }
        }
    }
}

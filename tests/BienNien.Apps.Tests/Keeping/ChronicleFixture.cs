using System.Text;
using BienNien.Keeping;
using BienNien.Keeping.Building;
using BienNien.Keeping.Files;
using BienNien.Reading;

namespace BienNien.Apps.Tests.Keeping;

/// <summary>A folder of small documents and libraries of it.</summary>
internal sealed class ChronicleFolder : IDisposable
{
    internal static readonly Engine Engine = Engine.Create();
    private readonly TemporaryFolder _folder = new();

    internal ChronicleFolder() => Directory.CreateDirectory(_folder["d"]);

    internal string this[string name] => _folder[name];

    public void Dispose() => _folder.Dispose();

    internal void Write(string name, string text) => _folder.Write("d/" + name, text);

    internal void Remove(string name) => File.Delete(_folder["d/" + name]);

    internal Library Open(string name) => Library.Open(_folder[name]);

    internal void Build(Library library, int jobs = 1, IProgress<BuildProgress>? progress = null, CancellationToken cancel = default) =>
        new Builder(library, new DiskFileSystem(), Engine.Reader, () => Engine)
            .BuildAsync([_folder["d"]], new BuildOptions(jobs, ReadOptions.Default), progress, cancel).GetAwaiter().GetResult();

    /// <summary>The dump of a library that is built at one go.</summary>
    internal string DumpOfNew(string name, params IEnumerable<Ruling> rulings)
    {
        using Library library = Open(name);
        foreach (Ruling ruling in rulings)
        {
            library.AddRuling(ruling, Engine);
        }

        Build(library);
        return Dump(library);
    }

    internal static string Dump(Library library)
    {
        using MemoryStream output = new();
        library.Dump(output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}

/// <summary>Tells of each report at once, on the thread that reports.</summary>
internal sealed class Told(Action<BuildProgress> tell) : IProgress<BuildProgress>
{
    public void Report(BuildProgress value) => tell(value);
}

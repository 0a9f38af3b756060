using System.Collections.Immutable;

namespace BienNien.Tests.Reading.Fuzz;

/// <summary>Whole files of every kind that the engine reads: the samples, and what the tests write themselves.</summary>
internal static class FuzzSeeds
{
    private const int LargestSeed = 200_000;

    // Of a kind that has many samples a few are enough: each is damaged the oftener.
    private const int MostOfOneKind = 4;

    public static ImmutableArray<(string Name, byte[] Bytes)> All { get; } =
    [
        .. Directory.EnumerateFiles(Repository.Path("samples"), "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(static path => (Name: Path.GetFileName(path), Bytes: File.ReadAllBytes(path)))
            .Where(static seed => seed.Bytes.Length is > 0 and <= LargestSeed && BienNien.Reading.DocumentReader.Create().Reads(seed.Name))
            .GroupBy(static seed => Path.GetExtension(seed.Name), StringComparer.Ordinal)
            .SelectMany(static kind => kind.Take(MostOfOneKind)),
        ("kho.zip", Zips.Of(("một.txt", "Năm 1921, mở chợ."), ("hai/ba.html", "<p>Năm 1936."), ("bốn.xyz", "?"))),
    ];
}

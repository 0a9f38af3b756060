using System.Collections.Immutable;
using System.IO.Compression;
using BienNien.Reading.Packages;

namespace BienNien.Reading.Archives;

/// <summary>ZIP archives: the files of kinds that are read, each by itself.</summary>
/// <remarks>
/// How much is unpacked is counted as it comes out, never believed: an archive may declare any size, let its entries share their bytes, or
/// hold archives again. Symbolic links and what systems leave beside the files are no files.
/// </remarks>
/// <param name="reads">Whether a file of this name is of a kind that is read; others are not unpacked.</param>
internal sealed class ZipFormat(Func<string, bool> reads) : IDocumentFormat
{
    private const int MostEntries = 10_000;
    private const int LinkMode = 0xA000;
    private const int KindOfMode = 0xF000;

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".zip"];

    /// <inheritdoc/>
    public bool HoldsFiles => true;

    /// <inheritdoc/>
    public ReadResult Read(string name, FileContent content, ReadOptions options)
    {
        ReadOnlyMemory<byte> bytes = content.Bytes;
        List<(ReadOnlyMemory<byte> Name, bool IsUtf8)> names = ZipDirectory.Names(bytes, MostEntries + 1);
        if (names.Count > MostEntries)
        {
            return new ReadResult.Unreadable(ProblemCode.TooLarge, 0, $"> {MostEntries} files");
        }

        try
        {
            using ZipArchive archive = new(content.Open(), ZipArchiveMode.Read);
            return Unpack(archive, names, new UnpackBudget(options.MaxBytes, options.Account?.Files));
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or OverflowException)
        {
            return new ReadResult.Unreadable(ProblemCode.Damaged, 0, e.Message.ReplaceLineEndings(" "));
        }
    }

    private ReadResult.Container Unpack(ZipArchive archive, List<(ReadOnlyMemory<byte> Name, bool IsUtf8)> names, UnpackBudget budget)
    {
        ImmutableArray<ContainedFile>.Builder files = ImmutableArray.CreateBuilder<ContainedFile>();
        ContainedNames given = new();
        int passedOver = 0;
        for (int i = 0; i < archive.Entries.Count; i++)
        {
            ZipArchiveEntry entry = archive.Entries[i];
            string raw = i < names.Count ? ZipNames.Decode(names[i].Name.Span, names[i].IsUtf8) : entry.FullName;
            if (raw.EndsWith('/') || raw.EndsWith('\\') || ((entry.ExternalAttributes >> 16) & KindOfMode) == LinkMode)
            {
                continue;
            }

            string name = given.Give(raw);
            if (ContainedNames.IsDebris(name))
            {
                continue;
            }

            if (!reads(name))
            {
                passedOver++;
                continue;
            }

            try
            {
                files.Add(Take(entry, name, budget));
            }
            catch (UnpackBudget.SpentException)
            {
                return new ReadResult.Container(null, files.DrainToImmutable())
                {
                    PassedOver = passedOver,
                    Problem = new ReadResult.Unreadable(ProblemCode.TooLarge, 0, $"unpacks to > {budget.Limit} bytes, from {name} on"),
                };
            }
        }

        return new ReadResult.Container(null, files.DrainToImmutable()) { PassedOver = passedOver };
    }

    private static ContainedFile Take(ZipArchiveEntry entry, string name, UnpackBudget budget)
    {
        if (entry.IsEncrypted)
        {
            return new ContainedFile(name, default) { Problem = new ReadResult.Unreadable(ProblemCode.Protected, 0, "ZIP") };
        }

        try
        {
            using Stream stream = budget.Watch(entry.Open());
            using MemoryStream bytes = new();
            stream.CopyTo(bytes);
            return new ContainedFile(name, bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or OverflowException)
        {
            return new ContainedFile(name, default) { Problem = new ReadResult.Unreadable(ProblemCode.Damaged, 0, e.Message.ReplaceLineEndings(" ")) };
        }
    }
}

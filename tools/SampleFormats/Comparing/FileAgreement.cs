using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using BienNien.Reading;

namespace BienNien.SampleFormats.Comparing;

/// <summary>How far what is read from one file agrees with what is read from the UTF-8 text.</summary>
/// <param name="Name">The file; for a file in another one, with its path.</param>
/// <param name="Mentions">Times, quantities and papers, by words and value; null when the file could not be read.</param>
/// <param name="Blocks">Blocks, by kind and letters.</param>
/// <param name="Problem">Why it could not be read; null when it was.</param>
internal sealed partial record FileAgreement(string Name, Bag? Mentions, Bag? Blocks, ReadResult.Unreadable? Problem)
{
    /// <summary>The UTF-8 text that all are compared with.</summary>
    public const string Reference = "van-ban.txt";

    /// <summary>The file that tells what stands on which page.</summary>
    public const string Paged = "van-ban.pdf";

    /// <summary>In the name of a scan that is hard to read.</summary>
    private const string PoorScan = ".quet-xau-";

    /// <summary>Compares a file, and each file in it.</summary>
    /// <param name="engine">Reads and finds.</param>
    /// <param name="folder">Where the samples are.</param>
    /// <param name="name">The file's name in it.</param>
    public static ImmutableArray<FileAgreement> Of(Engine engine, string folder, string name)
    {
        // A picture of one page is compared with that page.
        int? page = PageOfPicture.Match(name) is { Success: true } match ? int.Parse(match.Groups["page"].ValueSpan, CultureInfo.InvariantCulture) : null;
        FileReading reference = Read(engine, folder, page is null ? Reference : Paged).First();
        if (reference is not FileReading.Read { Document: var document })
        {
            return [new FileAgreement(name, null, null, (reference as FileReading.Unreadable)?.Problem)];
        }

        // A poor scan spoils the years that head a table, and one of them stands for a whole column.
        bool withTables = !name.Contains(PoorScan, StringComparison.Ordinal);
        DocumentView wanted = DocumentView.Of(engine, document, page, withTables);
        return
        [
            .. Read(engine, folder, name).Select(reading => reading switch
            {
                FileReading.Read read => Compare(wanted, read.Name, DocumentView.Of(engine, read.Document, withTables: withTables)),
                FileReading.Unreadable bad => new FileAgreement(bad.Name, null, null, bad.Problem),
                _ => throw new InvalidOperationException($"{reading.Name} holds what is not read."),
            }),
        ];
    }

    private static FileAgreement Compare(DocumentView wanted, string name, DocumentView seen) =>
        new(name, Bag.Compare(wanted.Mentions, seen.Mentions), Bag.Compare(wanted.Blocks, seen.Blocks), null);

    private static IEnumerable<FileReading> Read(Engine engine, string folder, string name) =>
        engine.Reader.ReadAll(name, FileContent.Of(File.ReadAllBytes(Path.Combine(folder, name))), ReadOptions.Default);

    [GeneratedRegex(@"\.trang-(?<page>[0-9]+)\.", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PageOfPicture { get; }
}
